// Command assets makes what the almanac command embeds: the engine compiled to
// WebAssembly, and the element and the worker bundled from TypeScript. It runs
// from the root of the repository and writes web/dist.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

const dist = "web/dist"

func main() {
	only := flag.String("only", "", `make only "engine" or "scripts"`)
	engine := flag.String("engine", "small", `how to compile the engine: "small" for readers, "plain" to keep names and panic messages`)
	garble := flag.String("garble", "garble", "the garble command, for -engine small")
	module := flag.String("strip", "", "strip this WebAssembly `file`, and do nothing else")
	flag.Parse()
	err := error(nil)
	if *module != "" {
		err = stripFile(*module)
	} else {
		err = makeAssets(*only, *engine, *garble)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "assets: %v\n", err)
		os.Exit(1)
	}
}

func makeAssets(only, engine, garble string) error {
	if err := os.MkdirAll(dist, 0o755); err != nil {
		return err
	}
	if only != "scripts" {
		if err := compileEngine(filepath.Join(dist, "engine.wasm"), engine, garble); err != nil {
			return fmt.Errorf("compiling the engine: %w", err)
		}
	}
	if only != "engine" {
		if err := bundleScripts(dist); err != nil {
			return fmt.Errorf("bundling the scripts: %w", err)
		}
	}
	return nil
}
