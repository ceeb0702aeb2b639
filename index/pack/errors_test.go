package pack_test

import (
	"errors"
	"strings"
	"testing"

	"almanac/index/pack"
)

// checkError fails unless err is a *pack.Error that names a payload and a place in
// it.
func checkError(t *testing.T, err error, size int) *pack.Error {
	t.Helper()
	var e *pack.Error
	if !errors.As(err, &e) {
		t.Fatalf("%T is no *pack.Error: %v", err, err)
	}
	if e.Chunk == "" || e.Offset < 0 || e.Offset > size || e.Problem == "" || e.Remedy == "" || !strings.Contains(err.Error(), e.Chunk+", byte ") {
		t.Fatalf("%+v lacks something", *e)
	}
	return e
}

// readPayload reads all of a payload of any kind, except that positions are read
// as the postings of nothing.
func readPayload(payload []byte) error {
	if len(payload) >= 4 && string(payload[:4]) == pack.Magic {
		_, err := pack.DecodeRoot(payload, "test-1")
		return err
	}
	if len(payload) == 0 {
		payload = []byte{0}
	}
	switch pack.Kind(payload[0]) {
	case pack.KindPostings:
		_, err := decodeRecords(payload, nil, 4)
		return err
	case pack.KindStore:
		_, err := decodeStore(payload, 0)
		return err
	}
	_, err := decodeLexicon(payload)
	return err
}

// TestTruncatedPayloads cuts every kind of payload at every byte.
func TestTruncatedPayloads(t *testing.T) {
	names, payloads := sampleChunks()
	for i, payload := range append(payloads[:5], sampleRoot().Encode()) {
		if err := readPayload(payload); err != nil {
			t.Fatalf("%s: %v", append(names[:5], "root")[i], err)
		}
		for n := range payload {
			if e := checkError(t, readPayload(payload[:n]), n); e.Code != pack.CodeDamaged {
				t.Errorf("cut at %d: %v", n, e)
			}
		}
		longer := append(append([]byte(nil), payload...), 0)
		if e := checkError(t, readPayload(longer), len(longer)); e.Offset != len(payload) {
			t.Errorf("a byte too many is found at %d of %d", e.Offset, len(payload))
		}
	}
}

func TestTruncatedPositions(t *testing.T) {
	first, _ := samplePostings()
	postings, positions := pack.EncodePostings(first), pack.EncodePositions(first)
	for n := range positions {
		_, err := decodeRecords(postings, positions[:n], 4)
		checkError(t, err, n)
	}
}

func TestDamage(t *testing.T) {
	root := func(change func(*pack.Root)) []byte {
		r := sampleRoot()
		change(r)
		return r.Encode()
	}
	for _, c := range []struct {
		name    string
		payload []byte
		code    pack.Code
		chunk   string
		offset  int
		says    string
	}{
		{"not a pack", []byte("<!doctype html>"), pack.CodeDamaged, "root", 0, "not an Almanac pack"},
		{"empty", nil, pack.CodeDamaged, "root", 0, "not an Almanac pack"},
		{"future reader", root(func(r *pack.Root) { r.Version, r.MinReader = 9, 8 }), pack.CodeVersion, "root", 4, "version 9 and wants a reader of version 8; this one reads 1 to 1"},
		{"version 0", root(func(r *pack.Root) { r.Version = 0 }), pack.CodeVersion, "root", 4, "version 0"},
		{"analysis", root(func(r *pack.Root) { r.Analysis = "de-7" }), pack.CodeAnalysis, "root", 11, "analysed by de-7, this engine analyses by test-1"},
		{"more in files", root(func(r *pack.Root) { r.Files[1].Chunks++ }), pack.CodeDamaged, "root", 0, "files hold more chunks"},
		{"more in sections", root(func(r *pack.Root) { r.Files[1].Chunks-- }), pack.CodeDamaged, "root", 0, "sections name more chunks"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := pack.DecodeRoot(c.payload, "test-1")
			e := checkError(t, err, len(c.payload))
			if e.Code != c.code || e.Chunk != c.chunk || e.Offset != c.offset || !strings.Contains(e.Problem, c.says) {
				t.Errorf("%+v", *e)
			}
		})
	}
	// A future writer whose packs this reader can read.
	r, err := pack.DecodeRoot(root(func(r *pack.Root) { r.Version = 99 }), "test-1")
	if err != nil || r.Section('Z') == nil {
		t.Errorf("a newer pack with an unknown section: %v", err)
	}
	if r, err := pack.DecodeRoot(root(func(r *pack.Root) { r.Analysis = "de-7" }), ""); err != nil || r.Analysis != "de-7" {
		t.Errorf("any analysis: %v", err)
	}
	for _, c := range []struct {
		payload string
		offset  int
		says    string
	}{
		{"P\x00", 0, "not a lexicon chunk"},
		{"L\xff\xff\xff\xff\x0f", 6, "a count is larger than the bytes left"},
		{"L\x01\x01\x01a\x00\x00", 3, "shares more bytes"},
		{"L\x01\x00\x09a\x00\x00", 4, "a count is larger"},
		{"L\x01\x00\x01a\x00\x01", 7, "out of range"},
		{"L\x01\x00\x01a\xff\xff\xff\xff\x7f\x00", 10, "larger than 32 bits"},
		{"L\x01\x00\x01a\x00\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f", 6, "cut off or too long"},
		{"S\x01\x00\x00\x02\x00", 5, "neither the first part"},
	} {
		err := readPayload([]byte(c.payload))
		if c.payload[0] == 'P' {
			_, err = decodeLexicon([]byte(c.payload))
		}
		if e := checkError(t, err, len(c.payload)); e.Offset != c.offset || !strings.Contains(e.Problem, c.says) {
			t.Errorf("%q: %v", c.payload, e)
		}
	}
}

// TestWrongLengths: a block or record that is not as long as it says.
func TestWrongLengths(t *testing.T) {
	good := "P\x01\x00\x00\x0b\x01\x00\x01\x01\x06\x01\x04\x02\x00\x00\x04"
	if err := readPayload([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		at   int
		to   byte
		says string
	}{
		{4, 0x0a, "larger than the bytes left"}, {4, 0x0c, "larger than the bytes left"}, {5, 0, "bytes after the end"}, {8, 2, "cut off"}, {8, 0, "bytes after the end"},
		{9, 5, "a block's length is wrong"}, {9, 7, "larger than the bytes left"},
	} {
		payload := []byte(good)
		payload[c.at] = c.to
		if e := checkError(t, readPayload(payload), len(payload)); !strings.Contains(e.Problem, c.says) {
			t.Errorf("byte %d = %d: %v", c.at, c.to, e)
		}
	}
}

// TestFrontCodingCannotExplode: few bytes must not become much memory.
func TestFrontCodingCannotExplode(t *testing.T) {
	r := sampleRoot()
	word := strings.Repeat("a", 1<<16)
	r.Sections = []pack.Section{{Kind: pack.KindLexicon, Keys: make([]pack.Key, 1000)}}
	r.Lengths = make([]int, 1000)
	for i := range r.Sections[0].Keys {
		r.Sections[0].Keys[i].Word = word
	}
	r.Files = []pack.File{{Chunks: 1000}}
	_, err := pack.DecodeRoot(r.Encode(), "test-1")
	if e := checkError(t, err, 1<<20); !strings.Contains(e.Problem, "too long") {
		t.Error(e)
	}
}
