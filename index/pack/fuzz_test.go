package pack_test

import (
	"bytes"
	"io"
	"runtime"
	"testing"

	"almanac/index/pack"
	"almanac/index/pack/dump"
)

// seed gives a fuzzer the payloads of the sample pack, whole and cut.
func seed(f *testing.F) {
	_, payloads := sampleChunks()
	for _, p := range append(payloads, sampleRoot().Encode(), nil, []byte("L"), []byte("ALMP")) {
		f.Add(p)
		f.Add(p[:len(p)/2])
	}
}

// allocates fails if read allocates far beyond the size of its input: twenty
// bytes for each byte and what front coding can unfold to.
func allocates(t *testing.T, payload []byte, read func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read()
	runtime.ReadMemStats(&after)
	n := uint64(len(payload))
	if bytes := after.TotalAlloc - before.TotalAlloc; bytes > 1<<18+200*n+n*n {
		t.Errorf("%d bytes of input allocate %d", n, bytes)
	}
}

// agrees holds the reader against the annotated dump, which was written from the
// grammar alone: both find a payload whole or both do not.
func agrees(t *testing.T, payload []byte, err error) {
	t.Helper()
	if err != nil && err != errBounds {
		checkError(t, err, len(payload))
	}
	problems, _ := dump.Write(io.Discard, payload, dump.Frequencies{})
	if (err != nil) != (len(problems) > 0) {
		t.Errorf("the reader says %v, the dump says %v", err, problems)
	}
}

func FuzzLexicon(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, payload []byte) {
		var entries []pack.Entry
		var err error
		allocates(t, payload, func() { entries, err = decodeLexicon(payload) })
		if len(payload) > 0 && payload[0] == 'L' {
			agrees(t, payload, err)
		}
		if err != nil {
			return
		}
		again := pack.EncodeLexicon(entries)
		if second, err := decodeLexicon(again); err != nil || !bytes.Equal(pack.EncodeLexicon(second), again) {
			t.Errorf("what was read does not survive writing: %v", err)
		}
		// Canonical input comes back byte by byte; only numbers with needless bytes
		// and words that share more than was said are longer.
		if len(again) > len(payload) {
			t.Errorf("% x becomes longer: % x", payload, again)
		}
	})
}

func FuzzPostings(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, payload []byte) {
		var records []pack.Record
		var err error
		allocates(t, payload, func() { records, err = decodeRecords(payload, nil, 4) })
		if err != nil {
			// The dump reads all terms, decodeRecords only the first few.
			if len(payload) > 0 && payload[0] == 'P' {
				agrees(t, payload, err)
			}
			return
		}
		again := pack.EncodePostings(records)
		if _, err := decodeRecords(again, nil, 4); err != nil {
			t.Errorf("what was read cannot be written and read: %v", err)
		}
	})
}

// FuzzPositions reads hostile positions beside sound postings, and the other way
// round.
func FuzzPositions(f *testing.F) {
	seed(f)
	first, _ := samplePostings()
	postings, positions := pack.EncodePostings(first), pack.EncodePositions(first)
	f.Fuzz(func(t *testing.T, payload []byte) {
		allocates(t, append(payload, postings...), func() {
			_ = pack.FindTerm(pack.KindPositions, "positions chunk 0", payload, 2, func(l *pack.Lists) error {
				for l.NextPositions() {
					for range min(l.Postings(), 1000) {
						l.Positions(3, nil)
					}
				}
				return l.Err()
			})
		})
		allocates(t, append(payload, positions...), func() {
			_ = pack.FindTerm(pack.KindPostings, "postings chunk 0", payload, 2, func(l *pack.Lists) error {
				_, err := decodePostings(l)
				return err
			})
		})
	})
}

func FuzzStore(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, payload []byte) {
		var records []pack.Stored
		var err error
		allocates(t, payload, func() { records, err = decodeStore(payload, 0) })
		if len(payload) > 0 && payload[0] == 'S' {
			agrees(t, payload, err)
		}
		if err != nil {
			return
		}
		if again := pack.EncodeStore(records); len(again) > len(payload) {
			t.Errorf("% x becomes longer: % x", payload, again)
		}
	})
}

func FuzzRoot(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, payload []byte) {
		var r *pack.Root
		var err error
		allocates(t, payload, func() { r, err = pack.DecodeRoot(payload, "test-1") })
		if e, ok := err.(*pack.Error); ok && e.Code != pack.CodeDamaged || err != nil && !bytes.HasPrefix(payload, []byte(pack.Magic)) {
			return // the dump shows packs that this reader cannot use
		}
		agrees(t, payload, err)
		if err != nil {
			return
		}
		again := r.Encode()
		second, err := pack.DecodeRoot(again, "test-1")
		if err != nil || !bytes.Equal(second.Encode(), again) || len(again) > len(payload) {
			t.Errorf("% x becomes % x: %v", payload, again, err)
		}
		for n := range r.Chunks() {
			if at := r.Place(n); at.Offset+at.Length > at.FileBytes {
				t.Errorf("chunk %d lies at %+v", n, at)
			}
		}
	})
}
