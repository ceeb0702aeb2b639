// Package token cuts a sentence into words, numbers and symbols with their byte
// offsets. It is what the number, unit and period grammars read. It imports
// nothing heavy, so that the engine can parse queries with the same code.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a Token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters with inner apostrophes, or an abbreviation with points (U.S.)
	Number             // digits with group commas and a decimal point, or a vulgar fraction (½)
	Symbol             // one rune of anything else
)

// Token is one piece of a text.
type Token struct {
	// Text is the piece as written, Lower the same in lower case with
	// typographic apostrophes made plain.
	Text, Lower string
	// Start and End are byte offsets in the scanned text, end exclusive.
	Start, End int
	Kind       Kind
	// Space is true if white space (or the text's beginning) stands before.
	Space bool
}

// Is reports whether the token's lower-case form is one of the words.
func (t *Token) Is(words ...string) bool {
	for _, w := range words {
		if t.Lower == w {
			return true
		}
	}
	return false
}

// Capital reports whether the token is a word that begins in upper case.
func (t *Token) Capital() bool {
	if t.Kind != Word {
		return false
	}
	c := t.Text[0]
	if c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r)
}

// Proper reports whether the token is a word with a capital anywhere (iPhone).
func (t *Token) Proper() bool {
	if t.Kind != Word {
		return false
	}
	for _, r := range t.Text {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// Upper reports whether the token is a word of two or more capitals (SPP, U.S.).
func (t *Token) Upper() bool {
	if t.Kind != Word {
		return false
	}
	n := 0
	for _, r := range t.Text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

// Scan appends the tokens of text to dst. Time and space are linear.
func Scan(dst []Token, text string) []Token {
	space := true
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			space = true
			i++
			continue
		}
		kind, end := scanOne(text, i)
		if end < 0 { // another white space
			space = true
			i = -end
			continue
		}
		t := Token{Text: text[i:end], Start: i, End: end, Kind: kind, Space: space}
		t.Lower = lower(t.Text, kind)
		dst = append(dst, t)
		space = false
		i = end
	}
	return dst
}

// scanOne returns the kind and end of the token at i; for Unicode white space
// it returns minus the end.
func scanOne(text string, i int) (Kind, int) {
	c := text[i]
	switch {
	case isDigit(c):
		return Number, numberEnd(text, i)
	case c == '.' && i+1 < len(text) && isDigit(text[i+1]) && (i == 0 || !isWordByte(text[i-1])):
		return Number, numberEnd(text, i)
	case isLetter(c):
		return Word, wordEnd(text, i)
	case c < utf8.RuneSelf:
		return Symbol, i + 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return Symbol, -(i + n)
	case unicode.IsLetter(r):
		return Word, wordEnd(text, i)
	case isVulgar(r):
		return Number, i + n
	}
	return Symbol, i + n
}

// numberEnd reads digits, commas before groups of three (or of two, as in
// 12,34,567) and one decimal point.
func numberEnd(text string, i int) int {
	j := digitsEnd(text, i)
	if j-i <= 3 && j > i {
		for j < len(text) && text[j] == ',' {
			g := digitsEnd(text, j+1)
			if n := g - j - 1; n == 3 || n == 2 && g < len(text) && text[g] == ',' && digitsEnd(text, g+1) > g+1 {
				j = g
				continue
			}
			break
		}
	}
	if j+1 < len(text) && text[j] == '.' && isDigit(text[j+1]) {
		j = digitsEnd(text, j+1)
	}
	return j
}

func digitsEnd(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// wordEnd reads letters, inner apostrophes, and abbreviations with points.
func wordEnd(text string, i int) int {
	if e := abbreviationEnd(text, i); e > 0 {
		return e
	}
	for i < len(text) {
		if isLetter(text[i]) {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r >= utf8.RuneSelf && r != '’' && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)) {
			i += n
			continue
		}
		if (r == '\'' || r == '’') && i+n < len(text) && letterAt(text, i+n) {
			i += n
			continue
		}
		break
	}
	return i
}

// abbreviationEnd recognises two or more single letters each with a point
// (U.S., a.m., m.p.h.) and returns their end, or 0. A last point is taken in.
func abbreviationEnd(text string, i int) int {
	j, n := i, 0
	for j+1 < len(text) && isLetter(text[j]) && text[j+1] == '.' {
		j += 2
		n++
	}
	if n < 2 || j < len(text) && isWordByte(text[j]) && !isDigit(text[j]) {
		if n >= 1 && j < len(text) && isLetter(text[j]) && (j+1 == len(text) || !isWordByte(text[j+1])) {
			return j + 1 // a.m without its last point
		}
		return 0
	}
	return j
}

func lower(s string, kind Kind) string {
	if kind != Word {
		return s
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ReplaceAll(strings.ToLower(s), "’", "'")
		}
	}
	return s
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isWordByte(c byte) bool { return isDigit(c) || isLetter(c) || c >= utf8.RuneSelf }

func isVulgar(r rune) bool {
	return r == '¼' || r == '½' || r == '¾' || r >= '⅐' && r <= '⅞' || r == '↉'
}
