package sentence

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode"
)

func texts(text string) []string {
	var out []string
	for _, s := range Split(text) {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

// Each case is the sentences joined by "|"; the input is the same with a space
// in their place, or nothing where the cut is written "^".
func TestSplit(t *testing.T) {
	for _, c := range []string{
		"The U.S. Supreme Court ruled.|It was late.",
		"He lives in the U.S.|The court knows.",
		"Dr. Smith met Gov. Brown at No. 5 on p. 12 of the file.|He left.",
		"Was it fun?|No.|They lost.",
		"He said no.|Police disagreed.",
		"It was England vs. France.|Nobody won.",
		"It ended in Jan. 2021.|Another began.",
		"It ended in 2021.|Another began in 2022.|All was well.",
		"About 35 percent, or 12.5 million, were fined.|The rest was not.",
		"He paid $3.5m.|Then he left.",
		"through bodies including BRICS.|At the gatherings, the SPP communicated.",
		"\"Many remain,\" Zhang said.|\"Chinese organs are ready.\"",
		"\"It is over.\"|\"It is not.\"|He left.",
		"\"Why?\" he asked.|\"Because.\"|She nodded.",
		"He said: “It is done.”|She left (as she had said.)|He stayed.",
		"The firm Smith & Co. Ltd. was fined.",
		"J. K. Rowling and C.S. Lewis wrote.|Both sold well.",
		"1. The first item of the list.|It has two sentences.",
		"It is at example.com.|Write to A.Smith@example.com or see https://Example.com/A.B now.",
		"arrested yesterday.^Although police knew.^A man fled.^I saw it.",
		"“It was late yesterday.”^“We left.”^Nobody minded.",
		"\"It was late yesterday.\"^The man left.^\"We saw it.\"|He nodded.",
		"It rose 5%.^The rest fell in 2004.^Nobody knows.",
		"It was nobody else's.^It must be so.^· A woman aged 30 was hurt by a Taser.^IPCC staff came.",
		"He uses Node.JS and ASP.NET at St.John with a Ph.D now.",
		"Am 5. Mai kam er.|Das war spät.",
		"今天天气很好。^明天下雨。^“好吗？”^他说！",
		"Stop!|Who goes there?|Nobody...",
		"He was born in Washington D.C. and left.",
		"Police arrived at 5 p.m. on Monday.|The man ran.",
		"one line\x00another line without end",
	} {
		c, input, want := splitCase(c)
		if got := texts(input); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s\n got %q", c, got)
		}
	}
}

func splitCase(c string) (name, input string, want []string) {
	input = strings.NewReplacer("|", " ", "^", "", "\x00", "\n").Replace(c)
	want = strings.FieldsFunc(c, func(r rune) bool { return r == '|' || r == '^' || r == 0 })
	return c, input, want
}

// TestGold holds all hand-labelled sentences of the sample archive.
func TestGold(t *testing.T) {
	b, err := os.ReadFile("../clean/testdata/seeds.json")
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Articles []struct {
			File       string
			Paragraphs []struct{ Sentences []string } `json:"body_paragraphs"`
		}
	}
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, a := range gold.Articles {
		for _, p := range a.Paragraphs {
			total += len(p.Sentences)
			got := texts(strings.Join(p.Sentences, " "))
			if strings.Join(got, "\n") != strings.Join(p.Sentences, "\n") {
				t.Errorf("%s: got %q\nwant %q", a.File, got, p.Sentences)
			}
		}
	}
	if total < 105 {
		t.Errorf("only %d sentences in the gold file", total)
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"", "a", "A b. C d.", "x.Y\"Z.\" Q", "e.g. U.S.\nNo. 5.Then", "。", "“.”", "..!?", "3.", "\xff. A", "\u2000\x80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range append(Split(text), Span{len(text), len(text)}) {
			if s.Start < at || s.End < s.Start {
				t.Fatalf("span %v after byte %d", s, at)
			}
			if gap := text[at:s.Start]; strings.TrimFunc(gap, unicode.IsSpace) != "" {
				t.Fatalf("lost %q", gap)
			}
			at = s.End
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("Losses of at least 187.6 billion yuan ($28.7 billion) were averted, the U.S. officials said. \"It is done,\" he said. Then they left. ", 400)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Split(text)
	}
}
