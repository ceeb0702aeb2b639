package packtest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"almanac/index/pack"
)

// Words returns n distinct invented words, the shortest first. Many are alike, so
// that typos and prefixes have something to meet, and some are inflected, so that
// they share stems.
func Words(n int) []string {
	var out []string
	endings := []string{"", "ing", "ed", "s"}
	for i := 0; len(out) < n; i++ {
		word := ""
		for v := i + 1; v > 0; v /= 20 {
			word += string("bcdfghjklmnpqrstvwxz"[v%20]) + string("aeiou"[v%5])
		}
		out = append(out, word+endings[i%len(endings)])
	}
	return out
}

// Generate invents n articles of words whose frequencies fall as those of a
// language do, with stop words between them.
func Generate(random *rand.Rand, n int, words []string) []Article {
	zipf := rand.NewZipf(random, 1.2, 3, uint64(len(words)-1))
	text := func(length int) string {
		list := make([]string, length)
		for i := range list {
			list[i] = words[zipf.Uint64()]
			if random.IntN(5) == 0 {
				list[i] = "the"
			}
		}
		return strings.Join(list, " ")
	}
	out := make([]Article, n)
	for i := range out {
		a := &out[i]
		a.Meta = pack.Meta{ID: fmt.Sprint("article-", i), Title: text(1 + random.IntN(6)), Language: "en"}
		for range random.IntN(3) {
			a.Meta.Headings = append(a.Meta.Headings, text(1+random.IntN(3)))
		}
		for at := range 1 + random.IntN(5) {
			a.Passages = append(a.Passages, pack.Text{Heading: random.IntN(1 + len(a.Meta.Headings)), Paragraph: at, Text: text(5 + random.IntN(40))})
		}
	}
	return out
}
