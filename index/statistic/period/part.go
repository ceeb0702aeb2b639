package period

import (
	"almanac/index/statistic/number"
	"almanac/index/statistic/token"
)

// partAt reads the first quarter (of 2023), Q3 2022, the second half, the first
// nine months of the year, the end of 2019.
func (f *Finder) partAt(tokens []token.Token, i int) (Mention, bool) {
	k := skipDet(tokens, i)
	if k >= len(tokens) {
		return Mention{}, false
	}
	w := tokens[k].Lower
	if (w == "q" || w == "h") && k+1 < len(tokens) && !tokens[k+1].Space {
		if n, ok := small(&tokens[k+1], 1); ok && n >= 1 && (w == "q" && n <= 4 || w == "h" && n <= 2) && tokens[k].Capital() {
			return f.ofYear(tokens, i, k+2, part(w == "q", n)), true
		}
	}
	if w == "end" || w == "beginning" || w == "start" {
		if k+1 < len(tokens) && tokens[k+1].Lower == "of" {
			if m, ok := f.inner(tokens, k+2); ok && m.Grain >= Month {
				m.First = i
				if w == "end" {
					m.Start = m.End
				} else {
					m.End = m.Start
				}
				m.Grain = Day
				return m, true
			}
		}
		return Mention{}, false
	}
	n, ok := number.Ordinal(w)
	if !ok || k+1 >= len(tokens) {
		return Mention{}, false
	}
	next := tokens[k+1].Lower
	switch {
	case next == "quarter" && n <= 4:
		return f.ofYear(tokens, i, k+2, part(true, int(n))), true
	case next == "half" && n <= 2 && halfOfYear(tokens, k+2):
		return f.ofYear(tokens, i, k+2, part(false, int(n))), true
	case n == 1:
		if c, last, ok := countAt(tokens, k+1); ok && c > 0 && c < 12 && last < len(tokens) && tokens[last].Is("months", "month") {
			return f.ofYear(tokens, i, last+1, [2]int{1, c}), true
		} else if ok && c > 0 && last < len(tokens) && tokens[last].Is("quarters") && c <= 4 {
			return f.ofYear(tokens, i, last+1, [2]int{1, 3 * c}), true
		} else if ok && last < len(tokens) && grains[tokens[last].Lower] >= Day {
			return Mention{First: i, Last: last + 1, Grain: Vague}, true
		}
	}
	return Mention{}, false
}

// halfOfYear keeps the halves of matches from being halves of years.
func halfOfYear(tokens []token.Token, k int) bool {
	if k < len(tokens) && tokens[k].Is("of", "this", "last") {
		return k+1 < len(tokens) && (tokens[k+1].Is("the", "year", "last", "this", "fiscal", "next") || tokens[k+1].Kind == token.Number)
	}
	return false
}

func part(quarter bool, n int) [2]int {
	if quarter {
		return [2]int{3*n - 2, 3 * n}
	}
	return [2]int{6*n - 5, 6 * n}
}

// ofYear resolves months of a year: the year may follow (of 2023, of last year,
// of the year); without one it is the latest in which the part has ended.
func (f *Finder) ofYear(tokens []token.Token, first, last int, months [2]int) Mention {
	m := Mention{First: first, Last: last, Grain: Quarter}
	if months[1]-months[0] != 2 {
		m.Grain = Half
	}
	k := last
	if k < len(tokens) && (tokens[k].Is("of", "in") || tokens[k].Text == ",") {
		k++
	}
	k = skipDet(tokens, k)
	year := 0
	if k < len(tokens) {
		if y, ok := yearOf(&tokens[k]); ok {
			year, m.Last, m.Basis = y, k+1, Explicit
		} else if k+1 < len(tokens) && tokens[k].Is("last", "this", "fiscal", "next") && tokens[k+1].Is("year") && !f.Ref.IsZero() {
			year, m.Last, m.Basis = f.Ref.Year, k+2, Relative
			switch tokens[k].Lower {
			case "last":
				year--
			case "next":
				year++
			}
		} else if tokens[k].Lower == "year" && k > last {
			m.Last = k + 1
		}
	}
	if year == 0 {
		if f.Ref.IsZero() {
			return m
		}
		year, m.Basis = f.Ref.Year, Relative
		if f.Ref.Before(Date{year, months[1], LastDay(year, months[1])}) {
			year--
		}
	}
	m.Start = Date{year, months[0], 1}
	m.End = Date{year, months[1], LastDay(year, months[1])}
	return m
}

// agoAt reads a year ago, two months earlier, three days later.
func (f *Finder) agoAt(tokens []token.Token, i int) (Mention, bool) {
	n, last := 1, i+1
	if !tokens[i].Is("a", "an") {
		var ok bool
		if n, last, ok = countAt(tokens, i); !ok {
			return Mention{}, false
		}
	}
	if last+1 >= len(tokens) {
		return Mention{}, false
	}
	g := grains[tokens[last].Lower]
	if g == Vague {
		return Mention{}, false
	}
	m := Mention{First: i, Last: last + 2, Grain: g}
	switch tokens[last+1].Lower {
	case "ago":
		if g == Clock || n == 0 || f.Ref.IsZero() {
			return m, true
		}
		m.Start, m.End = block(shift(f.Ref, g, -n), g)
		m.Basis = Relative
		if tokens[i].Lower == "a" {
			m.Role = Main
		}
		return m, true
	case "earlier", "before", "previously":
		if tokens[last+1].Lower == "before" && last+2 < len(tokens) && tokens[last+2].Kind == token.Word {
			return Mention{}, false
		}
		m.Role, m.Back = Previous, n
		return m, g > Clock
	case "to", "ended", "ending":
		if g == Month && n > 1 {
			return f.twelve(tokens, i, last+2, n)
		}
	}
	return Mention{}, false
}
