// Package source reads what a person points the builder at (files and folders)
// and yields raw records, one article each, in a fixed order. It decodes the
// container (a text file, a JSON line), nothing more: what in a record is the
// article and what is page furniture is decided by package clean.
//
// A format is one file of this package and one row of the table in formats.go.
package source

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// DefaultLimit is the largest record read when Options.Limit is zero, in bytes.
// The longest newspaper article known to us is well below 1 MiB; the margin is
// for pages scraped with everything around them.
const DefaultLimit = 32 << 20

// Record is one article as it was found.
type Record struct {
	// Origin is where the record stands, for messages: a path, or path:line.
	Origin string
	// ID is unique among the records of one Read. It is the file's name without
	// its extension, or the record's own id; a repeated id gets "~2", "~3", ...
	ID string
	// Text is valid UTF-8, without a byte order mark.
	Text string

	// What the container states about the article itself; "" where it is silent.
	Title, Date, Section, URL string
}

// Options adjust Read. The zero value is what the command uses.
type Options struct {
	// Limit is the largest record in bytes; 0 means DefaultLimit.
	Limit int
	// Skipped, if set, is told of each file found in a folder whose extension no
	// format claims. A file named explicitly is an error instead.
	Skipped func(path string)
}

// Read yields the records of paths in the order given, a folder's files in the
// lexical order of their paths, and a file's records as they stand. A file named
// twice is read once. Where a record cannot be read the error is an *Error and
// the next record follows; the sequence ends early only when ctx does. Memory is
// that of one record.
func Read(ctx context.Context, paths []string, opts Options) iter.Seq2[Record, error] {
	if opts.Limit <= 0 {
		opts.Limit = DefaultLimit
	}
	return func(yield func(Record, error) bool) {
		r := reading{ctx: ctx, opts: opts, yield: yield, files: map[string]bool{}, ids: map[string]int{}}
		for _, p := range paths {
			if !r.path(p) {
				return
			}
		}
	}
}

// reading is the state of one Read. Its methods report whether to go on.
type reading struct {
	ctx   context.Context
	opts  Options
	yield func(Record, error) bool
	files map[string]bool
	ids   map[string]int
}

func (r *reading) path(p string) bool {
	info, err := os.Stat(p)
	if err != nil {
		return r.refuse(&Error{Path: p, Problem: "cannot be read", Remedy: "check the path and its permissions", Err: err})
	}
	if !info.IsDir() {
		if formatOf(p) == nil {
			return r.refuse(&Error{Path: p, Problem: fmt.Sprintf("unknown kind of file %q", filepath.Ext(p)),
				Remedy: "give a folder or a file ending in " + strings.Join(Extensions(), ", ")})
		}
		return r.file(p)
	}
	return r.folder(p)
}

// folder reads all files below root. Names are collected first and sorted as
// whole paths, so that the order does not depend on how the tree was walked.
func (r *reading) folder(root string) bool {
	var files []string
	goOn := true
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			goOn = r.refuse(&Error{Path: p, Problem: "cannot be read", Remedy: "check its permissions", Err: err})
			if !goOn {
				return fs.SkipAll
			}
			return nil
		case p != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case formatOf(p) != nil:
			files = append(files, p)
		case r.opts.Skipped != nil:
			r.opts.Skipped(p)
		}
		return r.ctx.Err()
	})
	if !goOn || err != nil && r.ctx.Err() != nil {
		return false
	}
	sort.Strings(files)
	for _, p := range files {
		if !r.file(p) {
			return false
		}
	}
	return true
}

func (r *reading) file(p string) bool {
	if r.ctx.Err() != nil {
		return false
	}
	key := p
	if abs, err := filepath.Abs(p); err == nil {
		key = abs
	}
	if r.files[key] {
		return true
	}
	r.files[key] = true
	f, err := os.Open(p)
	if err != nil {
		return r.refuse(&Error{Path: p, Problem: "cannot be opened", Remedy: "check its permissions", Err: err})
	}
	defer f.Close()
	return formatOf(p).read(&input{path: p, file: f, limit: r.opts.Limit, record: r.record, refuse: r.refuse})
}

func (r *reading) refuse(err *Error) bool { return r.yield(Record{}, err) && r.ctx.Err() == nil }

func (r *reading) record(rec Record) bool {
	rec.ID = r.unique(rec.ID)
	return r.yield(rec, nil) && r.ctx.Err() == nil
}

// unique returns id, or id with the first free "~n" behind it.
func (r *reading) unique(id string) string {
	r.ids[id]++
	if r.ids[id] == 1 {
		return id
	}
	for {
		next := fmt.Sprintf("%s~%d", id, r.ids[id])
		if r.ids[next] == 0 {
			r.ids[next] = 1
			return next
		}
		r.ids[id]++
	}
}
