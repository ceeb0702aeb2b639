package pack_test

import (
	"encoding/base32"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"almanac/index/pack"
)

// TestWordsAgainstLinearSearch cuts sorted words into chunks anyhow and compares
// Words with a look at all of them.
func TestWordsAgainstLinearSearch(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 6))
	for range 500 {
		var words []string
		for range 1 + random.IntN(40) {
			words = append(words, randomWord(random))
		}
		slices.Sort(words)
		words = slices.Compact(words)
		s := &pack.Section{Kind: pack.KindLexicon, First: 7}
		var chunk []int // of each word
		for i, w := range words {
			if i == 0 || random.IntN(4) == 0 {
				s.Keys = append(s.Keys, pack.Key{Word: w})
			}
			chunk = append(chunk, 7+len(s.Keys)-1)
		}
		for _, word := range append(words, randomWord(random), "", "\xff", "a", words[0][:1]) {
			for _, prefix := range []bool{false, true} {
				from, to := s.Words(word, prefix)
				for i, w := range words {
					if (w == word || prefix && strings.HasPrefix(w, word)) && (chunk[i] < from || chunk[i] >= to) {
						t.Fatalf("%q (prefix %v) is in chunk %d, Words says %d to %d; keys %v", w, prefix, chunk[i], from, to, s.Keys)
					}
				}
				// No chunk is named that cannot hold the word.
				for n := from; n < to; n++ {
					key, next := s.Keys[n-7].Word, "\xff\xff"
					if n-7+1 < len(s.Keys) {
						next = s.Keys[n-7+1].Word
					}
					if next <= word || key > word && !(prefix && strings.HasPrefix(key, word)) {
						t.Fatalf("Words(%q, %v) names chunk %d, which holds %q to %q", word, prefix, n, key, next)
					}
				}
			}
		}
	}
}

// TestNumbersAgainstLinearSearch does the same for terms that go on in several
// chunks.
func TestNumbersAgainstLinearSearch(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for range 500 {
		s := &pack.Section{Kind: pack.KindPostings, First: 3}
		holds := map[uint32][]int{} // chunks of each term
		first := random.Uint32N(3)
		last := first + random.Uint32N(20)
		for term := first; term <= last; term++ {
			parts := 1
			if random.IntN(3) == 0 {
				parts += random.IntN(4)
			}
			for part := range parts {
				if len(s.Keys) == 0 || random.IntN(3) == 0 {
					s.Keys = append(s.Keys, pack.Key{First: term, Second: uint32(part)})
				}
				if n := 3 + len(s.Keys) - 1; !slices.Contains(holds[term], n) {
					holds[term] = append(holds[term], n)
				}
			}
		}
		for term := uint32(0); term < last+3; term++ {
			from, to := s.Numbers(term)
			want := holds[term]
			for _, n := range want {
				if n < from || n >= to {
					t.Fatalf("term %d is in chunk %d, Numbers says %d to %d; keys %v", term, n, from, to, s.Keys)
				}
			}
			if len(want) > 0 && to-from != len(want) || len(want) == 0 && to-from > 1 {
				t.Fatalf("term %d is in chunks %v, Numbers says %d to %d; keys %v", term, want, from, to, s.Keys)
			}
		}
	}
}

func TestSectionOfNothing(t *testing.T) {
	for _, s := range []*pack.Section{nil, {First: 3}} {
		from, to := s.Words("a", true)
		first, last := s.Numbers(0)
		if from != to || first != last {
			t.Errorf("%v names chunks", s)
		}
	}
}

func TestFileNameIsBase32(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	for range 200 {
		var hash [pack.HashBytes]byte
		for i := range hash {
			hash[i] = byte(random.Uint32())
		}
		want := strings.ToLower(base32.StdEncoding.EncodeToString(hash[:])) + ".alm"
		if got := pack.FileName(hash); got != want {
			t.Fatalf("%x: %s, want %s", hash, got, want)
		}
	}
}

func TestPassage(t *testing.T) {
	p := pack.MakePassage(7, 1<<32-1)
	if p.Article() != 7 || p.Ordinal() != 1<<32-1 || p >= pack.MakePassage(8, 0) {
		t.Errorf("%x", p)
	}
}
