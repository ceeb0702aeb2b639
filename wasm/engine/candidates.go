package engine

import (
	"math"

	"almanac/index/pack"
)

const (
	// allFigures is the number of figures chunks up to which all are read.
	allFigures = 3
	// maxFigures bounds the figures chunks read for one query: what statistics they
	// hold is all that a query over everything looks at.
	maxFigures = 96
)

// card is a statistic that may be shown.
type card struct {
	*pack.Figure
	score float64
	match StatedMatch
}

// figures judges the statistics that may answer and keeps the best. It returns
// the chunks it lacks.
func (s *Search) figures() ([]int, error) {
	section := s.engine.root.Section(pack.KindFigures)
	if section == nil || !s.asksStatistics() {
		return nil, nil
	}
	var need needs
	chunks := s.figureChunks(section)
	for _, n := range chunks {
		need.lacks(s.engine, n, n+1)
	}
	if need.any() {
		return need.list, nil
	}
	j := newJudge(s)
	for _, n := range chunks {
		figures, err := pack.ReadFigures(s.engine.root.Name(n), s.engine.chunk(n))
		if err != nil {
			s.engine.forget(n)
			return nil, err
		}
		for i := range figures {
			j.consider(&figures[i])
		}
	}
	j.finish()
	s.articlesOfStatistics()
	return nil, nil
}

// asksStatistics tells whether anything is asked that statistics could answer.
func (s *Search) asksStatistics() bool {
	a := &s.stated.ask
	return len(s.stated.words) > 0 || a.Filters() || len(a.Equal) > 0
}

// figureChunks returns the chunks that may hold an answer, in order: all if there
// are few or no word narrows them; else those with a statistic that mentions a
// word, or of the best articles.
func (s *Search) figureChunks(section *pack.Section) []int {
	var all []int
	if len(section.Keys) <= allFigures || len(s.stated.words) == 0 {
		for i := range section.Keys[:min(len(section.Keys), maxFigures)] {
			all = append(all, section.First+i)
		}
		return all
	}
	weight := make([]float64, len(section.Keys))
	for i := range s.stated.mentions {
		l := &s.stated.mentions[i]
		at := 0
		for _, p := range l.postings {
			for at+1 < len(section.Keys) && pack.MakePassage(section.Keys[at+1].First, section.Keys[at+1].Second) <= p.passage {
				at++
			}
			// The best chunk is the one with the best statistic, roughly.
			weight[at] += p.weight * idf(s.engine.root.Passages, l.df)
		}
	}
	for _, h := range s.hits {
		from, to := section.Numbers(h.article)
		for n := from; n < to; n++ {
			weight[n-section.First] += math.MaxFloat32
		}
	}
	var best []int
	for i, w := range weight {
		if w > 0 {
			best = keepBest(best, i, maxFigures, func(a, b int) bool { return weight[a] > weight[b] })
		}
	}
	chosen := make([]bool, len(weight))
	for _, i := range best {
		chosen[i] = true
	}
	for i, ok := range chosen {
		if ok {
			all = append(all, section.First+i)
		}
	}
	return all
}

// statedWeight is the part of a statistic's text score that depends on it alone.
// Labels are short, so their length counts less than a passage's.
func statedWeight(frequency, length uint32) float64 {
	return math.Sqrt(float64(frequency)) / math.Sqrt(8+float64(length)) * 3
}
