package relevance

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"almanac/build/site"
	"almanac/index/analyze"
	"almanac/index/article"
	"almanac/index/bleveindex"
	"almanac/index/compile"
	"almanac/index/pack"
	"almanac/index/packfile"
	"almanac/wasm/engine"
)

// tolerance is the relative difference of scores below which two passages may
// stand in either order.
const tolerance = 0.005

// TestEngineRanksAsBleve compares the engine's passages with those of native
// bleve over the same index, for plain term queries.
func TestEngineRanksAsBleve(t *testing.T) {
	for _, c := range []struct {
		name     string
		articles []*article.Article
		queries  int
	}{
		{"generated", generatedArticles(400), 300},
		{"bbc", sharedArticles(t, "bbc"), 1000},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.articles == nil {
				t.Skip("../shared/corpora is not here")
			}
			both := buildBoth(t, c.articles)
			random := rand.New(rand.NewPCG(1, 2))
			for range c.queries {
				both.compare(t, randomQuery(random, c.articles))
			}
		})
	}
}

// randomQuery draws one to four words from a random article.
func randomQuery(random *rand.Rand, articles []*article.Article) string {
	var words []string
	for len(words) == 0 {
		for _, b := range articles[random.IntN(len(articles))].Blocks {
			for s := analyze.NewScanner(b.Text); s.Next(); {
				if !s.Token().Stop {
					words = append(words, s.Token().Surface)
				}
			}
		}
	}
	text := ""
	for range 1 + random.IntN(4) {
		text += words[random.IntN(len(words))] + " "
	}
	return text
}

// engines are bleve and ours over one index.
type engines struct {
	index  *bleveindex.Index
	pack   *packfile.Reader
	engine *engine.Engine
}

func buildBoth(t *testing.T, articles []*article.Article) *engines {
	t.Helper()
	x, err := site.Index(t.Context(), t.TempDir(), articles, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	dir := t.TempDir()
	if _, err := compile.Compile(x, dir, nil, nil); err != nil {
		t.Fatal(err)
	}
	r, err := packfile.Open(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.Open(r.Payload)
	if err != nil {
		t.Fatal(err)
	}
	return &engines{x, r, e}
}

type ranked struct {
	passage pack.Passage
	score   float64
}

// bleve runs the engine's query natively: one term query for every distinct word
// in every ranked field.
func (b *engines) bleve(t *testing.T, text string, n int) []ranked {
	t.Helper()
	var leaves []query.Query
	seen := map[string]bool{}
	for s := analyze.NewScanner(text); s.Next(); {
		surface := s.Token().Surface
		if s.Token().Stop || seen[surface] {
			continue
		}
		seen[surface] = true
		for f, field := range bleveindex.RankedFields {
			leaf := bleve.NewTermQuery(analyze.Stem(surface))
			leaf.SetField(field)
			leaf.SetBoost(engine.Boosts[f])
			leaves = append(leaves, leaf)
		}
	}
	result, err := b.index.Bleve.Search(bleve.NewSearchRequestOptions(bleve.NewDisjunctionQuery(leaves...), n, 0, false))
	if err != nil {
		t.Fatal(err)
	}
	var out []ranked
	for _, hit := range result.Hits {
		p, err := bleveindex.ParseDocumentID(hit.ID)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, ranked{p, hit.Score})
	}
	return out
}

func (b *engines) ours(t *testing.T, text string, n int) []ranked {
	t.Helper()
	s := b.engine.Begin(engine.Request{Text: text})
	passages, err := s.RankPassages(n, b.pack.Chunk)
	if err != nil {
		t.Fatal(err)
	}
	var out []ranked
	for _, p := range passages {
		out = append(out, ranked{p.Passage, p.Score})
	}
	return out
}

// compare checks that both give the same ten passages with the same scores, in
// the same order unless the scores say that the order does not matter.
func (b *engines) compare(t *testing.T, text string) {
	t.Helper()
	// Many passages can share a score, so far more than ten are asked for.
	const top, more = 10, 5000
	want, got := b.bleve(t, text, more), b.ours(t, text, more)
	score := map[pack.Passage]float64{}
	for _, w := range want {
		score[w.passage] = w.score
	}
	for i := range min(top, max(len(want), len(got))) {
		if i >= len(got) || i >= len(want) {
			t.Fatalf("%q: %d passages, bleve has %d", text, len(got), len(want))
		}
		bleves, known := score[got[i].passage]
		if !known || !near(bleves, got[i].score) {
			t.Fatalf("%q: place %d: %x scores %g, bleve says %g", text, i, got[i].passage, got[i].score, bleves)
		}
		if !near(bleves, want[i].score) {
			t.Fatalf("%q: place %d: %x (%g), bleve has %x (%g) there", text, i, got[i].passage, bleves, want[i].passage, want[i].score)
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= tolerance*max(a, b) }
