// Package dedupe finds articles that are the same text again: reprinted, scraped
// twice, or broken into by spam.
//
// Two articles are compared by their shingles, the runs of five consecutive words
// (Broder, "On the resemblance and containment of documents", 1997): their
// similarity is the number of shingles they share over the number of shingles in
// either. MinHash signatures cut into bands find the pairs worth comparing; each
// such pair is then compared exactly, so that chance decides nothing about the
// answer but which pairs just above the threshold might be overlooked. MinHash
// was preferred to SimHash (Charikar 2002) because its estimate is of this very
// measure, whereas SimHash distances depend on the length of the texts.
package dedupe

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"almanac/index/article"
)

// Threshold is the least similarity of duplicates. A reprint with a new caption
// stays above it; two reports on one event share far less.
const Threshold = 0.8

// shingleWords is the length of a shingle in words.
const shingleWords = 5

// Duplicate is an article that repeats an earlier or cleaner one.
type Duplicate struct {
	Article *article.Article
	// Of is the article that is kept.
	Of *article.Article
	// Similarity is that of the two, from Threshold to 1.
	Similarity float64
}

// Find parts articles into those to keep and the duplicates, both in the order
// given. Of several alike the one with the least removed text is kept, of equals
// the first. The result depends on nothing but the articles; time is close to
// linear in their length as long as few are alike, memory 8 bytes a word.
func Find(articles []*article.Article) (kept []*article.Article, duplicates []Duplicate) {
	sets := make([][]uint64, len(articles))
	for i, a := range articles {
		sets[i] = shingles(a)
	}
	of, similarity := assign(sets, ranking(articles))
	for i, a := range articles {
		if of[i] == i {
			kept = append(kept, a)
		} else {
			duplicates = append(duplicates, Duplicate{Article: a, Of: articles[of[i]], Similarity: similarity[i]})
		}
	}
	return kept, duplicates
}

// ranking returns the articles' numbers from the best keeper to the worst.
func ranking(articles []*article.Article) []int {
	order := make([]int, len(articles))
	junk := make([]int, len(articles))
	for i, a := range articles {
		order[i] = i
		for _, r := range a.Removed {
			junk[i] += len(r.Text)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(junk[a], junk[b]) })
	return order
}

// assign goes through the sets from the best keeper on. Each is of the best kept
// one it is alike to, or of itself, and then kept. Only kept sets are candidates,
// so that a hundred copies cost a hundred comparisons.
func assign(sets [][]uint64, order []int) (of []int, similarity []float64) {
	of, similarity = make([]int, len(sets)), make([]float64, len(sets))
	kept := newBuckets()
	for rank, i := range order {
		of[i] = i
		if len(sets[i]) == 0 {
			continue
		}
		bands := signature(sets[i])
		for _, r := range kept.candidates(bands) {
			j := order[r]
			if s := resemblance(sets[i], sets[j]); s >= Threshold {
				of[i], similarity[i] = j, s
				break
			}
		}
		if of[i] == i {
			kept.add(bands, rank)
		}
	}
	return of, similarity
}

// shingles returns the hashes of the body's shingles, sorted and each once. A
// body shorter than a shingle is one shingle.
func shingles(a *article.Article) []uint64 {
	var words []uint64
	for _, b := range a.Blocks {
		if b.Kind == article.Paragraph {
			words = appendWords(words, b.Text)
		}
	}
	if len(words) == 0 {
		return nil
	}
	n := max(1, len(words)-shingleWords+1)
	out := make([]uint64, 0, n)
	for i := range n {
		h := uint64(offset)
		for _, w := range words[i:min(i+shingleWords, len(words))] {
			h = mix(h ^ w)
		}
		out = append(out, h)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// appendWords appends the hash of each word of s, case and marks aside. A
// character of a script without spaces is a word.
func appendWords(words []uint64, s string) []uint64 {
	h := uint64(offset)
	for _, r := range s {
		switch {
		case r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			words = append(words, mix(offset^uint64(r)))
		case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
			h = (h ^ uint64(r)) * prime
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			h = (h ^ uint64(unicode.ToLower(r))) * prime
			continue
		}
		if h != offset {
			words = append(words, h)
			h = offset
		}
	}
	if h != offset {
		words = append(words, h)
	}
	return words
}

// The constants of the FNV-1a hash.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

// mix spreads every bit of h over all others (the finalizer of SplitMix64,
// Steele, Lea and Flood 2014).
func mix(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// resemblance is the share of common elements of two sorted sets.
func resemblance(a, b []uint64) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	common, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common++
			i++
			j++
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}
