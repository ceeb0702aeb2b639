package dedupe

import (
	"math"
	"slices"
)

// A signature is bands of rows minima each. Two articles of similarity s meet in
// at least one band with probability 1-(1-s^rows)^bands: at the threshold of 0.8
// that is 0.99999, at 0.4 it is 0.34, whose pairs the exact comparison drops.
const (
	bands = 16
	rows  = 4
)

// buckets finds, for each band, the sets with the same minima.
type buckets [bands]map[uint64][]int

func newBuckets() *buckets {
	var b buckets
	for i := range b {
		b[i] = map[uint64][]int{}
	}
	return &b
}

// add enters the set of the given rank. Ranks must be added in ascending order.
func (b *buckets) add(sig [bands]uint64, rank int) {
	for i, h := range sig {
		b[i][h] = append(b[i][h], rank)
	}
}

// candidates returns the ranks that share a band with sig, ascending, each once.
func (b *buckets) candidates(sig [bands]uint64) []int {
	var out []int
	for i, h := range sig {
		out = append(out, b[i][h]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// signature returns a hash of each band's minima. The hash functions are one
// mixing function with different seeds.
func signature(set []uint64) (out [bands]uint64) {
	for b := range bands {
		h := uint64(offset)
		for r := range rows {
			seed := mix(uint64(b*rows + r + 1))
			least := uint64(math.MaxUint64)
			for _, x := range set {
				// One multiplication orders well enough what mix has spread already.
				if y := (x ^ seed) * (seed | 1); y < least {
					least = y
				}
			}
			h = mix(h ^ least)
		}
		out[b] = h
	}
	return out
}
