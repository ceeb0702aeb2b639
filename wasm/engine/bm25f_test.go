package engine

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"almanac/index/pack"
	"almanac/index/pack/packtest"
)

// articleScores is the stupid BM25F: every article is looked at for every word.
func articleScores(x *packtest.Index, articles int, q query, w Weights) map[uint32]float64 {
	leaves, fields := plain(x, q), len(x.Tokens)
	has := func(l leaf, article uint32) bool {
		return slices.ContainsFunc(l.postings, func(p posting) bool { return p.passage.Article() == article })
	}
	scores := map[uint32]float64{}
	for article := range uint32(articles) {
		lengths := map[pack.Passage]float64{}
		for _, l := range leaves {
			for _, p := range l.postings {
				if l.field == textField && p.passage.Article() == article {
					lengths[p.passage] = float64(p.length)
				}
			}
		}
		length, sum, matched, titled, all := 0.0, 0.0, 0.0, 0.0, 0.0
		for _, v := range lengths {
			length += v
		}
		for i, word := range q.words {
			own := leaves[i*fields : (i+1)*fields]
			with := 0.0
			for other := range uint32(articles) {
				if slices.ContainsFunc(own, func(l leaf) bool { return has(l, other) }) {
					with++
				}
			}
			t, variant := 0.0, 0.0
			for f, l := range own {
				texts, once := 0.0, 0.0
				average := float64(x.Tokens[f]) / float64(x.Passages)
				b := w.Fields[f].Length
				for _, p := range l.postings {
					if p.passage.Article() != article {
						continue
					}
					variant = max(variant, p.variant)
					frequency := p.variant * float64(p.frequency)
					texts += frequency / (1 - b + b*length/(float64(x.Tokens[f])/float64(articles)))
					once = max(once, frequency/(1-b+b*float64(p.length)/average))
				}
				if f == textField {
					once = texts
				}
				t += w.Fields[f].Boost * once
			}
			idf := math.Log(1 + (float64(articles)-with+0.5)/(with+0.5))
			times := float64(word.times)
			asked := (w.Repetition + 1) * times / (w.Repetition + times)
			weight := asked * math.Pow(idf, w.Rarity)
			if with > 0 {
				all += weight
			}
			if t == 0 {
				continue
			}
			matched++
			if has(own[titleField], article) {
				titled += weight
			}
			sum += weight * variant * (w.Saturation + 1) * t / variant / (t/variant + w.Saturation)
		}
		if matched > 0 {
			scores[article] = sum * (1 - w.Coverage*(1-matched/float64(len(q.words)))) * (1 + w.Titled*math.Pow(titled/all, 4))
		}
	}
	return scores
}

func close9(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(a, b) }

// TestArticlesAgainstBruteForce: the articles are those that score best, with
// weights of all kinds, words repeated, unfinished and misspelt.
func TestArticlesAgainstBruteForce(t *testing.T) {
	s := generated(t, 9, 120, 150, small)
	random := rand.New(rand.NewPCG(6, 6))
	variants := 0
	for round := range 40 {
		if round%2 == 1 {
			s.Weights = Weights{Saturation: 3 * random.Float64(), Repetition: 9 * random.Float64(), Rarity: 2 * random.Float64(), Coverage: random.Float64(), Titled: random.Float64()}
			for range 3 {
				s.Weights.Fields = append(s.Weights.Fields, FieldWeights{0.1 + random.Float64(), random.Float64()})
			}
		}
		text := s.text(random)
		search := s.Begin(Request{Text: s.text(random) + text + text, Typing: round%3 == 0, Limit: 1000})
		if _, err := run(t, search, s.pack.Fetch); err != nil {
			t.Fatal(err)
		}
		if !search.answerable() {
			continue
		}
		want := articleScores(s.pack.Index, len(s.articles), search.query, s.Weights)
		if len(search.hits) != len(want) {
			t.Fatalf("%d articles, want %d", len(search.hits), len(want))
		}
		for i, h := range search.hits {
			if !close9(h.score, want[h.article]) || i > 0 && before(h, search.hits[i-1]) {
				t.Errorf("place %d: article %d scores %g, want %g", i, h.article, h.score, want[h.article])
			}
		}
		for _, w := range search.query.words {
			if w.match == Prefix || w.match == Typo {
				variants++
			}
		}
	}
	if variants < 5 {
		t.Error("too few unfinished or misspelt words: little is tested")
	}
}

// TestBM25FProperties: properties of the formula that no weight should break.
func TestBM25FProperties(t *testing.T) {
	p := packtest.Build([]packtest.Article{
		{Meta: pack.Meta{ID: "title", Title: "harbour cranes"}, Passages: []pack.Text{{Text: "ships and tugs at anchor"}}},
		{Meta: pack.Meta{ID: "twice", Title: "news"}, Passages: []pack.Text{{Text: "harbour dues harbour tugs anchor"}}},
		{Meta: pack.Meta{ID: "once", Title: "news"}, Passages: []pack.Text{{Text: "harbour dues ships tugs anchor"}}},
		{Meta: pack.Meta{ID: "both", Title: "news"}, Passages: []pack.Text{{Text: "harbour dues ships tugs anchor"}, {Text: "cranes dues ships tugs anchor"}}},
		{Meta: pack.Meta{ID: "none", Title: "news"}, Passages: []pack.Text{{Text: "dues and more dues"}}},
	}, small)
	for text, want := range map[string][]string{
		"harbour":        {"title", "twice", "once", "both"},
		"harbour cranes": {"title", "both", "twice", "once"},
	} {
		s, _ := find(t, p, Request{Text: text})
		if got := ids(s.Result()); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
