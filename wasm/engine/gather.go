package engine

import "almanac/index/pack"

// leaf is a word of the query in a field, with every passage where it occurs.
type leaf struct {
	word, field int
	df          int
	idf         float64
	weight      float64
	postings    []posting
}

// posting is a passage's part of a leaf.
type posting struct {
	passage           pack.Passage
	weight            float64 // termWeight times the variant's weight
	variant           float64 // the variant's weight
	frequency, length uint32
}

// gather reads the postings of all terms into leaves. It returns the chunks it
// lacks.
func (s *Search) gather() ([]int, error) {
	var need needs
	section := s.engine.root.Section(pack.KindPostings)
	for _, w := range s.query.words {
		for _, v := range w.terms {
			from, to := section.Numbers(v.term)
			need.lacks(s.engine, from, to)
		}
	}
	if need.any() {
		return need.list, nil
	}
	fields := len(s.engine.root.Fields)
	s.leaves = make([]leaf, len(s.query.words)*fields)
	for i := range s.query.words {
		word := s.leaves[i*fields : (i+1)*fields]
		for f := range word {
			word[f].word, word[f].field = i, f
		}
		if err := s.gatherWord(&s.query.words[i], word); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

func (s *Search) gatherWord(w *word, leaves []leaf) error {
	for _, v := range w.terms {
		if err := s.gatherTerm(v, leaves); err != nil {
			return err
		}
	}
	return nil
}

// gatherTerm merges the postings of one variant into the word's leaves.
func (s *Search) gatherTerm(v variant, leaves []leaf) error {
	fresh := make([][]posting, len(leaves))
	counted := make([]bool, len(leaves))
	err := s.eachPart(pack.KindPostings, v.term, func(lists *pack.Lists) error {
		for lists.NextList() {
			f := lists.Field
			if f >= len(leaves) {
				return s.damagedField(v.term)
			}
			if !counted[f] {
				counted[f] = true
				leaves[f].df += lists.DF
			}
			for b := lists.NextBlock(); b != nil; b = lists.NextBlock() {
				fresh[f] = appendBlock(fresh[f], b, v.weight)
			}
		}
		return lists.Err()
	})
	for f := range leaves {
		leaves[f].postings = mergeBest(leaves[f].postings, fresh[f])
	}
	return err
}

func appendBlock(out []posting, b *pack.Block, weight float64) []posting {
	for i, p := range b.Passages {
		out = append(out, posting{p, weight * termWeight(b.Frequencies[i], b.Lengths[i]), weight, b.Frequencies[i], b.Lengths[i]})
	}
	return out
}

// eachPart visits the record parts of a term in order.
func (s *Search) eachPart(kind pack.Kind, term uint32, visit func(*pack.Lists) error) error {
	from, to := s.engine.root.Section(kind).Numbers(term)
	for n := from; n < to; n++ {
		if err := pack.FindTerm(kind, s.engine.root.Name(n), s.engine.chunk(n), term, visit); err != nil {
			s.engine.forget(n)
			return err
		}
	}
	return nil
}

func (s *Search) damagedField(term uint32) error {
	from, _ := s.engine.root.Section(pack.KindPostings).Numbers(term)
	return &pack.Error{Code: pack.CodeDamaged, Chunk: s.engine.root.Name(from),
		Problem: "a list names a field that the root does not", Remedy: "build the site again and upload all of it"}
}

// mergeBest merges two lists in order of passage; where both have a passage the
// larger weight stays.
func mergeBest(a, b []posting) []posting {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	out := make([]posting, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].passage < b[0].passage:
			out, a = append(out, a[0]), a[1:]
		case a[0].passage > b[0].passage:
			out, b = append(out, b[0]), b[1:]
		default:
			best := a[0]
			if b[0].weight > best.weight {
				best = b[0]
			}
			out, a, b = append(out, best), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}
