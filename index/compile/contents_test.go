package compile

import (
	"testing"

	"almanac/index/pack"
	"almanac/index/packfile"
)

// contents are everything in a pack, read chunk by chunk.
type contents struct {
	entries []pack.Entry
	// lists are by term, then field, all parts joined.
	lists  []map[int]*pack.List
	stored []pack.Stored
}

func read(t *testing.T, r *packfile.Reader) *contents {
	t.Helper()
	c := &contents{}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	each := func(kind pack.Kind, visit func(name string, payload []byte)) {
		if s := r.Root.Section(kind); s != nil {
			for n := s.First; n < s.First+len(s.Keys); n++ {
				payload, err := r.Chunk(n)
				check(err)
				visit(r.Root.Name(n), payload)
			}
		}
	}
	each(pack.KindLexicon, func(name string, payload []byte) {
		l := pack.ReadLexicon(name, payload)
		for l.Next() {
			c.entries = append(c.entries, pack.Entry{Word: string(l.Word()), DF: l.DF(), Term: l.Term()})
		}
		check(l.Err())
	})
	each(pack.KindStore, func(name string, payload []byte) {
		check(pack.ReadStore(name, payload, 0, func(s pack.Stored) bool {
			if s.Meta == nil {
				last := &c.stored[len(c.stored)-1]
				if last.Article != s.Article || int(s.Ordinal) != len(last.Passages) {
					t.Fatalf("article %d goes on at %d after %d passages of article %d", s.Article, s.Ordinal, len(last.Passages), last.Article)
				}
				last.Passages = append(last.Passages, s.Passages...)
				return true
			}
			c.stored = append(c.stored, s)
			return true
		}))
	})
	for term := range uint32(r.Root.Terms) {
		c.lists = append(c.lists, readTerm(t, r, term))
	}
	return c
}

// readTerm joins the parts of a term, with positions, and checks that Numbers
// names the chunks to read.
func readTerm(t *testing.T, r *packfile.Reader, term uint32) map[int]*pack.List {
	t.Helper()
	lists := map[int]*pack.List{}
	each := func(kind pack.Kind, visit func(*pack.Lists) error) {
		from, to := r.Root.Section(kind).Numbers(term)
		for n := from; n < to; n++ {
			payload, err := r.Chunk(n)
			if err == nil {
				err = pack.FindTerm(kind, r.Root.Name(n), payload, term, visit)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	each(pack.KindPostings, func(l *pack.Lists) error {
		for l.NextList() {
			if lists[l.Field] == nil {
				lists[l.Field] = &pack.List{Field: l.Field, DF: l.DF}
			}
			for b := l.NextBlock(); b != nil; b = l.NextBlock() {
				for i, p := range b.Passages {
					lists[l.Field].Postings = append(lists[l.Field].Postings, pack.Posting{Passage: p, Frequency: b.Frequencies[i], Length: b.Lengths[i]})
				}
			}
		}
		return l.Err()
	})
	next := map[int]int{}
	each(pack.KindPositions, func(l *pack.Lists) error {
		for l.NextPositions() {
			for range l.Postings() {
				p := &lists[l.Field].Postings[next[l.Field]]
				next[l.Field]++
				p.Positions = l.Positions(p.Frequency, nil)
			}
		}
		return l.Err()
	})
	return lists
}
