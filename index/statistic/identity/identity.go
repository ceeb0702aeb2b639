// Package identity names statistics.
package identity

import "strconv"

// Of returns the name of a statistic: a hash of its article's id and of where its
// number stands: paragraph and sentence counted from 1, and byte in the sentence.
// It is stable as long as these are (FNV-1a of 64 bits,
// http://www.isthe.com/chongo/tech/comp/fnv/).
func Of(article string, paragraph, sentence, offset int) string {
	h := uint64(14695981039346656037)
	for _, s := range [...]string{article, strconv.Itoa(paragraph), strconv.Itoa(sentence), strconv.Itoa(offset)} {
		for i := 0; i < len(s); i++ {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
		h *= 1099511628211 // a zero byte
	}
	return strconv.FormatUint(h, 36)
}
