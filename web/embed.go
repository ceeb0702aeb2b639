// Package web carries the browser's half of Almanac: what build/assets made of
// web/src and of the engine, embedded so that the almanac command needs neither
// network nor Node.
package web

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Asset names.
const (
	// Script is the script for pages: it defines <almanac-search>.
	Script = "almanac.js"
	// Worker is the script that runs the engine, in a worker or in a page.
	Worker = "worker.js"
	// Chart is the script that draws series, loaded when the first one is shown.
	Chart = "chart.js"
	// Engine is the engine as WebAssembly.
	Engine = "engine.wasm"
	// Page is the search page.
	Page = "index.html"
)

// ErrNotBuilt says that the command was built before its assets were.
var ErrNotBuilt = errors.New("the browser assets were not built into this command; run `make build`, then use the command it makes")

// Asset returns the content of one of the assets. The error wraps ErrNotBuilt if
// the asset is not embedded.
func Asset(name string) ([]byte, error) { return read(dist, name) }

func read(files fs.FS, name string) ([]byte, error) {
	data, err := fs.ReadFile(files, "dist/"+name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("web: %s: %w", name, ErrNotBuilt)
	}
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	if len(data) == 0 {
		return nil, fmt.Errorf("web: %s is empty: %w", name, ErrNotBuilt)
	}
	return data, nil
}
