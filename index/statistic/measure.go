package statistic

import (
	"sort"
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// label writes what a statistic measures, in words that a reader understands
// without the sentence.
func (s *statement) label(i int) {
	st := &s.stats[i]
	var m Measure
	switch st.Kind {
	case PercentChange, Ratio, PointChange:
		m = s.changeMeasure(i)
	case Share:
		m = s.shareMeasure(i)
	case Money:
		m = s.moneyMeasure(i)
	case Rate:
		if st.Unit.Class == unit.Money {
			m = s.moneyMeasure(i)
		} else {
			m = s.countMeasure(i)
		}
	default:
		m = s.countMeasure(i)
	}
	m.Label = tidy(m.Label)
	m.Key = Key(m.Label)
	st.Measure = m
}

// Key returns the sorted distinct stems of a label's content words, so that two
// wordings of one measure compare equal.
func Key(label string) string {
	var stems []string
	for _, t := range token.Scan(nil, label) {
		if t.Kind == token.Word && !lexicon.Is(t.Lower, lexicon.Function) && t.Lower != "number" {
			stems = append(stems, lexicon.Stem(strings.TrimSuffix(t.Lower, "'s")))
		}
	}
	sort.Strings(stems)
	out := stems[:0]
	for i, w := range stems {
		if i == 0 || w != stems[i-1] {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// phrase joins tokens with the spaces and hyphens that they were written with.
func (s *statement) phrase(idx []int) string {
	var b strings.Builder
	for n, k := range idx {
		if n > 0 {
			switch {
			case idx[n-1] == k-1 && !s.tokens[k].Space:
			case idx[n-1] == k-2 && s.at(k-1) == "-":
				b.WriteByte('-')
			case idx[n-1] == k-2 && s.at(k-1) == ",":
				b.WriteString(", ")
			default:
				b.WriteByte(' ')
			}
		}
		b.WriteString(s.lowered(k))
	}
	return b.String()
}

// lowered is the token's text, in lower case if it is a plain word at the
// sentence's beginning.
func (s *statement) lowered(k int) string {
	if k == 0 && s.tokens[k].Capital() && !s.tokens[k].Upper() && ordinary(s.tokens[k].Lower) {
		return s.tokens[k].Lower
	}
	return s.tokens[k].Text
}

// ordinary reports whether a word at a sentence's beginning is no name.
func ordinary(w string) bool {
	return lexicon.Of(w) != 0 || lexicon.IsPlural(w) || lexicon.IsGerund(w) || lexicon.IsAdverb(w) || lexicon.IsParticiple(w)
}

func (s *statement) written(a, b int) string {
	var idx []int
	for k := a; k < b; k++ {
		if s.tokens[k].Kind == token.Symbol && !s.tokens[k].Is("&", "'", "’") {
			continue
		}
		idx = append(idx, k)
	}
	return s.phrase(idx)
}
