package engine

import "math"

// Passages are ranked by the default model of bleve 2.6.1 (tf-idf with cosine
// query norm and coordination, after Lucene's practical scoring function,
// https://lucene.apache.org/core/3_6_2/api/core/org/apache/lucene/search/Similarity.html):
//
//	score(q, d) = coord(q, d) * sum over leaves of tf * norm * idf * queryWeight
//	tf          = sqrt(frequency)         norm = 1 / sqrt(words in the field)
//	idf         = 1 + ln(N / (df + 1))    N, df: passages in all, with the term
//	queryWeight = boost * idf * queryNorm
//	queryNorm   = 1 / sqrt(sum over leaves of (boost * idf)^2)
//	coord       = leaves that match / leaves
//
// A leaf is a word of the query in a field. A word that stands for several terms
// (unfinished or misspelt) scores in each leaf as its best term, with the idf of
// all of them together, so that a rare misspelling is not worth more than the
// word that was meant.

// Boosts are the weights of the fields, in the order of the pack.
var Boosts = [...]float64{1, 0.25, 1}

func boost(field int) float64 {
	if field < len(Boosts) {
		return Boosts[field]
	}
	return 1
}

// termWeight is the part of a leaf's score that depends on the passage.
func termWeight(frequency, length uint32) float64 {
	return math.Sqrt(float64(frequency)) / math.Sqrt(float64(max(length, 1)))
}

func idf(passages, df int) float64 {
	return 1 + math.Log(float64(passages)/float64(df+1))
}

// weigh sets the weights of the leaves, which depend on the query alone.
func weigh(leaves []leaf, passages int) {
	sum := 0.0
	for i := range leaves {
		l := &leaves[i]
		l.idf = idf(passages, min(l.df, passages))
		w := boost(l.field) * l.idf
		sum += w * w
	}
	queryNorm := 1 / math.Sqrt(sum)
	for i := range leaves {
		l := &leaves[i]
		l.weight = boost(l.field) * l.idf * queryNorm * l.idf
	}
}

// coord rewards passages that match more of the query.
func coord(matched, leaves int) float64 { return float64(matched) / float64(leaves) }
