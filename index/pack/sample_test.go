package pack_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almanac/index/pack"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares text with a file in testdata, or writes it there.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; write it with go test ./index/pack -update", err)
	}
	if got != string(want) {
		t.Errorf("%s differs; if that is meant, run go test ./index/pack -update and read the diff. Now:\n%s", file, got)
	}
}

// A hand-made pack that has one of everything: a list longer than a block, a term
// of two parts, a record with two fields, positions, an article that goes on in
// another chunk, words beyond ASCII.

func sampleEntries() []pack.Entry {
	return []pack.Entry{
		{Word: "cafe", DF: 1, Term: 0}, {Word: "prosecut", Term: 1}, {Word: "prosecuted", DF: 2, Term: 1},
		{Word: "prosecutor", DF: 200, Term: 2}, {Word: "双语", DF: 300, Term: 3},
	}
}

// samplePostings has a record of two fields and a term in two parts, of which the
// first is longer than a block.
func samplePostings() (first, second []pack.Record) {
	long := make([]pack.Posting, 200)
	for i := range long {
		long[i] = pack.Posting{Passage: pack.MakePassage(uint32(i/3), uint32(i%3)), Frequency: uint32(1 + i%2), Length: uint32(60 + i%50)}
		for at := range long[i].Frequency {
			long[i].Positions = append(long[i].Positions, uint32(i%20+1)+7*at)
		}
	}
	title := []pack.Posting{{Passage: pack.MakePassage(2, 0), Frequency: 1, Length: 4, Positions: []uint32{3}}}
	body := []pack.Posting{
		{Passage: pack.MakePassage(2, 1), Frequency: 2, Length: 90, Positions: []uint32{5, 130}},
		{Passage: pack.MakePassage(300, 0), Frequency: 1, Length: 200, Positions: []uint32{1}},
	}
	first = []pack.Record{
		{Term: 1, Lists: []pack.List{{Field: 0, DF: 1, Postings: title}, {Field: 2, DF: 2, Postings: body}}},
		{Term: 2, Lists: []pack.List{{Field: 2, DF: 200, Postings: long[:150]}}},
	}
	second = []pack.Record{{Term: 2, Part: 1, Lists: []pack.List{{Field: 2, DF: 200, Postings: long[150:]}}}}
	return first, second
}

func sampleStore() (first, second []pack.Stored) {
	meta := &pack.Meta{ID: "a-1", Title: "A “quoted” title", Author: "Zoë", Source: "Daily", Published: "2024-02-24",
		URL: "https://example.org/1", Language: "en", Headings: []string{"Why it matters", "双语"}}
	first = []pack.Stored{
		{Article: 0, Meta: &pack.Meta{ID: "a-0"}},
		{Article: 1, Meta: meta, Passages: []pack.Text{{Text: "First passage."}, {Heading: 2, Paragraph: 3, Text: strings.Repeat("Long. ", 30)}}},
	}
	return first, []pack.Stored{{Article: 1, Ordinal: 2, Passages: []pack.Text{{Heading: 1, Paragraph: 200, Text: "It goes on."}}}}
}

// sampleChunks are the payloads of the pack, in order; their names are used for
// golden files.
func sampleChunks() (names []string, payloads [][]byte) {
	first, second := samplePostings()
	stored, more := sampleStore()
	return []string{"lexicon", "postings-0", "postings-1", "store-0", "store-1", "positions-0", "positions-1"},
		[][]byte{pack.EncodeLexicon(sampleEntries()), pack.EncodePostings(first), pack.EncodePostings(second),
			pack.EncodeStore(stored), pack.EncodeStore(more), pack.EncodePositions(first), pack.EncodePositions(second)}
}

func sampleRoot() *pack.Root {
	return &pack.Root{
		Version: pack.Version, MinReader: pack.MinReader, Analysis: "test-1",
		Articles: 301, Passages: 1000, Terms: 4, Surfaces: 4,
		Fields:    []pack.Field{{Name: "title", Tokens: 2000}, {Name: "heading"}, {Name: "body", Tokens: 1 << 33}},
		Languages: []string{"en", "zh-Hans"},
		Files:     []pack.File{{Hash: [pack.HashBytes]byte{1, 2, 3}, Chunks: 3}, {Hash: [pack.HashBytes]byte{0xff, 0xee}, Chunks: 5}},
		Sections: []pack.Section{
			{Kind: pack.KindLexicon, First: 0, Keys: []pack.Key{{Word: "cafe"}}},
			{Kind: pack.KindPostings, First: 1, Keys: []pack.Key{{First: 1}, {First: 2, Second: 1}}},
			{Kind: pack.KindStore, First: 3, Keys: []pack.Key{{}, {First: 1, Second: 2}}},
			{Kind: pack.KindPositions, First: 5, Keys: []pack.Key{{First: 1}, {First: 2, Second: 1}}},
			{Kind: 'Z', First: 7, Keys: []pack.Key{{First: 9, Second: 9}}}, // of a future writer
		},
		Lengths: []int{100, 1000, 30, 40, 50, 60, 70, 80},
	}
}
