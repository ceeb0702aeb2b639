package relevance

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
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

// bleves are the nDCG@10 of native bleve 2.6.1 over whole documents, a match query
// over title and text with the en analyzer, the better of its two models.
var bleves = []struct {
	collection string
	ndcg       float64
}{{"cacm", 0.476}, {"cisi", 0.396}, {"cranfield", 0.363}, {"med", 0.672}, {"nfcorpus", 0.295}, {"scifact", 0.689}}

// slow skips a test that takes minutes unless it is asked for.
func slow(t *testing.T) {
	t.Helper()
	if os.Getenv("ALMANAC_SLOW") == "" {
		t.Skip("takes minutes: set ALMANAC_SLOW=1, or run make test-all")
	}
}

// ids are the articles found, in order.
func (b *engines) ids(t *testing.T, r engine.Request) (ids []string) {
	t.Helper()
	for _, a := range b.search(t, r).Articles {
		ids = append(ids, a.ID)
	}
	return ids
}

// TestJudgedCollections: one setting ranks better than bleve on every collection.
func TestJudgedCollections(t *testing.T) {
	slow(t)
	var report strings.Builder
	ours, theirs, kept := 0.0, 0.0, 0.0
	for _, b := range bleves {
		c := readCollection(t, b.collection)
		both := buildBoth(t, c.articles)
		search := func(text string) []string { return both.ids(t, engine.Request{Text: text, Limit: 100}) }
		ndcg, recall := c.evaluate(t, search)
		misspelt, _ := c.misspell(t).evaluate(t, search)
		fmt.Fprintf(&report, "%-10s nDCG@10 %.3f bleve %.3f recall@100 %.3f misspelt nDCG@10 %.3f kept %.1f %%\n",
			b.collection, ndcg, b.ndcg, recall, misspelt, 100*misspelt/ndcg)
		if ndcg <= b.ndcg {
			t.Errorf("%s: nDCG@10 is %.3f, bleve's %.3f", b.collection, ndcg, b.ndcg)
		}
		ours, theirs, kept = ours+ndcg, theirs+b.ndcg, kept+misspelt
	}
	n := float64(len(bleves))
	fmt.Fprintf(&report, "macro      nDCG@10 %.4f bleve %.4f misspelt kept %.1f %%\n", ours/n, theirs/n, 100*kept/ours)
	if ours < 1.03*theirs {
		t.Errorf("macro nDCG@10 is %.4f, want 3 %% above bleve's %.4f", ours/n, theirs/n)
	}
	if kept < 0.92*ours {
		t.Errorf("misspelt queries keep %.3f of nDCG@10, want 0.92", kept/ours)
	}
	golden(t, "testdata/judged.txt", report.String())
}
