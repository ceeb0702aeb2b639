package passage

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"almanac/index/article"
)

func paragraphs(texts ...string) *article.Article {
	a := &article.Article{}
	for _, t := range texts {
		kind := article.Paragraph
		if h, ok := strings.CutPrefix(t, "# "); ok {
			kind, t = article.Heading, h
		}
		if c, ok := strings.CutPrefix(t, "! "); ok {
			kind, t = article.Caption, c
		}
		a.Blocks = append(a.Blocks, article.Block{Kind: kind, Text: t})
	}
	return a
}

// sentenceOf returns a sentence of n words, the first of them name.
func sentenceOf(name string, n int) string {
	return name + strings.Repeat(" word", n-1) + "."
}

func TestCut(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat(sentenceOf("Long", 26)+" ", 5))
	cases := []struct {
		name string
		in   []string
		want string // paragraph number, words and heading of each passage
	}{
		{"nothing", nil, ""},
		{"short ones are merged", []string{sentenceOf("A", 15), sentenceOf("B", 15), sentenceOf("C", 15), sentenceOf("D", 9)}, "0:45: 3:9:"},
		{"a heading parts them", []string{sentenceOf("A", 15), "# Why", sentenceOf("B", 15)}, "0:15: 1:15:Why"},
		{"captions are left out", []string{sentenceOf("A", 30), "! A picture", sentenceOf("B", 15)}, "0:45:"},
		{"a long one is balanced", []string{long}, "0:78: 0:52:"},
		{"no passage above the maximum", []string{sentenceOf("A", 39), sentenceOf("B", 90)}, "0:39: 1:90:"},
		{"a giant sentence", []string{sentenceOf("A", 250)}, "0:120: 0:120: 0:10:"},
		{"no spaces between words", []string{strings.Repeat("今天天气很好。", 50)}, "0:75: 0:75:"},
	}
	for _, c := range cases {
		var got []string
		for i, p := range Cut(paragraphs(c.in...)) {
			if p.Ordinal != i {
				t.Errorf("%s: passage %d has ordinal %d", c.name, i, p.Ordinal)
			}
			got = append(got, fmt.Sprintf("%d:%d:%s", p.Paragraph, countWords(p.Text), p.Heading))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// checkNothingLost compares passages and paragraphs without their white space.
func checkNothingLost(t *testing.T, a *article.Article) {
	t.Helper()
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	var want, got strings.Builder
	for _, b := range a.Paragraphs() {
		want.WriteString(bare(b.Text))
	}
	for _, p := range Cut(a) {
		if n := countWords(p.Text); n > Maximum {
			t.Errorf("a passage of %d words", n)
		}
		if strings.TrimSpace(p.Text) == "" {
			t.Error("an empty passage")
		}
		got.WriteString(bare(p.Text))
	}
	if got.String() != want.String() {
		t.Errorf("text changed:\n%q\n%q", want.String(), got.String())
	}
}

func TestNothingLost(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var texts []string
		for range r.IntN(12) {
			var b strings.Builder
			for range 1 + r.IntN(6) {
				b.WriteString(sentenceOf("Word", 1+r.IntN(60)) + " ")
			}
			texts = append(texts, []string{"", "", "", "# ", "! "}[r.IntN(5)]+strings.TrimSpace(b.String()))
		}
		checkNothingLost(t, paragraphs(texts...))
	}
}

func FuzzCut(f *testing.F) {
	f.Add("A b c. D e.\nF")
	f.Add(strings.Repeat("wörter 今天 ", 200))
	f.Fuzz(func(t *testing.T, text string) {
		var texts []string
		for line := range strings.SplitSeq(strings.ToValidUTF8(text, "?"), "\n") {
			if strings.TrimSpace(line) != "" {
				texts = append(texts, line)
			}
		}
		checkNothingLost(t, paragraphs(texts...))
	})
}
