package engine

// keepBest inserts v into a list that is in order, behind its equals, unless limit
// others come before it. Where only the first few of many are wanted it replaces
// sorting, which would cost the reader 7 KB. In random order n values take
// O(n + limit² log n) steps, in the worst order O(n limit).
func keepBest[T any](list []T, v T, limit int, before func(a, b T) bool) []T {
	i := len(list)
	for i > 0 && before(v, list[i-1]) {
		i--
	}
	if i >= limit {
		return list
	}
	if len(list) < limit {
		list = append(list, v)
	}
	copy(list[i+1:], list[i:])
	list[i] = v
	return list
}
