package statistic

import (
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/token"
)

// verb is a verb group that governs a quantity.
type verb struct {
	first, main int // the first auxiliary (or the verb itself) and the verb
	passive     bool
	last        int // after a particle (brought to trial)
}

// passiveAfter finds the passive verb whose subject ends at token a: "people
// suspected of cybercrimes, including ..., were prosecuted". It returns the verb
// and the end of what stands between and belongs to the subject.
func (s *statement) passiveAfter(a int) (verb, int, bool) {
	post := -1
	for k := a; k < len(s.tokens); k++ {
		w := s.at(k)
		switch {
		case w == ",":
			if post < 0 {
				post = k
			}
			if n, ok := s.aside(k); ok {
				k = n - 1
				continue
			}
			return verb{}, 0, false
		case w == "(":
			if post < 0 {
				post = k
			}
			for k < len(s.tokens) && s.at(k) != ")" {
				k++
			}
			continue
		case w == ";" || w == "which" || w == "while" || w == "but":
			return verb{}, 0, false
		}
		if !s.is(k, lexicon.Auxiliary) {
			continue
		}
		if post < 0 {
			post = k
		}
		return s.passiveGroup(k, post)
	}
	return verb{}, 0, false
}

// passiveGroup reads auxiliaries from k and the participle after them.
func (s *statement) passiveGroup(k, post int) (verb, int, bool) {
	v := verb{first: k}
	be := false
	for k < len(s.tokens) && (s.is(k, lexicon.Auxiliary|lexicon.Adverb) || lexicon.IsAdverb(s.at(k))) {
		switch s.at(k) {
		case "was", "were", "is", "are", "been", "being", "be":
			be = true
		}
		k++
	}
	if !be || !lexicon.IsParticiple(s.at(k)) {
		return verb{}, post, false
	}
	v.main, v.passive, v.last = k, true, k+1
	if s.at(k+1) == "to" && (s.at(k+2) == "trial" || s.at(k+2) == "court" || s.at(k+2) == "justice" || s.at(k+2) == "hospital" || s.at(k+2) == "death" || s.at(k+2) == "prison" || s.at(k+2) == "jail") {
		v.last = k + 3
	}
	return v, post, true
}

// aside returns the end of a parenthesis between commas that begins at the
// comma k: ", including those ...,".
func (s *statement) aside(k int) (int, bool) {
	switch s.at(k + 1) {
	case "including", "especially", "particularly", "such", "mostly", "mainly", "among", "most", "many", "some", "or", "excluding":
	default:
		return 0, false
	}
	for n := k + 1; n < len(s.tokens); n++ {
		if s.at(n) == "," {
			return n + 1, true
		}
	}
	return 0, false
}

// activeBefore finds the verb whose object begins at token a: "prosecuted 6,033
// people", "filed charges against 280,000 individuals".
func (s *statement) activeBefore(a int) (verb, bool) {
	k := s.skipBack(a - 1)
	if k < 0 || s.tokens[k].Kind != token.Word {
		return verb{}, false
	}
	w := s.at(k)
	if (w == "against" || w == "to" || w == "from" || w == "into" || w == "with") && k > 0 {
		n := s.skipBack(k - 1)
		if n > 0 && (s.at(n) == "charges" || s.at(n) == "indictments") && w == "against" {
			return verb{first: n, main: n, last: n + 1}, true
		}
		if n >= 0 && lexicon.IsParticiple(s.at(n)) {
			return verb{first: n, main: n, last: k + 1, passive: true}, true
		}
		return verb{}, false
	}
	if s.verbLike(k) {
		return verb{first: k, main: k, last: k + 1}, true
	}
	return verb{}, false
}

// skipBack goes left over articles, adverbs, totals and times of a noun phrase.
func (s *statement) skipBack(k int) int {
	for k >= 0 {
		if m, ok := s.timeAt(k); ok {
			k = m - 1
			continue
		}
		w := s.at(k)
		switch {
		case w == "of" && k > 0 && (s.at(k-1) == "total" || s.at(k-1) == "average" || s.at(k-1) == "estimated" || s.at(k-1) == "record"):
			k -= 2
		case w == "the" || w == "a" || w == "an" || w == "another" || w == "its" || w == "their" || w == "further" || w == "estimated" || w == "only" || w == "just" || w == "some" || w == "also" || w == "record" || w == "his" || w == "her" || w == "combined" || w == "additional" || w == "out" || w == "up" || w == "down" || lexicon.IsAdverb(w):
			k--
		default:
			return k
		}
	}
	return k
}

// timeAt returns the first token of the mention of time that ends at k.
func (s *statement) timeAt(k int) (int, bool) {
	for _, m := range s.times {
		if m.First <= k && k < m.Last {
			return m.First, true
		}
	}
	return 0, false
}

// verbLike reports whether the word at k is a verb with an object after it.
func (s *statement) verbLike(k int) bool {
	w := s.at(k)
	if s.is(k, lexicon.Preposition|lexicon.Determiner|lexicon.Conjunction|lexicon.Report) && !lexicon.IsGerund(w) {
		return false
	}
	if lexicon.IsParticiple(w) || lexicon.IsGerund(w) || s.is(k, lexicon.Verb) {
		return true
	}
	if k == 0 {
		return false
	}
	prev := s.at(k - 1)
	if prev == "to" || s.is(k-1, lexicon.Auxiliary) {
		return s.is(k, lexicon.Auxiliary) == false
	}
	return len(w) > 3 && w[len(w)-1] == 's' && !lexicon.Is(w, lexicon.Function|lexicon.Person) && (s.tokens[k-1].Capital() || prev == "which" || prev == "that" || prev == "who" || prev == "also") && s.at(k+1) != "of"
}

// subject returns the noun phrase that ends before token end and begins its
// clause, without leading articles, adverbs and times.
func (s *statement) subject(end int) (int, int) {
	for end > 0 && (s.is(end-1, lexicon.Auxiliary|lexicon.Adverb) || lexicon.IsAdverb(s.at(end-1)) || expecting(s.at(end-1))) {
		end--
	}
	first := s.clauseStart(end)
	if first == end && end > 1 && s.at(end-1) == "," { // Shares in Cairn Energy, a UK oil firm, have
		if k := s.clauseStart(end - 1); k > 1 && s.at(k-1) == "," {
			end = k - 1
			first = s.clauseStart(end)
		}
	}
	if s.is(first, lexicon.Pronoun) && first+1 < end && lexicon.IsParticiple(s.at(first+1)) {
		first += 2 // it expected profits
	}
	for first < end {
		if n, ok := s.timeFrom(first); ok {
			first = n
			continue
		}
		w := s.at(first)
		if s.is(first, lexicon.Determiner|lexicon.Conjunction|lexicon.Adverb) && w != "those" && w != "such" || w == "with" || w == "in" && s.leadsTime(first) || lexicon.IsAdverb(w) {
			first++
			continue
		}
		break
	}
	return first, end
}

func (s *statement) clauseStart(end int) int {
	for end > 0 && !s.boundary(end-1) {
		end--
	}
	return end
}

// expecting reports whether a word stands between a subject and its verb of
// change: are expected to rise.
func expecting(w string) bool {
	switch w {
	case "to", "set", "expected", "forecast", "likely", "due", "predicted", "projected", "estimated", "seen", "thought", "believed", "continued", "began", "started":
		return true
	}
	return false
}

func (s *statement) leadsTime(k int) bool {
	_, ok := s.timeFrom(k + 1)
	return ok
}

// timeFrom returns the end of the mention of time that begins at k.
func (s *statement) timeFrom(k int) (int, bool) {
	for _, m := range s.times {
		if m.First == k {
			return m.Last, true
		}
	}
	return 0, false
}

// boundary reports whether a clause begins after token k.
func (s *statement) boundary(k int) bool {
	switch w := s.at(k); w {
	case ",", ";", ":", "while", "whereas", "but", "as", "—", "–", "(", "\"", "“", "”", "because", "although", "which", "who":
		if w == "," && s.listComma(k) {
			return false
		}
		return true
	case "that":
		return s.is(k-1, lexicon.Report) || s.is(k-1, lexicon.Verb)
	case "said", "showed", "shows", "says", "revealed", "reported", "added":
		return true
	case "with":
		return k == 0 || s.at(k-1) == ","
	}
	return false
}

// listComma reports whether the comma at k stands in a list "A, B and C" of
// short members without verbs or numbers.
func (s *statement) listComma(k int) bool {
	for n := k + 1; n < len(s.tokens) && n <= k+9; n++ {
		t := &s.tokens[n]
		switch {
		case t.Lower == "and" || t.Lower == "or":
			return n > k+1 && !s.numberAt(n+1) && !s.is(n+1, lexicon.Auxiliary|lexicon.Pronoun) || n == k+1 && s.earlierComma(k)
		case t.Lower == ",":
			return n > k+1 && s.listComma(n)
		case t.Kind != token.Word || s.is(n, lexicon.Auxiliary|lexicon.Pronoun|lexicon.Relative) || t.Is("according", "up", "down", "marking", "including", "after", "with"):
			return false
		}
		if n == k+1 && (lexicon.IsGerund(t.Lower) && t.Lower[0] != 'f' && s.is(n+1, lexicon.Determiner) || lexicon.IsParticiple(t.Lower) && s.is(n+1, lexicon.Preposition)) {
			return false
		}
	}
	return false
}

func (s *statement) earlierComma(k int) bool {
	for n := k - 1; n >= 0 && n > k-8; n-- {
		if s.at(n) == "," {
			return true
		}
	}
	return false
}

func (s *statement) numberAt(k int) bool {
	for i := range s.quantities {
		if l := s.lead(i); l <= k && k < s.quantities[i].Whole.Last {
			return true
		}
	}
	return false
}

// complement returns the words after token a that belong to its phrase, up to a
// comma that ends it, a new clause or a number. Times and sources are left out.
func (s *statement) complement(a int) []int {
	var out []int
	for k := a; k < len(s.tokens) && len(out) < 18; k++ {
		if n, ok := s.timeFrom(k); ok {
			k = n - 1
			for len(out) > 0 && (lexicon.Is(s.at(out[len(out)-1]), lexicon.Preposition)) {
				out = out[:len(out)-1]
			}
			continue
		}
		w := s.at(k)
		if s.tokens[k].Kind == token.Symbol {
			if (w == "-" || w == "'" || w == "’") && !s.tokens[k].Space || w == "," && s.listComma(k) || w == "&" {
				continue
			}
			break
		}
		if s.ends(k) {
			break
		}
		out = append(out, k)
	}
	for len(out) > 0 && s.is(out[len(out)-1], lexicon.Preposition|lexicon.Determiner|lexicon.Conjunction) {
		out = out[:len(out)-1]
	}
	return out
}

// ends reports whether the word at k begins another clause.
func (s *statement) ends(k int) bool {
	w := s.at(k)
	switch w {
	case "as":
		return s.at(k-1) != "such"
	case "which", "while", "but", "because", "when", "where", "although", "whereas", "according", "compared", "said", "after", "before", "nationwide", "respectively":
		return true
	case "and", "or":
		n := k + 1
		return s.numberAt(n) || s.is(n, lexicon.Auxiliary) || s.is(n, lexicon.Past) || lexicon.IsParticiple(s.at(n)) && (s.numberAt(n+1) || s.is(n+1, lexicon.Determiner|lexicon.Preposition)) || s.at(n) == "it" || s.at(n) == "they"
	case "involving", "affecting", "totalling", "totaling", "worth":
		return s.numberAt(k + 1)
	}
	return s.numberAt(k)
}
