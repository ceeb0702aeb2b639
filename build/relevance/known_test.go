package relevance

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"almanac/index/analyze"
	"almanac/index/article"
	"almanac/wasm/engine"
)

// knownItem is a reader who remembers three words of a title: the rarest ones of
// at least five letters, in the title's order.
type knownItem struct {
	title string
	words []string
	// one and all have one word, or every word, misspelt by one edit behind the
	// first letter; cut has lost the end of its last word.
	one, all, cut []string
}

var letters = regexp.MustCompile("[a-z]+")

func wordsOf(s string) []string { return letters.FindAllString(strings.ToLower(s), -1) }

// knownItems draws n articles, the same for a seed, as ../shared/peerbench does.
func knownItems(articles []*article.Article, n int, seed uint64) []knownItem {
	random := rand.New(rand.NewPCG(seed, seed))
	df := map[string]int{}
	for _, a := range articles {
		text := a.Title
		for _, b := range a.Blocks {
			text += "\n" + b.Text
		}
		seen := map[string]bool{}
		for _, w := range wordsOf(text) {
			if !seen[w] {
				seen[w] = true
				df[w]++
			}
		}
	}
	var out []knownItem
	for _, i := range random.Perm(len(articles)) {
		if len(out) == n {
			break
		}
		if words := rarest(wordsOf(articles[i].Title), df); words != nil {
			out = append(out, remember(random, articles[i].Title, words))
		}
	}
	return out
}

// rarest returns the three rarest words in order, nil if there are fewer.
func rarest(title []string, df map[string]int) []string {
	var long []string
	for _, w := range title {
		if len(w) >= 5 && !analyze.IsStop(w) && !slices.Contains(long, w) {
			long = append(long, w)
		}
	}
	if len(long) < 3 {
		return nil
	}
	rare := slices.Clone(long)
	slices.SortStableFunc(rare, func(a, b string) int { return cmp.Compare(df[a], df[b]) })
	return slices.DeleteFunc(long, func(w string) bool { return !slices.Contains(rare[:3], w) })
}

func remember(random *rand.Rand, title string, words []string) knownItem {
	k := knownItem{title: title, words: words, one: slices.Clone(words), cut: slices.Clone(words)}
	i := random.IntN(3)
	k.one[i] = edit(random, words[i])
	for _, w := range words {
		k.all = append(k.all, edit(random, w))
	}
	k.cut[2] = words[2][:max(3, (6*len(words[2])+9)/10)]
	return k
}

// place returns the place of the first article with the title, from 1; 0: none.
func place(r *engine.Result, title string) int {
	return 1 + slices.IndexFunc(r.Articles, func(a engine.Article) bool { return a.Title == title })
}

// success are the shares of queries that find their article first, and among ten.
type success struct{ first, ten float64 }

func (b *engines) success(t *testing.T, items []knownItem, text func(*knownItem) []string, typing bool) (s success) {
	t.Helper()
	for i := range items {
		k := &items[i]
		p := place(b.search(t, engine.Request{Text: strings.Join(text(k), " "), Typing: typing}), k.title)
		if p == 1 {
			s.first++
		}
		if p > 0 {
			s.ten++
		}
		if p != 1 && testing.Verbose() {
			t.Logf("place %d: %v for %q", p, text(k), k.title)
		}
	}
	n := float64(len(items))
	return success{s.first / n, s.ten / n}
}

// known measures the kinds of known items and checks them against what is wanted:
// success at one, and among ten, of each kind.
func (b *engines) known(t *testing.T, items []knownItem, want [4]success) string {
	t.Helper()
	var report strings.Builder
	for i, kind := range []struct {
		name   string
		text   func(*knownItem) []string
		typing bool
	}{
		{"clean", func(k *knownItem) []string { return k.words }, false},
		{"one word misspelt", func(k *knownItem) []string { return k.one }, false},
		{"all misspelt", func(k *knownItem) []string { return k.all }, false},
		{"last word cut", func(k *knownItem) []string { return k.cut }, true},
	} {
		got := b.success(t, items, kind.text, kind.typing)
		fmt.Fprintf(&report, "%-18s success@1 %.3f success@10 %.3f of %d\n", kind.name, got.first, got.ten, len(items))
		if got.first < want[i].first || got.ten < want[i].ten {
			t.Errorf("%s: success@1 %.3f, @10 %.3f, want %+v", kind.name, got.first, got.ten, want[i])
		}
	}
	return report.String()
}

// typed measures the mean reciprocal rank while items are typed, after every tenth
// of the letters, and tells which queries had no answer on the way.
func (b *engines) typed(t *testing.T, items []knownItem) (report string, empty []string) {
	t.Helper()
	var sum [11]float64
	var count [11]int
	for i := range items {
		text := strings.Join(items[i].words, " ")
		for n := 1; n <= len(text); n++ {
			r := b.search(t, engine.Request{Text: text[:n], Typing: true})
			if len(r.Articles) == 0 && !r.Partial {
				empty = append(empty, text[:n])
			}
			at := 10 * n / len(text)
			count[at]++
			if p := place(r, items[i].title); p > 0 {
				sum[at] += 1 / float64(p)
			}
		}
	}
	for at := range sum {
		report += fmt.Sprintf("typed %3d %% MRR %.3f\n", 10*at, sum[at]/float64(max(count[at], 1)))
	}
	return report + fmt.Sprintf("empty on the way %d of %d\n", len(empty), sumOf(count[:])), empty
}

func sumOf(list []int) (sum int) {
	for _, n := range list {
		sum += n
	}
	return sum
}

// nonsense draws n words that no language has: consonants only.
func nonsense(n int) (out []string) {
	random := rand.New(rand.NewPCG(13, 13))
	for range n {
		w := make([]byte, 7+random.IntN(3))
		for i := range w {
			w[i] = "bcdfghjklmnpqrstvwxz"[random.IntN(20)]
		}
		out = append(out, string(w))
	}
	return out
}

// answered counts the queries that have an answer.
func (b *engines) answered(t *testing.T, queries []string) (n int) {
	t.Helper()
	for _, q := range queries {
		if len(b.search(t, engine.Request{Text: q}).Articles) > 0 {
			n++
		}
	}
	return n
}

// TestKnownItems is the light variant: articles of invented words.
func TestKnownItems(t *testing.T) {
	articles := generatedArticles(400)
	both := buildBoth(t, articles)
	items := knownItems(articles, 100, 3)
	report := both.known(t, items, [4]success{{0.99, 1}, {0.9, 0.97}, {0, 0}, {0.9, 0.97}})
	curve, empty := both.typed(t, items[:20])
	if len(empty) > 0 {
		t.Errorf("no answer on the way: %q", empty)
	}
	golden(t, "testdata/known.txt", report+curve)
}

// TestKnownItemsOfNews asks for articles of a news corpus by their titles.
func TestKnownItemsOfNews(t *testing.T) {
	slow(t)
	articles := sharedArticles(t, "bbc")
	if articles == nil {
		t.Skip("../shared/corpora is not here")
	}
	both := buildBoth(t, articles)
	items := knownItems(articles, 500, 42)
	report := both.known(t, items, [4]success{{0.995, 0.99}, {0.99, 0.99}, {0.96, 0.99}, {0.96, 0.99}})
	curve, empty := both.typed(t, items)
	if len(empty) > 0 {
		t.Errorf("no answer on the way: %q", empty)
	}
	wrong := both.answered(t, nonsense(200))
	if wrong > 4 {
		t.Errorf("%d of 200 nonsense words have an answer", wrong)
	}
	golden(t, "testdata/known_news.txt", report+curve+fmt.Sprintf("nonsense answered %d of 200\n", wrong))
}
