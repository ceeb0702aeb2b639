package bleveindex

import (
	"cmp"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"almanac/index/analyze"
	"almanac/index/pack"
	"almanac/index/pack/packtest"
)

// build indexes articles and returns the finished index. The order in which
// passages are added is that of add.
func build(t *testing.T, articles []packtest.Article, add func([]*Document)) *Index {
	t.Helper()
	b, err := NewBuilder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var documents []*Document
	for i := range articles {
		a := &articles[i]
		for at, text := range a.Passages {
			d := &Document{Passage: pack.MakePassage(uint32(i), uint32(at)), Shown: text,
				Title: a.Text(at, packtest.Title), Heading: a.Text(at, packtest.Heading), Body: a.Text(at, packtest.Body)}
			if at == 0 {
				d.Meta = &a.Meta
			}
			documents = append(documents, d)
		}
	}
	if add != nil {
		add(documents)
	}
	for _, d := range documents {
		if err := b.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	x, err := b.Finish()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// TestExport compares what bleve gives back with a plain inversion, also when the
// passages come in another order than that of the archive.
func TestExport(t *testing.T) {
	articles := append(packtest.Tiny(), packtest.Generate(rand.New(rand.NewPCG(1, 1)), 60, packtest.Words(300))...)
	x := build(t, articles, func(d []*Document) { slices.Reverse(d) })
	want := packtest.Invert(articles)
	for field, name := range RankedFields {
		dictionary, err := x.Dictionary(name)
		if err != nil {
			t.Fatal(err)
		}
		var words []Word
		for _, term := range want.Terms {
			postings := want.Postings(term, field)
			if len(postings) == 0 {
				continue
			}
			words = append(words, Word{term, len(postings)})
			got, err := x.Postings(name, term)
			if err != nil || !reflect.DeepEqual(got, postings) {
				t.Fatalf("%s:%s: %v\ngot %v\nwant %v", name, term, err, got, postings)
			}
		}
		if !reflect.DeepEqual(dictionary, words) {
			t.Errorf("dictionary of %s: got %v\nwant %v", name, dictionary, words)
		}
	}
	surfaces, err := x.Surfaces()
	if err != nil || len(surfaces) != len(want.Surfaces) || !slices.IsSortedFunc(surfaces, func(a, b Word) int { return cmp.Compare(a.Word, b.Word) }) {
		t.Errorf("%d surfaces, want %d: %v", len(surfaces), len(want.Surfaces), err)
	}
	for _, s := range surfaces {
		if want.Surfaces[s.Word] != s.DF {
			t.Errorf("%q is in %d passages, want %d", s.Word, s.DF, want.Surfaces[s.Word])
		}
	}
}

func TestShown(t *testing.T) {
	articles := packtest.Tiny()
	x := build(t, articles, nil)
	passages := x.Passages()
	if len(passages) != 7 || !slices.IsSorted(passages) {
		t.Errorf("passages %x", passages)
	}
	for _, p := range passages {
		text, meta, err := x.Shown(p)
		a := articles[p.Article()]
		if err != nil || text != a.Passages[p.Ordinal()] || (meta != nil) != (p.Ordinal() == 0) || meta != nil && !reflect.DeepEqual(*meta, a.Meta) {
			t.Errorf("%x: %+v, %+v, %v", p, text, meta, err)
		}
	}
	if _, _, err := x.Shown(pack.MakePassage(99, 9)); err == nil || !strings.HasSuffix(err.Error(), "stored passage 0000006300000009 is missing") {
		t.Errorf("%v", err)
	}
}

func TestEmpty(t *testing.T) {
	b, err := NewBuilder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Finish(); !errors.Is(err, ErrEmpty) {
		t.Errorf("%v", err)
	}
	if _, err := NewBuilder("/dev/null/no"); err == nil {
		t.Error("a builder in a file")
	}
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("an empty directory opens")
	}
}

// TestLongFields: lengths survive bleve's norms, which are 32-bit floats.
func TestLongFields(t *testing.T) {
	for _, n := range []int{1, 2, 3, 120, 1000, 99_999} {
		text := strings.Repeat("word ", n-1) + "last"
		x := build(t, []packtest.Article{{Passages: []pack.Text{{Text: text}}}}, nil)
		got, err := x.Postings(FieldBody, "last")
		if err != nil || len(got) != 1 || got[0].Length != uint32(n) || got[0].Positions[0] != uint32(n) {
			t.Errorf("%d words: %+v, %v", n, got, err)
		}
	}
	for n := uint32(1); n < 3_000_000; n = n*11/10 + 1 {
		if got := fieldLength(float64(float32(1 / math.Sqrt(float64(n))))); got != n {
			t.Errorf("%d becomes %d", n, got)
		}
	}
}

// TestAnalyzers pins the analyzers to package analyze.
func TestAnalyzers(t *testing.T) {
	text := "The prosecutors' cases, the PROSECUTOR’s case; 141,870 in the U.S. 中文"
	var stems, surfaces []string
	for s := analyze.NewScanner(text); s.Next(); {
		if token := s.Token(); !token.Stop {
			stems = append(stems, analyze.Stem(token.Surface))
			if !slices.Contains(surfaces, token.Surface) {
				surfaces = append(surfaces, token.Surface)
			}
		}
	}
	for name, want := range map[string][]string{TermAnalyzer: stems, SurfaceAnalyzer: surfaces} {
		var got []string
		for _, token := range Mapping().AnalyzerNamed(name).Analyze([]byte(text)) {
			got = append(got, string(token.Term))
			if text[token.Start:token.End] == "" || token.Position < 2 {
				t.Errorf("%s: %+v", name, token)
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestDocumentID(t *testing.T) {
	last := ""
	for _, p := range []pack.Passage{0, 1, 15, 16, 1 << 32, pack.MakePassage(1, 5), pack.MakePassage(1<<32-1, 1<<32-1)} {
		id := DocumentID(p)
		if back, err := ParseDocumentID(id); err != nil || back != p || id <= last {
			t.Errorf("%x: %q, %x, %v after %q", p, id, back, err, last)
		}
		last = id
	}
	for _, id := range []string{"", "0", "000000000000000g", "00000000000000000", "-00000000000001"} {
		if _, err := ParseDocumentID(id); err == nil || !strings.Contains(err.Error(), id) {
			t.Errorf("%q: %v", id, err)
		}
	}
}
