package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/neurosnap/sentences"
	"github.com/neurosnap/sentences/english"
)

const (
	openers = "\"'“‘„«»([{‚‹「『（"
	closers = "\"'”’“»)]}›」』）"
	// wideEnds end a sentence without a space behind them.
	wideEnds = "。！？"
)

// words is the model's view of a text: only words with a sentence mark in them
// and the word after each, since the model looks at nothing else. It also looks
// through opening quotation marks, which the model would take for the word's
// first letter.
type words struct{ english.WordTokenizer }

// Tokenize implements sentences.WordTokenizer for one line.
func (w *words) Tokenize(text string, _ bool) []*sentences.Token {
	var out []*sentences.Token
	wanted, quotes := true, 0
	for at := 0; at < len(text); {
		start, end := nextWord(text, at)
		if start == end {
			break
		}
		word := text[start:end]
		if strings.ContainsAny(word, ".!?") || strings.ContainsAny(word, wideEnds) {
			out = pieces(out, text, start, end, quotes)
			wanted = true
		} else if wanted {
			out = append(out, newToken(text, start, end))
			wanted = false
		}
		quotes += strings.Count(word, `"`)
		at = end
	}
	if len(out) > 0 {
		out[0].LineStart = true
	}
	return out
}

func newToken(text string, start, end int) *sentences.Token {
	t := sentences.NewToken(text[start:end])
	t.Position = end
	return t
}

// nextWord returns the next run of non-space from at on; start == end at the end.
func nextWord(text string, at int) (start, end int) {
	start = at
	for start < len(text) {
		size := spaceAt(text, start)
		if size == 0 {
			break
		}
		start += size
	}
	end = start
	for end < len(text) && spaceAt(text, end) == 0 {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return start, end
}

func spaceAt(text string, at int) int {
	if c := text[at]; c < utf8.RuneSelf {
		if c == ' ' || c >= '\t' && c <= '\r' {
			return 1
		}
		return 0
	}
	if r, size := utf8.DecodeRuneInString(text[at:]); unicode.IsSpace(r) {
		return size
	}
	return 0
}

// Type returns the word as the model's tables spell it: lower case, without
// commas and opening marks, a number as "##number##". The library's own method
// runs a regular expression over each word.
func (w *words) Type(t *sentences.Token) string {
	s := strings.ToLower(strings.TrimLeft(t.Tok, openers))
	if s == "" {
		return t.Tok
	}
	if isNumber(s) {
		return "##number##"
	}
	if len(s) == 1 {
		return s
	}
	return strings.ReplaceAll(s, ",", "")
}

func isNumber(s string) bool {
	digits := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c != '.' && c != ',' && c != '-':
			return false
		}
	}
	return digits > 0
}

// TypeNoPeriod is Type without a final period.
func (w *words) TypeNoPeriod(t *sentences.Token) string {
	s := w.Type(t)
	if len(s) > 1 {
		return strings.TrimSuffix(s, ".")
	}
	return s
}

// TypeNoSentPeriod is Type without the period of a sentence end.
func (w *words) TypeNoSentPeriod(t *sentences.Token) string {
	if t.SentBreak {
		return w.TypeNoPeriod(t)
	}
	return w.Type(t)
}

// FirstUpper reports whether the first letter, after opening marks, is upper case.
func (w *words) FirstUpper(t *sentences.Token) bool { return unicode.IsUpper(firstRune(t.Tok)) }

// FirstLower reports whether the first letter, after opening marks, is lower case.
func (w *words) FirstLower(t *sentences.Token) bool { return unicode.IsLower(firstRune(t.Tok)) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, openers))
	return r
}

// IsListNumber reports whether the word numbers an item ("3." at the start of a
// line). The library calls any number so, which joins sentences ending in a year.
func (w *words) IsListNumber(t *sentences.Token) bool {
	return t.LineStart && len(t.Tok) <= 4 && isNumber(strings.TrimRight(t.Tok, ".)"))
}

// IsNonPunct reports whether the word has a letter in it.
func (w *words) IsNonPunct(t *sentences.Token) bool {
	return strings.IndexFunc(t.Tok, unicode.IsLetter) >= 0
}
