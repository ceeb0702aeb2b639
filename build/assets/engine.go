package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Readers pay for every byte of the engine, so it is compiled with what makes it
// smallest (figures in RATIONALE.md):
//
//   - garble -tiny strips names and positions, which WebAssembly carries as data;
//     the fixed seed keeps the output the same on every machine;
//   - nothing is inlined but our own packages and the three libraries in the inner
//     loops, where inlining costs little and pays;
//   - the newer garbage collector is larger and of no use to one thread.
var smallFlags = []string{"-gcflags=all=-l", "-gcflags=almanac/...=", "-gcflags=github.com/...="}

const garbleSeed = "YWxtYW5hYzE" // eight bytes in base64

// compileEngine compiles ./wasm into file.
func compileEngine(file, how, garble string) error {
	build := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w"}
	command := "go"
	experiment := ""
	switch how {
	case "plain":
	case "small":
		command, experiment = garble, "nogreenteagc"
		build = append([]string{"-tiny", "-seed=" + garbleSeed}, append(build, smallFlags...)...)
	default:
		return fmt.Errorf("unknown way %q: want small or plain", how)
	}
	fresh := file + ".new"
	cmd := exec.Command(command, append(build, "-o", fresh, "./wasm")...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT="+experiment)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w (make build installs garble; ENGINE=plain make build does without)", filepath.Base(command), err)
	}
	return os.Rename(fresh, file)
}
