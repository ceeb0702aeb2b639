package quantity

import (
	"almanac/index/statistic/number"
	"almanac/index/statistic/unit"
)

// bound reads the words before and after the quantity that limit it.
func (f *Finder) bound(q *Quantity) {
	if q.Bound == Range {
		return
	}
	k := q.Whole.First
	for n := 0; n < 2; n++ {
		if b, first := f.before(k, q); b != Exact {
			q.Bound, q.BoundWords = b, Span{first, k}
			return
		}
		switch f.at(k - 1) {
		case "another", "a", "an", "just", "further", "additional", "the", "-", "extra":
			k--
			continue
		}
		break
	}
	f.after(q)
}

// before reads the bound that ends right before token k.
func (f *Finder) before(k int, q *Quantity) (Bound, int) {
	w, v, u := f.at(k-1), f.at(k-2), f.at(k-3)
	switch w {
	case "than":
		switch v {
		case "more", "greater", "higher", "larger", "longer", "bigger", "better", "faster", "over":
			if u == "no" || u == "not" {
				return AtMost, k - 3
			}
			return MoreThan, k - 2
		case "less", "fewer", "lower", "smaller", "shorter", "under":
			if u == "no" || u == "not" {
				return AtLeast, k - 3
			}
			return LessThan, k - 2
		}
	case "over", "above", "exceeding", "exceeds", "exceeded", "exceed", "beyond", "topping", "topped", "surpassed", "surpassing", "surpasses", "upwards", ">":
		if w == "over" && q.Unit.Class == unit.Duration && !q.hyphen && !f.spanned(k-2) {
			return Exact, 0
		}
		return MoreThan, k - 1
	case "of":
		switch v {
		case "upwards", "excess":
			return MoreThan, k - 2
		case "minimum":
			return AtLeast, k - 2
		case "maximum":
			return AtMost, k - 2
		case "average":
			if q.Unit.Class != unit.Percent {
				return Exact, 0
			}
		}
	case "minimum", "≥":
		return AtLeast, k - 1
	case "least":
		if v == "at" {
			return AtLeast, k - 2
		}
	case "under", "below", "<", "sub":
		return LessThan, k - 1
	case "to":
		if v == "up" {
			return AtMost, k - 2
		}
		if v == "close" || v == "next" {
			return About, k - 2
		}
	case "maximum", "≤":
		return AtMost, k - 1
	case "most":
		if v == "at" {
			return AtMost, k - 2
		}
	case "as":
		if (v == "many" || v == "much" || v == "high") && u == "as" {
			return AtMost, k - 3
		}
		if (v == "few" || v == "little" || v == "low") && u == "as" {
			return AtLeast, k - 3
		}
	case "about", "around", "roughly", "approximately", "some", "nearly", "almost", "estimated", "approx", "circa", "~", "≈", "approaching", "virtually", "practically", "near", "averaged", "averaging", "averages":
		return About, k - 1
	case "-":
		if v == "sub" {
			return LessThan, k - 2
		}
	case ".":
		if v == "approx" {
			return About, k - 2
		}
	}
	return Exact, 0
}

// spanned reports whether the words before "over" make it a bound of a duration:
// for over two years, just over a week.
func (f *Finder) spanned(k int) bool {
	switch f.at(k) {
	case "for", "just", "well", "lasted", "lasts", "took", "takes", "after", "slightly", "served", "aged", "little", "is", "was", "of":
		return true
	}
	return false
}

// after reads a bound that follows: 50 or more, 100+, 20 or so.
func (f *Finder) after(q *Quantity) {
	for _, j := range [2]int{q.Number.Last, q.Whole.Last} {
		if f.at(j) == "+" && f.touches(j) || f.at(j) == "plus" && q.Form == number.InDigits && j == q.Number.Last {
			q.Bound, q.BoundWords = AtLeast, Span{j, j + 1}
			if j == q.Number.Last {
				f.relocate(q, j+1)
			}
			return
		}
		if f.at(j) != "or" && f.at(j) != "and" {
			continue
		}
		b := Exact
		switch f.at(j + 1) {
		case "more", "above", "over", "older", "higher", "greater", "better", "up":
			b = AtLeast
		case "less", "fewer", "under", "below", "younger", "lower":
			b = AtMost
		case "so", "thereabouts":
			b = About
		}
		if b == Exact {
			continue
		}
		if n := f.at(j + 2); f.at(j) == "and" && (n == "than" || b == About) || n == "than" {
			continue
		}
		q.Bound, q.BoundWords = b, Span{j, j + 2}
		if j == q.Number.Last {
			f.relocate(q, j+2)
		}
		return
	}
}

// relocate reads the unit or noun again behind a bound that stood between.
func (f *Finder) relocate(q *Quantity, j int) {
	if q.Sign || q.Unit.Name != "" {
		return
	}
	if u, ok := unit.After(f.tokens, j, unit.Context{Scaled: q.scaled, Digits: true}); ok {
		q.Unit, q.Whole.Last = u.Unit, u.Last
		return
	}
	if n, ok := f.noun(j, false); ok {
		q.Noun, q.Head, q.Whole.Last, q.Unit = n, n.Last-1, n.Last, f.countUnit(n)
	}
}
