package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// Readers pay for every byte of the engine, so it is compiled with what makes it
// smallest without making it slow (figures in RATIONALE.md):
//
//   - garble -tiny strips names and positions, which WebAssembly carries as data;
//     the fixed seed keeps the output the same on every machine;
//   - what runs once a call is not inlined, and neither is Go's runtime, whose
//     many small functions are copied most; inlining all the rest makes the engine
//     smaller, not larger, and inner loops need it;
//   - the newer garbage collector is larger and of no use to one thread.
var smallFlags = []string{
	"-ldflags=-s -w",
	"-gcflags=runtime=-l",
	"-gcflags=almanac/wasm=-l",
	"-gcflags=almanac/wasm/wire=-l",
	"-gcflags=almanac/wasm/service=-l",
	"-gcflags=almanac/wasm/engine/ask=-l",
}

// garbleSeed is eight bytes in base64. garble scrambles the addresses in the table
// of functions with a number it derives from the seed; this seed's number changes
// only their highest bits, so that the table compresses 1.3 KB better.
const garbleSeed = "Ynk0ZGdhYWE"

// compileEngine compiles ./wasm into file.
func compileEngine(file, how, garble string) error {
	build := []string{"build", "-trimpath", "-buildvcs=false"}
	command := "go"
	experiment := ""
	switch how {
	case "plain":
	case "small":
		command, experiment = garble, "nogreenteagc"
		build = slices.Concat([]string{"-tiny", "-seed=" + garbleSeed}, build, smallFlags)
	default:
		return fmt.Errorf("unknown way %q: want small or plain", how)
	}
	fresh := file + ".new"
	cmd := exec.Command(command, append(build, "-o", fresh, "./wasm")...)
	// GOGARBLE: names of every package are shortened, not only of ours.
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT="+experiment, "GOGARBLE=*")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w (make build installs garble; ENGINE=plain make build does without)", filepath.Base(command), err)
	}
	return os.Rename(fresh, file)
}
