package engine

import "almanac/index/pack"

// Search is one query under way. It is not safe for use by several goroutines.
type Search struct {
	engine *Engine
	query  query
	limit  int

	stage   int
	leaves  []leaf
	allowed map[pack.Passage]bool // passages holding all phrases; nil: no phrase
	hits    []hit
	total   int
	result  *Result

	text   string // as typed
	stated stated
}

// maxLimit bounds the articles of one answer.
const maxLimit = 1000

// Begin starts a search.
func (e *Engine) Begin(r Request) *Search {
	e.trim()
	e.clock++
	limit := r.Limit
	if limit <= 0 {
		limit = 10
	}
	s := &Search{engine: e, limit: min(limit, maxLimit), text: r.Text}
	s.understand(r)
	return s
}

// Step goes as far as it can. It returns the numbers of the chunks it lacks, to
// be supplied before the next Step, or none when Result is ready. An error is a
// *pack.Error; the chunk it names has been dropped and may be supplied afresh to
// another search.
func (s *Search) Step() (need []int, err error) {
	stages := []func() ([]int, error){s.lookup, s.postings, s.findPhrases, s.order, s.figures, s.complete}
	for ; s.stage < len(stages); s.stage++ {
		need, err = stages[s.stage]()
		if len(need) > 0 || err != nil {
			return need, err
		}
	}
	return nil, nil
}

// Run steps to the end; fetch supplies chunks.
func (s *Search) Run(fetch func(chunk int) ([]byte, error)) (*Result, error) {
	for {
		need, err := s.Step()
		if err == nil && len(need) > 0 {
			err = s.engine.fetch(need, fetch)
		}
		if err != nil || len(need) == 0 {
			return s.result, err
		}
	}
}

// Result returns the answer, nil before Step has completed.
func (s *Search) Result() *Result { return s.result }

func (s *Search) order() ([]int, error) {
	if s.answerable() {
		s.rank()
	}
	return nil, nil
}

// enoughWords is the number of words that are worth an answer however many others
// were not found.
const enoughWords = 6

// answerable tells whether what is left of the query after lookup still asks
// what the reader asked. A number that nobody wrote is not something to overlook
// unless much else is asked, and neither is most of the query: nothing is better
// than an answer to another question.
func (s *Search) answerable() bool {
	found, numbers, words := 0, 0, len(s.query.words)
	for i := range s.query.words {
		w := &s.query.words[i]
		switch {
		case w.match != Missing:
			found++
		case isNumber(w.surface):
			numbers++
		case w.prefix && words > 1:
			// Still being typed: it says nothing yet.
			found++
		}
	}
	return found > 0 && 5*numbers < words && (2*found >= words || found >= enoughWords)
}

// partial tells whether the query holds nothing to look up yet.
func (s *Search) partial() bool {
	words := s.query.words
	return len(words) == 0 || len(words) == 1 && words[0].match == Missing && words[0].mayBeStop()
}
