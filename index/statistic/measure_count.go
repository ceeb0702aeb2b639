package statistic

import (
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// countMeasure labels a count: noun, action and what belongs to them.
func (s *statement) countMeasure(i int) Measure {
	q, st := &s.quantities[i], &s.stats[i]
	m := Measure{Head: st.Unit.Name}
	base := s.base(i, &m)
	k := s.lead(i) - 1
	if i > 0 && (s.at(k) == "involving" || s.at(k) == "affecting") && s.stats[i-1].Measure.Label != "" {
		m.Label = base + " in " + s.stats[i-1].Measure.Label
		return m
	}
	end := q.Whole.Last
	if v, post, ok := s.passiveAfter(end); ok {
		m.Action = s.written(v.main, v.last)
		between := s.complement(end)
		for len(between) > 0 && between[len(between)-1] >= post {
			between = between[:len(between)-1]
		}
		if len(between) == 0 && s.at(end) == "and" && i+1 < len(s.quantities) { // shared by both
			between = s.until(s.quantities[i+1].Whole.Last, v.first)
		}
		rest := s.phrase(s.withoutBy(s.complement(v.last)))
		m.Label = s.compose(i, base, m.Action, s.phrase(between), rest)
		return m
	}
	rest := s.phrase(s.complement(end))
	if v, ok := s.activeBefore(s.lead(i)); ok {
		m.Action = s.participle(v)
		if rest == "" && i > 0 && lexicon.IsGerund(s.at(v.main)) && s.stats[i-1].Unit.Class == unit.Cases {
			rest = s.phrase(s.complement(s.quantities[i-1].Whole.Last))
			if strings.HasPrefix(rest, "of ") {
				rest = "for " + rest[3:]
			}
		}
		m.Label = s.compose(i, base, m.Action, rest, "")
		return m
	}
	m.Label = base + " " + rest
	return m
}

// until returns the word tokens from a to b.
func (s *statement) until(a, b int) []int {
	var out []int
	for k := a; k < b; k++ {
		if s.tokens[k].Kind != token.Symbol {
			out = append(out, k)
		}
	}
	return out
}

// base is the counted noun phrase, with plain words for persons.
func (s *statement) base(i int, m *Measure) string {
	q, st := &s.quantities[i], &s.stats[i]
	if q.Noun.Empty() {
		if s.at(q.Number.Last) == "-" {
			return "" // a two-year sentence
		}
		return st.Unit.Text
	}
	for k := q.Noun.First; k < q.Head; k++ {
		if s.tokens[k].Kind == token.Word {
			m.Modifiers = append(m.Modifiers, s.tokens[k].Lower)
		}
	}
	head := s.tokens[q.Head].Lower
	if role, ok := unit.Person(head); ok && role == "" {
		head = "people"
	} else {
		head = s.lowered(q.Head)
	}
	return strings.TrimSpace(s.written(q.Noun.First, q.Head) + " " + head)
}

// compose puts a count's label together. For persons, "involved in X" and
// "suspected of X" become "for X" behind the action.
func (s *statement) compose(i int, base, action, between, rest string) string {
	if s.stats[i].Unit.Class == unit.People && action != "" {
		if x, ok := forWhat(between); ok {
			if rest == "" || !strings.HasPrefix(rest, "for ") {
				return base + " " + action + " for " + x + " " + rest
			}
			return base + " " + action + " " + rest
		}
	}
	if rest == "" && action != "" && (strings.HasPrefix(between, "for ") || strings.HasPrefix(between, "with ") || strings.HasPrefix(between, "on ") || strings.HasPrefix(between, "in ") || strings.HasPrefix(between, "over ")) {
		return base + " " + action + " " + between
	}
	if s.stats[i].Unit.Class == unit.People || strings.HasPrefix(between, "of ") || strings.HasPrefix(between, "involved ") || strings.HasPrefix(between, "who ") || strings.HasPrefix(between, "that ") {
		return base + " " + between + " " + action + " " + rest
	}
	return base + " " + action + " " + between + " " + rest
}

func forWhat(post string) (string, bool) {
	for _, p := range [...]string{"involved in ", "suspected of ", "accused of ", "suspected of being involved in ", "implicated in ", "linked to ", "connected to ", "connected with ", "alleged to be involved in "} {
		if strings.HasPrefix(post, p) {
			return strings.TrimPrefix(strings.TrimPrefix(post, p), "the "), true
		}
	}
	return "", false
}

// withoutBy drops an agent phrase (by police) from the front of a complement.
func (s *statement) withoutBy(idx []int) []int {
	if len(idx) == 0 || s.at(idx[0]) != "by" || lexicon.IsGerund(s.at(idx[min(1, len(idx)-1)])) {
		return idx
	}
	for n := 1; n < len(idx); n++ {
		if s.is(idx[n], lexicon.Preposition) && s.at(idx[n]) != "of" {
			return idx[n:]
		}
	}
	return nil
}

// participle writes an active verb as a participle after its object.
func (s *statement) participle(v verb) string {
	w := s.at(v.main)
	if v.passive {
		return s.written(v.main, v.last)
	}
	switch w {
	case "charges", "indictments":
		return "charged"
	case "making":
		return "made"
	case "taking":
		return "taken"
	}
	return lexicon.Participle(w)
}
