package engine

import (
	"math/rand/v2"
	"testing"
)

// alignment is the optimal string alignment distance as the textbook has it, with
// the whole matrix.
func alignment(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range b {
		d[0][j+1] = j + 1
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

// edited changes a word by n random edits, swaps among them.
func edited(random *rand.Rand, word []rune, n int, letters []rune) []rune {
	w := append([]rune(nil), word...)
	for range n {
		i := random.IntN(len(w))
		letter := letters[random.IntN(len(letters))]
		switch random.IntN(5) {
		case 0:
			w[i] = letter
		case 1:
			w = append(w[:i], append([]rune{letter}, w[i:]...)...)
		case 2:
			if len(w) > 1 {
				w = append(w[:i], w[i+1:]...)
			}
		default:
			if i+1 < len(w) {
				w[i], w[i+1] = w[i+1], w[i]
			}
		}
	}
	return w
}

func checkDistance(t *testing.T, word, candidate string) {
	t.Helper()
	judge := newTypo(word, false)
	got, want := judge.distance([]byte(candidate)), alignment([]rune(word), []rune(candidate))
	if hasDigit(candidate) {
		want = judge.limit + 1
	}
	if (got <= judge.limit) != (want <= judge.limit) || got <= judge.limit && got != want {
		t.Errorf("%q to %q: %d, want %d (limit %d)", word, candidate, got, want, judge.limit)
	}
}

func TestDistanceAgainstMatrix(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for _, letters := range [][]rune{[]rune("ab"), []rune("abcdefgh"), []rune("abé双😀"), []rune("etaoinshrdlu1")} {
		for range 1500 {
			word := make([]rune, 1+random.IntN(12))
			for i := range word {
				word[i] = letters[random.IntN(len(letters))]
			}
			for n := range 5 {
				checkDistance(t, string(word), string(edited(random, word, n, letters)))
			}
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		word, candidate string
		want            int
	}{
		{"cybercrme", "cybercrime", 1}, {"cybercrmie", "cybercrime", 1}, {"ycbercrmie", "cybercrime", 2},
		{"procesutor", "prosecutor", 2}, {"abcdefgh", "badcefgh", 2}, {"abcdefgh", "badcfegh", 3},
		{"teh", "the", 1 /* beyond its limit of 0 */}, {"town", "twon", 1}, {"town", "wton", 2},
		{"abcdefca", "abcdefabc", 3 /* no change inside a swap */}, {"naive", "naïve", 1}, {"muller1", "muller2", 2},
	} {
		judge := newTypo(c.word, false)
		if got := judge.distance([]byte(c.candidate)); min(got, judge.limit+1) != min(c.want, judge.limit+1) {
			t.Errorf("%q to %q: %d, want %d", c.word, c.candidate, got, c.want)
		}
		checkDistance(t, c.word, c.candidate)
	}
}

func TestTypoLimit(t *testing.T) {
	for word, want := range map[string]int{"a": 0, "law": 0, "port": 1, "harbour": 1, "railways": 2, "été": 0, "双语双语": 1} {
		if got := newTypo(word, false).limit; got != want {
			t.Errorf("%q: %d edits, want %d", word, got, want)
		}
	}
}

func FuzzDistance(f *testing.F) {
	f.Add("cybercrime", "cybrecrmie")
	f.Add("naïveté", "naivete")
	f.Fuzz(func(t *testing.T, word, candidate string) {
		if len(word) < 60 && len(candidate) < 60 && string([]rune(word)) == word && string([]rune(candidate)) == candidate {
			checkDistance(t, word, candidate)
		}
	})
}
