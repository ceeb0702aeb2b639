package statistic

import (
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/token"
)

// moneyMeasure labels an amount of money: the noun it is "of", the noun it
// precedes, or the subject of its verb.
func (s *statement) moneyMeasure(i int) Measure {
	q := &s.quantities[i]
	if j := q.ConversionOf; j >= 0 {
		return s.stats[j].Measure
	}
	k := s.lead(i) - 1
	if k > 0 && s.at(k) == "of" && s.tokens[k-1].Kind == token.Word {
		return s.amountOf(i, k)
	}
	if k > 0 && s.at(k) == "in" && (s.at(k-1) == "losses" || s.at(k-1) == "profits") {
		return s.amountOf(i, k)
	}
	if k >= 0 && s.at(k) == "worth" || k >= 0 && s.at(k) == "valued" {
		return Measure{Head: "value", Label: "value of " + s.written(s.subject(k))}
	}
	if n := q.Whole.Last; n < len(s.tokens) && s.tokens[n].Kind == token.Word && s.tokens[n].Space && !s.is(n, lexicon.Function) || s.at(q.Whole.Last) == "in" || s.at(q.Whole.Last) == "of" {
		if p := s.complement(q.Whole.Last); len(p) > 0 && !lexicon.IsParticiple(s.at(p[0])) {
			label := s.phrase(p)
			label = strings.TrimPrefix(strings.TrimPrefix(label, "in "), "of ")
			return Measure{Head: label, Label: label}
		}
	}
	if m, ok := s.levelNoun(k); ok {
		return m
	}
	for v := k; v > 0; v-- {
		if s.at(v) == "," || s.at(v) == ";" {
			break
		}
		if (lexicon.IsParticiple(s.at(v)) || s.is(v, lexicon.Auxiliary|lexicon.Verb|lexicon.Up|lexicon.Down)) && !s.is(v, lexicon.Preposition) {
			a, b := s.subject(v)
			if a < b {
				m := Measure{Head: s.at(b - 1), Label: s.written(a, b)}
				if !s.is(v, lexicon.Auxiliary|lexicon.Up|lexicon.Down) {
					m.Action = s.at(v)
					m.Label += " " + m.Action
				}
				return m
			}
		}
	}
	return Measure{Label: s.phrase(s.complement(q.Whole.Last))}
}

// levelNoun labels a level by the noun before its preposition: an unemployment
// rate of 5 percent, push down the unemployment rate to 5.2%, rates at 4.75%.
func (s *statement) levelNoun(k int) (Measure, bool) {
	switch s.at(k) {
	case "to", "at", "of", "from":
	default:
		return Measure{}, false
	}
	first := k
	for first > 0 && s.tokens[first-1].Kind == token.Word && !s.is(first-1, lexicon.Function|lexicon.Past|lexicon.Verb) && !lexicon.IsParticiple(s.at(first-1)) && !lexicon.IsGerund(s.at(first-1)) {
		if s.is(first-1, lexicon.Up|lexicon.Down) && (s.at(k) != "of" || first == k) {
			return Measure{}, false
		}
		first--
	}
	if _, timed := s.timeAt(k - 1); first == k || timed {
		return Measure{}, false
	}
	return Measure{Head: s.at(k - 1), Label: s.written(first, k)}, true
}

// amountOf labels "losses of at least 187.6 billion yuan ... were averted".
func (s *statement) amountOf(i, k int) Measure {
	first := k - 1
	for first > 0 && s.tokens[first-1].Kind == token.Word && !s.is(first-1, lexicon.Function|lexicon.Past|lexicon.Auxiliary) && !lexicon.IsParticiple(s.at(first-1)) {
		first--
	}
	head := s.written(first, k)
	m := Measure{Head: s.at(k - 1), Label: head}
	if v, _, ok := s.passiveAfter(s.quantities[i].Whole.Last); ok {
		m.Action = s.written(v.main, v.last)
		m.Label += " " + m.Action
		return m
	}
	if v, ok := s.activeBefore(first); ok {
		m.Action = s.participle(v)
		m.Label += " " + m.Action
	}
	return m
}
