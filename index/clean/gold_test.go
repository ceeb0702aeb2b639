package clean

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"almanac/index/article"
	"almanac/index/source"
)

// goldArticle is the hand-labelled right answer for one article of the sample.
type goldArticle struct {
	File, Title, Language                        string
	Subtitle, Author, Source, Published, Section *string
	Contributors                                 []string
	Junk                                         []struct {
		Line  int
		Quote string
		Whole bool `json:"whole_line"`
	}
	Headings []struct {
		Line int
		Text string
	}
	Captions []struct {
		Line         int
		Text, Credit string
	} `json:"image_captions"`
	Count      int `json:"body_paragraph_count"`
	Paragraphs []struct {
		Line      int
		Sentences []string
	} `json:"body_paragraphs"`
	DuplicateOf *string `json:"is_duplicate_of"`
}

const sampleDir = "../../build/sample/"

func readGold(t *testing.T) []goldArticle {
	t.Helper()
	b, err := os.ReadFile("testdata/seeds.json")
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Articles []goldArticle }
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	if len(gold.Articles) != 5 {
		t.Fatalf("%d articles in the gold file", len(gold.Articles))
	}
	return gold.Articles
}

// TestGold holds every labelled field of the sample, each article cleaned alone
// and as one of the batch.
func TestGold(t *testing.T) {
	repeated := NewRepetition()
	texts := map[string]string{}
	for _, g := range readGold(t) {
		b, err := os.ReadFile(sampleDir + g.File)
		if err != nil {
			t.Fatal(err)
		}
		texts[g.File] = string(b)
		repeated.Add(string(b))
	}
	for _, g := range readGold(t) {
		t.Run(g.File, func(t *testing.T) { checkGold(t, New(repeated), g, texts[g.File]) })
		t.Run(g.File+" alone", func(t *testing.T) { checkGold(t, New(nil), g, texts[g.File]) })
	}
}

func checkGold(t *testing.T, c *Cleaner, g goldArticle, raw string) {
	a, err := c.Clean(source.Record{Origin: g.File, ID: strings.TrimSuffix(g.File, ".txt"), Text: raw})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct {
		name, got string
		want      *string
	}{
		{"title", a.Title, &g.Title}, {"subtitle", a.Subtitle, g.Subtitle}, {"author", a.Author, g.Author},
		{"source", a.Source, g.Source}, {"published", a.Published, g.Published}, {"section", a.Section, g.Section},
		{"language", a.Language, &g.Language},
	} {
		if f.want == nil {
			f.want = new(string)
		}
		if f.got != *f.want {
			t.Errorf("%s is %q, want %q", f.name, f.got, *f.want)
		}
	}
	if got, want := strings.Join(a.Contributors, ","), strings.Join(g.Contributors, ","); got != want {
		t.Errorf("contributors %q, want %q", got, want)
	}
	checkBlocks(t, a, g)
	checkJunk(t, a, g, raw)
	checkOffsets(t, a, raw)
}

func checkBlocks(t *testing.T, a *article.Article, g goldArticle) {
	paragraphs := a.Paragraphs()
	if len(paragraphs) != g.Count || len(g.Paragraphs) != g.Count {
		t.Fatalf("%d paragraphs, want %d", len(paragraphs), g.Count)
	}
	for i, p := range g.Paragraphs {
		if got, want := paragraphs[i], strings.Join(p.Sentences, " "); got.Text != want || got.Line != p.Line {
			t.Errorf("paragraph %d is line %d %q, want line %d %q", i+1, got.Line, got.Text, p.Line, want)
		}
	}
	headings, captions := a.Headings(), a.Captions()
	if len(headings) != len(g.Headings) || len(captions) != len(g.Captions) {
		t.Fatalf("%d headings and %d captions, want %d and %d", len(headings), len(captions), len(g.Headings), len(g.Captions))
	}
	for i, h := range g.Headings {
		if headings[i].Text != h.Text || headings[i].Line != h.Line {
			t.Errorf("heading %+v, want %+v", headings[i], h)
		}
	}
	for i, c := range g.Captions {
		// The labeller's own remark on a credit that lost its name.
		want := strings.TrimSuffix(c.Credit, " (source lost)")
		if captions[i].Text != c.Text || captions[i].Credit != want || captions[i].Line != c.Line {
			t.Errorf("caption %+v, want %+v", captions[i], c)
		}
	}
}

// checkJunk demands that each labelled piece of junk is among the removed blocks,
// or in a caption, and in no paragraph or heading.
func checkJunk(t *testing.T, a *article.Article, g goldArticle, raw string) {
	removed := map[int]article.Removed{}
	for _, r := range a.Removed {
		if r.Reason == "" {
			t.Errorf("line %d removed without a reason", r.Line)
		}
		removed[r.Line] = r
	}
	shown := a.Title + "\n" + a.Subtitle
	for _, b := range a.Blocks {
		if b.Kind != article.Caption {
			shown += "\n" + b.Text
		}
	}
	captions := map[int]bool{}
	for _, b := range a.Captions() {
		captions[b.Line] = true
	}
	for _, j := range g.Junk {
		if _, ok := removed[j.Line]; !ok && !captions[j.Line] {
			t.Errorf("line %d is not removed: %q", j.Line, j.Quote)
		}
		if len(j.Quote) > 10 && strings.Contains(shown, j.Quote) {
			t.Errorf("shown: %q", j.Quote)
		}
	}
	if want := len(g.Junk) - len(captionJunk(g)) + len(g.Contributors); len(a.Removed) != want {
		t.Errorf("%d blocks removed, want %d: %+v", len(a.Removed), want, a.Removed)
	}
}

// captionJunk lists the junk that is part of a caption.
func captionJunk(g goldArticle) (lines []int) {
	for _, j := range g.Junk {
		for _, c := range g.Captions {
			if c.Line == j.Line {
				lines = append(lines, j.Line)
			}
		}
	}
	return lines
}

func checkOffsets(t *testing.T, a *article.Article, raw string) {
	t.Helper()
	at := 0
	for _, b := range a.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(raw) || strings.TrimSpace(b.Text) == "" {
			t.Fatalf("block %+v behind byte %d of %d", b, at, len(raw))
		}
		if line := 1 + strings.Count(raw[:b.Start], "\n"); line != b.Line {
			t.Errorf("byte %d is on line %d, not %d", b.Start, line, b.Line)
		}
		at = b.End
	}
}

func FuzzClean(f *testing.F) {
	for _, g := range []string{"000_bcd9337901d05f32.txt", "003_e304c6136c80d70c.txt", "004_8c5fd740654b1226.txt"} {
		b, err := os.ReadFile(sampleDir + g)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b), "")
	}
	f.Add("<script>\nx\n</script>a&nbsp;b\u200b\n\n\u202e[Photo by x]\nBy A\nAuthor\nB", "A title")
	f.Fuzz(func(t *testing.T, text, title string) {
		text, title = strings.ToValidUTF8(text, "?"), strings.ToValidUTF8(title, "?")
		a, err := New(nil).Clean(source.Record{Origin: "fuzz", ID: "fuzz", Text: text, Title: title})
		if err == nil {
			checkOffsets(t, a, text)
		}
	})
}
