package engine

import "github.com/agnivade/levenshtein"

// typo judges how far a candidate is from the word that was typed. The distance
// is the optimal string alignment distance (Boytsov 2011,
// doi:10.1145/1963190.1963191): a swap of neighbours counts one, and what was
// swapped is not changed again. The judge is agnivade/levenshtein, which knows no
// swaps, so it is also asked about what is before and behind a swap.
type typo struct {
	word    string
	letters []rune
	limit   int  // the largest distance of interest
	prefix  bool // the word may be the beginning of another
	mask    uint32
	ascii   bool
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

func newTypo(surface string, prefix bool) *typo {
	t := &typo{word: surface, letters: []rune(surface), prefix: prefix}
	t.mask, t.ascii = letterMask(surface)
	t.limit = typoLimit(len(t.letters))
	return t
}

// judge returns a candidate's distance, larger than t.limit if it is no match, and
// its weight. A word of which one letter is left out, or two are swapped, has few
// such misspellings; a letter too many or a wrong one can be any of 26, so that the
// one that was typed is less likely to come from this candidate.
func (t *typo) judge(candidate []byte) (distance int, weight float64) {
	distance, weight = t.distance(candidate), weightTypo2
	if distance > 1 && t.prefix && len(t.letters) > 4 && t.beginsAlike(candidate) {
		return 1, weightTypoPrefix
	}
	if distance <= 1 {
		weight = weightTypoLess
		mask, ascii := letterMask(string(candidate))
		longer := runes(string(candidate)) - len(t.letters)
		if longer > 0 || longer == 0 && ascii && mask == t.mask {
			weight = weightTypo1
		}
	}
	return distance, weight
}

// beginsAlike tells whether a candidate begins with something at distance 1.
func (t *typo) beginsAlike(candidate []byte) bool {
	letters := 0
	for i := range string(candidate) {
		if letters > len(t.letters)+1 {
			break
		}
		if letters >= len(t.letters)-1 && t.distance(candidate[:i]) == 1 {
			return true
		}
		letters++
	}
	return false
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
	if diff := runes(word) - len(t.letters); diff > t.limit || diff < -t.limit || hasDigit(word) {
		return far
	}
	plain := levenshtein.ComputeDistance(t.word, word)
	if plain <= 1 || plain > 2*t.limit {
		return plain
	}
	return min(plain, swapped(t.letters, []rune(word), t.limit))
}

// swapped returns the least distance of a and b that uses at least one swap, if it
// is at most limit, which is at most 2; otherwise something larger.
func swapped(a, b []rune, limit int) int {
	best := limit + 1
	for i := 0; i+1 < len(a); i++ {
		// What is before the swap changes by less than limit edits, and so does its
		// length.
		for j := max(0, i-limit+1); j <= i+limit-1 && j+1 < len(b); j++ {
			if a[i] == a[i+1] || a[i] != b[j+1] || a[i+1] != b[j] {
				continue
			}
			d := 1 + edits(a[:i], b[:j])
			if d >= best {
				continue
			}
			d += min(edits(a[i+2:], b[j+2:]), swapped(a[i+2:], b[j+2:], limit-d))
			best = min(best, d)
		}
	}
	return best
}

func edits(a, b []rune) int { return levenshtein.ComputeDistance(string(a), string(b)) }

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
