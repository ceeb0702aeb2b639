package serve

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func testSite(t *testing.T) http.Handler {
	t.Helper()
	return siteIn(t, t.TempDir())
}

func siteIn(t *testing.T, dir string) http.Handler {
	t.Helper()
	for name, content := range map[string]string{
		"site/almanac.json": "{}", "site/index.html": "<p>page</p>", "site/almanac.js": "1",
		"site/pack/abc.alm": "0123456789", "site/assets/engine.x.wasm": "\x00asm", "secret": "no",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../secret", filepath.Join(dir, "site/link")); err != nil {
		t.Fatal(err)
	}
	h, err := Handler(filepath.Join(dir, "site"))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestHandler(t *testing.T) {
	h := testSite(t)
	const forever = "public, max-age=31536000, immutable"
	for _, c := range []struct {
		method, path, byteRange string
		status                  int
		body, contentType       string
		cache                   string
	}{
		{"GET", "/", "", 200, "<p>page</p>", "text/html; charset=utf-8", "no-cache"},
		{"GET", "/almanac.js", "", 200, "1", "text/javascript; charset=utf-8", "no-cache"},
		{"GET", "/almanac.json", "", 200, "{}", "application/json", "no-cache"},
		{"GET", "/pack/abc.alm", "", 200, "0123456789", "application/octet-stream", forever},
		{"GET", "/pack/abc.alm", "bytes=2-4", 206, "234", "application/octet-stream", forever},
		{"GET", "/pack/abc.alm", "bytes=50-60", 416, "", "", ""},
		{"GET", "/assets/engine.x.wasm", "", 200, "\x00asm", "application/wasm", forever},
		{"HEAD", "/pack/abc.alm", "", 200, "", "application/octet-stream", forever},
		{"GET", "/pack", "", 404, "", "", ""},
		{"GET", "/pack/", "", 404, "", "", ""},
		{"GET", "/missing.js", "", 404, "", "", ""},
		{"GET", "/../secret", "", 404, "", "", ""},
		{"GET", "/%2e%2e/secret", "", 404, "", "", ""},
		{"GET", "/link", "", 404, "", "", ""},
		{"POST", "/", "", 405, "", "", ""},
	} {
		r := httptest.NewRequest(c.method, "http://host/", nil)
		r.URL.Path = strings.ReplaceAll(c.path, "%2e", ".")
		if c.byteRange != "" {
			r.Header.Set("Range", c.byteRange)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.status {
			t.Errorf("%s %s: status %d, want %d", c.method, c.path, w.Code, c.status)
		}
		if c.status >= 300 {
			continue
		}
		if w.Body.String() != c.body || w.Header().Get("Content-Type") != c.contentType || w.Header().Get("Cache-Control") != c.cache {
			t.Errorf("%s %s: %q, %v", c.method, c.path, w.Body.String(), w.Header())
		}
	}
}

func TestValidators(t *testing.T) {
	h := testSite(t)
	first := httptest.NewRecorder()
	h.ServeHTTP(first, httptest.NewRequest("GET", "/pack/abc.alm", nil))
	again := httptest.NewRequest("GET", "/pack/abc.alm", nil)
	again.Header.Set("If-None-Match", first.Header().Get("ETag"))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, again)
	if w.Code != http.StatusNotModified {
		t.Errorf("the same file again: status %d, want 304", w.Code)
	}
}

func TestNotASite(t *testing.T) {
	if _, err := Handler(t.TempDir()); err == nil || !strings.Contains(err.Error(), "almanac build") {
		t.Errorf("an empty directory: %v, want what to run", err)
	}
}

// TestRebuiltSite: almanac build renames a new directory into the place of the
// one that is being served.
func TestRebuiltSite(t *testing.T) {
	dir := t.TempDir()
	h := siteIn(t, dir)
	if err := os.Rename(filepath.Join(dir, "site"), filepath.Join(dir, "old")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "site"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "site", "index.html"), []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Body.String() != "new" {
		t.Errorf("the old site is still served: %q", w.Body.String())
	}
}
