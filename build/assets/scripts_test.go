package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// write makes files of a made-up project in a new directory and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestBundle(t *testing.T) {
	dir := write(t, map[string]string{
		"entry.ts": `import "wasm_exec"; import { shown } from "./part.ts"; export const answer: string = shown;`,
		"part.ts":  `/*! a licence */ export const shown = "from part"; export const unused = "left out";`,
		"glue.js":  `globalThis.Go = "from the toolchain";`,
	})
	out := filepath.Join(dir, "out.js")
	if err := bundle(filepath.Join(dir, "entry.ts"), out, filepath.Join(dir, "glue.js")); err != nil {
		t.Fatal(err)
	}
	script := read(t, out)
	for _, want := range []string{"from the toolchain", "from part", "export{"} {
		if !strings.Contains(script, want) {
			t.Errorf("the bundle lacks %q: %s", want, script)
		}
	}
	for _, unwanted := range []string{"left out", "licence", "import"} {
		if strings.Contains(script, unwanted) {
			t.Errorf("the bundle still has %q: %s", unwanted, script)
		}
	}
}

func TestBundleNamesThePlace(t *testing.T) {
	for name, content := range map[string]string{
		"syntax":  "const a = 1;\nconst = 2;",
		"missing": "const a = 1;\nimport './none.ts';",
	} {
		dir := write(t, map[string]string{"entry.ts": content})
		err := bundle(filepath.Join(dir, "entry.ts"), filepath.Join(dir, "out.js"), "")
		if err == nil || !strings.Contains(err.Error(), "entry.ts:2:") {
			t.Errorf("%s: got %v, want an error at entry.ts:2", name, err)
		}
	}
}

// TestScripts bundles what is shipped, twice.
func TestScripts(t *testing.T) {
	here, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	first, second := t.TempDir(), t.TempDir()
	t.Chdir(here)
	for _, dir := range []string{first, second} {
		if err := bundleScripts(dir); err != nil {
			t.Fatal(err)
		}
	}
	leftImport := regexp.MustCompile(`(^|[;}])import[ {"*]`)
	for _, name := range []string{"almanac.js", "worker.js", "index.html"} {
		script := read(t, filepath.Join(first, name))
		if script != read(t, filepath.Join(second, name)) {
			t.Errorf("%s: two bundles of the same source differ", name)
		}
		if strings.Contains(script, here) || leftImport.MatchString(script) {
			t.Errorf("%s names a place outside itself", name)
		}
	}
	// build/site puts the site's manifest where this stands.
	if n := strings.Count(read(t, filepath.Join(first, "almanac.js")), `"__ALMANAC_MANIFEST__"`); n != 1 {
		t.Errorf("almanac.js has the manifest's place %d times, want once", n)
	}
	if !strings.Contains(read(t, filepath.Join(first, "worker.js")), "globalThis.Go=") {
		t.Error("worker.js lacks the toolchain's wasm_exec.js")
	}
}

func TestCompileEngineKeepsTheOldOne(t *testing.T) {
	file := filepath.Join(write(t, map[string]string{"engine.wasm": "old"}), "engine.wasm")
	for _, c := range []struct{ how, garble, want string }{
		{"tiny", "", `unknown way "tiny": want small or plain`},
		{"small", filepath.Join(t.TempDir(), "garble"), "ENGINE=plain make build"},
		{"small", "false", "ENGINE=plain make build"},
	} {
		err := compileEngine(file, c.how, c.garble)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: got %v", c, err)
		}
	}
	if got := read(t, file); got != "old" {
		t.Errorf("a failed build left %q", got)
	}
}

// TestPlainEngine compiles the engine as Go does it by itself: it must keep the
// names that make a panic readable.
func TestPlainEngine(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles Go's runtime for WebAssembly")
	}
	file := filepath.Join(t.TempDir(), "engine.wasm")
	t.Chdir("../..")
	if err := compileEngine(file, "plain", ""); err != nil {
		t.Fatal(err)
	}
	module := []byte(read(t, file))
	if !bytes.HasPrefix(module, []byte("\x00asm\x01\x00\x00\x00")) || !bytes.Contains(module, []byte("almanac/wasm/service.(*Service).Call")) {
		t.Error("not a WebAssembly module with names")
	}
}
