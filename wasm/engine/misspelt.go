package engine

import "almanac/index/pack"

// lookupTypo finds the words at the least edit distance that the judge allows.
func (s *Search) lookupTypo(w *word, judge *typo, need *needs) error {
	if judge.limit == 0 {
		return nil
	}
	best := map[uint32]variant{}
	section := s.engine.root.Section(pack.KindLexicon)
	if section == nil {
		return nil
	}
	err := s.eachEntry(section.First, section.First+len(section.Keys), need, func(l *pack.Lexicon) bool {
		if l.DF() == 0 {
			return true
		}
		d, weight := judge.judge(l.Word())
		if d == 0 || d > judge.limit {
			return true
		}
		if d < judge.limit {
			// A closer word makes the farther ones noise.
			judge.limit = d
			best = map[uint32]variant{}
		}
		if l.DF() > best[l.Term()].df {
			best[l.Term()] = variant{term: l.Term(), surface: string(l.Word()), df: l.DF(), weight: weight, match: Typo}
		}
		return true
	})
	w.addBest(best, maxTypoTerms)
	return err
}

// misspelt tells whether a short query has a misspelt word: then the others may be
// misspelt too, though they are words.
func (q *query) misspelt() bool {
	for i := range q.words {
		if q.words[i].match == Typo {
			return len(q.words) <= describing
		}
	}
	return false
}

// lookupDoubt adds to a word that was found the more frequent words at distance
// one. The lexicon is here: the misspelt word needed all of it.
func (s *Search) lookupDoubt(w *word, need *needs) error {
	if len(w.terms) == 0 || w.match > Stem || w.prefix || hasDigit(w.surface) {
		return nil
	}
	judge := newTypo(w.surface, false)
	judge.limit = min(judge.limit, 1)
	own := w.terms[0].df
	doubt := word{terms: w.terms}
	if err := s.lookupTypo(&doubt, judge, need); err != nil {
		return err
	}
	for _, v := range doubt.terms[len(w.terms):] {
		if v.df > own {
			v.weight = weightDoubt
			w.add(v)
		}
	}
	return nil
}
