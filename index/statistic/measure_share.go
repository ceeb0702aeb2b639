package statistic

import (
	"strings"

	"almanac/index/statistic/lexicon"
)

// shareMeasure labels a share and finds its denominator.
func (s *statement) shareMeasure(i int) Measure {
	q, st := &s.quantities[i], &s.stats[i]
	end := q.Whole.Last
	k := s.lead(i) - 1
	if s.at(end) == "of" {
		whole, rest := s.wholeOf(end + 1)
		if whole == "" && i+1 < len(s.quantities) && s.lead(i+1) <= end+2 {
			whole = s.written(s.lead(i+1), s.quantities[i+1].Whole.Last)
		}
		st.Of = whole
		if s.at(k) == "for" && k > 0 && strings.HasPrefix(s.at(k-1), "account") {
			return s.accounting(i, k-1, whole)
		}
		if rest == "" {
			if v, ok := s.activeBefore(s.lead(i)); ok {
				if a, b := s.subject(v.first); a < b && !s.is(a, lexicon.Pronoun) {
					return Measure{Head: "share", Action: s.at(v.main), Label: "share of " + whole + " " + s.at(v.main) + " by " + s.written(a, b)}
				}
			}
		}
		return Measure{Head: "share", Label: "share of " + whole + " " + rest}
	}
	if whole, ok := s.among(); ok {
		st.Of = whole
		return Measure{Head: "share", Label: "share of " + whole + " who " + s.phrase(s.complement(end))}
	}
	if m, ok := s.levelNoun(k); ok {
		return m
	}
	if p := s.complement(end); len(p) > 0 && !s.is(p[0], lexicon.Function) {
		return Measure{Head: "share", Label: s.phrase(p)}
	}
	a, b := s.subject(s.verbBefore(k + 1))
	return Measure{Head: "share", Label: s.written(a, b)}
}

// verbBefore returns the verb nearest before token k in its clause, or k.
func (s *statement) verbBefore(k int) int {
	for v := k - 1; v > 0; v-- {
		if s.at(v) == "," || s.at(v) == ";" {
			break
		}
		if s.is(v, lexicon.Auxiliary|lexicon.Verb|lexicon.Up|lexicon.Down) && !s.is(v, lexicon.Preposition|lexicon.Determiner) || lexicon.IsParticiple(s.at(v)) {
			return v
		}
	}
	return k
}

// wholeOf reads the noun phrase after "percent of" and what is said of it.
func (s *statement) wholeOf(a int) (whole, rest string) {
	idx := s.complement(a)
	cut := len(idx)
	for n, k := range idx {
		w := s.at(k)
		if n == 0 {
			continue
		}
		verbal := s.is(k, lexicon.Auxiliary|lexicon.Past|lexicon.Verb) || lexicon.IsParticiple(w) || lexicon.IsGerund(w) && lexicon.IsPlural(s.at(idx[n-1])) || w == "who" || w == "that" || lexicon.IsAdverb(w)
		if verbal && !(s.is(k, lexicon.Auxiliary) == false && n+1 < len(idx) && !lexicon.IsPlural(s.at(idx[n-1])) && lexicon.IsParticiple(w) && lexicon.IsPlural(s.at(idx[n+1]))) {
			cut = n
			break
		}
	}
	whole = strings.TrimPrefix(strings.TrimPrefix(s.phrase(idx[:cut]), "the "), "all ")
	rest = s.phrase(idx[cut:])
	if cut < len(idx) && rest != "" {
		w := s.at(idx[cut])
		if w != "who" && w != "that" && !lexicon.IsGerund(w) {
			rest = "that " + rest
		}
	}
	return whole, rest
}

// accounting labels "X accounted for 64.4 percent of cases" and, after a comma,
// "280,000 individuals ..., accounting for 18.8 percent of criminal offenses".
func (s *statement) accounting(i, v int, whole string) Measure {
	for _, r := range s.stats[i].Relations {
		if r.Type != "share_of" {
			continue
		}
		for j := 0; j < i; j++ {
			if s.stats[j].ID == r.Statistic {
				if s.stats[j].Measure.Label == "" {
					s.label(j)
				}
				return Measure{Head: "share", Action: "accounted for", Label: s.stats[j].Measure.Label + " share of " + whole}
			}
		}
	}
	a, b := s.subject(v)
	return Measure{Head: "share", Action: "accounted for", Label: s.written(a, b) + " share of " + whole}
}

// among reads a denominator that opens the sentence: Among those prosecuted ...
func (s *statement) among() (string, bool) {
	if s.at(0) != "among" && !(s.at(0) == "of" && s.at(1) == "the" || s.at(0) == "of" && s.at(1) == "those") {
		return "", false
	}
	if len(s.tokens) < 3 {
		return "", false
	}
	idx := s.complement(1)
	label := s.phrase(idx)
	for _, p := range [...]string{"those who were ", "those ", "the "} {
		if strings.HasPrefix(label, p) {
			label = strings.TrimPrefix(label, p)
			if p[:2] == "th" && p != "the " {
				label = "people " + label
			}
			break
		}
	}
	return label, label != ""
}
