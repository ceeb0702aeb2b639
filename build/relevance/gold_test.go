package relevance

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"almanac/index/archive"
	"almanac/wasm/engine"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// goldQuery is a reader's query over the sample archive with graded answers.
type goldQuery struct {
	ID, Kind, Query  string
	ExpectedArticles []struct {
		File  string
		Grade int
	} `json:"expected_articles"`
	ExpectedStatistics []struct {
		ID    string
		Grade int
	} `json:"expected_statistics"`
}

// articleKinds are the kinds of query that ask for articles.
var articleKinds = []string{"keyword", "phrase", "typo", "prefix", "entity"}

func readGoldQueries(t *testing.T) []goldQuery {
	t.Helper()
	data, err := os.ReadFile("testdata/queries.json")
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Queries []goldQuery }
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	return gold.Queries
}

func (q *goldQuery) grade(id string) int {
	for _, e := range q.ExpectedArticles {
		if strings.TrimSuffix(e.File, ".txt") == id {
			return e.Grade
		}
	}
	return 0
}

// success tells whether one of the first n articles fully answers the query.
func (q *goldQuery) success(articles []engine.Article, n int) bool {
	return slices.ContainsFunc(articles[:min(n, len(articles))], func(a engine.Article) bool { return q.grade(a.ID) == 3 })
}

func sampleEngines(t *testing.T) *engines {
	t.Helper()
	a, err := archive.Load(t.Context(), []string{"../sample"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return buildBoth(t, a.Articles)
}

func (b *engines) search(t *testing.T, r engine.Request) *engine.Result {
	t.Helper()
	result, err := b.engine.Begin(r).Run(b.pack.Chunk)
	if err != nil {
		t.Fatalf("%q: %v", r.Text, err)
	}
	return result
}

// TestGoldQueries asks the readers' queries of the sample archive as the search
// box does, the last word unfinished.
func TestGoldQueries(t *testing.T) {
	both := sampleEngines(t)
	var report strings.Builder
	asked, first, third := 0, 0, 0
	for _, q := range readGoldQueries(t) {
		result := both.search(t, engine.Request{Text: q.Query, Typing: true})
		fmt.Fprintf(&report, "%s %-14s %q\n", q.ID, q.Kind, q.Query)
		for _, a := range result.Articles {
			fmt.Fprintf(&report, "\t%s grade %d %s %.4f\n", a.ID[:3], q.grade(a.ID), a.Match, a.Score)
		}
		if q.Kind == "no_answer" && len(result.Articles) > 0 {
			t.Errorf("%s %q: %d articles, want none", q.ID, q.Query, len(result.Articles))
		}
		if !slices.Contains(articleKinds, q.Kind) {
			continue
		}
		asked++
		if q.success(result.Articles, 1) {
			first++
		}
		if q.success(result.Articles, 3) {
			third++
		}
	}
	fmt.Fprintf(&report, "success@1 %d/%d success@3 %d/%d\n", first, asked, third, asked)
	if success := float64(first) / float64(asked); success < 0.95 {
		t.Errorf("success@1 is %.3f, want at least 0.95", success)
	}
	if third < asked {
		t.Errorf("success@3: %d of %d, want all", third, asked)
	}
	golden(t, "testdata/gold.txt", report.String())
}

// golden compares got with a file, or writes it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got {
		t.Errorf("%s differs (%v); if the change is meant, run make golden and read the diff. Now:\n%s", file, err, got)
	}
}
