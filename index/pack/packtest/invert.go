package packtest

import (
	"slices"
	"sort"

	"almanac/index/analyze"
	"almanac/index/pack"
)

// Index is an inverted index in plain maps.
type Index struct {
	Passages int
	// Terms are the stems in byte order; a term's number is its place.
	Terms []string
	// Surfaces count the passages that hold a surface form.
	Surfaces map[string]int
	// Tokens are the sums of the fields' lengths.
	Tokens [fields]uint64
	lists  map[string]*[fields][]pack.Posting
}

// Invert indexes articles.
func Invert(articles []Article) *Index {
	x := &Index{Surfaces: map[string]int{}, lists: map[string]*[fields][]pack.Posting{}}
	for i := range articles {
		for at := range articles[i].Passages {
			x.Passages++
			surfaces := map[string]bool{}
			for field := range fields {
				x.add(pack.MakePassage(uint32(i), uint32(at)), field, articles[i].Text(at, field), surfaces)
			}
			for s := range surfaces {
				x.Surfaces[s]++
			}
		}
	}
	for term := range x.lists {
		x.Terms = append(x.Terms, term)
	}
	slices.Sort(x.Terms)
	return x
}

func (x *Index) add(p pack.Passage, field int, text string, surfaces map[string]bool) {
	positions := map[string][]uint32{}
	length := 0
	for s := analyze.NewScanner(text); s.Next(); {
		t := s.Token()
		if t.Stop {
			continue
		}
		surfaces[t.Surface] = true
		stem := analyze.Stem(t.Surface)
		positions[stem] = append(positions[stem], uint32(t.Position))
		length++
	}
	x.Tokens[field] += uint64(length)
	for stem, at := range positions {
		if x.lists[stem] == nil {
			x.lists[stem] = new([fields][]pack.Posting)
		}
		x.lists[stem][field] = append(x.lists[stem][field], pack.Posting{Passage: p, Frequency: uint32(len(at)), Length: uint32(length), Positions: at})
	}
}

// Postings returns a term's postings in a field, in order of passage.
func (x *Index) Postings(stem string, field int) []pack.Posting {
	if lists := x.lists[stem]; lists != nil {
		return lists[field]
	}
	return nil
}

// Term returns the number of a stem.
func (x *Index) Term(stem string) (uint32, bool) {
	i, ok := slices.BinarySearch(x.Terms, stem)
	return uint32(i), ok
}

// Entries returns the lexicon: surface forms and stems.
func (x *Index) Entries() []pack.Entry {
	var out []pack.Entry
	for s, df := range x.Surfaces {
		term, _ := x.Term(analyze.Stem(s))
		out = append(out, pack.Entry{Word: s, DF: df, Term: term})
	}
	for i, stem := range x.Terms {
		if x.Surfaces[stem] == 0 || analyze.Stem(stem) != stem {
			out = append(out, pack.Entry{Word: stem, Term: uint32(i)})
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Word != out[j].Word {
			return out[i].Word < out[j].Word
		}
		return out[i].DF > out[j].DF
	})
	return out
}

// Records returns a term's lists, cut into parts of at most perPart postings.
func (x *Index) Records(term uint32, perPart int) []pack.Record {
	out := []pack.Record{{Term: term}}
	room := perPart
	for field, postings := range x.lists[x.Terms[term]] {
		df := len(postings)
		for len(postings) > 0 {
			if room == 0 {
				out = append(out, pack.Record{Term: term, Part: uint32(len(out))})
				room = perPart
			}
			n := min(room, len(postings))
			last := &out[len(out)-1]
			last.Lists = append(last.Lists, pack.List{Field: field, DF: df, Postings: postings[:n]})
			postings, room = postings[n:], room-n
		}
	}
	return out
}
