package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/neurosnap/sentences"
)

// pieces appends text[start:end], a word with a sentence mark in it, as one
// token or, where a scraper lost the space or line break between two sentences
// ("yesterday.Although"), as several. quotes is the number of straight quotation
// marks before the word: whether one opens or closes shows only in that.
func pieces(out []*sentences.Token, text string, start, end, quotes int) []*sentences.Token {
	word := text[start:end]
	if strings.Contains(word, "://") || strings.Contains(word, "www.") || strings.IndexByte(word, '@') >= 0 {
		return append(out, newToken(text, start, end))
	}
	from := 0
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRuneInString(word[i:])
		if r == '"' {
			quotes++
		}
		i += size
		wide := strings.ContainsRune(wideEnds, r)
		if r != '.' && r != '!' && r != '?' && !wide {
			continue
		}
		if cut := i + closing(word[i:], quotes); cut < len(word) && (wide || glued(word[from:i-size], word[cut:])) {
			out = append(out, newToken(text, start+from, start+cut))
			quotes += strings.Count(word[i:cut], `"`)
			from, i = cut, cut
		}
	}
	if from == len(word) {
		return out
	}
	return append(out, newToken(text, start+from, end))
}

// closing returns the length of the closing marks s begins with.
func closing(s string, quotes int) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune(closers, r) || r == '"' && quotes%2 == 0 || r == '“' {
			break
		}
		if r == '"' {
			quotes++
		}
		n += size
	}
	return n
}

// glued reports whether a sentence mark between left and right ends a sentence
// although no space follows: left ends in a lower-case word or a number, right
// begins like a sentence, and the two do not look like a name ("St.John",
// "Node.JS", "Ph.D").
func glued(left, right string) bool {
	left = strings.TrimRight(left, closers+".!?")
	tail := left[strings.LastIndexFunc(left, notAlphanumeric)+1:]
	last, _ := utf8.DecodeLastRuneInString(tail)
	percent := strings.HasSuffix(left, "%")
	if !percent && (len(tail) < 2 || known(tail) || !unicode.IsLower(last) && !unicode.IsDigit(last)) {
		return false
	}
	next := strings.TrimLeft(right, openers)
	first, size := utf8.DecodeRuneInString(next)
	if strings.ContainsRune("·•▪", first) {
		return true // the next item of a list
	}
	if !unicode.IsUpper(first) {
		return false
	}
	if len(next) == size {
		return first == 'A' || first == 'I'
	}
	second, _ := utf8.DecodeRuneInString(next[size:])
	initial, _ := utf8.DecodeRuneInString(tail)
	return unicode.IsLower(second) || len(next) < len(right) || strings.ContainsRune("'’", second) ||
		unicode.IsUpper(second) && (!unicode.IsUpper(initial) || strings.IndexFunc(next[:min(len(next), 3)], unicode.IsLower) < 0 && len(next) >= 3)
}

func notAlphanumeric(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
}
