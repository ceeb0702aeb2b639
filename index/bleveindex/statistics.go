package bleveindex

import (
	"fmt"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"

	"almanac/index/pack"
)

// The fields of a statistic document. They are in an index of their own, so that
// the counts that rank passages do not change.
const (
	FieldMeasure  = "measure"
	FieldSubject  = "subject"
	FieldSentence = "sentence"
)

// StatisticFields are the fields of a statistic that are scored, in the order of
// the pack.
var StatisticFields = []string{FieldMeasure, FieldSubject, FieldSentence}

// Statistic is one statistic as it is indexed.
type Statistic struct {
	// Place is its article and its ordinal there.
	Place pack.Passage
	// Measure is the label with unit, role and denominator; Subject who and where;
	// Sentence what was written.
	Measure, Subject, Sentence string
}

func statisticMapping() mapping.IndexMapping {
	document := bleve.NewDocumentStaticMapping()
	for _, name := range StatisticFields {
		document.AddFieldMappingsAt(name, textField(TermAnalyzer, false))
	}
	m := bleve.NewIndexMapping()
	m.DefaultMapping = document
	m.DefaultAnalyzer = TermAnalyzer
	return m
}

// NewStatisticsBuilder starts an index of statistics in dir, which must exist and
// be empty.
func NewStatisticsBuilder(dir string) (*Builder, error) {
	path := filepath.Join(dir, "statistics.bleve")
	b, err := bleve.NewBuilder(path, statisticMapping(), map[string]any{"buildPathPrefix": dir, "batchSize": 2000})
	if err != nil {
		return nil, fmt.Errorf("bleveindex: starting an index in %s: %w", dir, err)
	}
	return &Builder{builder: b, path: path}, nil
}

// AddStatistic indexes one statistic; the Builder must come from
// NewStatisticsBuilder.
func (b *Builder) AddStatistic(s *Statistic) error {
	fields := map[string]any{FieldMeasure: s.Measure, FieldSentence: s.Sentence}
	if s.Subject != "" {
		fields[FieldSubject] = s.Subject
	}
	if err := b.builder.Index(DocumentID(s.Place), fields); err != nil {
		return fmt.Errorf("bleveindex: statistic %s: %w", DocumentID(s.Place), err)
	}
	b.passages++
	return nil
}
