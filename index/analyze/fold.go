package analyze

import "unicode/utf8"

// Fold returns the surface form of one word: lower case, without diacritics,
// apostrophes, digit group commas and the English possessive. Words of other
// scripts come back as they are.
func Fold(word string) string {
	var s Scanner
	return s.fold(word, false)
}

func (s *Scanner) fold(word string, acronym bool) string {
	if isFolded(word) {
		return word
	}
	b := s.buf[:0]
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			b = foldASCII(b, word, i, acronym)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		if r != utf8.RuneError {
			b = foldRune(b, r)
		}
		i += n
	}
	s.buf = b
	return string(trimPossessive(b))
}

// isFolded is the common case: nothing but lower-case letters and digits.
func isFolded(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; !('a' <= c && c <= 'z' || isDigit(c)) {
			return false
		}
	}
	return true
}

func foldASCII(b []byte, word string, i int, acronym bool) []byte {
	c := word[i]
	switch {
	case 'A' <= c && c <= 'Z':
		c |= 0x20
	case c == '.' && acronym:
		return b
	case c == ',' && i > 0 && i+1 < len(word) && isDigit(word[i-1]) && isDigit(word[i+1]):
		return b
	}
	return append(b, c)
}

// trimPossessive takes away 's and every apostrophe left: Jing'an is typed as
// jingan. It works in place.
func trimPossessive(b []byte) []byte {
	if n := len(b); n > 2 && b[n-2] == '\'' && b[n-1] == 's' {
		b = b[:n-2]
	}
	out := b[:0]
	for _, c := range b {
		if c != '\'' {
			out = append(out, c)
		}
	}
	return out
}

// foldRune appends the folded form of r: nothing for a combining mark, r itself
// if the table does not know it.
func foldRune(b []byte, r rune) []byte {
	switch {
	case r == '’' || r == '‘' || r == 'ʼ' || r == '＇':
		return append(b, '\'')
	case 0x300 <= r && r <= 0x36f, r == '\u00ad', r == '\u200d', r == '\u200c':
		return b
	case r > 0xffff:
		return utf8.AppendRune(b, r)
	}
	for _, t := range lookupFold(uint16(r)) {
		b = utf8.AppendRune(b, t)
	}
	return b
}

// lookupFold searches foldFrom and returns what foldTo holds at the same place, or r
// itself. Logarithmic in the length of the table.
func lookupFold(r uint16) []rune {
	lo, hi := 0, len(foldFrom)
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if foldFrom[mid] < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(foldFrom) || foldFrom[lo] != r {
		return []rune{rune(r)}
	}
	to := foldTo[lo]
	if to < firstExpansion {
		return []rune{rune(to)}
	}
	return []rune(foldExpansions[to-firstExpansion])
}
