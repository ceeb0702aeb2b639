package ask

import "unicode/utf8"

// tokenKind says what a token is.
type tokenKind uint8

const (
	word tokenKind = iota // letters with inner apostrophes
	digits
	symbol // one rune of anything else
)

// token is a piece of the query.
type token struct {
	kind tokenKind
	// lower is the text with ASCII letters in lower case.
	lower      string
	start, end int
	// space: white space, or the text's beginning, stands before.
	space bool
}

// maxTokens bounds what is read of a query.
const maxTokens = 200

// symbols are the signs beyond ASCII; every other rune beyond it is a letter.
const symbols = "£€¥₹₽₩₪≥≤–—−“”‘’„«»…½¼¾％·×。，、？！：；"

// scan cuts a query into tokens. Linear time.
func scan(text string) (out []token) {
	space := true
	for i := 0; i < len(text) && len(out) < maxTokens; {
		c := text[i]
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			space = true
			i++
			continue
		}
		t := token{start: i, space: space}
		switch {
		case isDigit(c):
			t.kind, i = digits, digitsEnd(text, i)
		case letterEnd(text, i) > i:
			for end := letterEnd(text, i); end > i; end = letterEnd(text, i) {
				i = end
				if i+1 < len(text) && text[i] == '\'' && letterEnd(text, i+1) > i+1 {
					i++
				}
			}
		default:
			_, n := utf8.DecodeRuneInString(text[i:])
			t.kind, i = symbol, i+n
		}
		t.end, t.lower = i, lower(text[t.start:i])
		out = append(out, t)
		space = false
	}
	return out
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// letterEnd returns the end of the letter at i, or i.
func letterEnd(text string, i int) int {
	if i >= len(text) {
		return i
	}
	switch c := text[i]; {
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return i + 1
	case c < utf8.RuneSelf:
		return i
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	for _, s := range symbols {
		if r == s {
			return i
		}
	}
	return i + n
}

// digitsEnd reads digits, commas before groups of two or three, and a decimal
// point.
func digitsEnd(text string, i int) int {
	i = runEnd(text, i)
	for i < len(text) && text[i] == ',' {
		end := runEnd(text, i+1)
		if n := end - i - 1; n != 3 && (n != 2 || end >= len(text) || text[end] != ',') {
			break
		}
		i = end
	}
	if i+1 < len(text) && text[i] == '.' && isDigit(text[i+1]) {
		i = runEnd(text, i+1)
	}
	return i
}

func runEnd(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if b[i] >= 'A' && b[i] <= 'Z' {
					b[i] |= 0x20
				}
			}
			return string(b)
		}
	}
	return s
}

// in tells whether a word is one of those in a list, which are parted by spaces.
// Lists are strings because a map or a switch of strings is ten times as large in
// WebAssembly.
func in(list, w string) bool {
	_, ok := lookup(list, w)
	return ok
}

// lookup finds a word in a list of entries parted by spaces, "word" or
// "word=value", and returns its value. A "_" in a value stands for a space.
func lookup(list, w string) (string, bool) {
	if w == "" {
		return "", false
	}
	for i := 0; i < len(list); {
		end := i
		for end < len(list) && list[end] != ' ' {
			end++
		}
		if entry := list[i:end]; len(entry) >= len(w) && entry[:len(w)] == w {
			if len(entry) == len(w) {
				return "", true
			}
			if entry[len(w)] == '=' {
				return spaced(entry[len(w)+1:]), true
			}
		}
		i = end + 1
	}
	return "", false
}

func spaced(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == '_' {
			return s[:i] + " " + spaced(s[i+1:])
		}
	}
	return s
}
