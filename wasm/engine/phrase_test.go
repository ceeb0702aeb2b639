package engine

import (
	"math/rand/v2"
	"strings"
	"testing"

	"almanac/index/analyze"
	"almanac/index/pack"
	"almanac/index/pack/packtest"
)

func packOf(list ...string) *packtest.Pack { return packtest.Build(texts(list...), small) }

func TestPhrases(t *testing.T) {
	p := packOf("the rule of the law", "the law of the rule", "rule law", "rules of a law", "bees bees", "bees and bees", "law bees")
	for _, c := range []struct{ text, want string }{
		{`"rule of the law"`, "0 3"}, // forms of a word are one term
		{`"rule law"`, "2"},
		{`"law rule"`, ""},
		{`"law of the rule"`, "1"},
		{`"the rule of the law"`, "0 3"},
		{`"bees bees"`, "4"},
		{`"bees the bees"`, "5"},
		{`"rule of the law" "law of the rule"`, ""},
		{`bees "rule law"`, "2"},
		{`"rule unheard"`, ""},
		{`rule of the law`, "0 1 2 3 6"},
	} {
		s, _ := find(t, p, Request{Text: c.text})
		found := map[string]bool{}
		for _, id := range ids(s.Result()) {
			found[id] = true
		}
		got := ""
		for _, a := range texts(make([]string, 7)...) {
			if found[a.Meta.ID] {
				got += " " + a.Meta.ID
			}
		}
		if strings.TrimSpace(got) != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// holdsPhrase is the stupid phrase search: it tries every place of a text.
func holdsPhrase(text string, stems []string, places []int) bool {
	at := map[int]string{}
	last := 0
	for s := analyze.NewScanner(text); s.Next(); {
		if t := s.Token(); !t.Stop {
			at[t.Position] = analyze.Stem(t.Surface)
			last = t.Position
		}
	}
	for start := 1; start <= last; start++ {
		all := true
		for i, stem := range stems {
			all = all && at[start+places[i]] == stem
		}
		if all {
			return true
		}
	}
	return false
}

// TestPhrasesAgainstBruteForce searches runs of words taken from the texts, and
// others, in packs of small chunks.
func TestPhrasesAgainstBruteForce(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	words := packtest.Words(12)
	articles := packtest.Generate(random, 120, words)
	p := packtest.Build(articles, small)
	e := open(t, p)
	hits, misses := 0, 0
	for range 70 {
		text := articles[random.IntN(len(articles))].Passages[0].Text
		list := strings.Fields(text)
		from := random.IntN(len(list) - 1)
		list = list[from:min(len(list), from+2+random.IntN(4))]
		if random.IntN(3) == 0 {
			random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		}
		s := e.Begin(Request{Text: `"` + strings.Join(list, " ") + `"`})
		if _, err := run(t, s, p.Fetch); err != nil {
			t.Fatal(err)
		}
		if len(s.query.phrases) == 0 {
			continue
		}
		var stems []string
		var places []int
		ph := s.query.phrases[0]
		for i, w := range ph.words {
			stems = append(stems, analyze.Stem(s.query.words[w].surface))
			places = append(places, ph.places[i]-ph.places[0])
		}
		for i := range articles {
			for at := range articles[i].Passages {
				want := false
				for field := range 3 {
					want = want || holdsPhrase(articles[i].Text(at, field), stems, places)
				}
				if got := s.allowed[pack.MakePassage(uint32(i), uint32(at))]; got != want {
					t.Fatalf("%q in article %d, passage %d: %v, want %v", list, i, at, got, want)
				}
				if want {
					hits++
				} else {
					misses++
				}
			}
		}
		for _, a := range s.Result().Articles {
			for _, shown := range a.Passages {
				if !s.allowed[shown.Place] {
					t.Errorf("%q shows a passage without it", list)
				}
			}
		}
	}
	if hits < 100 || misses < 100 {
		t.Errorf("%d hits and %d misses test too little", hits, misses)
	}
}
