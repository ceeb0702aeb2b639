package relevance

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"almanac/index/article"
)

// generatedArticles makes articles of invented words whose frequencies fall as
// those of a language do (Zipf).
func generatedArticles(n int) []*article.Article {
	random := rand.New(rand.NewPCG(7, 7))
	zipf := rand.NewZipf(random, 1.1, 4, 3000)
	word := func() string {
		v, s := zipf.Uint64()+1, ""
		for ; v > 0; v /= 20 {
			s += string("bcdfghjklmnpqrstvwxz"[v%20]) + string("aeiou"[v%5])
		}
		return s
	}
	text := func(words int) string {
		list := make([]string, words)
		for i := range list {
			list[i] = word()
		}
		return strings.Join(list, " ") + "."
	}
	var out []*article.Article
	for i := range n {
		a := &article.Article{ID: fmt.Sprint(i), Title: text(2 + random.IntN(8))}
		for range 1 + random.IntN(9) {
			if random.IntN(4) == 0 {
				a.Blocks = append(a.Blocks, article.Block{Kind: article.Heading, Text: text(1 + random.IntN(4))})
			}
			a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Text: text(5 + random.IntN(120))})
		}
		out = append(out, a)
	}
	return out
}

// sharedArticles reads a corpus of ../shared as it is; nil if it is not here.
func sharedArticles(t *testing.T, corpus string) []*article.Article {
	t.Helper()
	f, err := os.Open("../../../shared/corpora/" + corpus + "/articles.jsonl")
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []*article.Article
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r struct{ ID, Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		a := &article.Article{ID: r.ID, Title: r.Title}
		for _, p := range strings.Split(r.Text, "\n\n") {
			if strings.TrimSpace(p) != "" {
				a.Blocks = append(a.Blocks, article.Block{Text: p})
			}
		}
		out = append(out, a)
	}
	return out
}
