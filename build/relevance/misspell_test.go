package relevance

import (
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"almanac/index/analyze"
)

// readTypos returns the misspellings that people made of each word, of all lists
// of ../shared/typos.
func readTypos(t *testing.T) map[string][]string {
	t.Helper()
	files, err := os.ReadDir("../../../shared/typos")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("../shared/typos is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	typos := map[string][]string{}
	for _, f := range files {
		for _, row := range rows(t, "../../../shared/typos/"+f.Name()) {
			if len(row) == 2 && !strings.ContainsAny(row[0]+row[1], " ,") {
				word := strings.ToLower(row[1])
				typos[word] = append(typos[word], strings.ToLower(row[0]))
			}
		}
	}
	return typos
}

// misspell returns the collection with every second content word of the queries
// misspelt: as people did it where the word is in the lists, else by one random
// edit behind the first letter. Words of less than four letters are passed over.
func (c *collection) misspell(t *testing.T) *collection {
	t.Helper()
	typos := readTypos(t)
	random := rand.New(rand.NewPCG(11, 11))
	out := *c
	out.queries = nil
	for _, q := range c.queries {
		var b strings.Builder
		last, turn := 0, 0
		for s := analyze.NewScanner(q[1]); s.Next(); {
			k := s.Token()
			if k.Stop || len(k.Surface) < 4 || strings.ContainsFunc(k.Surface, func(r rune) bool { return r < 'a' || r > 'z' }) {
				continue
			}
			if turn++; turn%2 == 1 {
				continue
			}
			wrong := edit(random, k.Surface)
			if list := typos[k.Surface]; len(list) > 0 {
				wrong = list[random.IntN(len(list))]
			}
			b.WriteString(q[1][last:k.Start] + wrong)
			last = k.End
		}
		out.queries = append(out.queries, [2]string{q[0], b.String() + q[1][last:]})
	}
	return &out
}

// edit leaves out, puts in, replaces or swaps a letter, never the first.
func edit(random *rand.Rand, word string) string {
	for {
		i := 1 + random.IntN(len(word)-1)
		w := []byte(word)
		letter := byte('a' + random.IntN(26))
		switch random.IntN(4) {
		case 0:
			w = slices.Delete(w, i, i+1)
		case 1:
			w = slices.Insert(w, i, letter)
		case 2:
			w[i] = letter
		default:
			if i+1 < len(w) {
				w[i], w[i+1] = w[i+1], w[i]
			}
		}
		if string(w) != word {
			return string(w)
		}
	}
}
