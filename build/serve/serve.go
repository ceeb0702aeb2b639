// Package serve serves a built site as a good static host would: right types,
// ranges, validators, and files named by their content kept for ever.
package serve

import (
	"errors"
	"fmt"
	"mime"
	"net/http"
	"os"
	"path"
	"strings"

	"almanac/build/site"
)

// types are the content types of a site's files; Go's own table depends on the
// machine.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".wasm": "application/wasm",
	".gz":   "application/gzip",
	".alm":  "application/octet-stream",
	".css":  "text/css; charset=utf-8",
	".svg":  "image/svg+xml",
	".png":  "image/png",
}

// Handler serves the site in dir. The error says what to do if dir is not a site.
func Handler(dir string) (http.Handler, error) {
	if _, err := site.ReadManifest(dir); err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("serve: %s is not a built site; run almanac build -o %s SOURCE", dir, dir)
		}
		return nil, err
	}
	return handler{dir}, nil
}

type handler struct{ dir string }

// ServeHTTP implements http.Handler.
func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "this is a static site", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "index.html"
	}
	f, err := h.open(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.IsDir() {
		http.NotFound(w, r)
		return
	}
	header := w.Header()
	header.Set("Content-Type", contentType(name))
	header.Set("Cache-Control", cacheControl(name))
	header.Set("X-Content-Type-Options", "nosniff")
	// ServeContent answers ranges and conditional requests.
	header.Set("ETag", fmt.Sprintf(`"%x-%x"`, info.ModTime().UnixNano(), info.Size()))
	http.ServeContent(w, r, name, info.ModTime(), f)
}

// open never leaves the site, whatever the path or a link says. The site is found
// anew each time, because a build puts another directory in its place.
func (h handler) open(name string) (*os.File, error) {
	root, err := os.OpenRoot(h.dir)
	if err != nil {
		return nil, fmt.Errorf("serve: %w", err)
	}
	defer root.Close()
	return root.Open(name)
}

func contentType(name string) string {
	ending := path.Ext(name)
	if t := types[ending]; t != "" {
		return t
	}
	if t := mime.TypeByExtension(ending); t != "" {
		return t
	}
	return "application/octet-stream"
}

// cacheControl keeps what is named by its content for ever and has the rest
// asked for anew.
func cacheControl(name string) string {
	if strings.HasPrefix(name, site.AssetsDir+"/") || strings.HasPrefix(name, site.PackDir+"/") {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}
