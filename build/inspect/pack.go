// Package inspect examines a pack: what is in it, how large its parts are, and
// whether every hash, checksum and byte is as it should be. What is damaged is
// named, and the rest is examined all the same.
package inspect

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"almanac/build/site"
	"almanac/index/pack"
	"almanac/index/packfile"
)

// Pack is a pack to examine.
type Pack struct {
	dir string
	// rootName is empty for a single pack file without its root.
	rootName string
	root     *pack.Root
	// rootData is the root's file, payload its content.
	rootData, payload []byte
	// only restricts the examination to one pack file.
	only  string
	files map[string][]byte
	// rootProblems are what is wrong with the root itself.
	rootProblems []Problem
}

// Open finds the pack at path: a site, a directory of pack files, a root or
// another pack file. Damage is not an error: the report tells it. The error says
// that there is nothing to examine.
func Open(path string) (*Pack, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("inspect: %w; name a site, its pack directory or a file ending in .alm", err)
	}
	p := &Pack{dir: path, files: map[string][]byte{}}
	if !info.IsDir() {
		p.dir = filepath.Dir(path)
		return p.openFile(filepath.Base(path))
	}
	manifest, err := site.ReadManifest(path)
	switch {
	case err == nil:
		p.dir = filepath.Join(path, filepath.Dir(manifest.Root))
		return p, p.openRoot(filepath.Base(manifest.Root))
	case !errors.Is(err, os.ErrNotExist):
		return nil, err
	}
	roots, _ := p.list()
	if len(roots) != 1 {
		return nil, fmt.Errorf("inspect: %s holds %d roots (%s*.alm) and no %s; name a site, its pack directory or a file ending in .alm",
			path, len(roots), packfile.RootPrefix, site.ManifestName)
	}
	return p, p.openRoot(roots[0])
}

// list returns the names of the roots and of the other pack files in the
// directory.
func (p *Pack) list() (roots, others []string) {
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return nil, nil
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case !strings.HasSuffix(name, ".alm"):
		case strings.HasPrefix(name, packfile.RootPrefix):
			roots = append(roots, name)
		default:
			others = append(others, name)
		}
	}
	return roots, others
}

// openFile opens a root, or a pack file with the root beside it that names it, or
// a pack file alone.
func (p *Pack) openFile(name string) (*Pack, error) {
	if strings.HasPrefix(name, packfile.RootPrefix) {
		return p, p.openRoot(name)
	}
	roots, _ := p.list()
	for _, rootName := range roots {
		with := &Pack{dir: p.dir, only: name, files: p.files}
		if with.openRoot(rootName) != nil || with.root == nil {
			continue
		}
		for _, f := range with.root.Files {
			if pack.FileName(f.Hash) == name {
				return with, nil
			}
		}
	}
	p.only = name
	return p, nil
}

// openRoot reads a root; one that is damaged leaves p.root nil.
func (p *Pack) openRoot(name string) (err error) {
	p.rootName = name
	if p.rootData, err = os.ReadFile(filepath.Join(p.dir, name)); err != nil {
		return fmt.Errorf("inspect: %w", err)
	}
	if problem := checkName(name, p.rootData); problem != "" {
		p.rootProblem(Problem{Text: problem})
	}
	if p.payload, err = packfile.Unfold(p.rootData); err != nil {
		p.rootProblem(Problem{Chunk: "root", Text: err.Error()})
		return nil
	}
	if p.root, err = pack.DecodeRoot(p.payload, ""); err != nil {
		var e *pack.Error
		offset := 0
		if errors.As(err, &e) {
			offset = e.Offset
		}
		p.rootProblem(Problem{Chunk: "root", PayloadOffset: offset, Text: err.Error()})
	}
	return nil
}

func (p *Pack) rootProblem(problem Problem) {
	problem.File = p.rootName
	p.rootProblems = append(p.rootProblems, problem)
}

// checkName returns what is wrong with a file whose name should tell its content,
// or "".
func checkName(name string, data []byte) string {
	want := packfile.Name(data)
	if got := strings.TrimPrefix(name, packfile.RootPrefix); got != want {
		return fmt.Sprintf("its %d bytes do not match its name: they hash to %s", len(data), want)
	}
	return ""
}

// file reads a file and keeps the last few.
func (p *Pack) file(name string) ([]byte, error) {
	if data, ok := p.files[name]; ok {
		return data, nil
	}
	data, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil {
		return nil, err
	}
	if len(p.files) >= 16 {
		clear(p.files)
	}
	p.files[name] = data
	return data, nil
}
