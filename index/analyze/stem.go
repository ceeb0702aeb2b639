package analyze

import "github.com/blevesearch/go-porterstemmer"

// Stem returns the term of a surface form. Words with digits or letters outside
// a to z are their own term, as are words of one or two letters.
func Stem(surface string) string {
	if len(surface) < 3 {
		return surface
	}
	for i := 0; i < len(surface); i++ {
		if c := surface[i]; c < 'a' || c > 'z' {
			return surface
		}
	}
	return string(porterstemmer.StemWithoutLowerCasing([]rune(surface)))
}
