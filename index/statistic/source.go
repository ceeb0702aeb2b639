package statistic

import (
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/token"
)

// attribute names who acted, who said so, and where.
func (s *statement) attribute(i int) {
	st := &s.stats[i]
	if name := s.agentOf(i); name != "" {
		st.Agent = Named{name, Explicit}
		s.context.agent = name
	} else if s.context.agent != "" && st.Kind == Count {
		st.Agent = Named{s.context.agent, Inherited}
	}
	if name := s.sourceName(); name != "" {
		st.Source = Named{name, Explicit}
	} else if s.context.source != "" {
		st.Source = Named{s.context.source, Inherited}
	}
	if name := s.placeName(); name != "" {
		st.Place = Named{name, Explicit}
	} else if s.context.place != "" {
		st.Place = Named{s.context.place, Inherited}
	}
}

// agentOf reads the subject of the active verb before a quantity, or the "by"
// phrase of its passive.
func (s *statement) agentOf(i int) string {
	q := &s.quantities[i]
	if v, _, ok := s.passiveAfter(q.Whole.Last); ok {
		if s.at(v.last) == "by" {
			return s.nounFrom(v.last + 1)
		}
		return ""
	}
	v, ok := s.activeBefore(s.lead(i))
	if !ok {
		return ""
	}
	k := v.first
	if s.at(k) == "charges" && k > 0 {
		k-- // filed charges
	}
	a, b := s.subject(k)
	for b > a && (lexicon.IsParticiple(s.at(b-1)) || s.is(b-1, lexicon.Auxiliary) || s.at(b-1) == "and") {
		b--
	}
	// of "police arrested suspects and seized", the subject ends at the first verb
	for n := a; n < b; n++ {
		if s.is(n, lexicon.Auxiliary) || n > a && lexicon.IsParticiple(s.at(n)) && s.is(n+1, lexicon.Determiner|lexicon.Adverb) {
			b = n
		}
	}
	if a >= b || s.is(a, lexicon.Pronoun) || b-a > 9 {
		return ""
	}
	return strings.TrimSuffix(s.written(a, b), " nationwide")
}

// nounFrom reads the name that begins at k, up to a comma or function word.
func (s *statement) nounFrom(k int) string {
	for s.is(k, lexicon.Determiner) {
		k++
	}
	first := k
	for k < len(s.tokens) && s.tokens[k].Kind == token.Word {
		w := s.at(k)
		if s.is(k, lexicon.Function|lexicon.Report) && !(w == "of" && k > first) && !(w == "and" && k+1 < len(s.tokens) && s.tokens[k+1].Capital()) && !s.tokens[k].Upper() && !(s.tokens[k].Capital() && w != "the") && !(w == "the" && s.at(k-1) == "of") {
			break
		}
		if _, ok := s.timeFrom(k); ok {
			break
		}
		k++
	}
	if k-first > 12 {
		return ""
	}
	return strings.TrimSuffix(s.written(first, k), " data")
}

// sourceName reads who the sentence quotes: according to X; data from X showed;
// X said; said X; SPP data shows.
func (s *statement) sourceName() string {
	for k := range s.tokens {
		w := s.at(k)
		switch {
		case w == "according" && s.at(k+1) == "to":
			if name := s.nounFrom(s.skipDataFrom(k + 2)); name != "" {
				return name
			}
		case (w == "data" || w == "figures" || w == "statistics") && (s.at(k+1) == "from" || s.at(k+1) == "by"):
			if name := s.nounFrom(k + 2); name != "" {
				return name
			}
		case w == "said" || w == "shows" || w == "showed" || w == "says":
			if name := s.speaker(k); name != "" {
				return name
			}
		}
	}
	return ""
}

// skipDataFrom skips "the latest data from".
func (s *statement) skipDataFrom(k int) int {
	for n := k; n < k+5 && n < len(s.tokens); n++ {
		if s.at(n) == "from" || s.at(n) == "by" || s.at(n) == "of" && (s.at(n-1) == "data" || s.at(n-1) == "figures") {
			return n + 1
		}
	}
	return k
}

// speaker reads the subject before a verb of saying, or the name after it.
func (s *statement) speaker(k int) string {
	first := k
	for first > 0 {
		w := s.at(first - 1)
		if s.tokens[first-1].Kind == token.Symbol && w != "-" {
			break
		}
		if s.is(first-1, lexicon.Auxiliary|lexicon.Conjunction|lexicon.Relative) && w != "and" {
			break
		}
		first--
	}
	if s.at(first-1) == "," && s.titled(first, k) { // Ge Xiaoyan, deputy ... of the SPP, said
		return ""
	}
	for first < k && s.is(first, lexicon.Determiner) {
		first++
	}
	for first < k && s.is(k-1, lexicon.Report|lexicon.Adverb) {
		k--
	}
	if first >= k || s.is(first, lexicon.Pronoun) || k-first > 8 {
		return ""
	}
	return s.written(first, k)
}

// titled reports whether the words between commas before a verb describe the
// name before them; the name with its title is then too long for a card.
func (s *statement) titled(a, b int) bool { return a >= b }

// placeName reads a place after in, across or at: one or more capitalised words
// that are no month or day.
func (s *statement) placeName() string {
	for k := 0; k+1 < len(s.tokens); k++ {
		switch s.at(k) {
		case "in", "across":
		default:
			continue
		}
		n := k + 1
		if s.at(n) == "the" {
			n++
		}
		first := n
		for n < len(s.tokens) && s.tokens[n].Capital() && !s.is(n, lexicon.Month|lexicon.Weekday) {
			if _, ok := s.timeFrom(n); ok {
				break
			}
			n++
		}
		if n > first && n-first <= 4 && !s.tokens[n-1].Is("it", "they", "he", "she") {
			return s.written(first, n)
		}
	}
	return ""
}
