package engine

import (
	"almanac/index/pack"
	"almanac/wasm/engine/ask"
)

// stated is the search for statistics that goes on beside the one for passages.
type stated struct {
	ask ask.Ask
	// words are the words of the query that statistics are searched by.
	words []int
	// mentions are, for each of words and each field, where the word occurs; a
	// passage there is a statistic.
	mentions []leaf
	cards    []*card
	// satisfied tells that cards satisfy what was asked; otherwise they are only
	// near it.
	satisfied bool
	facets    Facets
	years     []int
}

// statedFields is the number of fields of a statistic, statedBoosts their weights:
// measure, subject, the sentence's other words.
const statedFields = 3

var statedBoosts = [statedFields]float64{1, 0.5, 0.5}

// newest returns the day of the newest article and the number of statistics.
func (e *Engine) newest() (pack.Day, int) {
	s := e.root.Section(pack.KindSummary)
	if s == nil || len(s.Keys) == 0 {
		return 0, 0
	}
	return pack.Day(s.Keys[0].First), int(s.Keys[0].Second)
}

// understand reads the request: what is asked of statistics, and the words.
func (s *Search) understand(r Request) {
	newest, n := s.engine.newest()
	if n == 0 {
		s.query = parse(r)
		return
	}
	s.stated.ask = ask.Parse(r.Text, newest)
	r.Text = s.stated.ask.Articles
	s.query = parse(r)
	r.Text = s.stated.ask.Statistics
	for _, w := range parse(r).words {
		for i := range s.query.words {
			if s.query.words[i].surface == w.surface {
				s.stated.words = append(s.stated.words, i)
			}
		}
	}
}

// postings reads the postings of passages and of statistics. It returns the chunks
// that either lacks.
func (s *Search) postings() ([]int, error) {
	need := needs{}
	for _, read := range [...]func() ([]int, error){s.gather, s.gatherStated} {
		list, err := read()
		if err != nil {
			return nil, err
		}
		for _, chunk := range list {
			need.add(chunk)
		}
	}
	return need.list, nil
}

// gatherStated reads where the query's words occur in statistics.
func (s *Search) gatherStated() ([]int, error) {
	var need needs
	section := s.engine.root.Section(pack.KindMentions)
	if section == nil {
		return nil, nil
	}
	for _, i := range s.stated.words {
		for _, v := range s.query.words[i].terms {
			from, to := section.Numbers(v.term)
			need.lacks(s.engine, from, to)
		}
	}
	if small := s.engine.root.Section(pack.KindFigures); small != nil && len(small.Keys) <= allFigures {
		// Reading them all now saves another wait.
		need.lacks(s.engine, small.First, small.First+len(small.Keys))
	}
	if need.any() {
		return need.list, nil
	}
	s.stated.mentions = make([]leaf, len(s.stated.words)*statedFields)
	for i, w := range s.stated.words {
		leaves := s.stated.mentions[i*statedFields : (i+1)*statedFields]
		for _, v := range s.query.words[w].terms {
			if err := s.gatherMentions(v, leaves); err != nil {
				return nil, err
			}
		}
	}
	return nil, nil
}

// gatherMentions merges the statistics that mention a variant into the leaves of
// its word.
func (s *Search) gatherMentions(v variant, leaves []leaf) error {
	var fresh [statedFields][]posting
	var counted [statedFields]bool
	err := s.eachPart(pack.KindMentions, v.term, func(lists *pack.Lists) error {
		for lists.NextList() {
			f := lists.Field
			if f >= statedFields {
				return s.damagedField(v.term)
			}
			if !counted[f] {
				counted[f] = true
				leaves[f].df += lists.DF
			}
			for b := lists.NextBlock(); b != nil; b = lists.NextBlock() {
				for i, p := range b.Passages {
					fresh[f] = append(fresh[f], posting{passage: p, weight: v.weight * statedWeight(b.Frequencies[i], b.Lengths[i])})
				}
			}
		}
		return lists.Err()
	})
	for f := range leaves {
		leaves[f].postings = mergeBest(leaves[f].postings, fresh[f])
	}
	return err
}

// weightAt returns the weight of a passage in postings, 0 if it is not there.
func weightAt(list []posting, p pack.Passage) float64 {
	from, to := 0, len(list)
	for from < to {
		if mid := (from + to) / 2; list[mid].passage < p {
			from = mid + 1
		} else {
			to = mid
		}
	}
	if from < len(list) && list[from].passage == p {
		return list[from].weight
	}
	return 0
}
