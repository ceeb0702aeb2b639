package engine

import (
	"almanac/index/analyze"
	"math"

	"almanac/index/pack"
	"almanac/wasm/engine/ask"
)

// StatedMatch says how a statistic answers what was asked of it.
type StatedMatch uint8

// The ways to answer, best first.
const (
	Certain  StatedMatch = iota // it satisfies every condition
	Possible                    // its bound or period leaves room for it
	ByText                      // nothing but words was asked, or it only comes near
)

// String returns the name used in results.
func (m StatedMatch) String() string { return [...]string{"certain", "possible", "text"}[m] }

// verdict is an answer of three values; the worst of several holds.
type verdict uint8

const (
	yes verdict = iota
	maybe
	no
)

// judge decides which statistics answer a search.
type judge struct {
	search *Search
	ask    *ask.Ask
	idf    []float64 // of each word
	total  float64
	cards  []*card
	loose  []*card // satisfy the words but not the conditions
}

func newJudge(s *Search) *judge {
	j := &judge{search: s, ask: &s.stated.ask}
	_, n := s.engine.newest()
	for i := range s.stated.words {
		df := 0
		for f := range statedFields {
			df = max(df, s.stated.mentions[i*statedFields+f].df)
		}
		w := idf(n, min(df, n))
		j.idf = append(j.idf, w)
		j.total += w
	}
	return j
}

// consider judges one statistic.
func (j *judge) consider(f *pack.Figure) {
	score, ok := j.text(f)
	if !ok {
		return
	}
	if f.Peripheral {
		score *= 0.5
	}
	score *= j.preference(f)
	c := &card{Figure: f, score: score, match: ByText}
	switch j.conditions(f) {
	case yes:
		if j.ask.Filters() || len(j.ask.Equal) > 0 {
			c.match = Certain
		}
		j.cards = append(j.cards, c)
	case maybe:
		c.match = Possible
		c.score *= 0.6
		j.cards = append(j.cards, c)
	default:
		if len(j.search.stated.words) > 0 && j.values(f) != no {
			j.loose = append(j.loose, c)
		}
	}
}

// leastCoverage is the share of the words' weight that a statistic must have.
const leastCoverage = 0.5

// evidence is what a word is worth that stands not in the statistic but in its
// article's title, in the heading above it, or in its passage: the nearer the more.
var evidence = [...]float64{0.2, 0.5, 0.4}

// text scores the words. ok is false if the statistic has too few of them.
func (j *judge) text(f *pack.Figure) (score float64, ok bool) {
	words := j.search.stated.words
	if len(words) == 0 {
		return 1, true
	}
	at, passage := pack.MakePassage(f.Article, f.Ordinal), pack.MakePassage(f.Article, f.Passage)
	fields := len(j.search.engine.root.Fields)
	covered, own := 0.0, 0.0
	for i, w := range words {
		best := 0.0
		for field := range statedFields {
			l := &j.search.stated.mentions[i*statedFields+field]
			best = max(best, weightAt(l.postings, at)*statedBoosts[field])
		}
		if best > 0 {
			own += j.idf[i]
		} else if e := j.near(w, fields, passage); e > 0 {
			best = e * 0.6
			covered += e * j.idf[i]
		}
		score += best * j.idf[i]
	}
	covered += own
	// Where values are asked, the words must name what is counted.
	least := leastCoverage
	if len(j.ask.Values) > 0 {
		least = 0.75
	}
	ok = covered >= least*j.total && own > 0
	if !ok && j.ask.Class != "" && j.ofClass(f, j.ask.Class) && covered > 0 {
		ok = true // the question names the kind of number, which counts for words
	}
	return score * (0.2 + covered/j.total) / math.Sqrt(j.total), ok
}

// near returns the evidence that a word's place in a passage, its heading or its
// article's title gives, 0 if it stands in none of them.
func (j *judge) near(word, fields int, p pack.Passage) (best float64) {
	for f := range min(fields, len(evidence)) {
		if i := word*fields + f; i < len(j.search.leaves) && weightAt(j.search.leaves[i].postings, p) > 0 {
			best = max(best, evidence[f])
		}
	}
	return best
}

// preference raises what the question asks for without demanding it.
func (j *judge) preference(f *pack.Figure) float64 {
	if j.ask.Class != "" {
		if j.ofClass(f, j.ask.Class) {
			return 2
		}
		return 0.7
	}
	return 1
}

func (j *judge) ofClass(f *pack.Figure, class string) bool {
	if class == "percent" {
		return pack.KindNames[f.Kind] == "share"
	}
	return f.Unit.Class == class
}

// conditions judges all conditions together.
func (j *judge) conditions(f *pack.Figure) verdict {
	v := max(j.values(f), j.named(f))
	for _, p := range j.ask.Periods {
		v = max(v, during(f, p))
	}
	if j.ask.Change != "" && pack.TrendNames[f.Trend] != j.ask.Change {
		return no
	}
	return v
}

// values judges what is asked of the number.
func (j *judge) values(f *pack.Figure) verdict {
	v := yes
	for _, x := range j.ask.Values {
		if j.ask.Change != "" && x.Unit.Class == "percent" && pack.KindNames[f.Kind] != "percent_change" {
			return no
		}
		v = max(v, unitFits(f, x.Unit), compare(f, x))
	}
	for _, x := range j.ask.Equal {
		v = max(v, unitFits(f, x.Unit), equal(f, x.Low))
	}
	return v
}

func (j *judge) named(f *pack.Figure) verdict {
	if u := j.ask.Unit; u != "" && u != f.Unit.Class && !sameWord(u, f.Unit.Name) {
		return no
	}
	if p := j.ask.Source; p != "" && analyze.Fold(p) != analyze.Fold(f.Publisher) {
		return no
	}
	if k := j.ask.Kind; k != "" && k != pack.KindNames[f.Kind] {
		return no
	}
	return yes
}
