package rules

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// root is the repository, from this package.
const root = "../.."

func report(t *testing.T, found []Violation) {
	t.Helper()
	for _, v := range found {
		t.Error(v)
	}
}

func TestRepository(t *testing.T) {
	files, err := Files(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 100 {
		t.Fatalf("only %d files found: the rules would hold of nothing", len(files))
	}
	found, err := Check(os.DirFS(root), files)
	if err != nil {
		t.Fatal(err)
	}
	report(t, found)
	report(t, CheckLayers(files))
}

// TestBrowser asks the toolchain, since only it knows which files js/wasm takes.
func TestBrowser(t *testing.T) {
	deps := browserPackages(t)
	if len(deps) < 10 || deps[len(deps)-1] != module+"/wasm" {
		t.Fatalf("go list names %d packages, the last not ./wasm: %v", len(deps), deps)
	}
	report(t, CheckBrowser(deps))
}

// TestMakefile holds the Makefile's list of the engine's packages, from which it
// decides when to compile the engine and what to test under WebAssembly, to what
// the engine imports.
func TestMakefile(t *testing.T) {
	text, err := os.ReadFile(root + "/Makefile")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(text), "\nWASM_PACKAGES := ")
	list, _, _ = strings.Cut(list, "\n")
	got := strings.Fields(list)
	var want []string
	for _, dep := range browserPackages(t) {
		if p, ours := strings.CutPrefix(dep, module+"/"); ours && p != "wasm" {
			want = append(want, "./"+p)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("WASM_PACKAGES in the Makefile is %v, the engine imports %v; correct the Makefile", got, want)
	}
}

// browserPackages lists ./wasm and all it imports, itself last.
func browserPackages(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "./wasm")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOPROXY=off")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	return strings.Fields(string(out))
}
