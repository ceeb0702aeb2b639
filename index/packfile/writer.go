package packfile

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"almanac/index/pack"
)

// Writer writes a pack into a directory.
type Writer struct {
	dir  string
	root *pack.Root
	file bytes.Buffer
	in   int // chunks in file
	gz   *gzip.Writer
}

// NewWriter returns a Writer that adds files to dir and completes root, whose
// files, sections and lengths must be empty.
func NewWriter(dir string, root *pack.Root) (*Writer, error) {
	gz, err := gzip.NewWriterLevel(nil, gzip.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("packfile: %w", err)
	}
	return &Writer{dir: dir, root: root, gz: gz}, nil
}

// Add appends a chunk. Chunks of one kind follow each other, in order of key; it
// is an error to come back to a kind after another.
func (w *Writer) Add(kind pack.Kind, key pack.Key, payload []byte) error {
	section := w.section(kind)
	if section != &w.root.Sections[len(w.root.Sections)-1] {
		return fmt.Errorf("packfile: a %s chunk comes after the section of its kind", kind)
	}
	before := w.file.Len()
	if err := w.compress(payload); err != nil {
		return err
	}
	section.Keys = append(section.Keys, key)
	w.root.Lengths = append(w.root.Lengths, w.file.Len()-before)
	w.in++
	if w.file.Len() >= FileBytes {
		return w.flush()
	}
	return nil
}

func (w *Writer) section(kind pack.Kind) *pack.Section {
	if s := w.root.Section(kind); s != nil {
		return s
	}
	w.root.Sections = append(w.root.Sections, pack.Section{Kind: kind, First: len(w.root.Lengths)})
	return &w.root.Sections[len(w.root.Sections)-1]
}

func (w *Writer) compress(payload []byte) error {
	w.gz.Reset(&w.file)
	if _, err := w.gz.Write(payload); err != nil {
		return fmt.Errorf("packfile: compressing a chunk: %w", err)
	}
	if err := w.gz.Close(); err != nil {
		return fmt.Errorf("packfile: compressing a chunk: %w", err)
	}
	return nil
}

func (w *Writer) flush() error {
	if w.in == 0 {
		return nil
	}
	hash, err := w.write("")
	w.root.Files = append(w.root.Files, pack.File{Hash: hash, Chunks: w.in})
	w.in = 0
	return err
}

// write stores the buffer under its hash and empties it.
func (w *Writer) write(prefix string) (hash [pack.HashBytes]byte, err error) {
	sum := sha256.Sum256(w.file.Bytes())
	copy(hash[:], sum[:])
	path := filepath.Join(w.dir, prefix+pack.FileName(hash))
	if err := os.WriteFile(path, w.file.Bytes(), 0o644); err != nil {
		return hash, fmt.Errorf("packfile: writing %s: %w", path, err)
	}
	w.file.Reset()
	return hash, nil
}

// Close writes what is left and the root, and returns the root's file name.
func (w *Writer) Close() (rootName string, err error) {
	if err := w.flush(); err != nil {
		return "", err
	}
	if err := w.compress(w.root.Encode()); err != nil {
		return "", err
	}
	hash, err := w.write(RootPrefix)
	return RootPrefix + pack.FileName(hash), err
}

// RootPrefix begins the file name of a root.
const RootPrefix = "root."
