#!/usr/bin/env bash
# Runs a Go program compiled for js/wasm in Node, stripped as the engine is: with
# this, the engine's tests also test that build/strip takes nothing out that a
# program needs. `go test` calls it with the test's binary and flags. $STRIP is the
# stripping command; without it the program runs as it is, with full stack traces.
set -euo pipefail

program=$1
shift
if [ -n "${STRIP:-}" ]; then
  $STRIP "$program"
fi
exec "$(go env GOROOT)/lib/wasm/go_js_wasm_exec" "$program" "$@"
