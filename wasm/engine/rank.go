package engine

import (
	"sort"

	"almanac/index/pack"
)

// passagesShown is the number of passages shown of an article.
const passagesShown = 3

// hit is an article that matches.
type hit struct {
	article  uint32
	score    float64
	match    Match
	passages []scored // best first, at most passagesShown
}

// scored is a passage with its score.
type scored struct {
	passage pack.Passage
	score   float64
}

// rank walks over the leaves in step, scores every passage that matches, and
// keeps the best articles. Linear in the postings times the leaves.
func (s *Search) rank() {
	weigh(s.leaves, s.engine.root.Passages)
	r := ranker{search: s, limit: s.limit, best: make([]float64, len(s.leaves))}
	cursors := make([]int, len(s.leaves))
	for {
		p, ok := s.least(cursors)
		if !ok {
			break
		}
		r.passage(p, s.score(p, cursors, &r))
	}
	r.close()
	sort.SliceStable(r.hits, func(i, j int) bool { return before(r.hits[i], r.hits[j]) })
	s.hits, s.total = r.hits[:min(s.limit, len(r.hits))], r.total
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

// score scores passage p and moves the cursors past it. It notes each leaf's
// share in r.now.
func (s *Search) score(p pack.Passage, cursors []int, r *ranker) float64 {
	sum, matched := 0.0, 0
	r.now = r.now[:0]
	for i := range s.leaves {
		l := &s.leaves[i]
		c := cursors[i]
		if c == len(l.postings) || l.postings[c].passage != p {
			continue
		}
		cursors[i]++
		part := l.weight * l.postings[c].weight
		sum += part
		matched++
		r.now = append(r.now, share{i, part})
	}
	if s.allowed != nil && !s.allowed[p] {
		return 0
	}
	return sum * coord(matched, len(s.leaves))
}

// share is what a leaf gives to a score.
type share struct {
	leaf int
	part float64
}

// ranker groups scored passages, which come in order, by article.
type ranker struct {
	search *Search
	limit  int
	hits   []hit // a bounded heap in disguise: cut back when twice too long
	total  int

	open    bool
	current hit
	best    []float64 // per leaf, the best share in the current article
	now     []share
}

func (r *ranker) passage(p pack.Passage, score float64) {
	if score == 0 {
		return
	}
	if !r.open || p.Article() != r.current.article {
		r.close()
		r.open, r.current = true, hit{article: p.Article()}
	}
	for _, s := range r.now {
		r.best[s.leaf] = max(r.best[s.leaf], s.part)
	}
	r.current.keep(scored{p, score})
}

// keep inserts a passage among the best.
func (h *hit) keep(s scored) {
	i := len(h.passages)
	for i > 0 && h.passages[i-1].score < s.score {
		i--
	}
	if i == passagesShown {
		return
	}
	if len(h.passages) < passagesShown {
		h.passages = append(h.passages, scored{})
	}
	copy(h.passages[i+1:], h.passages[i:])
	h.passages[i] = s
}

// close finishes the current article. Its score is the mean of its best
// passage's and of the score that one passage with the best of all of them would
// have: an article that answers with several passages beats one that repeats a
// single word.
func (r *ranker) close() {
	if !r.open {
		return
	}
	r.open = false
	sum, matched := 0.0, 0
	for i, part := range r.best {
		if part == 0 {
			continue
		}
		sum += part
		matched++
		r.current.match = max(r.current.match, r.search.query.words[r.search.leaves[i].word].match)
		r.best[i] = 0
	}
	pooled := sum * coord(matched, len(r.best))
	r.current.score = (r.current.passages[0].score + pooled) / 2
	r.total++
	r.hits = append(r.hits, r.current)
	r.current.passages = nil
	if len(r.hits) >= 2*r.limit+64 {
		sort.SliceStable(r.hits, func(i, j int) bool { return before(r.hits[i], r.hits[j]) })
		r.hits = r.hits[:r.limit]
	}
}
