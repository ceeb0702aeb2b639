#!/usr/bin/env bash
# Finds the browser that the browser tests run in, and installs Debian's Chromium
# if there is none. --print only prints its path.
set -euo pipefail

find_browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" && return 0
  done
  return 1
}

if [ "${1:-}" = --print ]; then
  find_browser
  exit
fi
find_browser >/dev/null && exit 0

install="apt-get update && apt-get install -y --no-install-recommends chromium"
if [ "$(id -u)" = 0 ]; then
  run=(env DEBIAN_FRONTEND=noninteractive bash -c "$install")
elif sudo -n true 2>/dev/null; then
  run=(sudo -n env DEBIAN_FRONTEND=noninteractive bash -c "$install")
else
  echo "The browser tests need Chromium, and installing it needs root. Run this once:" >&2
  echo "  sudo sh -c '$install'" >&2
  echo "or name a browser with CHROMIUM=/path/to/chrome make test" >&2
  exit 1
fi
echo "Installing Chromium for the browser tests" >&2
"${run[@]}" >&2
find_browser >/dev/null || { echo "Chromium was installed but is not found; set CHROMIUM" >&2; exit 1; }
