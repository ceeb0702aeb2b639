package engine

import "almanac/index/pack"

// starts are the places where a phrase can begin, by passage.
type starts map[pack.Passage][]place

// place is a position in a field.
type place struct {
	field    int
	position uint32
}

// findPhrases computes the passages that hold every quoted phrase. It returns
// the chunks it lacks.
func (s *Search) findPhrases() ([]int, error) {
	if len(s.query.phrases) == 0 {
		return nil, nil
	}
	need := s.phraseChunks()
	if need.any() {
		return need.list, nil
	}
	for i, ph := range s.query.phrases {
		found, err := s.findPhrase(ph)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			found = both(s.allowed, found)
		}
		s.allowed = found
	}
	return nil, nil
}

// phraseChunks returns the chunks that the phrases' words lack. Postings were
// there when gather ran, but another search may have had them dropped since.
func (s *Search) phraseChunks() (need needs) {
	for _, kind := range []pack.Kind{pack.KindPostings, pack.KindPositions} {
		section := s.engine.root.Section(kind)
		for _, ph := range s.query.phrases {
			for _, w := range ph.words {
				for _, v := range s.query.words[w].terms {
					from, to := section.Numbers(v.term)
					need.lacks(s.engine, from, to)
				}
			}
		}
	}
	return need
}

// findPhrase intersects the words' positions, each moved back to where the
// phrase would begin.
func (s *Search) findPhrase(ph phrase) (map[pack.Passage]bool, error) {
	var known starts
	for i, w := range ph.words {
		at := starts{}
		shift := uint32(ph.places[i] - ph.places[0])
		for _, v := range s.query.words[w].terms {
			if err := s.collect(v.term, shift, known, at); err != nil {
				return nil, err
			}
		}
		known = at
	}
	found := map[pack.Passage]bool{}
	for p := range known {
		found[p] = true
	}
	return found, nil
}

// both returns what is in both sets.
func both(a, b map[pack.Passage]bool) map[pack.Passage]bool {
	out := map[pack.Passage]bool{}
	for p := range a {
		if b[p] {
			out[p] = true
		}
	}
	return out
}

// collect adds to into the places where the phrase can begin, judging by one
// term: its positions less shift, if they are among the places known so far
// (nil: all are).
func (s *Search) collect(term, shift uint32, known, into starts) error {
	var list []occurrence
	err := s.eachPart(pack.KindPostings, term, func(lists *pack.Lists) error {
		for lists.NextList() {
			for b := lists.NextBlock(); b != nil; b = lists.NextBlock() {
				for i, p := range b.Passages {
					list = append(list, occurrence{p, lists.Field, b.Frequencies[i]})
				}
			}
		}
		return lists.Err()
	})
	if err != nil {
		return err
	}
	var positions []uint32
	next := 0
	return s.eachPart(pack.KindPositions, term, func(lists *pack.Lists) error {
		for lists.NextPositions() {
			for range lists.Postings() {
				if next == len(list) {
					return s.damagedField(term)
				}
				positions = lists.Positions(list[next].frequency, positions[:0])
				keepStarts(list[next], positions, shift, known, into)
				next++
			}
		}
		return lists.Err()
	})
}

// occurrence says how often a term stands in a field of a passage.
type occurrence struct {
	passage   pack.Passage
	field     int
	frequency uint32
}

func keepStarts(o occurrence, positions []uint32, shift uint32, known, into starts) {
	for _, p := range positions {
		if p <= shift {
			continue
		}
		start := place{o.field, p - shift}
		if known == nil || contains(known[o.passage], start) {
			into[o.passage] = append(into[o.passage], start)
		}
	}
}

func contains(list []place, v place) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}
