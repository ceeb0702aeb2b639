package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSwapKeepsTheOldSite: when the new site cannot be moved into place, the old
// one stays.
func TestSwapKeepsTheOldSite(t *testing.T) {
	work, home := t.TempDir(), t.TempDir()
	out := filepath.Join(home, "dist")
	if err := swap(filepath.Join(work, "missing"), out, work); err == nil || !strings.Contains(err.Error(), "into place") {
		t.Errorf("without an old site: %v", err)
	}
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(out, ManifestName), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := swap(filepath.Join(work, "missing"), out, work); err == nil || !strings.Contains(err.Error(), "into place") {
		t.Errorf("%v", err)
	}
	if data, err := os.ReadFile(filepath.Join(out, ManifestName)); err != nil || string(data) != "old" {
		t.Errorf("the old site is gone: %q, %v", data, err)
	}
	fresh := filepath.Join(work, "fresh")
	if err := os.Mkdir(fresh, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := swap(fresh, out, work); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(work, "old", ManifestName)); err != nil {
		t.Errorf("the old site was not moved: %v", err)
	}
}
