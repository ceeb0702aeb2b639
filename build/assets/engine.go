package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"almanac/build/strip"
)

// Readers pay for every byte of the engine, so it is compiled with what makes it
// smallest without making it slow (figures in RATIONALE.md):
//
//   - garble -tiny shortens names and takes out what prints a crash; the fixed seed
//     keeps the output the same on every machine;
//   - what runs once a call is not inlined; inlining all the rest makes the engine
//     smaller, not larger, and inner loops need it;
//   - the newer garbage collector is larger and of no use to one thread;
//   - package strip takes out what only stack traces read.
var smallFlags = []string{
	"-ldflags=-s -w",
	"-gcflags=almanac/wasm=-l",
	"-gcflags=almanac/wasm/wire=-l",
	"-gcflags=almanac/wasm/service=-l",
}

const garbleSeed = "YWxtYW5hYzE" // eight bytes in base64

// compileEngine compiles ./wasm into file, which keeps its content if that fails.
func compileEngine(file, how, garble string) error {
	fresh := file + ".new"
	defer os.Remove(fresh) // if something fails on the way
	build := []string{"build", "-trimpath", "-buildvcs=false", "-o", fresh}
	switch how {
	case "plain":
		if err := run("go", build, ""); err != nil {
			return err
		}
	case "small":
		build = slices.Concat([]string{"-tiny", "-seed=" + garbleSeed}, build, smallFlags)
		if err := run(garble, build, "nogreenteagc"); err != nil {
			return fmt.Errorf("%w (make build installs garble; ENGINE=plain make build does without)", err)
		}
		if err := stripFile(fresh); err != nil {
			return err
		}
	default:
		return fmt.Errorf("unknown way %q: want small or plain", how)
	}
	return os.Rename(fresh, file)
}

// run builds ./wasm with the go command or garble.
func run(command string, args []string, experiment string) error {
	cmd := exec.Command(command, append(args, "./wasm")...)
	// GOGARBLE: names of every package are shortened, not only of ours.
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT="+experiment, "GOGARBLE=*")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(command), err)
	}
	return nil
}

// stripFile strips a module in its file.
func stripFile(file string) error {
	module, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if module, err = strip.Strip(module); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, module, 0o644)
}
