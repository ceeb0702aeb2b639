package dump_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"almanac/index/pack"
	"almanac/index/pack/dump"
)

// The dumps of sound payloads are golden files of package pack.

func write(t *testing.T, payload []byte) (string, []dump.Problem) {
	t.Helper()
	var out strings.Builder
	problems, err := dump.Write(&out, payload, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), problems
}

func twoRecords() []byte {
	posting := []pack.Posting{{Passage: pack.MakePassage(1, 0), Frequency: 1, Length: 9, Positions: []uint32{1}}}
	return pack.EncodePostings([]pack.Record{
		{Term: 3, Lists: []pack.List{{DF: 1, Postings: posting}}}, {Term: 4, Lists: []pack.List{{DF: 1, Postings: posting}}},
	})
}

// TestGoesOnAfterDamage: a record that cannot be read does not hide the next.
func TestGoesOnAfterDamage(t *testing.T) {
	payload := twoRecords()
	payload[9] = 0x05 // the block of the first record
	got, problems := write(t, payload)
	if len(problems) != 1 || !strings.Contains(got, "!!") || !strings.Contains(got, "not read") || !strings.Contains(got, "part, of term 4") ||
		!strings.HasSuffix(got, "# lengths 9\n") {
		t.Errorf("%v\n%s", problems, got)
	}
}

func TestBoundsAreChecked(t *testing.T) {
	payload := twoRecords()
	payload[11] = 10 // the least length of the first block
	got, problems := write(t, payload)
	if len(problems) != 1 || !strings.Contains(problems[0].Text, "beyond the block's bounds") || strings.Contains(got, "not read") {
		t.Errorf("%v\n%s", problems, got)
	}
}

// TestEveryCut: whatever is missing at the end, the dump says so once, with the
// offset, and shows all bytes that are there.
func TestEveryCut(t *testing.T) {
	payload := pack.EncodeStore([]pack.Stored{{Meta: &pack.Meta{ID: "1", Headings: []string{"h"}}, Passages: []pack.Text{{Text: "text"}}}})
	for n := range payload {
		got, problems := write(t, payload[:n])
		if len(problems) != 1 || problems[0].Offset > n || !strings.Contains(got, "!!") {
			t.Errorf("cut at %d: %v\n%s", n, problems, got)
		}
	}
}

func TestOtherBytes(t *testing.T) {
	for _, c := range []struct{ payload, says string }{
		{"", "there are no bytes"}, {"<html>", "no chunk and no root begins with this byte"}, {"L\x00more", "4 bytes after the end"},
		{"ALMP\x09\x09rest", "knows the grammar up to version 1 only"}, {"L\x01\x00\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f", "more than 64 bits"},
	} {
		if got, problems := write(t, []byte(c.payload)); len(problems) != 1 || !strings.Contains(problems[0].Error(), c.says) {
			t.Errorf("%q: %v\n%s", c.payload, problems, got)
		}
	}
}

func TestPositionsWithoutPostings(t *testing.T) {
	list := pack.List{Postings: []pack.Posting{{Frequency: 3, Positions: []uint32{3, 9, 1009}}}}
	got, problems := write(t, pack.EncodePositions([]pack.Record{{Lists: []pack.List{list, list}}, {Term: 1}}))
	if len(problems) != 0 || !strings.Contains(got, "undivided: 3 6 1000 0 1 3 6 1000\n") || !strings.Contains(got, "of term 1") {
		t.Errorf("%v\n%s", problems, got)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriterFails(t *testing.T) {
	if _, err := dump.Write(full{}, twoRecords(), nil); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("%v", err)
	}
}

func FuzzDump(f *testing.F) {
	f.Add(twoRecords())
	f.Add([]byte("X\x01\x00\x00\x05\x01\x00\x01\x03\x09"))
	f.Fuzz(func(t *testing.T, payload []byte) {
		var out bytes.Buffer
		problems, err := dump.Write(&out, payload, dump.Frequencies{})
		if err != nil || strings.Contains(out.String(), "!!") != (len(problems) > 0) && !bytes.Contains(payload, []byte("!!")) {
			t.Errorf("%v %v", problems, err)
		}
		for _, p := range problems {
			if p.Offset < 0 || p.Offset > len(payload) {
				t.Errorf("%v of %d bytes", p, len(payload))
			}
		}
	})
}
