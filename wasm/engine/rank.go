package engine

import "almanac/index/pack"

// passagesShown is the number of passages shown of an article.
const passagesShown = 3

// hit is an article that matches.
type hit struct {
	article  uint32
	score    float64
	match    Match
	passages []Scored // best first, at most passagesShown
}

// Scored is a passage with its score.
type Scored struct {
	Passage pack.Passage
	Score   float64
}

// rank walks over the leaves in step, scores every passage that matches, and
// keeps the best articles. Linear in the postings times the leaves.
func (s *Search) rank() {
	r := ranker{search: s, limit: s.limit, model: newArticleModel(s)}
	s.eachPassage(r.passage)
	r.close()
	s.hits, s.total = r.hits, r.total
}

// before orders hits: by score, then in archive order.
func before(a, b hit) bool {
	if a.score != b.score {
		return a.score > b.score
	}
	return a.article < b.article
}

// least returns the next passage in any leaf.
func (s *Search) least(cursors []int) (pack.Passage, bool) {
	least, ok := pack.Passage(0), false
	for i := range s.leaves {
		list := s.leaves[i].postings
		if c := cursors[i]; c < len(list) && (!ok || list[c].passage < least) {
			least, ok = list[c].passage, true
		}
	}
	return least, ok
}

// score scores passage p and moves the cursors past it; shares are what its
// leaves gave.
func (s *Search) score(p pack.Passage, cursors []int, shares []share) (float64, []share) {
	sum := 0.0
	for i := range s.leaves {
		l := &s.leaves[i]
		c := cursors[i]
		if c == len(l.postings) || l.postings[c].passage != p {
			continue
		}
		cursors[i]++
		sum += l.weight * l.postings[c].weight
		shares = append(shares, share{i, &l.postings[c]})
	}
	return sum * coord(len(shares), len(s.leaves)), shares
}

// eachPassage visits the passages that match, in order, with their scores.
func (s *Search) eachPassage(visit func(Scored, []share)) {
	weigh(s.leaves, s.engine.root.Passages)
	cursors := make([]int, len(s.leaves))
	var shares []share
	for {
		p, ok := s.least(cursors)
		if !ok {
			return
		}
		var score float64
		score, shares = s.score(p, cursors, shares[:0])
		if s.allowed == nil || s.allowed[p] {
			visit(Scored{p, score}, shares)
		}
	}
}

// share is what a leaf gives to a score.
type share struct {
	leaf    int
	posting *posting
}

// ranker groups Scored passages, which come in order, by article.
type ranker struct {
	search *Search
	limit  int
	hits   []hit // the best so far, at most limit
	total  int

	open    bool
	current hit
	model   *articleModel
}

func (r *ranker) passage(p Scored, shares []share) {
	if article := p.Passage.Article(); !r.open || article != r.current.article {
		r.close()
		r.open, r.current = true, hit{article: article}
	}
	r.model.add(shares)
	r.current.passages = keepBest(r.current.passages, p, passagesShown, betterPassage)
}

func betterPassage(a, b Scored) bool { return a.Score > b.Score }

// close finishes the current article.
func (r *ranker) close() {
	if !r.open {
		return
	}
	r.open = false
	r.current.score = r.model.finish(func(word int) {
		r.current.match = max(r.current.match, r.search.query.words[word].match)
	})
	r.total++
	r.hits = keepBest(r.hits, r.current, r.limit, before)
	r.current.passages = nil
}

// RankPassages runs the search as far as the ranking and returns the n best
// passages of all articles, best first; fetch supplies chunks. It is how the
// ranking is compared with other engines.
func (s *Search) RankPassages(n int, fetch func(chunk int) ([]byte, error)) ([]Scored, error) {
	for _, stage := range []func() ([]int, error){s.lookup, s.gather, s.findPhrases} {
		for {
			need, err := stage()
			if err != nil {
				return nil, err
			}
			if len(need) == 0 {
				break
			}
			if err := s.engine.fetch(need, fetch); err != nil {
				return nil, err
			}
		}
	}
	var out []Scored
	s.eachPassage(func(p Scored, _ []share) { out = keepBest(out, p, n, betterPassage) })
	return out, nil
}
