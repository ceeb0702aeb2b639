package statistic

import (
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/period"
)

var grainNames = map[period.Grain]string{period.Day: "day", period.Week: "week", period.Month: "month", period.Quarter: "quarter", period.Half: "half", period.Year: "year", period.Decade: "decade"}

func basisOf(m period.Mention) Basis {
	switch m.Basis {
	case period.Explicit:
		return Explicit
	case period.Relative:
		return Relative
	}
	return None
}

func (s *statement) mentionText(m period.Mention) string {
	first := m.First
	if first > 0 && (s.at(first-1) == "in" || s.at(first-1) == "during" || s.at(first-1) == "on" || s.at(first-1) == "for") {
		first--
	}
	return s.text[s.tokens[first].Start:s.tokens[m.Last-1].End]
}

// when gives a statistic its period: a time in its own sentence, else what the
// tense says, else the period in force.
func (s *statement) when(i int) {
	st := &s.stats[i]
	if m, ok := s.choose(i); ok {
		st.Period = s.periodOf(m)
		return
	}
	switch {
	case s.anaphor():
		st.Period = s.context.inherit()
	case s.futureAt(i):
		st.Period = Period{Basis: None}
	case s.perfectAt(i):
		st.Period = Period{End: s.published.String(), Basis: None}
		if len(s.stats) > i {
			s.rule(i, "present perfect: up to publication")
		}
	default:
		st.Period = s.context.inherit()
	}
}

func (s *statement) periodOf(m period.Mention) Period {
	return Period{Start: m.Start.String(), End: m.End.String(), Text: s.mentionText(m), Basis: basisOf(m), Grain: grainNames[m.Grain]}
}

// choose picks the mention of time that the quantity belongs to: one right after
// it, else the nearest in its clause, else any that frames the sentence.
func (s *statement) choose(i int) (period.Mention, bool) {
	q := &s.quantities[i]
	best, cost := -1, 1<<20
	for n, m := range s.times {
		if !s.usable(m, q.Whole.Last) {
			continue
		}
		c := 0
		switch {
		case m.First >= q.Whole.Last:
			c = m.First - q.Whole.Last
			c += 30 * s.borders(q.Whole.Last, m.First)
		default:
			c = q.Whole.First - m.Last
			if s.framing(m) {
				c = min(c, 12)
			} else {
				c += 30 * s.borders(m.Last, q.Whole.First)
			}
			c++
		}
		if m.Role == period.Baseline && m.First > q.Whole.Last+1 {
			continue
		}
		if m.Grain == period.Day {
			c += 8
		}
		if !m.Resolved() {
			c += 15
		}
		if c < cost {
			best, cost = n, c
		}
	}
	if best < 0 {
		return period.Mention{}, false
	}
	return s.times[best], true
}

// usable reports whether a mention can say when a statement holds.
func (s *statement) usable(m period.Mention, after int) bool {
	switch m.Role {
	case period.Main:
	case period.Baseline:
		return m.Resolved() && m.First >= after && m.First <= after+1
	case period.Deadline:
		return m.Resolved() && m.First >= after && m.First <= after+4
	default:
		return false
	}
	if m.Grain == period.Vague || m.Grain == period.Clock {
		return false
	}
	return !s.saying(m)
}

// saying reports whether a day is that of a statement's utterance: said on
// Friday, a report released on Monday.
func (s *statement) saying(m period.Mention) bool {
	if m.Grain != period.Day {
		return false
	}
	k := m.First - 1
	if s.at(k) == "on" || s.at(k) == "late" || s.at(k) == "early" {
		k--
	}
	for n := 0; n < 3 && k >= 0; n, k = n+1, k-1 {
		if s.is(k, lexicon.Report) || s.at(k) == "released" || s.at(k) == "published" || s.at(k) == "issued" && m.First < k {
			return true
		}
		if s.tokens[k].Kind != 0 {
			return false
		}
	}
	return s.is(m.Last, lexicon.Report)
}

// framing reports whether a mention opens the sentence (In 2021, ...).
func (s *statement) framing(m period.Mention) bool { return m.First <= 1 }

// borders counts the commas and clause words between two tokens.
func (s *statement) borders(a, b int) int {
	n := 0
	for k := a; k < b; k++ {
		switch s.at(k) {
		case ",", ";", "while", "whereas", "but", "which", "–", "—":
			n++
		case "and":
			if s.is(k+1, lexicon.Auxiliary) || lexicon.IsParticiple(s.at(k+1)) || s.at(k+1) == "the" {
				n++
			}
		}
	}
	return n
}

// anaphor reports whether the sentence points back to a period (during the
// period).
func (s *statement) anaphor() bool {
	for _, m := range s.times {
		if m.Role == period.Anaphor {
			return true
		}
	}
	return false
}

// perfectAt reports whether the quantity's clause is in the present perfect, so
// that it counts up to publication.
func (s *statement) perfectAt(i int) bool {
	q := &s.quantities[i]
	for k := q.Whole.Last; k < len(s.tokens); k++ {
		w := s.at(k)
		if w == "have" || w == "has" {
			return lexicon.IsParticiple(s.afterAdverbs(k+1)) || s.afterAdverbs(k+1) == "been"
		}
		if w == "," || w == ";" || s.is(k, lexicon.Auxiliary) {
			break
		}
	}
	for k, n := s.lead(i)-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		w := s.at(k)
		if w == "have" || w == "has" {
			return lexicon.IsParticiple(s.afterAdverbs(k + 1))
		}
		if w == "," || w == ";" || w == "and" {
			break
		}
	}
	return false
}

func (s *statement) afterAdverbs(k int) string {
	for lexicon.IsAdverb(s.at(k)) || s.at(k) == "also" || s.at(k) == "already" || s.at(k) == "since" || s.at(k) == "now" {
		k++
	}
	return s.at(k)
}

// futureAt reports whether the clause speaks of the future.
func (s *statement) futureAt(i int) bool {
	for k, n := s.lead(i)-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		switch s.at(k) {
		case "will", "would", "could", "should", "may", "might", "expected", "plans", "planned", "hopes", "aims", "forecast":
			return true
		case ",", ";":
			return false
		}
	}
	return false
}
