// Package quantity finds the quantities of one sentence: numbers with their
// bounds, units, counted nouns and ranges. It knows nothing of the article; what
// a quantity measures, and when, is decided by package statistic.
package quantity

import (
	"almanac/index/statistic/number"
	"almanac/index/statistic/period"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// Bound says how a stated number limits the true one.
type Bound uint8

// The bounds.
const (
	Exact Bound = iota // no bound word: it does not claim that the number is unrounded
	About
	MoreThan
	AtLeast
	LessThan
	AtMost
	Range
)

var boundNames = [...]string{"exact", "about", "more_than", "at_least", "less_than", "at_most", "range"}

// String returns the snake-case name of the bound.
func (b Bound) String() string { return boundNames[b] }

// Quantity is a number with what it counts or measures.
type Quantity struct {
	Value number.Decimal
	// High is the upper end if Bound is Range.
	High  number.Decimal
	Bound Bound
	Form  number.Form
	Unit  unit.Unit
	// Parts are token indices, ends exclusive. Number is the number itself,
	// Whole also the currency sign and the unit or counted noun.
	Number, Whole Span
	// BoundWords is empty if Bound is Exact.
	BoundWords Span
	// Noun is the counted noun phrase, Head its last word; empty for units of
	// the tables.
	Noun Span
	Head int
	// Sign is true if a currency sign stood before the number.
	Sign bool
	// FromTo is true if "from A to B" was written: a range or a change.
	FromTo bool
	// Low and Upper are the two numbers of a range, each with its own currency
	// and unit.
	Low, Upper Span
	// OneOf is true for "two of the men".
	OneOf bool
	// InTime is true inside an expression of time (the past five years).
	InTime bool
	// ConversionOf is the index of the quantity that this one restates in
	// another unit, -1 if none.
	ConversionOf int
	// Rules are the grammar rules that fired, for the report.
	Rules []string

	scaled bool
	power  int
	hyphen bool
}

// Span is a half-open range of token indices.
type Span struct{ First, Last int }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.Last <= s.First }

// Reason says why a number is no quantity.
type Reason string

// The reasons for rejecting a number.
const (
	Date       Reason = "date or time"
	Ordinal    Reason = "ordinal"
	Identifier Reason = "identifier or part of a name"
	Resolution Reason = "screen size or product of two numbers"
	Score      Reason = "score or pair of numbers"
	Pronoun    Reason = "pronoun or determiner, not a number"
	TooLong    Reason = "more digits than a number has"
)

// Rejected is a number that is no quantity.
type Rejected struct {
	Span   Span
	Reason Reason
}

// Finder finds quantities. It may be used again and keeps its memory; it is not
// safe for use by several goroutines.
type Finder struct {
	tokens []token.Token
	when   []int32 // index+1 of the mention of time that covers each token
	found  []Quantity
	out    []Rejected
	weight bool
}

// Find returns the quantities and the rejected numbers of a sentence in order.
// The slices are valid until the next call. It takes time linear in the tokens.
func (f *Finder) Find(tokens []token.Token, times []period.Mention) ([]Quantity, []Rejected) {
	f.tokens, f.found, f.out = tokens, f.found[:0], f.out[:0]
	f.when = append(f.when[:0], make([]int32, len(tokens))...)
	for n, m := range times {
		for k := m.First; k < m.Last && k < len(tokens); k++ {
			f.when[k] = int32(n + 1)
		}
	}
	f.weight = false
	for i := range tokens {
		if tokens[i].Kind == token.Word && len(tokens[i].Lower) > 4 && tokens[i].Is("weigh", "weighs", "weighed", "weighing", "weight", "overweight", "heavier", "lighter", "heavy", "shape", "meat", "catch") {
			f.weight = true
		}
	}
	for i := 0; i < len(tokens); {
		i = f.step(i, times)
	}
	f.join()
	f.convert()
	return f.found, f.out
}

// step handles the token at i and returns the index to go on from.
func (f *Finder) step(i int, times []period.Mention) int {
	t := &f.tokens[i]
	if t.Kind == token.Symbol {
		return i + 1
	}
	if t.Kind == token.Word && !number.Starts(t.Lower) {
		if _, ok := number.Ordinal(t.Lower); ok && t.Lower != "second" {
			f.reject(i, i+1, Ordinal)
		}
		return i + 1
	}
	if w := f.when[i]; w > 0 {
		return f.timed(i, times[w-1])
	}
	p, ok := number.At(f.tokens, i)
	if !ok {
		if t.Kind == token.Number {
			f.reject(i, i+1, TooLong)
		}
		return i + 1
	}
	if last, reason := f.no(p); reason != "" {
		f.reject(i, last, reason)
		return last
	}
	if last, ok := f.outOf(&p); ok {
		q := Quantity{Value: p.Value, Form: number.AsFraction, ConversionOf: -1, Number: Span{p.First, last}, Whole: Span{p.First, last}, Rules: []string{"one in so many"}}
		f.part(&q, last)
		f.bound(&q)
		f.found = append(f.found, q)
		return last
	}
	q := f.build(p)
	f.found = append(f.found, q)
	return max(q.Whole.Last, p.Last)
}

// outOf reads one in three, nine out of 10: a share in words. It sets the value
// and returns the end.
func (f *Finder) outOf(p *number.Parsed) (int, bool) {
	j := p.Last
	switch {
	case f.at(j) == "in":
		j++
	case f.at(j) == "out" && f.at(j+1) == "of":
		j += 2
	case f.at(j) == "of" && f.at(j+1) == "every":
		j += 2
	default:
		return 0, false
	}
	if f.at(j) == "every" {
		j++
	}
	if j >= len(f.tokens) || f.when[j] > 0 || p.Scaled || p.Form > number.InWords {
		return 0, false
	}
	m, ok := number.At(f.tokens, j)
	if !ok || m.Form > number.InWords || p.Value.Exponent != 0 || m.Value.Exponent != 0 && !m.Scaled {
		return 0, false
	}
	n, of := p.Value.Float(), m.Value.Float()
	if n < 1 || n >= of || n > 99 || of != 100 && of != 1000 && of != 10000 && of != 50 && of != 20 && of > 12 {
		return 0, false
	}
	if _, isUnit := unit.After(f.tokens, m.Last, unit.Context{Digits: true}); isUnit {
		return 0, false
	}
	p.Value = number.Decimal{Mantissa: p.Value.Mantissa, Divisor: int64(of)}
	return m.Last, true
}

// timed handles a number inside an expression of time. One that counts units of
// time is a duration (the past five years), the rest are dates.
func (f *Finder) timed(i int, m period.Mention) int {
	p, ok := number.At(f.tokens, i)
	if !ok {
		return i + 1
	}
	if p.Last < m.Last && m.Grain != period.Clock || m.Grain == period.Clock && p.Last < m.Last {
		j := p.Last
		if f.tokens[j].Is("or", "to", "-") && j+2 < m.Last {
			j++
			if n, ok := number.At(f.tokens, j); ok {
				j = n.Last
			}
		}
		if u, ok := unit.After(f.tokens, j, unit.Context{Digits: true}); ok && u.Unit.Class == unit.Duration && u.Last <= m.Last+1 {
			q := f.build(p)
			q.InTime = true
			q.Rules = append(q.Rules, "duration within a time expression")
			f.found = append(f.found, q)
			return max(q.Whole.Last, p.Last)
		}
	}
	last := min(max(p.Last, i+1), m.Last)
	f.reject(i, max(last, i+1), Date)
	return max(last, i+1)
}

func (f *Finder) reject(first, last int, why Reason) {
	f.out = append(f.out, Rejected{Span{first, last}, why})
}

// at returns the lower-case token at i, "" outside the sentence.
func (f *Finder) at(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return f.tokens[i].Lower
}

// touches reports whether the token at i exists and follows the one before it
// without white space.
func (f *Finder) touches(i int) bool {
	return i > 0 && i < len(f.tokens) && !f.tokens[i].Space
}
