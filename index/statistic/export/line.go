// Package export writes statistics for other programs: JSON lines, JSON-LD in
// the vocabulary of schema.org, and CSV with a CSVW description.
package export

import (
	"encoding/json"

	"almanac/index/statistic"
)

// Offsets are places of a value in the raw text of its article, in Unicode code
// points and in bytes, ends exclusive.
type Offsets struct{ Start, End, ByteStart, ByteEnd int }

// Line is one statistic as one JSON object. Dates are ISO 8601 or null.
type Line struct {
	ID       string `json:"id"`
	Article  string `json:"article"`
	Sentence string `json:"sentence"`
	// Start and End are the value's code points in the raw text.
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Bytes     [2]int   `json:"bytes"`
	Paragraph int      `json:"paragraph"`
	Number    int      `json:"sentence_number"`
	Value     float64  `json:"value"`
	Exact     string   `json:"exact"`
	Upper     *float64 `json:"upper,omitempty"`
	ValueText string   `json:"value_text"`
	Unit      string   `json:"unit"`
	UnitCode  string   `json:"unit_code,omitempty"`
	UnitClass string   `json:"unit_class"`
	UnitText  string   `json:"unit_text,omitempty"`
	Role      string   `json:"role,omitempty"`
	Bound     string   `json:"bound"`
	BoundText string   `json:"bound_text,omitempty"`
	Kind      string   `json:"kind"`
	Trend     string   `json:"trend,omitempty"`
	Measure   string   `json:"measure"`
	Head      string   `json:"head,omitempty"`
	Action    string   `json:"action,omitempty"`
	Series    string   `json:"series,omitempty"`
	Of        string   `json:"of,omitempty"`

	Agency      string `json:"agency,omitempty"`
	AgencyBasis string `json:"agency_basis,omitempty"`
	Source      string `json:"source,omitempty"`
	SourceBasis string `json:"source_basis,omitempty"`
	Place       string `json:"place,omitempty"`
	PlaceBasis  string `json:"place_basis,omitempty"`

	Period     Period     `json:"period"`
	Change     *Change    `json:"change"`
	Relations  []Relation `json:"relations,omitempty"`
	Salience   string     `json:"salience"`
	Why        string     `json:"why,omitempty"`
	Rules      []string   `json:"rules,omitempty"`
	Confidence float64    `json:"confidence"`
}

// Period is a statistic's period in JSON.
type Period struct {
	Start *string `json:"start"`
	End   *string `json:"end"`
	Text  string  `json:"text,omitempty"`
	Grain string  `json:"grain,omitempty"`
	Basis string  `json:"basis"`
}

// Change is a statistic's change in JSON.
type Change struct {
	Percent   float64 `json:"percent"`
	Direction string  `json:"direction"`
	Versus    *Period `json:"versus,omitempty"`
	Statistic string  `json:"statistic,omitempty"`
	Derived   bool    `json:"derived,omitempty"`
}

// Relation is a relation in JSON.
type Relation struct {
	Type      string `json:"type"`
	Statistic string `json:"statistic"`
}

// NewLine returns the JSON form of a statistic whose value stands at the
// offsets.
func NewLine(s *statistic.Statistic, o Offsets) Line {
	l := Line{ID: s.ID, Article: s.Article, Sentence: s.Provenance.SentenceText, Start: o.Start, End: o.End, Bytes: [2]int{o.ByteStart, o.ByteEnd},
		Paragraph: s.Provenance.Paragraph, Number: s.Provenance.Sentence, Value: s.Value.Float(), Exact: s.Value.String(), ValueText: s.ValueText,
		Unit: s.Unit.Name, UnitCode: s.Unit.Code, UnitClass: s.Unit.Class.String(), UnitText: s.Unit.Text, Role: s.Unit.Role,
		Bound: s.Bound, BoundText: s.BoundText, Kind: string(s.Kind), Trend: s.Trend, Measure: s.Measure.Label, Head: s.Measure.Head,
		Action: s.Measure.Action, Series: s.Measure.Key, Of: s.Of, Agency: s.Agent.Name, AgencyBasis: string(s.Agent.Basis),
		Source: s.Source.Name, SourceBasis: string(s.Source.Basis), Place: s.Place.Name, PlaceBasis: string(s.Place.Basis),
		Period: newPeriod(s.Period), Salience: string(s.Salience), Why: s.Why, Rules: s.Provenance.Rules, Confidence: s.Provenance.Confidence}
	if s.Bound == "range" {
		high := s.High.Float()
		l.Upper = &high
	}
	if c := s.Change; c != nil {
		l.Change = &Change{Percent: c.Percent, Direction: c.Direction, Statistic: c.Statistic, Derived: c.Derived}
		if c.Versus.Text != "" {
			v := newPeriod(c.Versus)
			l.Change.Versus = &v
		}
	}
	for _, r := range s.Relations {
		l.Relations = append(l.Relations, Relation(r))
	}
	return l
}

func newPeriod(p statistic.Period) Period {
	return Period{Start: orNull(p.Start), End: orNull(p.End), Text: p.Text, Grain: p.Grain, Basis: string(p.Basis)}
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// AppendLine appends the JSON form of a statistic and a line feed to dst.
func AppendLine(dst []byte, s *statistic.Statistic, o Offsets) ([]byte, error) {
	b, err := json.Marshal(NewLine(s, o))
	if err != nil {
		return dst, err
	}
	return append(append(dst, b...), '\n'), nil
}
