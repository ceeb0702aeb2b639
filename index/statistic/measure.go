package statistic

import (
	"sort"
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/quantity"
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
	if role, ok := plainPeople[head]; ok && role == "" {
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
	if lexicon.IsGerund(w) {
		return w[:len(w)-3] + "ed"
	}
	return w
}

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

// shareMeasure labels a share and finds its denominator.
func (s *statement) shareMeasure(i int) Measure {
	q, st := &s.quantities[i], &s.stats[i]
	end := q.Whole.Last
	k := s.lead(i) - 1
	if s.at(end) == "of" {
		whole, rest := s.wholeOf(end + 1)
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

var _ = quantity.Exact
