package engine

import (
	"strings"
	"testing"
	"unicode/utf16"

	"almanac/index/analyze"
	"almanac/index/pack"
	"almanac/index/pack/packtest"
)

// cutUTF16 returns what JavaScript's slice would.
func cutUTF16(text string, r Range) string {
	return string(utf16.Decode(utf16.Encode([]rune(text))[r.Start:r.End]))
}

// checkHighlights fails unless the ranges delimit exactly the words of text whose
// stem is marked.
func checkHighlights(t *testing.T, text string, marks map[string]bool, got []Range) {
	t.Helper()
	var want []string
	for s := analyze.NewScanner(text); s.Next(); {
		if token := s.Token(); marks[analyze.Stem(token.Surface)] {
			want = append(want, text[token.Start:token.End])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%q: %d highlights, want %q", text, len(got), want)
	}
	last := 0
	for i, r := range got {
		if r.Start < last || cutUTF16(text, r) != want[i] {
			t.Errorf("%q: %v is %q, want %q", text, r, cutUTF16(text, r), want[i])
		}
		last = r.End
	}
}

func TestHighlightOffsets(t *testing.T) {
	marks := map[string]bool{"crane": true, "cafe": true, "双": true, "muller": true, "1.6": true, "us": true}
	for _, text := range []string{
		"", "cranes", "The cranes, the crane’s CRANES.", "🚢 cranes 🚢🚢 crane", "👩‍👩‍👧 cranes 👍🏽 crane", "cafe\u0301 Café cafés",
		"双语双 crane", "Müller's cranes", "𝒳 𐍈 cranes 𝟙", "1.6 of the U.S. cranes", "cranes\u2028crane\u00a0crane",
		strings.Repeat("🚢é双 crane ", 50),
	} {
		checkHighlights(t, text, marks, highlight(text, marks))
	}
}

func TestUTF16Length(t *testing.T) {
	for _, s := range []string{"", "a", "é", "双", "🚢", "e\u0301", "👩‍👩‍👧", "\U0010ffff", "\uffff"} {
		if got, want := utf16Length(s), len(utf16.Encode([]rune(s))); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
	// What is not UTF-8 is shown as one U+FFFD a byte.
	if got := utf16Length("\xff\xf0a"); got != 3 {
		t.Errorf("invalid bytes: %d", got)
	}
}

func FuzzHighlight(f *testing.F) {
	f.Add("🚢 cranes crane’s 双语 U.S.", "crane")
	f.Fuzz(func(t *testing.T, text, mark string) {
		marks := map[string]bool{analyze.Stem(analyze.Fold(mark)): true, "crane": true}
		if strings.ToValidUTF8(text, "") == text {
			checkHighlights(t, text, marks, highlight(text, marks))
		} else {
			highlight(text, marks)
		}
	})
}

// TestShown holds everything a result shows of an article, over several chunks.
func TestShown(t *testing.T) {
	articles := packtest.Tiny()
	s, _ := find(t, packtest.Build(articles, packtest.Options{PassagesPerChunk: 1}), Request{Text: "harbour coffee railway"})
	a := s.Result().Articles[0]
	if a.ID != "cranes" || a.Title != articles[0].Meta.Title || a.Author != "Zoë Müller" || a.URL == "" || len(a.Headings) != 2 {
		t.Errorf("%+v", a.Meta)
	}
	if len(a.TitleHighlights) != 1 || cutUTF16(a.Title, a.TitleHighlights[0]) != "Harbour" {
		t.Errorf("title highlights %v", a.TitleHighlights)
	}
	if len(a.Passages) != 3 {
		t.Fatalf("%d passages", len(a.Passages))
	}
	headings := []string{"", "A record year", "What comes next"}
	for _, p := range a.Passages {
		at := p.Place.Ordinal()
		if p.Text != articles[0].Passages[at].Text || p.Paragraph != int(at) || p.Heading != headings[at] || p.Score <= 0 {
			t.Errorf("%+v", p)
		}
		checkHighlights(t, p.Text, map[string]bool{"harbour": true, "coffe": true, "railwai": true}, p.Highlights)
	}
}

// TestBestPassagesFirst: an article of many passages shows the best, also when
// they are in different chunks than its beginning, and asks for no others.
func TestBestPassagesFirst(t *testing.T) {
	a := packtest.Article{Meta: pack.Meta{ID: "long"}}
	for i := range 40 {
		text := "filler without the word"
		if i%10 == 7 {
			text = "cranes " + strings.Repeat("and filler ", i)
		}
		a.Passages = append(a.Passages, pack.Text{Text: text})
	}
	p := packtest.Build([]packtest.Article{a}, packtest.Options{PassagesPerChunk: 2})
	s, named := find(t, p, Request{Text: "cranes"})
	r := s.Result()
	if r.Total != 1 || len(r.Articles[0].Passages) != passagesShown {
		t.Fatalf("%+v", r)
	}
	for i, want := range []uint32{7, 17, 27} {
		if got := r.Articles[0].Passages[i]; got.Place.Ordinal() != want || !strings.HasPrefix(got.Text, "cranes") {
			t.Errorf("place %d: %+v, want passage %d", i, got, want)
		}
	}
	stores := 0
	for _, n := range named {
		if strings.HasPrefix(p.Root.Name(n), "store") {
			stores++
		}
	}
	if stores != 4 {
		t.Errorf("%d store chunks for an article's beginning and three passages", stores)
	}
}
