package bleveindex

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"

	"almanac/index/pack"
)

// Index is a finished index, ready to be exported and searched.
type Index struct {
	// Bleve is the index itself, against which the engine is checked.
	Bleve    bleve.Index
	reader   index.IndexReader
	passages map[uint64]pack.Passage // by bleve's document number
}

// Open opens a finished index for export.
func Open(path string) (*Index, error) {
	b, err := bleve.OpenUsing(path, map[string]any{"read_only": true})
	if err != nil {
		return nil, fmt.Errorf("bleveindex: opening %s: %w", path, err)
	}
	x := &Index{Bleve: b, passages: map[uint64]pack.Passage{}}
	if err := x.open(); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return x, nil
}

func (x *Index) open() error {
	advanced, err := x.Bleve.Advanced()
	if err != nil {
		return fmt.Errorf("bleveindex: %w", err)
	}
	if x.reader, err = advanced.Reader(); err != nil {
		return fmt.Errorf("bleveindex: %w", err)
	}
	return x.numberPassages()
}

// numberPassages notes which passage each of bleve's document numbers is: bleve
// numbers documents as its batches and merges happen to fall.
func (x *Index) numberPassages() error {
	ids, err := x.reader.DocIDReaderAll()
	if err != nil {
		return fmt.Errorf("bleveindex: listing documents: %w", err)
	}
	defer ids.Close()
	for {
		internal, err := ids.Next()
		if err != nil || internal == nil {
			return err
		}
		external, err := x.reader.ExternalID(internal)
		if err != nil {
			return fmt.Errorf("bleveindex: naming a document: %w", err)
		}
		p, err := ParseDocumentID(external)
		if err != nil {
			return err
		}
		x.passages[internal.Value()] = p
	}
}

// Close releases the index.
func (x *Index) Close() error { return errors.Join(x.reader.Close(), x.Bleve.Close()) }

// Passages returns all passages in order.
func (x *Index) Passages() []pack.Passage {
	out := make([]pack.Passage, 0, len(x.passages))
	for _, p := range x.passages {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}

// Word is an entry of a field's dictionary.
type Word struct {
	Word string
	DF   int
}

// Dictionary returns the words of a ranked field in byte order.
func (x *Index) Dictionary(field string) ([]Word, error) {
	dict, err := x.reader.FieldDict(field)
	if err != nil {
		return nil, fmt.Errorf("bleveindex: dictionary of %s: %w", field, err)
	}
	defer dict.Close()
	var out []Word
	for {
		entry, err := dict.Next()
		if err != nil {
			return nil, fmt.Errorf("bleveindex: dictionary of %s: %w", field, err)
		}
		if entry == nil {
			return out, nil
		}
		out = append(out, Word{entry.Term, int(entry.Count)})
	}
}

// Surfaces returns the surface forms of the archive in byte order.
func (x *Index) Surfaces() ([]Word, error) { return x.Dictionary(fieldSurface) }

// Postings returns the postings of a term in a ranked field, in order of passage.
func (x *Index) Postings(field, term string) ([]pack.Posting, error) {
	reader, err := x.reader.TermFieldReader(context.Background(), []byte(term), field, true, true, true)
	if err != nil {
		return nil, fmt.Errorf("bleveindex: postings of %s:%s: %w", field, term, err)
	}
	defer reader.Close()
	var out []pack.Posting
	var doc index.TermFieldDoc
	for {
		next, err := reader.Next(doc.Reset())
		if err != nil {
			return nil, fmt.Errorf("bleveindex: postings of %s:%s: %w", field, term, err)
		}
		if next == nil {
			break
		}
		out = append(out, x.posting(next))
	}
	slices.SortFunc(out, func(a, b pack.Posting) int { return cmp.Compare(a.Passage, b.Passage) })
	return out, nil
}

func (x *Index) posting(doc *index.TermFieldDoc) pack.Posting {
	p := pack.Posting{Passage: x.passages[doc.ID.Value()], Frequency: uint32(doc.Freq), Length: fieldLength(doc.Norm)}
	for _, v := range doc.Vectors {
		p.Positions = append(p.Positions, uint32(v.Pos))
	}
	slices.Sort(p.Positions)
	return p
}

// fieldLength undoes bleve's norm, which is one over the root of the length.
func fieldLength(norm float64) uint32 { return uint32(math.Round(1 / (norm * norm))) }

// Shown returns a passage as it was stored.
func (x *Index) Shown(p pack.Passage) (pack.Text, *pack.Meta, error) {
	id := DocumentID(p)
	doc, err := x.reader.Document(id)
	if err != nil {
		return pack.Text{}, nil, fmt.Errorf("bleveindex: stored passage %s: %w", id, err)
	}
	if doc == nil {
		return pack.Text{}, nil, fmt.Errorf("bleveindex: stored passage %s is missing", id)
	}
	var s shown
	doc.VisitFields(func(f index.Field) {
		if f.Name() == fieldStored {
			err = json.Unmarshal(f.Value(), &s)
		}
	})
	if err != nil {
		return pack.Text{}, nil, fmt.Errorf("bleveindex: stored passage %s: %w", id, err)
	}
	return s.Text, s.Meta, nil
}
