package pack_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"almanac/index/pack"
	"almanac/index/pack/packtest"
)

// decode functions read everything there is, into the encoders' own types.

func decodeLexicon(payload []byte) (out []pack.Entry, err error) {
	l := pack.ReadLexicon("lexicon chunk 0", payload)
	for l.Next() {
		out = append(out, pack.Entry{Word: string(l.Word()), DF: l.DF(), Term: l.Term()})
	}
	return out, l.Err()
}

// decodeRecords reads the lists of all terms below terms from a postings chunk
// and, if positions is not nil, from the positions chunk beside it.
func decodeRecords(postings, positions []byte, terms uint32) (out []pack.Record, err error) {
	for term := range terms {
		var records []pack.Record
		err := pack.FindTerm(pack.KindPostings, "postings chunk 1", postings, term, func(l *pack.Lists) error {
			r, err := decodePostings(l)
			r.Term = term
			records = append(records, r)
			return err
		})
		if err == nil && positions != nil {
			next := 0
			err = pack.FindTerm(pack.KindPositions, "positions chunk 2", positions, term, func(l *pack.Lists) error {
				err := addPositions(l, &records[next])
				next++
				return err
			})
		}
		if err != nil {
			return nil, err
		}
		out = append(out, records...)
	}
	return out, nil
}

// errBounds means that a posting is beyond its block's bounds, which the reader
// does not check and a writer must keep.
var errBounds = errors.New("a posting is beyond its block's bounds")

func decodePostings(l *pack.Lists) (r pack.Record, err error) {
	for l.NextList() {
		list := pack.List{Field: l.Field, DF: l.DF}
		for b := l.NextBlock(); b != nil; b = l.NextBlock() {
			for i, p := range b.Passages {
				if b.Frequencies[i]-1 >= b.MaxFrequency || b.Lengths[i] < b.MinLength {
					return r, errBounds
				}
				list.Postings = append(list.Postings, pack.Posting{Passage: p, Frequency: b.Frequencies[i], Length: b.Lengths[i]})
			}
		}
		r.Lists = append(r.Lists, list)
	}
	return r, l.Err()
}

func addPositions(l *pack.Lists, r *pack.Record) error {
	for i := 0; l.NextPositions(); i++ {
		if i == len(r.Lists) || l.Field != r.Lists[i].Field || l.Postings() != len(r.Lists[i].Postings) {
			return fmt.Errorf("positions of field %d with %d postings do not fit %+v", l.Field, l.Postings(), r)
		}
		for j := range r.Lists[i].Postings {
			p := &r.Lists[i].Postings[j]
			p.Positions = l.Positions(p.Frequency, nil)
		}
	}
	return l.Err()
}

func decodeStore(payload []byte, first uint32) (out []pack.Stored, err error) {
	err = pack.ReadStore("store chunk 3", payload, first, func(r pack.Stored) bool {
		out = append(out, r)
		return true
	})
	return out, err
}

func randomWord(random *rand.Rand) string {
	letters := []rune("aabbcdé双😀")
	word := make([]rune, 1+random.IntN(9))
	for i := range word {
		word[i] = letters[random.IntN(len(letters))]
	}
	return string(word)
}

// big returns numbers of all magnitudes up to 32 bits.
func big(random *rand.Rand) uint32 { return random.Uint32() >> random.IntN(32) }

func TestLexiconRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		var entries []pack.Entry
		for range random.IntN(60) {
			entries = append(entries, pack.Entry{Word: randomWord(random), DF: int(big(random)), Term: big(random)})
		}
		slices.SortFunc(entries, func(a, b pack.Entry) int { return strings.Compare(a.Word, b.Word) })
		got, err := decodeLexicon(pack.EncodeLexicon(entries))
		if err != nil || !reflect.DeepEqual(got, entries) {
			t.Fatalf("%v: got %v, want %v", err, got, entries)
		}
	}
}

func randomPostings(random *rand.Rand, n int) []pack.Posting {
	seen := map[pack.Passage]bool{}
	for len(seen) < n {
		seen[pack.MakePassage(big(random), random.Uint32N(20))] = true
	}
	var out []pack.Posting
	for p := range seen {
		posting := pack.Posting{Passage: p, Frequency: 1 + random.Uint32N(4), Length: big(random)}
		at := uint32(0)
		for range posting.Frequency {
			at += 1 + big(random)>>4
			posting.Positions = append(posting.Positions, at)
		}
		out = append(out, posting)
	}
	slices.SortFunc(out, func(a, b pack.Posting) int {
		return strings.Compare(fmt.Sprintf("%016x", a.Passage), fmt.Sprintf("%016x", b.Passage))
	})
	return out
}

func TestRecordsRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	sizes := []int{1, 2, 127, 128, 129, 256, 300}
	for range 60 {
		var records []pack.Record
		term, part := uint32(0), uint32(random.IntN(3))
		for range 1 + random.IntN(4) {
			r := pack.Record{Term: term, Part: part}
			for field := range 3 {
				if n := sizes[random.IntN(len(sizes))]; random.IntN(2) == 0 {
					r.Lists = append(r.Lists, pack.List{Field: field, DF: n + random.IntN(9), Postings: randomPostings(random, n)})
				}
			}
			records = append(records, r)
			if part++; random.IntN(2) == 0 {
				term, part = term+1+random.Uint32N(3), 0
			}
		}
		got, err := decodeRecords(pack.EncodePostings(records), pack.EncodePositions(records), term+1)
		if err != nil || len(got) != len(records) {
			t.Fatalf("%v: %d records, want %d", err, len(got), len(records))
		}
		for i := range got {
			got[i].Part = records[i].Part // the reader needs no part numbers
			if !reflect.DeepEqual(got[i], records[i]) {
				t.Fatalf("record %d: got %+v, want %+v", i, got[i], records[i])
			}
		}
	}
}

// TestBlockBounds: the bounds are not only right but tight.
func TestBlockBounds(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	postings := randomPostings(random, 400)
	payload := pack.EncodePostings([]pack.Record{{Lists: []pack.List{{DF: 400, Postings: postings}}}})
	blocks := 0
	err := pack.FindTerm(pack.KindPostings, "postings chunk 0", payload, 0, func(l *pack.Lists) error {
		for l.NextList() {
			for b := l.NextBlock(); b != nil; b = l.NextBlock() {
				part := postings[:min(pack.BlockPostings, len(postings))]
				postings = postings[len(part):]
				most, least := uint32(0), uint32(1<<32-1)
				for _, p := range part {
					most, least = max(most, p.Frequency), min(least, p.Length)
				}
				if b.MaxFrequency != most || b.MinLength != least {
					t.Errorf("block %d: bounds %d, %d, want %d, %d", blocks, b.MaxFrequency, b.MinLength, most, least)
				}
				blocks++
			}
		}
		return l.Err()
	})
	if err != nil || blocks != 4 || len(postings) != 0 {
		t.Errorf("%v: %d blocks, %d postings unread", err, blocks, len(postings))
	}
}

func TestStoreRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for range 200 {
		var records []pack.Stored
		for range random.IntN(5) {
			r := pack.Stored{Article: big(random), Ordinal: big(random)}
			if random.IntN(3) > 0 {
				r.Meta = &pack.Meta{ID: randomWord(random), Title: randomWord(random), Subtitle: "\x00", Author: randomWord(random),
					Source: randomWord(random), Published: "2024", Section: randomWord(random), URL: "u", Language: "en"}
				for range random.IntN(3) {
					r.Meta.Headings = append(r.Meta.Headings, randomWord(random))
				}
			}
			for range random.IntN(4) {
				r.Passages = append(r.Passages, pack.Text{Heading: int(big(random)), Paragraph: int(big(random)), Text: strings.Repeat(randomWord(random), random.IntN(50))})
			}
			records = append(records, r)
		}
		payload := pack.EncodeStore(records)
		got, err := decodeStore(payload, 0)
		if err != nil || !reflect.DeepEqual(got, records) {
			t.Fatalf("%v: got %+v, want %+v", err, got, records)
		}
		first := big(random)
		late := slices.DeleteFunc(records, func(r pack.Stored) bool { return r.Article < first })
		if got, err = decodeStore(payload, first); err != nil || !slices.EqualFunc(got, late, func(a, b pack.Stored) bool { return reflect.DeepEqual(a, b) }) {
			t.Fatalf("%v: from article %d got %+v, want %+v", err, first, got, late)
		}
	}
}

func TestReadStoreStopsWhenTold(t *testing.T) {
	first, _ := sampleStore()
	n := 0
	err := pack.ReadStore("store chunk 0", pack.EncodeStore(first), 0, func(pack.Stored) bool { n++; return false })
	if err != nil || n != 1 {
		t.Errorf("visited %d records, %v", n, err)
	}
}

func TestRootRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	articles := packtest.Generate(random, 30, packtest.Words(200))
	for _, want := range []*pack.Root{sampleRoot(), packtest.Build(articles, packtest.Options{LexiconEntries: 9, PostingsPerChunk: 50, PostingsPerPart: 30, PassagesPerChunk: 4}).Root} {
		got, err := pack.DecodeRoot(want.Encode(), want.Analysis)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Encode(), want.Encode()) || !reflect.DeepEqual(got.Sections, want.Sections) || !reflect.DeepEqual(got.Lengths, want.Lengths) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

// TestPlaces: chunks lie one after the other in their files.
func TestPlaces(t *testing.T) {
	r, err := pack.DecodeRoot(sampleRoot().Encode(), "test-1")
	if err != nil {
		t.Fatal(err)
	}
	first, second := pack.FileName(r.Files[0].Hash), pack.FileName(r.Files[1].Hash)
	for n, want := range []pack.Place{
		{first, 1130, 0, 100}, {first, 1130, 100, 1000}, {first, 1130, 1100, 30},
		{second, 300, 0, 40}, {second, 300, 40, 50}, {second, 300, 90, 60}, {second, 300, 150, 70}, {second, 300, 220, 80},
	} {
		if got := r.Place(n); got != want {
			t.Errorf("chunk %d: %+v, want %+v", n, got, want)
		}
	}
	for n, want := range []string{"lexicon chunk 0", "postings chunk 1", "postings chunk 2", "store chunk 3", "store chunk 4", "positions chunk 5", "positions chunk 6", "unknown chunk 7", "chunk 8"} {
		if got := r.Name(n); got != want {
			t.Errorf("chunk %d is called %q, want %q", n, got, want)
		}
	}
}
