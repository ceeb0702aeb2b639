package engine

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"almanac/index/analyze"
	"almanac/index/pack"
	"almanac/index/pack/packtest"
)

func TestAnswerable(t *testing.T) {
	p := packtest.Build(packtest.Tiny(), small)
	for _, c := range []struct {
		text    string
		typing  bool
		want    string // the first article
		partial bool
	}{
		{"cranes", false, "cranes", false},
		{"cranes 2023", false, "cranes", false},
		{"cranes 2019", false, "", false}, // a number that nobody wrote
		{"cranes 2019 ", true, "", false},
		{"cranes 2019", true, "", false}, // typed or not
		{"2019", true, "", false},
		{"20", true, "cranes", false},
		{"cranes qqqqq", false, "cranes", false}, // half of it
		{"cranes qqqqq wwwww", false, "", false}, // less
		{"cranes qqqqq ww", true, "cranes", false},
		{"qqqqq", false, "", false},
		{"", false, "", true},
		{"the of", false, "", true},
		{"the of ", true, "", true},
		{"the", true, "", true},   // other words could begin so
		{"wit", true, "", true},   // the beginning of "with", never a typo
		{"wit", false, "", false}, // a word
		{"colonies whic", true, "bees", false},
		{"😀", false, "", true},
	} {
		s, _ := find(t, p, Request{Text: c.text, Typing: c.typing})
		r := s.Result()
		got := append(ids(r), "")[0]
		if got != c.want || r.Partial != c.partial || (r.Total > 0) != (got != "") {
			t.Errorf("%q (typing %v): %q of %d, partial %v", c.text, c.typing, got, r.Total, r.Partial)
		}
	}
}

// TestStepByStep: a search that gets its chunks one by one says the same as one
// that gets all at once, and names no chunk that it has.
func TestStepByStep(t *testing.T) {
	p := packtest.Build(packtest.Tiny(), small)
	for _, text := range []string{"cranes", `"rule of the law" crime`, "cybercrme railway", "harbour coast b"} {
		whole, _ := find(t, p, Request{Text: text, Typing: true})
		s := open(t, p).Begin(Request{Text: text, Typing: true})
		for steps := 0; ; steps++ {
			need, err := s.Step()
			if err != nil || steps > p.Root.Chunks() {
				t.Fatalf("%q: step %d: %v", text, steps, err)
			}
			if len(need) == 0 {
				break
			}
			s.engine.Supply(need[len(need)-1], p.Chunks[need[len(need)-1]])
		}
		if !reflect.DeepEqual(s.Result(), whole.Result()) {
			t.Errorf("%q: %+v, want %+v", text, s.Result(), whole.Result())
		}
		if need, err := s.Step(); need != nil || err != nil {
			t.Errorf("a Step after the last: %v %v", need, err)
		}
	}
}

func TestSecondSearchNeedsNothing(t *testing.T) {
	p := packtest.Build(packtest.Tiny(), small)
	e := open(t, p)
	for i := range 2 {
		named, err := run(t, e.Begin(Request{Text: `cybercrme "night trains"`}), p.Fetch)
		if err != nil || (len(named) > 0) != (i == 0) {
			t.Errorf("search %d names %v, %v", i, named, err)
		}
	}
}

var searches = []Request{
	{Text: "cranes"}, {Text: "harb", Typing: true}, {Text: "cybercrme"}, {Text: `"rule of the law"`}, {Text: "prosecuting trains record"}, {Text: "qqqqq"},
}

// mayBeIdle tells whether a chunk may be named and not read: one for the stem of a
// word, which is asked for together with that of the word itself.
func mayBeIdle(s *Search, n int) bool {
	for _, w := range s.query.words {
		from, to := s.engine.root.Section(pack.KindLexicon).Words(analyze.Stem(w.surface), false)
		if from <= n && n < to {
			return true
		}
	}
	return false
}

// TestDamagedChunks damages each chunk that a search names. The error names the
// chunk, so the chunk was read; it is dropped, and the search can be run again
// with a sound one.
func TestDamagedChunks(t *testing.T) {
	p := packtest.Build(packtest.Tiny(), small)
	for _, r := range searches {
		sound, named := find(t, p, r)
		for _, bad := range named {
			s := open(t, p).Begin(r)
			_, err := run(t, s, func(n int) ([]byte, error) {
				if n == bad {
					return []byte("garbage"), nil
				}
				return p.Fetch(n)
			})
			var e *pack.Error
			if err == nil && mayBeIdle(s, bad) {
				continue
			}
			if !errors.As(err, &e) || e.Code != pack.CodeDamaged || e.Chunk != p.Root.Name(bad) {
				t.Fatalf("%q with %s damaged: %v", r.Text, p.Root.Name(bad), err)
			}
			again := s.engine.Begin(r)
			if renamed, err := run(t, again, p.Fetch); err != nil || !slices.Contains(renamed, bad) || !reflect.DeepEqual(again.Result(), sound.Result()) {
				t.Errorf("%q again: %v, names %v", r.Text, err, renamed)
			}
		}
	}
}

// TestCutChunks cuts each chunk at random places: never a panic, never an endless
// search.
func TestCutChunks(t *testing.T) {
	p := packtest.Build(packtest.Tiny(), small)
	random := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		r := searches[random.IntN(len(searches))]
		_, err := run(t, open(t, p).Begin(r), func(n int) ([]byte, error) {
			c := slices.Clone(p.Chunks[n])
			switch random.IntN(8) {
			case 0:
				return c[:random.IntN(len(c))], nil
			case 1:
				c[random.IntN(len(c))] ^= 1 << random.IntN(8)
			case 2:
				return nil, nil
			}
			return c, nil
		})
		var e *pack.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%q: %v", r.Text, err)
		}
	}
}

func TestFetchFails(t *testing.T) {
	offline := errors.New("offline")
	s := open(t, packtest.Build(packtest.Tiny(), small)).Begin(Request{Text: "cranes"})
	fails := func(int) ([]byte, error) { return nil, offline }
	if r, err := s.Run(fails); r != nil || !errors.Is(err, offline) {
		t.Errorf("%v %v", r, err)
	}
	if _, err := s.RankPassages(1, fails); !errors.Is(err, offline) {
		t.Error(err)
	}
}

// TestRun is what a native caller does.
func TestRun(t *testing.T) {
	p := packtest.Build(packtest.Tiny(), small)
	r, err := open(t, p).Begin(Request{Text: "sleeping passengers"}).Run(p.Fetch)
	if err != nil || !reflect.DeepEqual(ids(r), []string{"trains"}) {
		t.Errorf("%+v %v", r, err)
	}
}

// TestCacheBound fills the cache beyond its bound: what was used longest ago goes,
// between searches only.
func TestCacheBound(t *testing.T) {
	p := packtest.Build(packtest.Generate(rand.New(rand.NewPCG(1, 1)), 100, packtest.Words(400)), small)
	e := open(t, p)
	const megabyte = 1 << 20
	for n := range 40 {
		e.Supply(n, make([]byte, megabyte))
		e.Supply(n, make([]byte, 2*megabyte)) // a second time: ignored
	}
	e.Supply(-1, make([]byte, megabyte))
	e.Supply(p.Root.Chunks(), make([]byte, megabyte))
	if e.CacheBytes() != 40*megabyte {
		t.Fatalf("%d bytes", e.CacheBytes())
	}
	e.clock++
	e.chunk(3)
	e.Begin(Request{})
	if e.CacheBytes() != cacheBytes || e.chunk(3) == nil || e.chunk(2) != nil || e.chunk(39) == nil {
		t.Errorf("%d bytes; chunk 3 %v, 2 %v, 39 %v", e.CacheBytes(), e.chunk(3) != nil, e.chunk(2) != nil, e.chunk(39) != nil)
	}
}

// TestSearchSurvivesTrimming: another search may drop what this one had; it asks
// for it again.
func TestSearchSurvivesTrimming(t *testing.T) {
	p := packtest.Build(packtest.Tiny(), small)
	for _, r := range searches {
		want, _ := find(t, p, r)
		e := open(t, p)
		s := e.Begin(r)
		for steps := 0; ; steps++ {
			need, err := s.Step()
			if err != nil || steps > 20 {
				t.Fatalf("%q: step %d: %v", r.Text, steps, err)
			}
			if len(need) == 0 {
				break
			}
			for n := range p.Chunks {
				if !slices.Contains(need, n) && steps < 8 {
					e.forget(n)
				}
			}
			for _, n := range need {
				e.Supply(n, p.Chunks[n])
			}
		}
		if !reflect.DeepEqual(s.Result(), want.Result()) {
			t.Errorf("%q: %+v, want %+v", r.Text, s.Result(), want.Result())
		}
	}
}

func TestOpenErrors(t *testing.T) {
	other := *packtest.Build(packtest.Tiny(), small).Root
	other.Analysis = "xx-9"
	for code, root := range map[pack.Code][]byte{pack.CodeDamaged: []byte("<!doctype html>"), pack.CodeAnalysis: other.Encode()} {
		var e *pack.Error
		if _, err := Open(root); !errors.As(err, &e) || e.Code != code || e.Chunk != "root" {
			t.Errorf("%s: %v", code, err)
		}
	}
}

// TestEmptyPack: a pack without chunks answers everything with nothing.
func TestEmptyPack(t *testing.T) {
	p := packtest.Build(nil, small)
	for _, r := range searches {
		if s, named := find(t, p, r); s.Result().Total != 0 || len(named) != 0 {
			t.Errorf("%q: %+v", r.Text, s.Result())
		}
	}
}

// TestFieldUnknownToRoot: a list of a field that the root does not name is damage,
// not a panic.
func TestFieldUnknownToRoot(t *testing.T) {
	p := packtest.Build(packtest.Tiny(), small)
	root := *p.Root
	root.Fields = root.Fields[:1]
	p.Payload = root.Encode()
	_, err := run(t, open(t, p).Begin(Request{Text: "cranes"}), p.Fetch)
	if err == nil || !strings.Contains(err.Error(), "names a field that the root does not") {
		t.Errorf("%v", err)
	}
}
