package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// outputs are directories that hold what was made, not what was written.
var outputs = []string{".git", ".bin", ".build", "node_modules", "dist"}

// Files lists the files of the repository at root: those that git tracks or would
// add, or, in a copy without git, all but the outputs.
func Files(root string) ([]string, error) {
	cmd := exec.Command("git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	out, err := cmd.Output()
	if err != nil {
		return walk(root)
	}
	var files []string
	for name := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		info, err := os.Stat(filepath.Join(root, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue // deleted, but not yet in a commit
		}
		if err != nil {
			return nil, fmt.Errorf("rules: %w", err)
		}
		if info.Mode().IsRegular() {
			files = append(files, name)
		}
	}
	return files, nil
}

func walk(root string) ([]string, error) {
	var files []string
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && slices.Contains(outputs, d.Name()) {
			return fs.SkipDir
		}
		if d.Type().IsRegular() {
			files = append(files, name)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	return files, nil
}
