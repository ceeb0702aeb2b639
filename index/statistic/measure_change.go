package statistic

import (
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/token"
)

// changeMeasure labels a change by its parent, or by the subject of its verb.
func (s *statement) changeMeasure(i int) Measure {
	st := &s.stats[i]
	word := "change in "
	tail := ""
	if st.Kind == Ratio {
		word = "ratio of "
		if st.Change != nil && st.Change.Versus.Text != "" {
			tail = " to " + strings.TrimPrefix(st.Change.Versus.Text, "in ")
		}
	}
	for _, r := range st.Relations {
		if r.Type != "change_of" {
			continue
		}
		for j := range s.stats {
			if s.stats[j].ID == r.Statistic {
				if s.stats[j].Measure.Label == "" {
					s.label(j)
				}
				p := s.stats[j].Measure
				return Measure{Head: p.Head, Action: p.Action, Modifiers: p.Modifiers, Label: word + p.Label + tail}
			}
		}
	}
	q := &s.quantities[i]
	if _, k := s.direction(q); k >= q.Whole.Last && s.at(k+1) == "in" { // a 5 percent drop in sales
		if label := s.phrase(s.complement(k + 2)); label != "" {
			return Measure{Head: label, Label: word + label + tail}
		}
	}
	if _, k := s.direction(q); k >= q.Whole.Last && s.is(k, lexicon.Comparer) { // 8 percent fewer charges
		if label := s.phrase(s.complement(k + 1)); label != "" && !s.is(k+1, lexicon.Function) {
			return Measure{Head: label, Label: word + label + tail}
		}
	}
	if s.at(q.Whole.Last) == "of" || s.at(q.Whole.Last) == "in" { // a decrease of 4.9% in attacks
		if label := s.phrase(s.complement(q.Whole.Last + 1)); label != "" {
			return Measure{Head: label, Label: word + label + tail}
		}
	}
	end := s.lead(i)
	for v := end - 1; v >= 0 && v >= end-7; v-- {
		if s.is(v, lexicon.Up|lexicon.Down) || lexicon.IsParticiple(s.at(v)) && s.is(v-1, lexicon.Auxiliary) {
			end = v
		}
		if s.tokens[v].Kind == token.Symbol && s.at(v) != "-" {
			break
		}
	}
	a, b := s.subject(end)
	label := s.resolveSuch(a, b)
	if label == "" && i > 0 && s.stats[i-1].Kind == st.Kind { // after a 31 percent decline
		return s.stats[i-1].Measure
	}
	if _, k := s.direction(q); label == "" && k >= 0 {
		return Measure{Head: s.at(k), Label: s.at(k)}
	}
	return Measure{Head: s.at(max(b-1, 0)), Label: word + label + tail}
}

// resolveSuch writes a subject, with "such crimes" replaced by the subject of
// the clause before.
func (s *statement) resolveSuch(a, b int) string {
	if b-a >= 2 && s.at(b-2) == "such" {
		for k := a - 1; k > 1; k-- {
			if s.is(k, lexicon.Auxiliary) {
				if x, y := s.subject(k); x < y {
					return s.written(a, b-2) + " " + s.written(x, y)
				}
			}
		}
	}
	return s.written(a, b)
}
