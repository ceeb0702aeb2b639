package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// script is a group of writing systems, as far as cleaning has to tell them apart.
type script uint8

const (
	latin script = iota
	cyrillic
	greek
	arabic
	hebrew
	thai
	han
	kana
	hangul
	otherScript
	scripts
)

// shape is what a line looks like, measured in one pass.
type shape struct {
	words    int // runs of non-space with a letter or digit in them
	lower    int // words beginning with a lower-case letter
	capital  int // words beginning with an upper-case letter
	allCaps  int // words of two letters or more, all upper case
	long     int // words of four letters or more that could be capitalized
	longCaps int // those of them that are
	digits   int
	letters  [scripts]int
	terminal bool // ends like a sentence
	period   bool // ends in a period
}

func measure(s string) shape {
	var sh shape
	var w wordShape
	for _, r := range s {
		if r == ' ' {
			w.end(&sh)
			continue
		}
		w.add(&sh, r)
	}
	w.end(&sh)
	sh.terminal = endsSentence(s)
	sh.period = sh.terminal && strings.HasSuffix(strings.TrimRight(s, closingMarks), ".")
	return sh
}

// wordShape gathers one word.
type wordShape struct {
	letters, upper, digits int
	firstUpper             bool
}

func (w *wordShape) add(sh *shape, r rune) {
	switch {
	case r >= '0' && r <= '9':
		w.digits++
		return
	case r < utf8.RuneSelf:
		if c := r | 0x20; c < 'a' || c > 'z' {
			return
		}
		sh.letters[latin]++
		w.letter(r <= 'Z')
	case unicode.IsLetter(r):
		sh.letters[scriptOf(r)]++
		w.letter(unicode.IsUpper(r))
	}
}

func (w *wordShape) letter(upper bool) {
	if w.letters == 0 {
		w.firstUpper = upper
	}
	w.letters++
	if upper {
		w.upper++
	}
}

func (w *wordShape) end(sh *shape) {
	if w.letters+w.digits > 0 {
		sh.words++
		sh.digits += w.digits
		switch {
		case w.letters == 0:
		case w.firstUpper:
			sh.capital++
		default:
			sh.lower++
		}
		if w.letters > 1 && w.upper == w.letters {
			sh.allCaps++
		}
		if w.letters >= 4 {
			sh.long++
			if w.firstUpper {
				sh.longCaps++
			}
		}
	}
	*w = wordShape{}
}

func scriptOf(r rune) script {
	switch {
	case r < 0x370 || r >= 0x1e00 && r < 0x1f00:
		return latin
	case r < 0x400 || r >= 0x1f00 && r < 0x2000:
		return greek
	case r < 0x530:
		return cyrillic
	case r >= 0x590 && r < 0x600:
		return hebrew
	case r >= 0x600 && r < 0x780:
		return arabic
	case r >= 0xe00 && r < 0xe80:
		return thai
	case r >= 0x3040 && r < 0x3100:
		return kana
	case r >= 0xac00 && r < 0xd7b0 || r >= 0x1100 && r < 0x1200:
		return hangul
	case r >= 0x2e80 && r < 0xa000 || r >= 0xf900 && r < 0xfb00 || r >= 0x20000 && r < 0x32000:
		return han
	}
	return otherScript
}

const closingMarks = "\"'”’»)]}›」』）"

// endsSentence reports whether s ends in sentence punctuation, closing marks
// aside.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closingMarks+" "))
	return strings.ContainsRune(".!?…。！？؟۔", r)
}

// wide is the number of letters of scripts written without spaces.
func (s *shape) wide() int { return s.letters[han] + s.letters[kana] + s.letters[thai] }

// total is the number of letters.
func (s *shape) total() int {
	n := 0
	for _, c := range s.letters {
		n += c
	}
	return n
}

// main is the script most letters belong to; kana makes a text Japanese.
func (s *shape) main() script {
	best := latin
	for i := range s.letters {
		if s.letters[i] > s.letters[best] {
			best = script(i)
		}
	}
	if best == kana {
		return han
	}
	return best
}

// headline reports whether a line is set like the headline of a newspaper that
// capitalizes them: most longer words begin with a capital, and no period ends it.
func (s *shape) headline() bool {
	return !s.period && s.words >= 4 && s.long >= 3 && s.longCaps*10 >= s.long*7
}

// prose reports whether a line reads as running text: long enough, closed like a
// sentence (or too long to be anything else), and mostly in lower case.
func (s *shape) prose() bool {
	if s.wide() > s.total()/2 {
		return s.terminal && s.wide() >= 15 || s.wide() >= 150
	}
	if s.letters[latin]+s.letters[cyrillic]+s.letters[greek] < s.total()/2 {
		return s.words >= 8 && s.terminal || s.words >= 25
	}
	if s.period && s.words >= 8 {
		return s.lower*3 >= s.words // a sentence full of names and titles
	}
	return (s.words >= 8 && s.terminal || s.words >= 25) && s.lower*2 >= s.words
}
