// Package statistic mines the statistics stated in the clean sentences of an
// article: how many, how much, what share, what change, how long, of what, when,
// by whose account. It works sentence by sentence over packages quantity and
// period and carries context (period, agent, source, place) from earlier
// sentences, marking what it inherits.
package statistic

import (
	"almanac/index/statistic/number"
	"almanac/index/statistic/unit"
)

// Kind says what sort of statement a statistic makes.
type Kind string

// The kinds of statistic.
const (
	Count         Kind = "count"
	Money         Kind = "money"
	Share         Kind = "share"
	PercentChange Kind = "percent_change"
	PointChange   Kind = "point_change"
	Ratio         Kind = "ratio"
	Duration      Kind = "duration"
	Rate          Kind = "rate"
	Rank          Kind = "rank"
	Measurement   Kind = "measurement" // a physical quantity: 30 km, 4,500 mAh
)

// Salience says whether a statistic earns a card.
type Salience string

// The saliences. Mentions are quantities by grammar that state no statistic (the
// two men, a man aged 35, the past five years); they are found and scored but
// never shown.
const (
	Core       Salience = "core"       // an aggregate about a population, agency, place or period
	Peripheral Salience = "peripheral" // a true quantity of a single case or document
	Mention    Salience = "mention"
)

// Basis says where a field's value comes from.
type Basis string

// The bases.
const (
	Explicit  Basis = "explicit"  // stands in the sentence
	Relative  Basis = "relative"  // resolved from words by the publication date or another period
	Inherited Basis = "inherited" // carried from an earlier sentence
	None      Basis = "none"
)

// Statistic is one stated quantity.
type Statistic struct {
	// ID is stable as long as the article's id and text are.
	ID      string
	Article string

	Value number.Decimal
	// High is the upper end if Bound is "range".
	High number.Decimal
	// ValueText is the number as written, with its scale word.
	ValueText string
	Bound     string
	BoundText string
	Unit      Unit
	Kind      Kind
	// Trend is "up", "down" or "": the direction of a stated change. It is
	// separate from Bound.
	Trend   string
	Measure Measure
	// Of is the denominator of a share in words.
	Of string

	Agent, Source, Place Named
	Period               Period
	Change               *Change
	Relations            []Relation
	Salience             Salience
	// Why says in words what made it a mention, or doubtful; "" otherwise.
	Why string

	Provenance Provenance
}

// Unit is a statistic's normalised unit.
type Unit struct {
	// Code is ISO 4217, "%", UCUM, or "{noun}".
	Code string
	// Name is what people read and filters compare: "people", "percent", "CNY",
	// "times", "years", "websites".
	Name string
	// Text is the unit as written, with its modifiers.
	Text  string
	Class unit.Class
	// Role keeps what normalising took away: suspects, victims.
	Role string
}

// Measure is what a statistic measures.
type Measure struct {
	// Head is the noun measured, Action what happened to it (prosecuted).
	Head, Action string
	Modifiers    []string
	// Label is readable: "people prosecuted for cybercrimes".
	Label string
	// Key is the sorted stems of the label, for joining series.
	Key string
}

// Named is a name with the basis of its attribution; empty if unknown.
type Named struct {
	Name  string
	Basis Basis
}

// Period is when a statistic holds: ISO dates, both inclusive, "" where open or
// unknown.
type Period struct {
	Start, End string
	Text       string
	Basis      Basis
	// Grain is the unit of time that the words named (year, month), "" if none.
	Grain string
}

// Change is a stated or derived change against an earlier value.
type Change struct {
	// Percent is never negative; Direction is "up" or "down".
	Percent   float64
	Direction string
	// Versus is the period compared with.
	Versus Period
	// Statistic is the id of the statistic that states the change, "" on that
	// statistic itself.
	Statistic string
	// Derived is true if the text gave a multiple or two values.
	Derived bool
}

// Relation ties a statistic to another of the same article.
type Relation struct {
	// Type is change_of, share_of, conversion_of, same_event or additional_to.
	Type      string
	Statistic string
}

// Provenance is where and how a statistic was read.
type Provenance struct {
	// Block is the index in Article.Blocks, Paragraph the 1-based number among
	// the paragraphs, Sentence the 1-based number in the paragraph.
	Block, Paragraph, Sentence int
	SentenceText               string
	// Offsets are bytes in the block's text, ends exclusive.
	SentenceStart, SentenceEnd int
	ValueStart, ValueEnd       int
	// WholeStart and WholeEnd also span currency, bound and unit.
	WholeStart, WholeEnd int
	// RawStart and RawEnd are bytes of the value in the raw text. They are exact
	// if cleaning kept the block as it was, otherwise those of the whole block.
	RawStart, RawEnd int
	Rules            []string
	// Confidence is from 0 to 1.
	Confidence float64
}

// Rejected is a number that was read and found to be no quantity.
type Rejected struct {
	Paragraph, Sentence int
	// Start and End are bytes in the block's text.
	Block, Start, End int
	Text              string
	Reason            string
	SentenceText      string
}
