package engine

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"almanac/index/pack"
	"almanac/index/pack/packtest"
)

func TestMergeBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 500 {
		want := map[pack.Passage]float64{}
		list := func() (out []posting) {
			for p := range pack.Passage(random.IntN(12)) {
				if random.IntN(2) == 0 {
					added := posting{passage: p, weight: random.Float64(), frequency: random.Uint32()}
					out = append(out, added)
					want[p] = max(want[p], added.weight)
				}
			}
			return out
		}
		got := mergeBest(list(), list())
		for i, p := range got {
			if want[p.passage] != p.weight || i > 0 && got[i-1].passage >= p.passage {
				t.Fatalf("got %v, want %v", got, want)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

// searcher is an engine over a generated archive, with the plain inversion beside
// it.
type searcher struct {
	*Engine
	articles []packtest.Article
	pack     *packtest.Pack
	words    []string
}

func generated(t *testing.T, seed uint64, articles, words int, o packtest.Options) *searcher {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, seed))
	s := &searcher{words: packtest.Words(words)}
	s.articles = packtest.Generate(random, articles, s.words)
	s.pack = packtest.Build(s.articles, o)
	s.Engine = open(t, s.pack)
	return s
}

// text draws a query: one to four words, some of them cut.
func (s *searcher) text(random *rand.Rand) string {
	text := ""
	for range 1 + random.IntN(4) {
		word := s.words[int(math.Pow(random.Float64(), 3)*float64(len(s.words)))]
		if random.IntN(6) == 0 {
			word += "x"
		}
		text += " " + word
	}
	return text[:len(text)-random.IntN(2)]
}

// plain computes the leaves of a search from the inversion alone.
func plain(x *packtest.Index, q query) []leaf {
	var out []leaf
	for i, w := range q.words {
		for field := range 3 {
			l := leaf{word: i, field: field}
			best := map[pack.Passage]posting{}
			for _, v := range w.terms {
				postings := x.Postings(x.Terms[v.term], field)
				l.df += len(postings)
				for _, p := range postings {
					found, known := posting{p.Passage, v.weight * termWeight(p.Frequency, p.Length), v.weight, p.Frequency, p.Length}, best[p.Passage]
					if found.weight > known.weight {
						best[p.Passage] = found
					}
				}
			}
			for article := range uint32(1000) {
				for ordinal := range uint32(8) {
					if p, ok := best[pack.MakePassage(article, ordinal)]; ok {
						l.postings = append(l.postings, p)
					}
				}
			}
			out = append(out, l)
		}
	}
	return out
}

// TestGatherAgainstInversion: the leaves, through chunks, parts and blocks, are
// what the inversion gives.
func TestGatherAgainstInversion(t *testing.T) {
	s := generated(t, 2, 200, 60, small)
	random := rand.New(rand.NewPCG(3, 3))
	several := 0
	for range 40 {
		search := s.Begin(Request{Text: s.text(random), Typing: random.IntN(2) == 0})
		if _, err := run(t, search, s.pack.Fetch); err != nil {
			t.Fatal(err)
		}
		got, want := search.leaves, plain(s.pack.Index, search.query)
		for i := range got {
			got[i].idf, got[i].weight = 0, 0
			if len(got[i].postings) == 0 {
				got[i].postings = nil
			}
			if len(got[i].postings) > pack.BlockPostings {
				several++
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v: got %v\nwant %v", search.query, got, want)
		}
	}
	if several == 0 {
		t.Error("no list is longer than a block: nothing is tested")
	}
}
