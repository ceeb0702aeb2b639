// Package rules holds the rules of this repository that a test can enforce: what
// may import what, what the browser must not load, how files are named and how
// long they get. CONTRIBUTING.md tells them in prose.
//
// Imports are read from every Go and TypeScript file of the tree, whatever its
// build constraints, so that a rule also holds where `go test` does not look.
package rules

import (
	"fmt"
	"io/fs"
)

// Violation is one broken rule and where.
type Violation struct {
	File    string
	Line    int // from 1; 0: the whole file
	Problem string
	// Remedy says what to do.
	Remedy string
}

// String is "file:line: problem; remedy", which editors can jump to.
func (v Violation) String() string {
	at := v.File
	if v.Line > 0 {
		at = fmt.Sprintf("%s:%d", v.File, v.Line)
	}
	return at + ": " + v.Problem + "; " + v.Remedy
}

// Check holds the rules for files and imports against the files, whose names are
// slash-separated and relative to the root of fsys. The error says what could not
// be read.
func Check(fsys fs.FS, files []string) ([]Violation, error) {
	var found []Violation
	for _, name := range files {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("rules: %w", err)
		}
		found = append(found, checkFile(name, data)...)
		imports, err := readImports(name, data)
		if err != nil {
			found = append(found, Violation{File: name, Problem: err.Error(), Remedy: "make it parse"})
		}
		for _, i := range imports {
			found = append(found, checkImport(i)...)
		}
	}
	return found, nil
}
