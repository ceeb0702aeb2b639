package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"almanac/index/sentence"
)

// piece is a run of text that stays together.
type piece struct {
	text  string
	words int
}

// wideWord is how many characters of a script written without spaces are counted
// as one word: Chinese words are one to three characters long.
const wideWord = 2

// split returns text whole if it fits a passage, and otherwise in runs of whole
// sentences of about equal length: a paragraph of 130 words becomes two pieces
// of 65 rather than one of 120 and a remnant of 10.
func split(text string, words int) []piece {
	if words <= Maximum {
		return []piece{{text, words}}
	}
	parts := (words + Maximum - 1) / Maximum
	target := (words + parts - 1) / parts
	var out []piece
	start, size := -1, 0
	end := 0
	for _, s := range sentences(text) {
		n := countWords(text[s.Start:s.End])
		if start >= 0 && (size+n > Maximum || size >= Minimum && size+n/2 > target) {
			out = append(out, piece{text[start:end], size})
			start, size = -1, 0
		}
		if start < 0 {
			start = s.Start
		}
		end = s.End
		size += n
	}
	if start >= 0 {
		out = append(out, piece{text[start:end], size})
	}
	return out
}

// sentences returns the sentences of text, those longer than Maximum in parts.
func sentences(text string) []sentence.Span {
	var out []sentence.Span
	for _, s := range sentence.Split(text) {
		for countWords(text[s.Start:s.End]) > Maximum {
			cut := s.Start + prefix(text[s.Start:s.End], Maximum)
			out = append(out, sentence.Span{Start: s.Start, End: cut})
			rest := strings.TrimLeftFunc(text[cut:s.End], unicode.IsSpace)
			s.Start = s.End - len(rest)
		}
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}

// countWords counts runs of non-space, and characters of scripts without spaces
// by the pair.
func countWords(s string) int { n, _ := scan(s, -1); return n }

// prefix returns the length of the longest prefix of s with at most max words,
// without trailing space.
func prefix(s string, max int) int { _, at := scan(s, max); return at }

func scan(s string, max int) (words, at int) {
	wide, inWord, end := 0, false, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if unicode.IsSpace(r) {
			inWord = false
			continue
		}
		if r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r < 0xff10 {
			end = i // wide punctuation
			continue
		}
		before := words
		if isWide(r) {
			if wide%wideWord == 0 {
				words++
			}
			wide++
			inWord = false
		} else if !inWord {
			inWord = true
			words++
		}
		if max >= 0 && words > max && words > before {
			return before, end
		}
		end = i
	}
	return words, len(s)
}

func isWide(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) || r >= 0x0e00 && r < 0x0e80
}
