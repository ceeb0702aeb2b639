package relevance

import (
	"bufio"
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"almanac/index/article"
	"almanac/wasm/engine"
)

// collection is a judged collection of ../shared/relevance.
type collection struct {
	articles []*article.Article
	queries  [][2]string // id, text
	grades   map[string]map[string]float64
}

func readCollection(t *testing.T, name string) *collection {
	t.Helper()
	dir := filepath.Join("../../../shared/relevance", name)
	f, err := os.Open(filepath.Join(dir, "docs.jsonl"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("../shared/relevance is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c := &collection{grades: map[string]map[string]float64{}}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r struct{ ID, Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		a := &article.Article{ID: r.ID, Title: r.Title}
		// Some collections repeat the title at the head of the text.
		if text := strings.TrimSpace(strings.TrimPrefix(r.Text, r.Title)); text != "" {
			a.Blocks = []article.Block{{Text: text}}
		}
		c.articles = append(c.articles, a)
	}
	for _, row := range rows(t, filepath.Join(dir, "queries.tsv")) {
		c.queries = append(c.queries, [2]string{row[0], strings.Join(row[1:], " ")})
	}
	for _, row := range rows(t, filepath.Join(dir, "qrels.tsv")) {
		if len(row) >= 4 {
			row = []string{row[0], row[2], row[3]}
		}
		grade, err := strconv.ParseFloat(row[2], 64)
		if err != nil || grade <= 0 {
			continue
		}
		if c.grades[row[0]] == nil {
			c.grades[row[0]] = map[string]float64{}
		}
		c.grades[row[0]][row[1]] = grade
	}
	return c
}

func rows(t *testing.T, file string) (out [][]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.TrimSpace(line) != "" {
			out = append(out, strings.Split(strings.TrimRight(line, "\r\n"), "\t"))
		}
	}
	return out
}

// evaluate returns the mean nDCG@10 (linear gains) and recall@100 over the
// queries that have a relevant document.
func (c *collection) evaluate(t *testing.T, search func(text string) []string) (ndcg, recall float64) {
	t.Helper()
	n := 0.0
	for _, q := range c.queries {
		grades := c.grades[q[0]]
		if len(grades) == 0 {
			continue
		}
		ids := search(q[1])
		var gains, ideal []float64
		found := 0.0
		for _, id := range ids[:min(100, len(ids))] {
			gains = append(gains, grades[id])
			if grades[id] > 0 {
				found++
			}
		}
		for _, g := range grades {
			ideal = append(ideal, g)
		}
		slices.Sort(ideal)
		slices.Reverse(ideal)
		ndcg += gain(gains) / gain(ideal)
		recall += found / float64(len(grades))
		n++
	}
	return ndcg / n, recall / n
}

// gain is the discounted cumulative gain of the first ten.
func gain(gains []float64) (sum float64) {
	for i, g := range gains[:min(10, len(gains))] {
		sum += g / math.Log2(float64(i)+2)
	}
	return sum
}

func TestJudgedCollections(t *testing.T) {
	for _, name := range []string{"cacm", "cisi", "cranfield", "med", "nfcorpus", "scifact"} {
		t.Run(name, func(t *testing.T) {
			c := readCollection(t, name)
			both := buildBoth(t, c.articles)
			ndcg, recall := c.evaluate(t, func(text string) []string {
				result, err := both.engine.Begin(engine.Request{Text: text, Limit: 100}).Run(both.pack.Chunk)
				if err != nil {
					t.Fatal(err)
				}
				var ids []string
				for _, a := range result.Articles {
					ids = append(ids, a.ID)
				}
				return ids
			})
			t.Logf("%s nDCG@10 %.3f recall@100 %.3f", name, ndcg, recall)
		})
	}
}
