package engine

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"almanac/index/analyze"
	"almanac/index/packfile"
)

// TestVersion1Fixture searches the pack that is kept for compatibility. The golden
// file holds all of the answers but the scores and the order of an article's
// passages, which are judged elsewhere.
func TestVersion1Fixture(t *testing.T) {
	if analyze.Version != "en-1" {
		t.Skip("the fixture's words were analysed by en-1")
	}
	r, err := packfile.Open("../../index/pack/testdata/v1", "")
	if err != nil {
		t.Fatal(err)
	}
	e, err := Open(r.Payload)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, q := range []Request{
		{Text: "cranes"}, {Text: "harbor crane"}, {Text: "141870"}, {Text: "muller cafe"}, {Text: "双语"}, {Text: `"law of the rule"`},
		{Text: "cybercrme"}, {Text: "cyb", Typing: true}, {Text: "record rail", Typing: true}, {Text: "the", Typing: true}, {Text: "the"}, {Text: "2024"},
	} {
		result, err := e.Begin(q).Run(r.Chunk)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%q typing=%v: %d articles, partial=%v\n", q.Text, q.Typing, result.Total, result.Partial)
		for _, term := range result.Terms {
			fmt.Fprintf(&got, "\t%s: %s %v\n", term.Text, term.Match, term.As)
		}
		for _, a := range result.Articles {
			fmt.Fprintf(&got, "\t%s (%s) %s\n", a.ID, a.Match, marked(a.Title, a.TitleHighlights))
			slices.SortFunc(a.Passages, func(p, q Passage) int { return cmp.Compare(p.Place, q.Place) })
			for _, p := range a.Passages {
				fmt.Fprintf(&got, "\t\t%d %q %s\n", p.Place.Ordinal(), p.Heading, marked(p.Text, p.Highlights))
			}
		}
	}
	golden := filepath.Join("testdata", "v1.golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got.String() != string(want) {
		t.Errorf("answers differ from %s (%v); if that is meant, run go test ./wasm/engine -update and read the diff. Now:\n%s", golden, err, got.String())
	}
}

// marked puts highlights in brackets.
func marked(text string, ranges []Range) string {
	out, last := "", 0
	for _, r := range ranges {
		out += cutUTF16(text, Range{last, r.Start}) + "[" + cutUTF16(text, r) + "]"
		last = r.End
	}
	return out + cutUTF16(text, Range{last, utf16Length(text)})
}
