package engine

import (
	"flag"
	"slices"
	"testing"

	"almanac/index/pack/packtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// small makes chunks so small that most searches need several of each kind.
var small = packtest.Options{LexiconEntries: 12, PostingsPerChunk: 40, PostingsPerPart: 25, PassagesPerChunk: 2}

func open(t testing.TB, p *packtest.Pack) *Engine {
	t.Helper()
	e, err := Open(p.Payload)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// run steps a search to its end and checks that each Step names chunks that there
// are, that are missing, and each once. It returns the chunks that were named.
func run(t testing.TB, s *Search, fetch func(int) ([]byte, error)) (named []int, err error) {
	t.Helper()
	for {
		need, err := s.Step()
		if err != nil {
			return named, err
		}
		if len(need) == 0 {
			return named, nil
		}
		if s.Result() != nil {
			t.Fatal("a search names chunks though it is done")
		}
		for i, n := range need {
			if n < 0 || n >= s.engine.root.Chunks() || s.engine.chunks[n] != nil || slices.Contains(need[:i], n) || slices.Contains(named, n) {
				t.Fatalf("Step names chunks %v after %v", need, named)
			}
		}
		for _, n := range need {
			payload, err := fetch(n)
			if err != nil {
				return named, err
			}
			s.engine.Supply(n, payload)
		}
		named = append(named, need...)
	}
}

// find runs one search with a fresh engine.
func find(t testing.TB, p *packtest.Pack, r Request) (*Search, []int) {
	t.Helper()
	s := open(t, p).Begin(r)
	named, err := run(t, s, p.Fetch)
	if err != nil {
		t.Fatalf("%q: %v", r.Text, err)
	}
	return s, named
}

func ids(r *Result) []string {
	out := []string{}
	for _, a := range r.Articles {
		out = append(out, a.ID)
	}
	return out
}
