package statistic

import (
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/period"
	"almanac/index/statistic/quantity"
	"almanac/index/statistic/token"
)

// fold attaches a change, share or conversion to the statistic it belongs to.
func (s *statement) fold(i int) {
	q, st := &s.quantities[i], &s.stats[i]
	if q.ConversionOf >= 0 && s.stats[q.ConversionOf].Salience != Mention {
		s.relate(i, "conversion_of", q.ConversionOf)
		st.Kind, st.Trend = s.stats[q.ConversionOf].Kind, s.stats[q.ConversionOf].Trend
	}
	switch st.Kind {
	case PercentChange, Ratio:
		s.change(i)
	case Share:
		if p, ok := s.parentOf(i); ok && s.at(p.word) != "" && s.stats[p.stat].Kind != Share {
			s.relate(i, "share_of", p.stat)
		}
	case Count, Money:
		if k := s.lead(i) - 1; i > 0 && (s.at(k) == "involving" || s.at(k) == "affecting") {
			s.relate(i, "same_event", i-1)
		} else if s.at(k) == "another" || s.at(k) == "further" || s.at(k) == "additional" {
			if n := len(s.found); i > 0 {
				s.relate(i, "additional_to", i-1)
			} else if n > 0 && s.found[n-1].Unit.Name == st.Unit.Name && s.found[n-1].Provenance.Block == st.Provenance.Block {
				st.Relations = append(st.Relations, Relation{"additional_to", s.found[n-1].ID})
			}
		}
	}
}

func (s *statement) relate(i int, kind string, to int) {
	s.stats[i].Relations = append(s.stats[i].Relations, Relation{kind, s.stats[to].ID})
	s.rule(i, kind)
}

// change fills the change of a percent change or ratio and of its parent.
func (s *statement) change(i int) {
	st := &s.stats[i]
	c := Change{Percent: st.Value.Float(), Direction: st.Trend}
	if c.Percent < 0 {
		c.Percent, c.Direction = -c.Percent, "down"
	}
	if st.Kind == Ratio {
		c.Derived = true
		c.Percent = round((st.Value.Float() - 1) * 100)
		if c.Percent < 0 {
			c.Percent = -c.Percent
		}
	}
	c.Versus = s.versus(i)
	st.Change = &c
	p, ok := s.parentOf(i)
	if !ok || s.stats[p.stat].Change != nil || s.stats[p.stat].Salience == Mention {
		return
	}
	own := c
	own.Statistic = st.ID
	s.stats[p.stat].Change = &own
	s.relate(i, "change_of", p.stat)
}

func round(f float64) float64 {
	const places = 1e9
	if f < 0 {
		return -round(-f)
	}
	return float64(int64(f*places+0.5)) / places
}

type parent struct{ stat, word int }

// parentOf finds the statistic that a change, ratio or share speaks of: the one
// before it when an appositive begins in between (", up 5 percent", ", marking a
// 35.5 percent increase", ", 2.8 times the number"), or the level after "to"
// (rose 60 percent to 3.9 million).
func (s *statement) parentOf(i int) (parent, bool) {
	if n := i + 1; n < len(s.quantities) && s.stats[i].Kind != Share && s.at(s.lead(n)-1) == "to" && s.lead(n)-1 <= s.quantities[i].Whole.Last+3 && s.levelled(n) {
		return parent{n, s.lead(n) - 1}, true
	}
	for j := i - 1; j >= 0; j-- {
		if !s.levelled(j) {
			continue
		}
		if k, ok := s.appositive(s.quantities[j].Whole.Last, s.lead(i)); ok {
			return parent{j, k}, true
		}
		return parent{}, false
	}
	return parent{}, false
}

func (s *statement) levelled(j int) bool {
	k := s.stats[j].Kind
	return (k == Count || k == Money || k == Measurement || k == Rate) && s.stats[j].Salience != Mention && s.quantities[j].ConversionOf < 0
}

// appositive looks between a level and a number for a comma after which no new
// subject begins. It returns the index after the comma.
func (s *statement) appositive(from, to int) (int, bool) {
	for k := to - 1; k >= from; k-- {
		switch s.at(k) {
		case ",", "(", "–", "—", ";":
			return k + 1, s.subjectless(k+1, to)
		}
	}
	return 0, false
}

// subjectless reports whether the tokens from a to b hold no subject of their
// own: they begin with the number itself, a particle, a gerund, or a noun of
// change with its article.
func (s *statement) subjectless(a, b int) bool {
	if a == b {
		return true
	}
	w := s.at(a)
	switch {
	case w == "up" || w == "down" || w == "or" || w == "which" || w == "more" || w == "nearly" || w == "about" || w == "almost":
		return true
	case lexicon.IsGerund(w) && !s.hasVerb(a+1, b):
		return true
	case lexicon.Is(w, lexicon.Up|lexicon.Down):
		return true
	case w == "a" || w == "an" || w == "the":
		for k := a + 1; k < b; k++ {
			if lexicon.Is(s.at(k), lexicon.Up|lexicon.Down) {
				return true
			}
		}
		return s.onlyAdjectives(a+1, b)
	}
	return false
}

// hasVerb reports whether an auxiliary stands between a and b.
func (s *statement) hasVerb(a, b int) bool {
	for k := a; k < b; k++ {
		if s.is(k, lexicon.Auxiliary) || s.at(k) == "while" {
			return true
		}
	}
	return false
}

func (s *statement) onlyAdjectives(a, b int) bool {
	for k := a; k < b; k++ {
		if s.tokens[k].Kind == token.Word && s.is(k, lexicon.Function) && s.at(k) != "on" {
			return false
		}
	}
	return b-a <= 5
}

// split takes "rose from A to B" apart into the earlier and the later value: a
// change names two levels, not a range.
func (s *statement) split(list []quantity.Quantity) []quantity.Quantity {
	var out []quantity.Quantity
	for i := range list {
		q := &list[i]
		if !q.FromTo || !s.moves(q) {
			if out != nil {
				out = append(out, *q)
			}
			continue
		}
		if out == nil {
			out = append(make([]quantity.Quantity, 0, len(list)+2), list[:i]...)
		}
		a, b := *q, *q
		a.Whole, a.Number = q.Low, s.numberIn(q.Low)
		b.Whole, b.Number = q.Upper, s.numberIn(q.Upper)
		b.Value = q.High
		for _, p := range [2]*quantity.Quantity{&a, &b} {
			p.Bound, p.BoundWords, p.FromTo = quantity.Exact, quantity.Span{}, false
		}
		out = append(out, a, b)
	}
	if out == nil {
		return list
	}
	for i := range out { // indices have moved
		out[i].ConversionOf = -1
	}
	return out
}

// numberIn returns the first number among the tokens of a span.
func (s *statement) numberIn(p quantity.Span) quantity.Span {
	for k := p.First; k < p.Last; k++ {
		if n, ok := number.At(s.tokens, k); ok {
			return quantity.Span{First: k, Last: n.Last}
		}
	}
	return p
}

// moves reports whether a word of change governs "from A to B".
func (s *statement) moves(q *quantity.Quantity) bool {
	for k := q.Whole.First - 1; k >= 0 && k >= q.Whole.First-7; k-- {
		w := s.at(k)
		if lexicon.Is(w, lexicon.Up|lexicon.Down) && !s.is(k, lexicon.Level) {
			return true
		}
		if w == "ranging" || w == "range" || w == "ranged" || w == "ranges" || w == "," || w == ";" {
			return false
		}
	}
	return false
}

// lead returns the first token of a quantity with its bound.
func (s *statement) lead(i int) int {
	q := &s.quantities[i]
	if !q.BoundWords.Empty() && q.BoundWords.First < q.Whole.First {
		return q.BoundWords.First
	}
	return q.Whole.First
}

// versus resolves what a change is measured against: a baseline named in the
// sentence, the previous year, or year-on-year.
func (s *statement) versus(i int) Period {
	own, ok := dates(s.stats[i].Period)
	for _, m := range s.times {
		switch m.Role {
		case period.Baseline:
			return Period{Start: m.Start.String(), End: m.End.String(), Text: s.mentionText(m), Basis: basisOf(m)}
		case period.Previous:
			if m.First >= s.quantities[i].Whole.Last-1 && ok {
				return s.yearsBack(own, m.Back, s.mentionText(m))
			}
		}
	}
	if !ok {
		return Period{}
	}
	for k := range s.tokens {
		if s.at(k) == "year" && (s.at(k+1) == "-" && s.at(k+2) == "on" || s.at(k+1) == "on" && s.at(k+2) == "year" || s.at(k+1) == "over") || s.at(k) == "annual" || s.at(k) == "annually" {
			return s.yearsBack(own, 1, "year-on-year")
		}
	}
	return Period{}
}

func (s *statement) yearsBack(own [2]period.Date, n int, text string) Period {
	p := Period{Text: text, Basis: Relative}
	if !own[0].IsZero() {
		p.Start = own[0].AddMonths(-12 * n).String()
	}
	if !own[1].IsZero() {
		e := own[1].AddMonths(-12 * n)
		if own[1].Day == period.LastDay(own[1].Year, own[1].Month) {
			e.Day = period.LastDay(e.Year, e.Month)
		}
		p.End = e.String()
	}
	return p
}

func dates(p Period) ([2]period.Date, bool) {
	a, ok1 := period.ParseDate(p.Start)
	b, ok2 := period.ParseDate(p.End)
	return [2]period.Date{a, b}, ok1 || ok2
}
