package engine

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestKeepBestAgainstSorting wants what a stable sort of everything begins with.
func TestKeepBestAgainstSorting(t *testing.T) {
	type value struct{ key, arrival int }
	less := func(a, b value) bool { return a.key < b.key }
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		limit := random.IntN(12)
		all := make([]value, random.IntN(60))
		var best []value
		for i := range all {
			all[i] = value{random.IntN(20), i}
			best = keepBest(best, all[i], limit, less)
		}
		slices.SortStableFunc(all, func(a, b value) int { return a.key - b.key })
		if want := all[:min(limit, len(all))]; !slices.Equal(best, want) {
			t.Fatalf("limit %d: got %v, want %v", limit, best, want)
		}
	}
}
