package engine

import "almanac/index/pack"

// occurrence is where a term stands: a field of a passage, and the positions.
type occurrence struct {
	passage pack.Passage
	field   int
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
			for p := range s.allowed {
				if !found[p] {
					delete(s.allowed, p)
				}
			}
			continue
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
	var starts map[occurrence][]uint32
	for i, w := range ph.words {
		at := map[occurrence][]uint32{}
		shift := uint32(ph.places[i] - ph.places[0])
		for _, v := range s.query.words[w].terms {
			if err := s.collect(v.term, shift, starts, at); err != nil {
				return nil, err
			}
		}
		starts = at
	}
	found := map[pack.Passage]bool{}
	for o := range starts {
		found[o.passage] = true
	}
	return found, nil
}

// collect adds to into the places where the phrase can begin, judging by one
// term: its positions less shift, if they are among the places known so far
// (nil: all are).
func (s *Search) collect(term, shift uint32, known, into map[occurrence][]uint32) error {
	var list []occurrence
	var frequencies []uint32
	err := s.eachPart(pack.KindPostings, term, func(lists *pack.Lists) error {
		for lists.NextList() {
			for b := lists.NextBlock(); b != nil; b = lists.NextBlock() {
				for i, p := range b.Passages {
					list = append(list, occurrence{p, lists.Field})
					frequencies = append(frequencies, b.Frequencies[i])
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
				positions = lists.Positions(frequencies[next], positions[:0])
				keepStarts(list[next], positions, shift, known, into)
				next++
			}
		}
		return lists.Err()
	})
}

func keepStarts(o occurrence, positions []uint32, shift uint32, known, into map[occurrence][]uint32) {
	for _, p := range positions {
		if p <= shift {
			continue
		}
		start := p - shift
		if known == nil || contains(known[o], start) {
			into[o] = append(into[o], start)
		}
	}
}

func contains(list []uint32, v uint32) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}
