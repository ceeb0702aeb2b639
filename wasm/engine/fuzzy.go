package engine

import "github.com/agnivade/levenshtein"

// typo judges how far a candidate is from the word that was typed. The distance
// is the optimal string alignment distance (Boytsov 2011,
// doi:10.1145/1963190.1963191): a swap of neighbours counts one. The judge is
// agnivade/levenshtein, which knows no swaps, so it is also asked about the word
// with neighbours swapped.
type typo struct {
	word  string
	size  int // letters
	limit int // the largest distance of interest
	mask  uint32
	ascii bool
	swaps []swap
}

// swap is the word with the letters at and at+1 exchanged.
type swap struct {
	at   int
	word string
}

// typoLimit is the number of edits allowed: none up to 3 letters, one up to 7,
// two from 8.
func typoLimit(letters int) int {
	switch {
	case letters <= 3:
		return 0
	case letters <= 7:
		return 1
	}
	return 2
}

func newTypo(surface string) *typo {
	t := &typo{word: surface, size: runes(surface)}
	t.mask, t.ascii = letterMask(surface)
	t.limit = typoLimit(t.size)
	if t.limit > 0 {
		t.swaps = swaps([]rune(surface), 0)
	}
	return t
}

// swaps returns the word with each pair of unlike neighbours from place from on
// exchanged.
func swaps(letters []rune, from int) []swap {
	var out []swap
	for i := from; i+1 < len(letters); i++ {
		if letters[i] != letters[i+1] {
			letters[i], letters[i+1] = letters[i+1], letters[i]
			out = append(out, swap{i, string(letters)})
			letters[i], letters[i+1] = letters[i+1], letters[i]
		}
	}
	return out
}

// distance returns the distance to a candidate if it is at most t.limit, and
// something larger otherwise.
func (t *typo) distance(candidate []byte) int {
	far := t.limit + 1
	if diff := len(candidate) - len(t.word); diff > 4*t.limit || diff < -4*t.limit {
		return far
	}
	// An edit changes at most two of the letters that occur.
	mask, ascii := letterMask(string(candidate))
	if t.ascii && ascii && ones(mask^t.mask) > 2*t.limit {
		return far
	}
	word := string(candidate)
	if diff := runes(word) - t.size; diff > t.limit || diff < -t.limit || hasDigit(word) {
		return far
	}
	plain := levenshtein.ComputeDistance(t.word, word)
	if plain <= 1 || plain > 2*t.limit {
		return plain
	}
	return min(plain, t.swapped(word))
}

// swapped returns the least distance that uses a swap. A swap costs two without
// one, so two edits can hold two swaps.
func (t *typo) swapped(word string) int {
	best := t.limit + 1
	for _, one := range t.swaps {
		d := 1 + levenshtein.ComputeDistance(one.word, word)
		best = min(best, d)
		if t.limit < 2 || d != 3 {
			continue
		}
		for _, two := range swaps([]rune(one.word), one.at+2) {
			if two.word == word {
				return min(best, 2)
			}
		}
	}
	return best
}

// letterMask has a bit for each letter of an ASCII word that occurs in it.
func letterMask(s string) (mask uint32, ascii bool) {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return 0, false
		}
		mask |= 1 << (s[i] & 31)
	}
	return mask, true
}

func ones(v uint32) int {
	n := 0
	for ; v != 0; v &= v - 1 {
		n++
	}
	return n
}
