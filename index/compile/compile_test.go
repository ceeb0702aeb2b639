package compile

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"

	"almanac/index/bleveindex"
	"almanac/index/pack"
	"almanac/index/pack/packtest"
	"almanac/index/packfile"
)

var update = flag.Bool("update", false, "write the fixture of the present version anew")

// index indexes articles with bleve.
func index(t testing.TB, articles []packtest.Article) *bleveindex.Index {
	t.Helper()
	b, err := bleveindex.NewBuilder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for i := range articles {
		a := &articles[i]
		for at, text := range a.Passages {
			d := &bleveindex.Document{Passage: pack.MakePassage(uint32(i), uint32(at)), Shown: text,
				Title: a.Text(at, packtest.Title), Heading: a.Text(at, packtest.Heading), Body: a.Text(at, packtest.Body)}
			if at == 0 {
				d.Meta = &a.Meta
			}
			if err := b.Add(d); err != nil {
				t.Fatal(err)
			}
		}
	}
	x, err := b.Finish()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// compile makes a pack of articles in dir.
func compile(t testing.TB, articles []packtest.Article, dir string) *packfile.Reader {
	t.Helper()
	result, err := Compile(index(t, articles), dir, []string{"en"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := packfile.Open(dir, result.RootName)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestAgainstPlainInversion: what went through bleve and a pack is what inverting
// the articles in plain maps gives.
func TestAgainstPlainInversion(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	long := packtest.Generate(random, 1, packtest.Words(500))
	for i := range 60 {
		long[0].Passages = append(long[0].Passages, pack.Text{Paragraph: i, Text: fmt.Sprintf("Passage %d of a long article. %01000d", i, 0)})
	}
	for _, c := range []struct {
		name     string
		articles []packtest.Article
		parts    bool
	}{
		{"tiny", packtest.Tiny(), false},
		{"generated", packtest.Generate(random, 300, packtest.Words(2000)), false},
		{"long article", append(packtest.Tiny(), append(long, packtest.Tiny()...)...), false},
		{"frequent words", packtest.Generate(random, 1600, packtest.Words(4)), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := compile(t, c.articles, t.TempDir())
			got, want := read(t, r), packtest.Invert(c.articles)
			if r.Root.Articles != len(c.articles) || r.Root.Passages != want.Passages || r.Root.Terms != len(want.Terms) || r.Root.Surfaces != len(want.Surfaces) {
				t.Errorf("root %+v", r.Root)
			}
			for field, f := range r.Root.Fields {
				if f.Tokens != want.Tokens[field] {
					t.Errorf("field %s has %d tokens, want %d", f.Name, f.Tokens, want.Tokens[field])
				}
			}
			compareEntries(t, got.entries, want)
			compareLists(t, got.lists, want)
			compareStored(t, got.stored, c.articles)
			if c.parts != hasParts(r.Root) {
				t.Errorf("a term goes on in another chunk: %v", !c.parts)
			}
		})
	}
}

func hasParts(r *pack.Root) bool {
	for _, key := range r.Section(pack.KindPostings).Keys {
		if key.Second > 0 {
			return true
		}
	}
	return false
}

// compareEntries ignores bare stems that are also written: Entries leaves them
// out, and the compiler may.
func compareEntries(t *testing.T, got []pack.Entry, want *packtest.Index) {
	t.Helper()
	if !reflect.DeepEqual(got, want.Entries()) {
		t.Errorf("lexicon: got %v\nwant %v", got, want.Entries())
	}
}

func compareLists(t *testing.T, got []map[int]*pack.List, want *packtest.Index) {
	t.Helper()
	for term, lists := range got {
		for field := range 3 {
			postings := want.Postings(want.Terms[term], field)
			list := lists[field]
			if list == nil {
				list = &pack.List{}
			}
			if list.DF != len(postings) || !reflect.DeepEqual(list.Postings, postings) {
				t.Errorf("%s in field %d: df %d, got %v\nwant %v", want.Terms[term], field, list.DF, list.Postings, postings)
			}
		}
	}
}

func compareStored(t *testing.T, got []pack.Stored, want []packtest.Article) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d articles, want %d", len(got), len(want))
	}
	for i, s := range got {
		if s.Article != uint32(i) || s.Ordinal != 0 || !reflect.DeepEqual(*s.Meta, want[i].Meta) || !reflect.DeepEqual(s.Passages, want[i].Passages) {
			t.Errorf("article %d: %+v, want %+v", i, s, want[i])
		}
	}
}

// TestChunksAreBounded: no chunk is much larger than chunkBytes.
func TestChunksAreBounded(t *testing.T) {
	r := compile(t, packtest.Generate(rand.New(rand.NewPCG(3, 3)), 500, packtest.Words(3000)), t.TempDir())
	for n := range r.Root.Chunks() {
		payload, err := r.Chunk(n)
		if err != nil {
			t.Fatal(err)
		}
		if len(payload) > chunkBytes*3/2 {
			t.Errorf("%s has %d bytes", r.Root.Name(n), len(payload))
		}
	}
	for _, s := range r.Root.Sections {
		if len(s.Keys) < 2 {
			t.Errorf("%s is in one chunk: nothing is tested", s.Kind)
		}
	}
}

// TestDeterministic: the same articles give the same bytes, whatever the number of
// processors.
func TestDeterministic(t *testing.T) {
	articles := packtest.Generate(rand.New(rand.NewPCG(2, 2)), 400, packtest.Words(1500))
	files := func(processors int) map[string]string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		dir := t.TempDir()
		compile(t, articles, dir)
		return contentOf(t, dir)
	}
	want := files(1)
	for _, processors := range []int{1, runtime.NumCPU(), 8} {
		if got := files(processors); !reflect.DeepEqual(got, want) {
			t.Errorf("%d processors: other bytes", processors)
		}
	}
	if len(want) < 3 {
		t.Errorf("only %d files", len(want))
	}
}

func contentOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(data)
	}
	return out
}

func TestTinyArchiveIsTwoFiles(t *testing.T) {
	dir := t.TempDir()
	compile(t, packtest.Tiny(), dir)
	if n := len(contentOf(t, dir)); n != 2 {
		t.Errorf("%d files", n)
	}
}

func TestProgress(t *testing.T) {
	last := map[string][2]int{}
	_, err := Compile(index(t, packtest.Tiny()), t.TempDir(), nil, func(stage string, done, total int) {
		if done != last[stage][0]+1 || done > total {
			t.Errorf("%s: %d of %d after %d", stage, done, total, last[stage][0])
		}
		last[stage] = [2]int{done, total}
	})
	if err != nil {
		t.Fatal(err)
	}
	for stage, n := range last {
		if n[0] != n[1] {
			t.Errorf("%s ends at %d of %d", stage, n[0], n[1])
		}
	}
	if len(last) != 3 {
		t.Errorf("stages %v", last)
	}
}

// TestUpdateFixture writes the fixture that later versions must still read. It is
// written once for every version and never compared: the compiler may cut chunks
// otherwise tomorrow. One that is there stays; to write it again before a release,
// delete its directory.
func TestUpdateFixture(t *testing.T) {
	if !*update {
		t.Skip("only with -update")
	}
	dir := fmt.Sprintf("../pack/testdata/v%d", pack.Version)
	if _, err := os.Stat(dir); err == nil {
		t.Skipf("%s is there and stays as it is", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	compile(t, packtest.Tiny(), dir)
}
