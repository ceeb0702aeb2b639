package clean

import "strings"

// Repetition knows which lines occur in many records of a batch. Pages of one
// site share their menus, forms and lists of the latest news, and nothing else;
// a line of an article is repeated only in its duplicates.
//
// Lines are counted by hash: a collision could at worst make two rare lines look
// like one that occurs twice, which is below every threshold.
type Repetition struct {
	seen    map[uint64]counted
	records int
}

type counted struct{ records, last int32 }

// NewRepetition returns a Repetition that has seen nothing.
func NewRepetition() *Repetition {
	return &Repetition{seen: map[uint64]counted{}}
}

// longestRepeated bounds the lines counted, in bytes: what pages repeat is short.
const longestRepeated = 400

// Add counts the lines of one record's text, each once.
func (r *Repetition) Add(text string) {
	r.records++
	for text != "" {
		var l string
		l, text, _ = strings.Cut(text, "\n")
		if l = strings.TrimSpace(l); l == "" || len(l) > longestRepeated {
			continue
		}
		h := hash(l)
		if c := r.seen[h]; int(c.last) != r.records {
			r.seen[h] = counted{c.records + 1, int32(r.records)}
		}
	}
}

// often reports whether a line stands in so many records that it belongs to the
// site. The batch may mix sites, so the share demanded falls as it grows; running
// text, which press offices do repeat, needs more.
func (r *Repetition) often(l *line) bool {
	if r == nil || len(l.raw) > longestRepeated {
		return false
	}
	need := max(3, min(r.records*3/10, 6+r.records/100))
	if l.shape.prose() {
		need *= 3
	}
	return int(r.seen[hash(l.raw)].records) >= need
}

// hash is FNV-1a, 64 bits: the same in every run, so that results are.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
