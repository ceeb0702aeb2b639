package dedupe

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"almanac/index/article"
)

func made(id, text string, removed ...string) *article.Article {
	a := &article.Article{ID: id, Blocks: []article.Block{{Text: text}}}
	for _, r := range removed {
		a.Removed = append(a.Removed, article.Removed{Text: r})
	}
	return a
}

func numbered(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "word%d ", i)
	}
	return b.String()
}

func TestFind(t *testing.T) {
	kept, dups := Find([]*article.Article{
		made("dirty", numbered(0, 100), "spam"),
		made("clean", numbered(0, 100)),
		made("again", strings.ToUpper(numbered(0, 100))),
		made("longer", numbered(0, 110)),
		made("other", numbered(200, 300)),
		made("half", numbered(50, 150)),
		made("empty", ""), made("empty too", ""),
		made("short", "Two words"), made("short again", "two words."),
		made("wide", "今天天气很好我们去公园"), made("wide again", "今天天气很好，我们去公园。"),
	})
	var got []string
	for _, a := range kept {
		got = append(got, a.ID)
	}
	if want := []string{"clean", "other", "half", "empty", "empty too", "short", "wide"}; !slices.Equal(got, want) {
		t.Errorf("kept %q, want %q", got, want)
	}
	got = nil
	for _, d := range dups {
		got = append(got, fmt.Sprintf("%s of %s %.2f", d.Article.ID, d.Of.ID, d.Similarity))
	}
	want := []string{"dirty of clean 1.00", "again of clean 1.00", "longer of clean 0.91", "short again of short 1.00", "wide again of wide 1.00"}
	if !slices.Equal(got, want) {
		t.Errorf("duplicates %q, want %q", got, want)
	}
}

// stupid compares every set with every kept one.
func stupid(sets [][]uint64, order []int) []int {
	of := make([]int, len(sets))
	var kept []int
	for _, i := range order {
		of[i] = i
		for _, j := range kept {
			if resemblance(sets[i], sets[j]) >= Threshold {
				of[i] = j
				break
			}
		}
		if of[i] == i {
			kept = append(kept, i)
		}
	}
	return of
}

// TestAgainstStupid compares with all pairs on texts that are altered copies of
// each other to every degree.
func TestAgainstStupid(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var articles []*article.Article
	for i := range 400 {
		words := make([]string, 80+r.IntN(100))
		for j := range words {
			words[j] = fmt.Sprint(r.IntN(500))
		}
		if i > 0 && r.IntN(3) > 0 {
			words = strings.Fields(articles[r.IntN(i)].Blocks[0].Text)
			for range r.IntN(8) {
				words[r.IntN(len(words))] = "changed"
			}
		}
		articles = append(articles, made(fmt.Sprint(i), strings.Join(words, " "), strings.Repeat("x", r.IntN(5))))
	}
	sets := make([][]uint64, len(articles))
	for i, a := range articles {
		sets[i] = shingles(a)
	}
	order := ranking(articles)
	got, _ := assign(sets, order)
	want := stupid(sets, order)
	same := 0
	for i := range got {
		if got[i] != i {
			same++
		}
	}
	if !slices.Equal(got, want) || same < 100 {
		t.Errorf("%d duplicates\n got %v\nwant %v", same, got, want)
	}
}
