package engine

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"almanac/index/pack/packtest"
)

// describe writes a query as its words, an unfinished one with a star, and its
// phrases as word@place.
func describe(q query) string {
	var out []string
	for _, w := range q.words {
		word := w.surface
		if w.prefix {
			word += "*"
		}
		out = append(out, word)
	}
	for _, p := range q.phrases {
		phrase := "\""
		for i, w := range p.words {
			phrase += fmt.Sprintf(" %s@%d", q.words[w].surface, p.places[i]-p.places[0])
		}
		out = append(out, phrase)
	}
	return strings.Join(out, " ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text   string
		typing bool
		want   string
	}{
		{"", false, ""},
		{"   ", true, ""},
		{"the of and", false, ""},
		{"Cranes", false, "cranes"},
		{"Cranes", true, "cranes*"},
		{"cranes ", true, "cranes"},
		{"cranes.", true, "cranes"},
		{"cranes Cranes CRANES", false, "cranes"},
		{"cranes crane", false, "cranes crane"},
		{"cranes port cranes", true, "cranes* port"},
		{"the", true, "the*"},
		{"the cranes", true, "cranes*"},
		{"141,870 containers, 28.7%", false, "141870 containers 28.7"},
		{"Müller’s café", false, "muller cafe"},
		{"U.S. law", false, "us law"},
		{`"rule of the law"`, false, `rule law " rule@0 law@3`},
		{`"the rule of law" port`, false, `rule law port " rule@0 law@2`},
		{`port "rule of law`, false, `port rule law " rule@0 law@2`}, // still open
		{`"rule of la`, true, `rule la* " rule@0 la@2`},
		{`rule" of "law`, false, `rule law`},
		{`"rule law" "port cargo"`, false, `rule law port cargo " rule@0 law@1 " port@0 cargo@1`},
		{`"rule law""port cargo"`, false, `rule law port cargo " rule@0 law@1 " port@0 cargo@1`},
		{`“rule law” «port cargo» „night trains“`, false, `rule law port cargo night trains " rule@0 law@1 " port@0 cargo@1 " night@0 trains@1`},
		{`"cranes"`, false, "cranes"},        // one word is no phrase
		{`"the cranes of"`, false, "cranes"}, // neither with stop words
		{`"bees bees"`, false, `bees " bees@0 bees@1`},
		{`bees "old bees"`, false, `bees old " old@0 bees@1`},
		{`""""`, false, ""},
		{`"`, true, ""},
		{`a:b_c`, false, "b c"},
		{"双语 cafe", false, "双 语 cafe"},
		{"\xff\xfe cranes \x00", false, "cranes"},
		{strings.Repeat("the ", maxWords) + "cranes", false, ""},
	} {
		if got := describe(parse(Request{Text: c.text, Typing: c.typing})); got != c.want {
			t.Errorf("%q (typing %v): %s, want %s", c.text, c.typing, got, c.want)
		}
	}
}

func TestParseKeepsTheTyped(t *testing.T) {
	if w := parse(Request{Text: "  Müller’s  "}).words[0]; w.text != "Müller’s" || w.surface != "muller" {
		t.Errorf("%+v", w)
	}
}

func TestParseIsBounded(t *testing.T) {
	if q := parse(Request{Text: `"` + strings.Repeat("x1 ", 10*maxWords) + `y"`}); len(q.words) != 1 || len(q.phrases) != 1 || len(q.phrases[0].words) != maxWords {
		t.Errorf("%d words, %d in the phrase", len(q.words), len(q.phrases[0].words))
	}
}

// FuzzSearch: whatever is typed ends in a result, after each chunk was named once
// at most.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{"cranes", `"rule of law`, "cybercrme 141,870", "\xff“", "a b c d e f g", `"the "of" the"`, "MÜLLER’S 双语 🚢", strings.Repeat("bee ", 70)} {
		f.Add(s, true, 3)
		f.Add(s, false, -1)
	}
	p := packtest.Build(packtest.Tiny(), small)
	f.Fuzz(func(t *testing.T, text string, typing bool, limit int) {
		s, _ := find(t, p, Request{Text: text, Typing: typing, Limit: limit})
		r := s.Result()
		if r == nil || len(r.Articles) > r.Total || r.Total > 4 || r.Partial && r.Total > 0 || len(r.Terms) == 0 && !r.Partial {
			t.Errorf("%q: %+v", text, r)
		}
	})
}

// TestRandomBytes runs what FuzzSearch would find in its first moments.
func TestRandomBytes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	p := packtest.Build(packtest.Tiny(), small)
	alphabet := []string{"\"", "“", " ", " ", "cranes", "the", "law", "rule", "1", ",", ".", "\xff", "é", "🚢", "cyb", "-"}
	for range 500 {
		text := ""
		for range random.IntN(12) {
			text += alphabet[random.IntN(len(alphabet))]
		}
		find(t, p, Request{Text: text, Typing: random.IntN(2) == 0})
	}
}
