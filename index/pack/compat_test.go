package pack_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"almanac/index/pack"
	"almanac/index/pack/packtest"
	"almanac/index/packfile"
)

// TestReadsVersion1 reads the pack files in testdata/v1, which the compiler wrote
// from packtest.Tiny when version 1 was new. They are never written again once a
// version is released.
func TestReadsVersion1(t *testing.T) {
	dir := filepath.Join("testdata", "v1")
	roots, err := filepath.Glob(filepath.Join(dir, packfile.RootPrefix+"*.alm"))
	if err != nil || len(roots) != 1 {
		t.Fatalf("%d roots, %v", len(roots), err)
	}
	r, err := pack.DecodeRoot(unfold(t, roots[0], 0, -1), "en-1")
	if err != nil {
		t.Fatal(err)
	}
	if r.Version != 1 || r.Articles != 4 || r.Passages != 7 || len(r.Fields) != 3 || r.Fields[2].Name != "body" || !reflect.DeepEqual(r.Languages, []string{"en"}) {
		t.Errorf("root %+v", r)
	}
	articles := packtest.Tiny()
	seen := map[pack.Kind]bool{}
	for n := range r.Chunks() {
		at := r.Place(n)
		payload := unfold(t, filepath.Join(dir, at.File), at.Offset, at.Length)
		seen[pack.Kind(payload[0])] = true
		switch pack.Kind(payload[0]) {
		case pack.KindLexicon:
			// Literal, since today's analysis may give other terms than that of then.
			entries, err := decodeLexicon(payload)
			if err != nil || len(entries) != 93 || entries[2] != (pack.Entry{Word: "28.7", DF: 1, Term: 2}) || entries[7] != (pack.Entry{Word: "bee", Term: 6}) {
				t.Errorf("%s: %d entries, %v, %v", r.Name(n), len(entries), entries[:9], err)
			}
		case pack.KindPostings:
			records, err := decodeRecords(payload, nil, uint32(r.Terms))
			if err != nil || len(records) != r.Terms {
				t.Errorf("%s: %d records of %d terms, %v", r.Name(n), len(records), r.Terms, err)
			}
		case pack.KindStore:
			stored, err := decodeStore(payload, 0)
			if err != nil || len(stored) != 4 || !reflect.DeepEqual(*stored[0].Meta, articles[0].Meta) || !reflect.DeepEqual(stored[3].Passages, articles[3].Passages) {
				t.Errorf("%s: %+v %v", r.Name(n), stored, err)
			}
		}
	}
	if len(seen) != 4 {
		t.Errorf("kinds %v", seen)
	}
}

// unfold decompresses length bytes of a file, all of them if length is negative.
func unfold(t *testing.T, file string, offset, length int) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if length < 0 {
		length = len(data)
	}
	payload, err := packfile.Unfold(data[offset : offset+length])
	if err != nil || strings.HasPrefix(string(payload), "\x1f\x8b") {
		t.Fatalf("%s: %v", file, err)
	}
	return payload
}
