package engine

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"almanac/index/analyze"
	"almanac/index/pack"
	"almanac/index/pack/packtest"
)

// texts makes an archive of one article for each text.
func texts(list ...string) []packtest.Article {
	var out []packtest.Article
	for i, text := range list {
		out = append(out, packtest.Article{Meta: pack.Meta{ID: fmt.Sprint(i)}, Passages: []pack.Text{{Text: text}}})
	}
	return out
}

// explained runs a query and writes what became of its words.
func explained(t *testing.T, p *packtest.Pack, text string, typing bool) string {
	t.Helper()
	s, _ := find(t, p, Request{Text: text, Typing: typing})
	var out []string
	for _, term := range s.Result().Terms {
		out = append(out, term.Text+" "+term.Match.String()+" "+strings.Join(term.As, ","))
	}
	return strings.Join(out, "; ")
}

func TestLookup(t *testing.T) {
	p := packtest.Build(texts(
		"prosecutor prosecutors prosecuted cybercrime cybercrime", "cybercrimes prosecutor 141870 2018 port ports sport",
		"cyan cyber 2019 naive café", "running runs generalization prosecutors",
	), packtest.Options{LexiconEntries: 5})
	for _, c := range []struct {
		text   string
		typing bool
		want   string
	}{
		{"prosecutor", false, "prosecutor exact prosecutor"},
		{"Prosecutor’s", false, "Prosecutor’s exact prosecutor"},
		{"prosecuting", false, "prosecuting stem prosecuting"},
		{"prosecut", false, "prosecut stem prosecut"},
		{"run", false, "run stem run"},
		{"generalizations", false, "generalizations stem generalizations"},
		// As you type: the word itself first, then what begins with it.
		{"cyber", true, "cyber exact cyber,cybercrime"},
		{"cybe", true, "cybe prefix cyber,cybercrime"},
		{"cybe", false, "cybe typo cyber"},
		// The beginning of a word, misspelt.
		{"cybrecr", true, "cybrecr typo cybercrime"},
		{"prsoe", true, "prsoe typo prosecutor,prosecuted"},
		{"prsoe", false, "prsoe missing "},
		// A bare stem is hardly a word.
		{"natv", false, "natv missing "},
		{"po", true, "po prefix port"},
		{"20", true, "20 prefix 2018,2019"},
		// Typos, only where nothing else is found; the closer word alone.
		{"cybercrme", false, "cybercrme typo cybercrime"},
		{"cybercrme", true, "cybercrme typo cybercrime"},
		{"cybrecrmie", false, "cybrecrmie typo cybercrime"},
		{"spor", false, "spor typo sport"},
		{"spirt", false, "spirt typo sport"},
		{"nayve", false, "nayve typo naive"},
		{"cafè", false, "cafè exact cafe"},
		// Never for digits and short words, nor too far.
		{"2017", false, "2017 missing "},
		{"141871", false, "141871 missing "},
		{"xx", false, "xx missing "},
		{"por", false, "por missing "},
		{"pxxt", false, "pxxt missing "},
		{"cyburcrume", false, "cyburcrume typo cybercrime"},
		{"cyburcrumu", false, "cyburcrumu missing "},
		// Each word for itself.
		{"prosecutor 2017 cybercrme", false, "prosecutor exact prosecutor; 2017 missing ; cybercrme typo cybercrime"},
	} {
		if got := explained(t, p, c.text, c.typing); got != c.want {
			t.Errorf("%q (typing %v): %s, want %s", c.text, c.typing, got, c.want)
		}
	}
}

// TestStemOfOtherWord: "news" is written and its stem is "new", which is written
// too and is another word's; both are found by their own postings.
func TestStemOfOtherWord(t *testing.T) {
	p := packtest.Build(texts("universe", "university", "univers"), packtest.Options{})
	for _, word := range []string{"universe", "university", "univers", "universal"} {
		s, _ := find(t, p, Request{Text: word})
		term, _ := p.Index.Term(analyze.Stem(word))
		if w := s.query.words[0]; len(w.terms) != 1 || w.terms[0].term != term || w.terms[0].weight != 1 {
			t.Errorf("%s: %+v, want term %d", word, w, term)
		}
	}
}

// candidates are all surface forms that a test deems right, with their term.
func candidates(entries []pack.Entry, right func(surface string) bool) map[uint32]variant {
	best := map[uint32]variant{}
	for _, e := range entries {
		if e.DF > best[e.Term].df && right(e.Word) {
			best[e.Term] = variant{term: e.Term, surface: e.Word, df: e.DF}
		}
	}
	return best
}

// beginsMisspelt tells whether word is at distance 1 of any beginning of s.
func beginsMisspelt(word, s string) bool {
	for i := range s {
		if len([]rune(word)) > 4 && alignment([]rune(word), []rune(s[:i])) == 1 && !hasDigit(s[:i]) {
			return true
		}
	}
	return false
}

// typoWeight is the weight of a misspelling by its kind.
func typoWeight(word, meant string, d int) float64 {
	typed, letters := []rune(word), []rune(meant)
	switch {
	case alignment(typed, letters) != d:
		return weightTypoPrefix
	case d > 1:
		return weightTypo2
	case len(letters) > len(typed), len(letters) == len(typed) && sameLetters(word, meant):
		return weightTypo1
	}
	return weightTypoLess
}

// sameLetters tells whether two words of a to z consist of the same letters.
func sameLetters(a, b string) bool {
	return !strings.ContainsFunc(a+b, func(r rune) bool { return r >= 0x80 || !strings.ContainsRune(a, r) || !strings.ContainsRune(b, r) })
}

// expect is the stupid lookup: it looks at every surface form.
func expect(x *packtest.Index, entries []pack.Entry, w word) []variant {
	var out []variant
	if term, ok := x.Term(analyze.Stem(w.surface)); ok {
		match := Stem
		if x.Surfaces[w.surface] > 0 {
			match = Exact
		}
		out = append(out, variant{term: term, surface: w.surface, weight: 1, match: match})
	}
	add := func(best map[uint32]variant, limit int, match Match, weight float64) {
		if len(out) > 0 {
			delete(best, out[0].term)
		}
		var list []variant
		for _, v := range best {
			v.match, v.weight = match, weight
			list = append(list, v)
		}
		slices.SortFunc(list, func(a, b variant) int { return cmp.Or(cmp.Compare(b.df, a.df), cmp.Compare(a.term, b.term)) })
		out = append(out, list[:min(limit, len(list))]...)
	}
	if w.prefix {
		weight := weightPrefix
		if len(out) > 0 {
			weight = weightPrefixExtra
		}
		add(candidates(entries, func(s string) bool { return strings.HasPrefix(s, w.surface) }), maxPrefixTerms, Prefix, weight)
	}
	limit := typoLimit(len([]rune(w.surface)))
	if len(out) > 0 && out[0].match == Stem && !w.prefix && analyze.Stem(w.surface) == w.surface {
		limit = min(limit, 1)
	} else if len(out) > 0 {
		limit = 0
	}
	for d, known := 1, len(out); len(out) == known && d <= limit && !hasDigit(w.surface); d++ {
		found := candidates(entries, func(s string) bool {
			return !hasDigit(s) && (alignment([]rune(w.surface), []rune(s)) == d || d == 1 && w.prefix && beginsMisspelt(w.surface, s))
		})
		add(found, maxTypoTerms, Typo, 0)
		for i := known; i < len(out); i++ {
			out[i].weight = typoWeight(w.surface, out[i].surface, d)
		}
	}
	return out
}

// TestLookupAgainstLinearSearch looks up written, inflected, cut and misspelt
// words.
func TestLookupAgainstLinearSearch(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	words := packtest.Words(700)
	for i := range 40 {
		words = append(words, fmt.Sprint(1000+i*7), words[i+100]+"é")
	}
	p := packtest.Build(packtest.Generate(random, 60, words), packtest.Options{LexiconEntries: 60})
	e, entries := open(t, p), p.Index.Entries()
	seen := map[Match]int{}
	for range 600 {
		text := words[random.IntN(len(words))]
		switch random.IntN(4) {
		case 0:
			text = string([]rune(text)[:1+random.IntN(len([]rune(text)))])
		case 1:
			text = string(edited(random, []rune(text), 1+random.IntN(2), []rune("aeioubcdé")))
		case 2:
			text += []string{"s", "ing", "ed"}[random.IntN(3)]
		}
		s := e.Begin(Request{Text: text, Typing: random.IntN(2) == 0})
		if _, err := run(t, s, p.Fetch); err != nil {
			t.Fatal(err)
		}
		for _, w := range s.query.words {
			want := expect(p.Index, entries, w)
			if len(w.terms) == 0 && len(want) == 0 {
				seen[Missing]++
				continue
			}
			if len(w.terms) > 0 && w.terms[0].weight == 1 {
				w.terms[0].df = 0 // nothing depends on it
			}
			if !reflect.DeepEqual(w.terms, want) {
				t.Fatalf("%q (prefix %v): got %+v\nwant %+v", w.surface, w.prefix, w.terms, want)
			}
			if w.match != want[0].match {
				t.Errorf("%q: match %v, want %v", w.surface, w.match, want[0].match)
			}
			seen[w.match]++
		}
	}
	for m := Exact; m <= Missing; m++ {
		if seen[m] < 10 {
			t.Errorf("only %d words were %v", seen[m], m)
		}
	}
}

// TestShortPrefixIsBounded: a letter that half the lexicon begins with reads a
// bounded part of it.
func TestShortPrefixIsBounded(t *testing.T) {
	var list []string
	for i := range 300 {
		list = append(list, fmt.Sprintf("b%03d", i))
	}
	p := packtest.Build(texts(strings.Join(list, " ")), packtest.Options{LexiconEntries: 4})
	s, named := find(t, p, Request{Text: "b", Typing: true})
	chunks := 0
	for _, n := range named {
		if p.Root.Name(n)[0] == 'l' {
			chunks++
		}
	}
	if chunks != maxPrefixChunks || len(s.query.words[0].terms) != maxPrefixTerms {
		t.Errorf("%d lexicon chunks, %d terms", chunks, len(s.query.words[0].terms))
	}
}

// TestDoubt: where a word of a short query is misspelt, the others may be too; the
// word as it was typed still comes first.
func TestDoubt(t *testing.T) {
	p := packtest.Build(texts("harbour port", "harbour sport", "harbour sport", "harbour part"), packtest.Options{})
	for query, want := range map[string]string{
		"harbour port":                      "harbour exact harbour; port exact port",
		"harbxur port":                      "harbxur typo harbour; port exact port,sport",
		"harbxur sport":                     "harbxur typo harbour; sport exact sport",
		"harbxur port a1 a2 a3 a4 a5 a6 a7": "harbxur typo harbour; port exact port; a1 missing ; a2 missing ; a3 missing ; a4 missing ; a5 missing ; a6 missing ; a7 missing ",
	} {
		if got := explained(t, p, query, false); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	s, _ := find(t, p, Request{Text: "harbxur port"})
	if got := ids(s.Result()); got[0] != "0" {
		t.Errorf("%v: the word itself does not come first", got)
	}
}
