package pack_test

import (
	"bytes"
	"encoding/hex"
	"os"
	"slices"
	"strings"
	"testing"

	"almanac/index/pack"
	"almanac/index/pack/dump"
)

func TestGoldenDumps(t *testing.T) {
	frequencies := dump.Frequencies{}
	names, payloads := sampleChunks()
	for i, payload := range append(payloads, sampleRoot().Encode()) {
		name := "root"
		if i < len(names) {
			name = names[i]
		}
		var out bytes.Buffer
		problems, err := dump.Write(&out, payload, frequencies)
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %v %v", name, problems, err)
		}
		golden(t, name+".dump", out.String())
	}
	for part, left := range frequencies {
		if len(left) > 0 {
			t.Errorf("the positions of %+v lack %d postings", part, len(left))
		}
	}
}

// TestWorkedExample holds the example in the documentation: what the encoder
// makes of its words is what the documentation says, byte by byte.
func TestWorkedExample(t *testing.T) {
	source, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, example, ok := strings.Cut(string(source), "# Worked example")
	example, _, ok2 := strings.Cut(example, "# Sizes")
	if !ok || !ok2 {
		t.Fatal("doc.go has no worked example")
	}
	want := pack.EncodeLexicon([]pack.Entry{{Word: "prosecut"}, {Word: "prosecuted", DF: 2}, {Word: "prosecutor", DF: 5, Term: 1}})
	at := 0
	for line := range strings.Lines(example) {
		b := exampleBytes(t, line)
		if !bytes.HasPrefix(want[at:], b) {
			t.Fatalf("doc.go says %q, the encoder says % x at byte %d", line, want[at:], at)
		}
		at += len(b)
	}
	if at != len(want) {
		t.Errorf("doc.go explains %d of %d bytes", at, len(want))
	}
}

// exampleBytes reads a line of the worked example: bytes in hexadecimal, perhaps a
// part of a word, and after two spaces or a word what it means.
func exampleBytes(t *testing.T, line string) (out []byte) {
	t.Helper()
	line, ok := strings.CutPrefix(line, "//\t")
	if !ok {
		return nil
	}
	columns, _, _ := strings.Cut(line, "  ")
	for _, field := range strings.Fields(columns) {
		if slices.Contains([]string{"prosecut", "ed", "or"}, field) {
			return append(out, field...)
		}
		b, err := hex.DecodeString(field)
		if err != nil {
			t.Fatalf("doc.go: %q: %v", line, err)
		}
		out = append(out, b...)
	}
	return out
}

// TestEncodersLiteralBytes pins the encoders to bytes written by hand from the
// grammar.
func TestEncodersLiteralBytes(t *testing.T) {
	posting := pack.Posting{Passage: pack.MakePassage(3, 2), Frequency: 2, Length: 300, Positions: []uint32{1, 130}}
	records := []pack.Record{{Term: 5, Part: 1, Lists: []pack.List{{Field: 2, DF: 7, Postings: []pack.Posting{posting}}}}}
	for _, c := range []struct {
		name string
		got  []byte
		want string
	}{
		{"empty lexicon", pack.EncodeLexicon(nil), "4c 00"},
		{"term goes down", pack.EncodeLexicon([]pack.Entry{{Word: "a", DF: 1, Term: 2}, {Word: "ab", DF: 200, Term: 1}}),
			"4c 02  00 01 61 01 04  01 01 62 c801 01"},
		{"postings", pack.EncodePostings(records), "50 01  05 01 0d  01  02 07 01  08  02 ac02 03 02 01 ac02"},
		{"positions", pack.EncodePositions(records), "58 01  05 01 06  01  02 01  01 8101"},
		{"store", pack.EncodeStore([]pack.Stored{{Article: 1, Ordinal: 2, Passages: []pack.Text{{Heading: 1, Paragraph: 3, Text: "é"}}}}),
			"53 01  01 02 00  01  01 03 02 c3a9"},
		{"store with fields", pack.EncodeStore([]pack.Stored{{Meta: &pack.Meta{ID: "i", Language: "en", Headings: []string{"H"}}}}),
			"53 01  00 00 01  01 69 00 00 00 00 00 00 00 02 656e  01 01 48  00"},
		{"root", (&pack.Root{Version: 1, MinReader: 1, Analysis: "x", Articles: 1, Passages: 2, Terms: 3, Surfaces: 4}).Encode(),
			"414c4d50 01 01 01 78 01 02 03 04 00 00 00 00"},
	} {
		want, err := hex.DecodeString(strings.ReplaceAll(c.want, " ", ""))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(c.got, want) {
			t.Errorf("%s: % x, want % x", c.name, c.got, want)
		}
	}
}
