package engine

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"almanac/index/pack"
)

// scores computes every passage's score from plain leaves.
func scores(leaves []leaf, passages int) map[pack.Passage]float64 {
	weigh(leaves, passages)
	sum, matched := map[pack.Passage]float64{}, map[pack.Passage]int{}
	for i := range leaves {
		for _, p := range leaves[i].postings {
			sum[p.passage] += leaves[i].weight * p.weight
			matched[p.passage]++
		}
	}
	for p := range sum {
		sum[p] *= coord(matched[p], len(leaves))
	}
	return sum
}

// TestRankAgainstBruteForce: every passage's score is what its leaves give; the
// articles are all that match, each with its best passages, the best first.
func TestRankAgainstBruteForce(t *testing.T) {
	s := generated(t, 4, 150, 200, small)
	random := rand.New(rand.NewPCG(5, 5))
	cut := 0
	for range 60 {
		limit := 1 + random.IntN(40)
		search := s.Begin(Request{Text: s.text(random), Typing: random.IntN(2) == 0, Limit: limit})
		if _, err := run(t, search, s.pack.Fetch); err != nil {
			t.Fatal(err)
		}
		if !search.answerable() {
			continue
		}
		want := scores(plain(s.pack.Index, search.query), s.pack.Root.Passages)
		articles := map[uint32][]Scored{}
		for p, score := range want {
			articles[p.Article()] = append(articles[p.Article()], Scored{p, score})
		}
		r := search.Result()
		if r.Total != len(articles) || len(r.Articles) != min(limit, len(articles)) {
			t.Fatalf("%d of %d articles, want %d of %d", len(r.Articles), r.Total, min(limit, len(articles)), len(articles))
		}
		for i, a := range r.Articles {
			number := a.Passages[0].Place.Article()
			if i > 0 && (a.Score > r.Articles[i-1].Score || a.Score == r.Articles[i-1].Score && number < r.Articles[i-1].Passages[0].Place.Article()) {
				t.Errorf("article %d comes after one that is worse", number)
			}
			checkPassages(t, a.Passages, articles[number])
		}
		if limit < len(articles) {
			cut++
		}
	}
	if cut == 0 {
		t.Error("no answer is longer than its limit: nothing is tested")
	}
}

// checkPassages compares an article's passages with the best of all that match.
func checkPassages(t *testing.T, got []Passage, all []Scored) {
	t.Helper()
	slices.SortFunc(all, func(a, b Scored) int {
		if near(a.Score, b.Score) {
			return cmp.Compare(a.Passage, b.Passage)
		}
		return cmp.Compare(b.Score, a.Score)
	})
	if len(got) != min(passagesShown, len(all)) {
		t.Fatalf("%d passages of %d", len(got), len(all))
	}
	for i, p := range got {
		if p.Place != all[i].Passage && !near(p.Score, all[i].Score) || !near(p.Score, all[i].Score) {
			t.Errorf("passage %d is %x (%g), want %x (%g)", i, p.Place, p.Score, all[i].Passage, all[i].Score)
		}
	}
}

// near forgives the last bits, which depend on the order of adding.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(a, b) }

// TestRankPassages gives the same scores, best first.
func TestRankPassages(t *testing.T) {
	s := generated(t, 6, 80, 100, small)
	random := rand.New(rand.NewPCG(7, 7))
	for range 30 {
		search := s.Begin(Request{Text: s.text(random)})
		got, err := search.RankPassages(20, s.pack.Fetch)
		if err != nil {
			t.Fatal(err)
		}
		want := scores(plain(s.pack.Index, search.query), s.pack.Root.Passages)
		if len(got) != min(20, len(want)) {
			t.Fatalf("%d passages of %d", len(got), len(want))
		}
		for i, p := range got {
			if !near(p.Score, want[p.Passage]) || i > 0 && p.Score > got[i-1].Score {
				t.Errorf("place %d: %x %g, want %g", i, p.Passage, p.Score, want[p.Passage])
			}
		}
	}
}

// TestLimits: none is ten, and no answer holds more than maxLimit.
func TestLimits(t *testing.T) {
	list := make([]string, maxLimit+200)
	for i := range list {
		list[i] = "cranes"
	}
	p := packOf(list...)
	for limit, want := range map[int]int{0: 10, -5: 10, 3: 3, 64: 64, maxLimit + 1: maxLimit, 1 << 40: maxLimit} {
		s, _ := find(t, p, Request{Text: "cranes", Limit: limit})
		r := s.Result()
		if len(r.Articles) != want || r.Total != len(list) {
			t.Errorf("limit %d: %d of %d articles", limit, len(r.Articles), r.Total)
		}
		// All are alike, so they come in archive order.
		for i, a := range r.Articles {
			if a.Passages[0].Place.Article() != uint32(i) {
				t.Fatalf("limit %d: place %d has article %d", limit, i, a.Passages[0].Place.Article())
			}
		}
	}
}
