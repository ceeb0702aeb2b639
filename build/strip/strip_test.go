package strip

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// program is testdata/program compiled for js/wasm, with names.
func program(t testing.TB) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.wasm")
	cmd := exec.Command("go", "build", "-o", file, "./testdata/program")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	module, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return module
}

// execute runs a module in Node and returns all it prints.
func execute(t *testing.T, module []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(file, module, 0o644); err != nil {
		t.Fatal(err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec"), file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

func TestProgramsRunAsBefore(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Go's script that runs WebAssembly in Node is for Unix shells")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed; make test needs it")
	}
	module := program(t)
	stripped, err := Strip(bytes.Clone(module))
	if err != nil {
		t.Fatal(err)
	}
	want := execute(t, module)
	for _, line := range []string{"tree 8191", "direct rescued own", "interface rescued runtime error", "too deep true", "deep rescued bottom", "goexit runs"} {
		if !strings.Contains(want, line) {
			t.Errorf("the program does not print %q, so the test does not show that it still works:\n%s", line, want)
		}
	}
	if got := execute(t, stripped); got != want {
		t.Errorf("stripped, the program prints\n%s\nand before it printed\n%s", got, want)
	}
}

func TestStripTakesOut(t *testing.T) {
	module := program(t)
	stripped, err := Strip(bytes.Clone(module))
	if err != nil {
		t.Fatal(err)
	}
	memory := func(module []byte) []byte { return load1(t, module).bytes }
	before, after := memory(module), memory(stripped)
	if len(before) != len(after) {
		t.Fatalf("the memory had %d bytes, now %d", len(before), len(after))
	}
	for _, name := range []string{"runtime.gcStart", "testdata/program/main.go"} {
		if !bytes.Contains(before, []byte(name)) || bytes.Contains(after, []byte(name)) {
			t.Errorf("%q should be in the memory before, and not after", name)
		}
	}
	for i, b := range after {
		if b != before[i] && b != 0 && b != 0xff { // 0xff: the place of no data
			t.Fatalf("address %d: %#x became %#x; stripping only clears", i, before[i], b)
		}
	}
	zeroes := func(b []byte) int { return bytes.Count(b, []byte{0}) }
	if gained := zeroes(after) - zeroes(before); gained < 50_000 {
		t.Errorf("only %d bytes were cleared", gained)
	}
	again, err := Strip(bytes.Clone(stripped))
	if err != nil || !bytes.Equal(again, stripped) {
		t.Errorf("stripping twice differs from once: %v", err)
	}
}

// load1 returns a module's memory.
func load1(t testing.TB, module []byte) *memory {
	t.Helper()
	sections, err := parse(module)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		if s.id == sectionData {
			m, err := load(s.content)
			if err != nil {
				t.Fatal(err)
			}
			return m
		}
	}
	t.Fatal("no data section")
	return nil
}

// TestStripRefuses gives Strip tables that are not as Go 1.26 writes them.
func TestStripRefuses(t *testing.T) {
	m := load1(t, program(t))
	table, err := findTable(m.bytes)
	if err != nil {
		t.Fatal(err)
	}
	record := table.index + int(order.Uint32(m.bytes[table.index+4:]))
	for name, c := range map[string]struct {
		at, value int
		layout    bool // the table is not even recognised
	}{
		"no functions":          {table.header + 8, 0, true},
		"too many functions":    {table.header + 8, 1 << 30, true},
		"parts out of order":    {table.header + 4*8, 1 << 20, true},
		"part beyond the end":   {table.header + 8*8, len(m.bytes), true},
		"record outside":        {table.index + 4, 1 << 30, false},
		"record of many values": {record + recordValues, 9, false},
		"values outside":        {record + recordStack, 1 << 30, false},
	} {
		mem := bytes.Clone(m.bytes)
		order.PutUint32(mem[c.at:], uint32(c.value))
		err := stripTable(mem)
		if err == nil || errors.Is(err, errNoTable) != c.layout {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestStripNamesThePlace(t *testing.T) {
	for _, c := range []struct{ module, want string }{
		{"", "not a WebAssembly module"},
		{preamble, "no data section"},
		{preamble + "\x0b", "byte 9: cut off"},
		{preamble + "\x0b\x05\x00", "byte 10: cut off"},
		{preamble + "\x0b\x01\x00", "no table of functions"},
		{preamble + "\x0b\x02\x00\x00", "1 bytes after the last segment"},
		{preamble + "\x0b\x02\x01\x01", "want an active segment, byte 0x0, not 0x1"},
		{preamble + "\x0b\x06\x01\x00\x42\x00\x0b\x00", "want a constant address"},
		{preamble + "\x0b\x06\x01\x00\x41\x7f\x0b\x00", "the segment at address -1"},
		{preamble + "\x0b\x0c\x02\x00\x41\x00\x0b\x01a\x00\x41\x00\x0b\x01b", "cut off"},
		{preamble + "\x0b\x0d\x02\x00\x41\x00\x0b\x01a\x00\x41\x00\x0b\x01b", "overlaps"},
	} {
		if _, err := Strip([]byte(c.module)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.module, err, c.want)
		}
	}
}

func FuzzStrip(f *testing.F) {
	f.Add([]byte(preamble + "\x0b\x0d\x02\x00\x41\x00\x0b\x01a\x00\x41\x04\x0b\x01b"))
	f.Add([]byte(preamble + "\x01\x00\x0b\x01\x00"))
	f.Fuzz(func(t *testing.T, module []byte) {
		if out, err := Strip(module); err == nil && !bytes.HasPrefix(out, []byte(preamble)) {
			t.Errorf("%x became %x", module, out)
		}
	})
}
