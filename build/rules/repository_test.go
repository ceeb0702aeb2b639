package rules

import (
	"os"
	"os/exec"
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
	cmd := exec.Command("go", "list", "-deps", "./wasm")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOPROXY=off")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	deps := strings.Fields(string(out))
	if len(deps) < 10 || deps[len(deps)-1] != module+"/wasm" {
		t.Fatalf("go list names %d packages, the last not ./wasm: %v", len(deps), deps)
	}
	report(t, CheckBrowser(deps))
}
