package analyze

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Token is one word of a text.
type Token struct {
	// Start and End are byte offsets in the text, end exclusive.
	Start, End int
	// Position counts words from 1, stop words included, so that phrases keep
	// their gaps.
	Position int
	// Surface is the folded form; it is never empty.
	Surface string
	// Stop says that the word carries too little meaning to be indexed.
	Stop bool
}

// Scanner walks over the words of a text in order. It makes no copy of words
// that are already folded.
type Scanner struct {
	text  string
	words *words.Iterator[string]

	// part and end delimit what is left of a segment that holds several words.
	part, end int
	position  int
	token     Token
	buf       []byte
}

// NewScanner returns a Scanner at the beginning of text. Invalid UTF-8 is passed
// over.
func NewScanner(text string) *Scanner {
	return &Scanner{text: text, words: words.FromString(text)}
}

// Token returns the word that Next found.
func (s *Scanner) Token() Token { return s.token }

// Next moves to the next word and tells whether there is one. A whole scan is
// linear in the length of the text.
func (s *Scanner) Next() bool {
	for {
		if s.part >= s.end && !s.nextSegment() {
			return false
		}
		if s.take(s.nextPart()) {
			return true
		}
	}
}

// nextSegment moves to the next UAX 29 segment that holds a letter or a digit.
func (s *Scanner) nextSegment() bool {
	for s.words.Next() {
		if isWord(s.words.Value()) {
			s.part, s.end = s.words.Start(), s.words.End()
			return true
		}
	}
	return false
}

// nextPart cuts one word off the segment. UAX 29 keeps letters together across
// a full stop, a colon or an underscore; only digits ("1.6") and acronyms
// ("U.S") are one word for a reader.
func (s *Scanner) nextPart() (start, end int, acronym bool) {
	start = s.part
	segment := s.text[start:s.end]
	if isAcronym(segment) {
		s.part = s.end
		return start, s.end, true
	}
	for i := 0; i < len(segment); i++ {
		if separates(segment, i) {
			s.part = start + i + 1
			return start, start + i, false
		}
	}
	s.part = s.end
	return start, s.end, false
}

// take folds one word into s.token; it reports false for a part without content.
func (s *Scanner) take(start, end int, acronym bool) bool {
	surface := s.fold(s.text[start:end], acronym)
	if surface == "" {
		return false
	}
	s.position++
	s.token = Token{Start: start, End: end, Position: s.position, Surface: surface, Stop: !acronym && IsStop(surface)}
	return true
}

// separates tells whether the byte at i parts two words of one segment.
func separates(segment string, i int) bool {
	switch segment[i] {
	case '_', ':':
		return true
	case '.':
		return i == 0 || i+1 == len(segment) || !isDigit(segment[i-1]) || !isDigit(segment[i+1])
	}
	return false
}

// isAcronym recognises single letters joined by full stops: "U.S", "e.g".
func isAcronym(segment string) bool {
	if len(segment) < 3 {
		return false
	}
	for i := 0; i < len(segment); i++ {
		if i%2 == 1 && segment[i] != '.' || i%2 == 0 && !isASCIILetter(segment[i]) {
			return false
		}
	}
	return true
}

func isWord(segment string) bool {
	for i := 0; i < len(segment); {
		if c := segment[i]; c < utf8.RuneSelf {
			if isASCIILetter(c) || isDigit(c) {
				return true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(segment[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
		i += n
	}
	return false
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
