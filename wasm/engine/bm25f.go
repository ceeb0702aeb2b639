package engine

import "math"

// Articles are ranked by BM25F (Robertson, Zaragoza, Taylor 2004,
// doi:10.1145/1031171.1031181), with the query's own frequencies and three
// additions, Rarity, Coverage and Titled:
//
//	score(q, a) = (1 - Coverage * (1 - matched / words)) * (1 + Titled * titled^4) *
//	              sum over words of asked * idf^Rarity * variant * (k1 + 1) * t / (t + k1)
//	t           = sum over fields of boost * frequency / (1 - b + b * length / average)
//	idf         = ln(1 + (N - n + 0.5) / (n + 0.5))    N, n: articles in all, with the word
//	asked       = (k3 + 1) * times / (k3 + times)       times: how often the query says it
//	titled      = sum of asked * idf^Rarity over the words in the title / over all found
//	variant     = 1 for the word itself, less for an unfinished or misspelt one
//
// The title and a heading are repeated with every passage they stand over, so
// they count once, the text of all passages is added up. Titled is for readers who
// look for an article by its title: only where nearly the whole query stands in the
// title does it count for much. The length of an article
// is that of its passages that hold a word of the query: only their lengths are
// known here, and on judged collections it ranks as well as the whole length.

// Weights are the numbers of the formula.
type Weights struct {
	// Saturation is k1: how many repetitions of a word still count.
	Saturation float64
	// Repetition is k3: how many repetitions in the query count.
	Repetition float64
	// Rarity is the power of idf.
	Rarity float64
	// Coverage is what an article loses that matches none of the words.
	Coverage float64
	// Titled is what an article gains whose title holds all words.
	Titled float64
	// Fields are the weights of the fields, in the order of the pack.
	Fields []FieldWeights
}

// FieldWeights are the weights of one field: its Boost, and b, the share of its
// frequencies that is seen in proportion to the field's length.
type FieldWeights struct{ Boost, Length float64 }

// DefaultWeights are chosen on six judged collections, one setting for all;
// RATIONALE.md has the figures.
var DefaultWeights = Weights{
	Saturation: 2, Repetition: 8, Rarity: 1.2, Coverage: 0.1, Titled: 1,
	Fields: []FieldWeights{{2.5, 0.5}, {1, 0}, {1, 0.65}},
}

// field returns the weights of a field.
func (w *Weights) field(n int) FieldWeights {
	if n < len(w.Fields) {
		return w.Fields[n]
	}
	return FieldWeights{Boost: 1}
}

// The fields that the formula tells apart; the text is the one that differs between
// the passages of an article.
const (
	titleField = 0
	textField  = 2
)

// found is what an article's postings of one leaf add up to.
type found struct {
	frequency float64 // times the variants' weights; but for the text normed by length
	variant   float64 // the best variant's weight
}

// articleModel ranks the articles of one search.
type articleModel struct {
	weights *Weights
	leaves  []leaf
	words   []float64 // asked * idf^Rarity
	total   float64   // of the words that any article has
	average []float64 // length of a field; of the text: per article
	found   []found
	length  float64 // of the text
}

func newArticleModel(s *Search) *articleModel {
	root := s.engine.root
	m := &articleModel{weights: &s.engine.Weights, leaves: s.leaves, found: make([]found, len(s.leaves))}
	for n, f := range root.Fields {
		pieces := root.Passages
		if n == textField {
			pieces = root.Articles
		}
		m.average = append(m.average, float64(f.Tokens)/float64(max(pieces, 1)))
	}
	fields := len(root.Fields)
	for i := range s.query.words {
		times, k3 := float64(s.query.words[i].times), m.weights.Repetition
		with := articlesIn(s.leaves[i*fields : (i+1)*fields])
		weight := (k3 + 1) * times / (k3 + times) * math.Pow(articleIDF(root.Articles, with), m.weights.Rarity)
		if with > 0 {
			m.total += weight
		}
		m.words = append(m.words, weight)
	}
	return m
}

func articleIDF(articles, with int) float64 {
	n := float64(min(with, articles))
	return math.Log(1 + (float64(articles)-n+0.5)/(n+0.5))
}

// articlesIn counts the articles that any of the leaves has. Linear.
func articlesIn(leaves []leaf) int {
	count := 0
	cursors := make([]int, len(leaves))
	for {
		next, any := uint32(0), false
		for i := range leaves {
			if c := cursors[i]; c < len(leaves[i].postings) {
				if a := leaves[i].postings[c].passage.Article(); !any || a < next {
					next, any = a, true
				}
			}
		}
		if !any {
			return count
		}
		count++
		for i := range leaves {
			for c := cursors[i]; c < len(leaves[i].postings) && leaves[i].postings[c].passage.Article() == next; c++ {
				cursors[i] = c + 1
			}
		}
	}
}

// norm is the denominator of a field's frequency.
func (m *articleModel) norm(field int, length float64) float64 {
	b := m.weights.field(field).Length
	if b == 0 || m.average[field] == 0 {
		return 1
	}
	return 1 - b + b*length/m.average[field]
}

// add takes a passage of the current article.
func (m *articleModel) add(shares []share) {
	text := 0.0
	for _, s := range shares {
		field, e, p := m.leaves[s.leaf].field, &m.found[s.leaf], s.posting
		e.variant = max(e.variant, p.variant)
		frequency := p.variant * float64(p.frequency)
		if field == textField {
			e.frequency += frequency
			text = float64(p.length)
		} else {
			e.frequency = max(e.frequency, frequency/m.norm(field, float64(p.length)))
		}
	}
	m.length += text
}

// finish returns the current article's score and makes ready for the next one;
// visit is told of the words that match.
func (m *articleModel) finish(visit func(word int)) float64 {
	sum, titled, matched := 0.0, 0.0, 0
	fields := len(m.average)
	for w, weight := range m.words {
		t, variant := m.frequency(m.found[w*fields : (w+1)*fields])
		if t == 0 {
			continue
		}
		matched++
		visit(w)
		if m.found[w*fields+titleField].variant > 0 {
			titled += weight / m.total
		}
		// A variant's weight is on the score: many of a poor one are not a good one.
		t /= variant
		k1 := m.weights.Saturation
		sum += weight * variant * (k1 + 1) * t / (t + k1)
	}
	clear(m.found)
	m.length = 0
	sum *= 1 - m.weights.Coverage*(1-float64(matched)/float64(len(m.words)))
	return sum * (1 + m.weights.Titled*titled*titled*titled*titled)
}

// frequency adds up a word's fields.
func (m *articleModel) frequency(fields []found) (t, variant float64) {
	for f, e := range fields {
		if e.variant == 0 {
			continue
		}
		variant = max(variant, e.variant)
		if f == textField {
			e.frequency /= m.norm(f, m.length)
		}
		t += m.weights.field(f).Boost * e.frequency
	}
	return t, variant
}
