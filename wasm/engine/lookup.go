package engine

import (
	"unicode/utf8"

	"almanac/index/analyze"
	"almanac/index/pack"
)

// Match is how a word of the query was found, best first.
type Match uint8

// The ways to be found.
const (
	Exact  Match = iota // the word itself is written somewhere
	Stem                // another form of the word is
	Prefix              // a word beginning with it is
	Typo                // a similar word is
	Missing
)

var matchNames = [...]string{"exact", "stem", "prefix", "typo", "missing"}

// String returns the name used in results.
func (m Match) String() string { return matchNames[m] }

// variant is a term that stands for a word of the query.
type variant struct {
	term    uint32
	surface string // the most frequent surface form that led here
	df      int    // its passage frequency
	weight  float64
	match   Match
}

const (
	// maxPrefixTerms and maxTypoTerms bound the variants of one word; the most
	// frequent stay.
	maxPrefixTerms = 48
	maxTypoTerms   = 16
	// maxPrefixChunks bounds the lexicon chunks read for a short prefix.
	maxPrefixChunks = 12
)

// The weights of a variant against the word itself. Exact comes before prefix
// before typo; RATIONALE.md tells how they were chosen.
const (
	weightPrefix      = 0.7
	weightPrefixExtra = 0.25 // where the word itself is written too
	weightTypo1       = 0.6
	weightTypoLess    = 0.5 // one edit, of a kind that makes fewer misspellings
	weightTypo2       = 0.4
	weightDoubt       = 0.3  // where the word is written, but others of the query are misspelt
	weightTypoPrefix  = 0.35 // where the beginning of the word is misspelt
)

// lookup finds the terms of all words. It returns the chunks it lacks.
func (s *Search) lookup() ([]int, error) {
	var need needs
	for i := range s.query.words {
		var own needs
		if err := s.lookupWord(&s.query.words[i], &own); err != nil {
			return nil, err
		}
		for _, chunk := range own.list {
			need.add(chunk)
		}
	}
	if need.any() || !s.query.misspelt() {
		return need.list, nil
	}
	for i := range s.query.words {
		if err := s.lookupDoubt(&s.query.words[i], &need); err != nil {
			return nil, err
		}
	}
	return need.list, nil
}

func (s *Search) lookupWord(w *word, need *needs) error {
	w.terms, w.match = w.terms[:0], Missing
	if err := s.lookupExact(w, need); err != nil {
		return err
	}
	if w.prefix {
		if err := s.lookupPrefix(w, need); err != nil {
			return err
		}
	}
	if need.any() || hasDigit(w.surface) || w.mayBeStop() {
		return nil
	}
	if len(w.terms) == 0 {
		return s.lookupTypo(w, newTypo(w.surface, w.prefix), need)
	}
	if w.match == Stem && !w.prefix && analyze.Stem(w.surface) == w.surface {
		// A bare stem that nobody wrote is hardly a word: "indic" may be "india" as well
		// as "indicate".
		judge := newTypo(w.surface, false)
		judge.limit = min(judge.limit, 1)
		return s.lookupTypo(w, judge, need)
	}
	return nil
}

// mayBeStop tells whether the word may become a stop word, or is one whose end was
// not typed yet. Where it begins nothing else, it asks for nothing so far.
func (w *word) mayBeStop() bool { return w.prefix && analyze.BeginsStop(w.surface) }

// lookupExact finds the word as it is written, or else by its stem.
func (s *Search) lookupExact(w *word, need *needs) error {
	stem := analyze.Stem(w.surface)
	match, found := Exact, variant{}
	visit := func(l *pack.Lexicon) bool {
		found = variant{term: l.Term(), surface: w.surface, df: l.DF(), weight: 1, match: match}
		return false
	}
	err := s.eachWord(w.surface, false, need, func(l *pack.Lexicon) bool {
		return l.DF() == 0 || string(l.Word()) != w.surface || visit(l)
	})
	if err == nil && found.weight == 0 {
		match = Stem
		err = s.eachWord(stem, false, need, func(l *pack.Lexicon) bool {
			isStem := l.DF() == 0 || analyze.Stem(stem) == stem
			return !isStem || string(l.Word()) != stem || visit(l)
		})
	}
	if err == nil && found.weight > 0 {
		w.add(found)
	}
	return err
}

func (w *word) add(v variant) {
	w.terms = append(w.terms, v)
	w.match = min(w.match, v.match)
}

// lookupPrefix finds the words that begin with what was typed so far.
func (s *Search) lookupPrefix(w *word, need *needs) error {
	weight := weightPrefix
	if len(w.terms) > 0 {
		weight = weightPrefixExtra
	}
	best := map[uint32]variant{}
	err := s.eachWord(w.surface, true, need, func(l *pack.Lexicon) bool {
		if l.DF() > best[l.Term()].df {
			best[l.Term()] = variant{term: l.Term(), surface: string(l.Word()), df: l.DF(), weight: weight, match: Prefix}
		}
		return true
	})
	w.addBest(best, maxPrefixTerms)
	return err
}

// addBest adds the most frequent variants that the word does not have yet.
func (w *word) addBest(best map[uint32]variant, limit int) {
	var list []variant
	for _, v := range best {
		if !w.has(v.term) {
			list = keepBest(list, v, limit, moreFrequent)
		}
	}
	for _, v := range list {
		w.add(v)
	}
}

func (w *word) has(term uint32) bool {
	for _, v := range w.terms {
		if v.term == term {
			return true
		}
	}
	return false
}

func moreFrequent(a, b variant) bool {
	if a.df != b.df {
		return a.df > b.df
	}
	return a.term < b.term
}

// eachWord visits the entries equal to word, or beginning with it, until visit
// returns false.
func (s *Search) eachWord(word string, prefix bool, need *needs, visit func(*pack.Lexicon) bool) error {
	from, to := s.engine.root.Section(pack.KindLexicon).Words(word, prefix)
	if prefix {
		to = min(to, from+maxPrefixChunks)
	}
	return s.eachEntry(from, to, need, func(l *pack.Lexicon) bool {
		w := l.Word()
		if string(w) < word {
			return true
		}
		if prefix && (len(w) < len(word) || string(w[:len(word)]) != word) || !prefix && string(w) != word {
			return false
		}
		return prefix && l.DF() == 0 || visit(l)
	})
}

// eachEntry visits the entries of the lexicon chunks from to to, if they are all
// there; otherwise it notes which are not.
func (s *Search) eachEntry(from, to int, need *needs, visit func(*pack.Lexicon) bool) error {
	if need.lacks(s.engine, from, to) {
		return nil
	}
	for n := from; n < to; n++ {
		l := pack.ReadLexicon(s.engine.root.Name(n), s.engine.chunk(n))
		for l.Next() {
			if !visit(&l) {
				return nil
			}
		}
		if err := l.Err(); err != nil {
			s.engine.forget(n)
			return err
		}
	}
	return nil
}

// needs gathers the chunks that a stage lacks.
type needs struct{ list []int }

func (n *needs) any() bool { return len(n.list) > 0 }

// lacks notes the missing chunks between from and to, and tells whether any is.
func (n *needs) lacks(e *Engine, from, to int) bool {
	missing := false
	for c := from; c < to; c++ {
		if e.chunk(c) != nil {
			continue
		}
		missing = true
		n.add(c)
	}
	return missing
}

func (n *needs) add(chunk int) {
	for _, c := range n.list {
		if c == chunk {
			return
		}
	}
	n.list = append(n.list, chunk)
}

// runes counts the letters of a surface form.
func runes(s string) int { return utf8.RuneCountInString(s) }
