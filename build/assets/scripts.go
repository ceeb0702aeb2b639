package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// bundles are the scripts of a site: entry point and name.
var bundles = map[string]string{
	"web/src/almanac.ts":       "almanac.js",
	"web/src/worker/worker.ts": "worker.js",
	"web/src/chart/chart.ts":   "chart.js",
}

// bundleScripts bundles the TypeScript and copies the page into dir.
func bundleScripts(dir string) error {
	glue, err := wasmExec()
	if err != nil {
		return err
	}
	for entry, name := range bundles {
		if err := bundle(entry, filepath.Join(dir, name), glue); err != nil {
			return err
		}
	}
	page, err := os.ReadFile("web/page/index.html")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "index.html"), page, 0o644)
}

// bundle makes one ES module of entry and all it imports.
func bundle(entry, file, glue string) error {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{entry},
		Outfile:           file,
		Bundle:            true,
		Write:             true,
		Format:            api.FormatESModule,
		Platform:          api.PlatformBrowser,
		Target:            api.ES2022,
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		Plugins:           []api.Plugin{gluePlugin(glue)},
		LogLevel:          api.LogLevelWarning,
	})
	if len(result.Errors) > 0 {
		messages := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
		return errors.New(strings.Join(messages, "\n"))
	}
	return nil
}

// gluePlugin resolves the import "wasm_exec" to the file of the toolchain that
// compiles the engine: the two must match.
func gluePlugin(file string) api.Plugin {
	return api.Plugin{Name: "wasm_exec", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^wasm_exec$"}, func(api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: file}, nil
		})
	}}
}

// wasmExec finds wasm_exec.js in the toolchain.
func wasmExec() (string, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("asking go for GOROOT: %w", err)
	}
	file := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	if _, err := os.Stat(file); err != nil {
		return "", fmt.Errorf("the toolchain has no wasm_exec.js: %w", err)
	}
	return file, nil
}
