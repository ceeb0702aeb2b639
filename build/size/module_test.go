package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// section is a section of a made-up module, shorter than 128 bytes.
func section(id byte, content string) string {
	return string([]byte{id, byte(len(content))}) + content
}

// tiny imports one function, has 35 pages of memory, two functions of 3 and 2
// bytes, and names.
var tiny = "\x00asm\x01\x00\x00\x00" +
	section(sectionImport, "\x01\x02go\x04wait\x00\x00") +
	section(sectionMemory, "\x01\x00\x23") +
	section(sectionCode, "\x02\x03abc\x02de") +
	section(sectionData, "\x00") +
	section(sectionCustom, "\x04name"+section(0, "\x01m")+section(subsectionOfName, "\x02\x01\x06main.f\x02\x08sort.a.b"))

func TestParseModule(t *testing.T) {
	m, err := parseModule([]byte(tiny))
	if err != nil {
		t.Fatal(err)
	}
	want := &module{memoryPages: 35, imported: 1, functions: [][]byte{[]byte("abc"), []byte("de")}, dataBytes: 1, names: map[int]string{1: "main.f", 2: "sort.a.b"}}
	if !reflect.DeepEqual(m, want) {
		t.Errorf("got %+v, want %+v", m, want)
	}
	shares, err := sharesOf(m, []string{"runtime", "sort"})
	if err != nil || len(shares) != 2 || shares[0].pkg != "almanac/wasm" || shares[0].raw != 3 || shares[1].pkg != "sort" || shares[1].raw != 2 {
		t.Errorf("got shares %+v %+v, %v", shares[0], shares[1], err)
	}
}

func TestParseModuleRefuses(t *testing.T) {
	const start = "\x00asm\x01\x00\x00\x00"
	for _, c := range []struct{ module, want string }{
		{"", "not a WebAssembly module"},
		{"<!DOCTYPE html>", "not a WebAssembly module"},
		{start + "\x05\x7f\x01", "cut off"},
		{start + "\x80", "cut off"},
		{start + section(sectionCode, "\x01\x7fabc"), "section 10: byte 2: "},
		{start + section(sectionImport, "\x01\x01a\x01b\x02\x00"), "an import that is no function"},
	} {
		if _, err := parseModule([]byte(c.module)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want an error saying %q", c.module, err, c.want)
		}
	}
}

func FuzzParseModule(f *testing.F) {
	f.Add([]byte(tiny))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0a\xff\xff\xff\xff\x07"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := parseModule(data); err == nil && len(m.functions) > len(data) {
			t.Errorf("%d functions in %d bytes", len(m.functions), len(data))
		}
	})
}

func TestPackageOf(t *testing.T) {
	packages := map[string]string{"sort": "sort", "internal_runtime_maps": "internal/runtime/maps", "github.com_a_b_v2": "github.com/a/b/v2", "main": "almanac/wasm"}
	for function, want := range map[string]string{
		"sort.Slice.func1":                     "sort",
		"internal_runtime_maps.__Map_.Delete":  "internal/runtime/maps",
		"github.com_a_b_v2.f":                  "github.com/a/b/v2",
		"main.main":                            "almanac/wasm",
		"type_.eq.struct____sort.x_string____": "(the compiler's own)",
		"_rt0_wasm_js":                         "(the compiler's own)",
		"":                                     "(the compiler's own)",
	} {
		if got := packageOf(function, packages); got != want {
			t.Errorf("%s: %s, want %s", function, got, want)
		}
	}
}

func TestWeighFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "engine.wasm")
	if _, err := weighFile(file); err == nil || !strings.Contains(err.Error(), "make build") {
		t.Errorf("missing: got %v, want the remedy", err)
	}
	if err := os.WriteFile(file, []byte(tiny), 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := weighFile(file)
	if err != nil || w.raw != len(tiny) || w.pages != 35 || w.gzip == 0 || w.brotli == 0 {
		t.Errorf("got %+v, %v", w, err)
	}
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := weighFile(file); err == nil {
		t.Error("an empty engine was weighed")
	}
}
