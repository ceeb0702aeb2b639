package compile

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"almanac/index/pack"
	"almanac/index/pack/packtest"
)

func TestSeparator(t *testing.T) {
	for _, c := range []struct{ last, word, want string }{
		{"", "cranes", "c"}, {"bees", "cranes", "c"}, {"crane", "cranes", "cranes"}, {"cradle", "cranes", "cran"}, {"crab", "cranes", "cran"},
		{"é", "双语", "双"}, {"éa", "éé", "éé"}, {"a", "a1", "a1"}, {"cyber", "cybercrime", "cyberc"},
	} {
		if got := separator(c.last, c.word); got != c.want {
			t.Errorf("%q before %q: %q, want %q", c.last, c.word, got, c.want)
		}
	}
	random := rand.New(rand.NewPCG(1, 1))
	letters := []rune("ab双é")
	for range 3000 {
		pair := make([]string, 2)
		for i := range pair {
			for range 1 + random.IntN(6) {
				pair[i] += string(letters[random.IntN(len(letters))])
			}
		}
		slices.Sort(pair)
		if pair[0] == pair[1] {
			continue
		}
		if key := separator(pair[0], pair[1]); key <= pair[0] || key > pair[1] || !strings.HasPrefix(pair[1], key) || !utf8.ValidString(key) {
			t.Errorf("%q parts %q", key, pair)
		}
	}
}

// TestKeysLeadToWords: every word of the lexicon, and every beginning of one, is
// looked for in the chunks that hold it.
func TestKeysLeadToWords(t *testing.T) {
	long := strings.Repeat("m", 1<<17)
	articles := append(packtest.Generate(rand.New(rand.NewPCG(3, 3)), 400, packtest.Words(4000)),
		packtest.Article{Passages: []pack.Text{{Text: "cranes " + long}}})
	r := compile(t, articles, t.TempDir())
	if len(r.Payload) > 1<<16 {
		t.Errorf("a long word makes a root of %d bytes", len(r.Payload))
	}
	s := r.Root.Section(pack.KindLexicon)
	if len(s.Keys) < 4 {
		t.Fatalf("only %d lexicon chunks", len(s.Keys))
	}
	for n := s.First; n < s.First+len(s.Keys); n++ {
		payload, err := r.Chunk(n)
		if err != nil {
			t.Fatal(err)
		}
		l := pack.ReadLexicon("", payload)
		for l.Next() {
			word := string(l.Word())
			if from, to := s.Words(word, false); from != n || to != n+1 {
				t.Fatalf("%.20q is in chunk %d, Words says %d to %d", word, n, from, to)
			}
			for i := range min(len(word), 8) {
				if from, to := s.Words(word[:i], true); n < from || n >= to {
					t.Fatalf("%.20q is in chunk %d, Words of its first %d bytes says %d to %d", word, n, i, from, to)
				}
			}
		}
	}
}
