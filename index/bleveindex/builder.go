package bleveindex

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/blevesearch/bleve/v2"

	"almanac/index/pack"
)

// Document is one passage as it is indexed and shown.
type Document struct {
	Passage pack.Passage
	Title   string
	Heading string
	Body    string
	// Shown is kept beside the index and comes back at export.
	Shown pack.Text
	// Meta is set for the first passage of an article.
	Meta *pack.Meta
}

// Builder indexes passages into a new bleve index on disk.
type Builder struct {
	builder bleve.Builder
	path    string
	// passages counts what was added.
	passages int
}

// ErrEmpty means that nothing was added to an index.
var ErrEmpty = errors.New("bleveindex: there is no passage to index")

// NewBuilder starts an index in dir, which must exist and be empty.
func NewBuilder(dir string) (*Builder, error) {
	path := filepath.Join(dir, "index.bleve")
	b, err := bleve.NewBuilder(path, Mapping(), map[string]any{"buildPathPrefix": dir, "batchSize": 2000})
	if err != nil {
		return nil, fmt.Errorf("bleveindex: starting an index in %s: %w", dir, err)
	}
	return &Builder{builder: b, path: path}, nil
}

type shown struct {
	Text pack.Text
	Meta *pack.Meta `json:",omitempty"`
}

// Add indexes one passage.
func (b *Builder) Add(d *Document) error {
	stored, err := json.Marshal(shown{d.Shown, d.Meta})
	if err != nil {
		return fmt.Errorf("bleveindex: passage %s: %w", DocumentID(d.Passage), err)
	}
	fields := map[string]any{
		FieldBody:    d.Body,
		fieldSurface: d.Title + "\n" + d.Heading + "\n" + d.Body,
		fieldStored:  string(stored),
	}
	if d.Title != "" {
		fields[FieldTitle] = d.Title
	}
	if d.Heading != "" {
		fields[FieldHeading] = d.Heading
	}
	if err := b.builder.Index(DocumentID(d.Passage), fields); err != nil {
		return fmt.Errorf("bleveindex: passage %s: %w", DocumentID(d.Passage), err)
	}
	b.passages++
	return nil
}

// Finish completes the index and opens it. The error is ErrEmpty if nothing was
// added.
func (b *Builder) Finish() (*Index, error) {
	if b.passages == 0 {
		// bleve's builder panics when it has no document.
		return nil, ErrEmpty
	}
	if err := b.builder.Close(); err != nil {
		return nil, fmt.Errorf("bleveindex: finishing %s: %w", b.path, err)
	}
	return Open(b.path)
}

// DocumentID returns the id of a passage in bleve: article and ordinal in
// hexadecimal, so that ids sort as passages do.
func DocumentID(p pack.Passage) string {
	s := strconv.FormatUint(uint64(p), 16)
	return "0000000000000000"[len(s):] + s
}

// ParseDocumentID is the inverse of DocumentID.
func ParseDocumentID(id string) (pack.Passage, error) {
	v, err := strconv.ParseUint(id, 16, 64)
	if err != nil || len(id) != 16 {
		return 0, fmt.Errorf("bleveindex: %q is not a passage id", id)
	}
	return pack.Passage(v), nil
}
