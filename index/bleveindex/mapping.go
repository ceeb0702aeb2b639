// Package bleveindex is the only user of bleve: it indexes passages natively and
// exports what a pack holds through bleve's public reader interface.
package bleveindex

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
)

// The fields of a passage document.
const (
	FieldTitle   = "title"
	FieldHeading = "heading"
	FieldBody    = "body"
	// fieldSurface holds every folded word of the passage once; it feeds the
	// lexicon and is not ranked.
	fieldSurface = "surface"
	// fieldStored is the passage as it is shown.
	fieldStored = "stored"
)

// RankedFields are the fields that are scored, in the order of the pack.
var RankedFields = []string{FieldTitle, FieldHeading, FieldBody}

// Mapping returns the mapping of a passage document, scored by bleve's default
// model (tf-idf with field length norms).
func Mapping() mapping.IndexMapping {
	document := bleve.NewDocumentStaticMapping()
	for _, name := range RankedFields {
		document.AddFieldMappingsAt(name, textField(TermAnalyzer, true))
	}
	surface := textField(SurfaceAnalyzer, false)
	surface.SkipFreqNorm = true
	document.AddFieldMappingsAt(fieldSurface, surface)
	stored := bleve.NewTextFieldMapping()
	stored.Index, stored.Store, stored.IncludeInAll, stored.DocValues, stored.IncludeTermVectors = false, true, false, false, false
	document.AddFieldMappingsAt(fieldStored, stored)

	m := bleve.NewIndexMapping()
	m.DefaultMapping = document
	m.DefaultAnalyzer = TermAnalyzer
	return m
}

func textField(analyzer string, positions bool) *mapping.FieldMapping {
	f := bleve.NewTextFieldMapping()
	f.Analyzer = analyzer
	f.Store, f.IncludeInAll, f.DocValues, f.IncludeTermVectors = false, false, false, positions
	return f
}
