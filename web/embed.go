// Package web holds the browser's half of the project and, once `make build` has
// run, what it was bundled and compiled to.
package web

import (
	"embed"
	"fmt"
)

//go:embed all:dist
var dist embed.FS

// Asset returns a built file: "almanac.js", "worker.js", "engine.wasm" or
// "index.html".
func Asset(name string) ([]byte, error) {
	data, err := dist.ReadFile("dist/" + name)
	if err != nil {
		return nil, fmt.Errorf("web: this program was built without %s: run make build", name)
	}
	return data, nil
}
