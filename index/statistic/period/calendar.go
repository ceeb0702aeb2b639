package period

import "almanac/index/statistic/token"

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
	"november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]int{
	"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
	"mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4, "saturdays": 5, "sundays": 6,
}

// point is a calendar date with the parts that the words gave; 0 for the rest.
type point struct {
	first, last      int
	year, month, day int
}

// pointAt reads one calendar date: 2024-02-24, February 24(th), 2024, 24 February
// 2024, Feb. 2024, 2024. lone asks that a year by itself be believable as one.
func pointAt(tokens []token.Token, i int, lone bool) (point, bool) {
	if i >= len(tokens) {
		return point{}, false
	}
	t := &tokens[i]
	if t.Is("a.d.", "ad") && i+1 < len(tokens) && !lone {
		p, ok := pointAt(tokens, i+1, false)
		p.first = i
		return p, ok
	}
	if t.Kind == token.Number {
		if p, ok := isoAt(tokens, i); ok {
			return p, true
		}
		if p, ok := dayFirst(tokens, i); ok {
			return p, true
		}
		if y, ok := yearOf(t); ok && (!lone || loneYear(tokens, i, y)) {
			return point{first: i, last: i + 1, year: y}, true
		}
		return point{}, false
	}
	if t.Is("early", "late", "mid") && i+1 < len(tokens) {
		k := i + 1
		if tokens[k].Text == "-" && k+1 < len(tokens) {
			k++
		}
		p, ok := pointAt(tokens, k, false)
		p.first = i
		return p, ok && p.day == 0
	}
	return monthFirst(tokens, i)
}

func isoAt(tokens []token.Token, i int) (point, bool) {
	if i+4 >= len(tokens) {
		return point{}, false
	}
	sep := tokens[i+1].Text
	if sep != "-" && sep != "/" || tokens[i+3].Text != sep || tokens[i+1].Space || tokens[i+2].Space || tokens[i+4].Space {
		return point{}, false
	}
	a, ok1 := small(&tokens[i], 4)
	b, ok2 := small(&tokens[i+2], 2)
	c, ok3 := small(&tokens[i+4], 4)
	if !ok1 || !ok2 || !ok3 {
		return point{}, false
	}
	if len(tokens[i].Text) == 4 && b >= 1 && b <= 12 && c >= 1 && c <= 31 {
		return point{i, i + 5, a, b, c}, true
	}
	if sep == "/" && len(tokens[i+4].Text) >= 2 && a >= 1 && a <= 31 && b >= 1 && b <= 31 {
		if c < 100 {
			c += 2000
		}
		if b > 12 {
			a, b = b, a
		}
		if b <= 12 { // day first unless that is impossible
			return point{i, i + 5, c, b, a}, true
		}
	}
	return point{}, false
}

// dayFirst reads 24 February 2024, 24th of February.
func dayFirst(tokens []token.Token, i int) (point, bool) {
	d, ok := small(&tokens[i], 2)
	if !ok || d < 1 || d > 31 {
		return point{}, false
	}
	k := skipOrdinal(tokens, i+1)
	if k < len(tokens) && tokens[k].Lower == "of" && k > i+1 {
		k++
	}
	if k >= len(tokens) || !isMonth(tokens, k, true) || !tokens[k].Space {
		return point{}, false
	}
	p := point{first: i, last: k + 1, month: months[tokens[k].Lower], day: d}
	return withYear(tokens, skipPoint(tokens, p)), true
}

// monthFirst reads February 24, 2024; Feb. 2024; February.
func monthFirst(tokens []token.Token, i int) (point, bool) {
	m, ok := months[tokens[i].Lower]
	if !ok || !tokens[i].Capital() {
		return point{}, false
	}
	p := skipPoint(tokens, point{first: i, last: i + 1, month: m})
	if k := p.last; k < len(tokens) && tokens[k].Kind == token.Number && tokens[k].Space {
		if d, ok := small(&tokens[k], 2); ok && d >= 1 && d <= 31 && dayFits(tokens, k) {
			p.day, p.last = d, skipOrdinal(tokens, k+1)
		}
	}
	p = withYear(tokens, p)
	if p.day == 0 && p.year == 0 && !isMonth(tokens, i, false) {
		return point{}, false
	}
	return p, true
}

// dayFits keeps "May 5 percent" and "March 12 people" from being dates.
func dayFits(tokens []token.Token, k int) bool {
	if k+1 >= len(tokens) {
		return true
	}
	switch tokens[k+1].Lower {
	case "%", "percent", "per", "million", "billion", "points", "km", "miles":
		return false
	}
	return true
}

// isMonth reports whether tokens[k] is a month and not a verb, name or modal.
func isMonth(tokens []token.Token, k int, sure bool) bool {
	t := &tokens[k]
	if _, ok := months[t.Lower]; !ok || !t.Capital() {
		return false
	}
	if t.Lower == "may" || t.Lower == "march" || len(t.Lower) == 3 && t.Lower != "may" {
		if sure {
			return true
		}
		if len(t.Lower) == 3 && t.Lower != "may" { // Jun the name, Mar the verb
			return k+1 < len(tokens) && (tokens[k+1].Kind == token.Number || tokens[k+1].Text == "." && !tokens[k+1].Space && k+2 < len(tokens) && tokens[k+2].Kind == token.Number)
		}
		return k > 0 && tokens[k-1].Is("in", "of", "since", "until", "till", "last", "this", "next", "by", "from", "to", "and", "early", "late", "mid", "-", "during", "through", "between", "for", "before", "after", "previous", "each", "every", "on")
	}
	return k == 0 || !tokens[k-1].Capital() || tokens[k-1].Is("in", "on", "from", "since", "last", "by", "between", "during", "until", "this", "next", "late", "early", "a", "the")
}

func skipPoint(tokens []token.Token, p point) point {
	if p.last < len(tokens) && tokens[p.last].Text == "." && !tokens[p.last].Space && len(tokens[p.last-1].Lower) <= 4 && p.last+1 < len(tokens) {
		p.last++
	}
	return p
}

func skipOrdinal(tokens []token.Token, k int) int {
	if k < len(tokens) && !tokens[k].Space && tokens[k].Is("st", "nd", "rd", "th") {
		return k + 1
	}
	return k
}

// withYear adds a year that follows, with or without a comma.
func withYear(tokens []token.Token, p point) point {
	k := p.last
	if k < len(tokens) && (tokens[k].Text == "," || tokens[k].Lower == "of") {
		k++
	}
	if k < len(tokens) && tokens[k].Kind == token.Number {
		if y, ok := yearOf(&tokens[k]); ok {
			p.year, p.last = y, k+1
		}
	}
	return p
}

// yearOf reads a four-digit year from 1000 to 2199.
func yearOf(t *token.Token) (int, bool) {
	if t.Kind != token.Number || len(t.Text) != 4 {
		return 0, false
	}
	y, ok := small(t, 4)
	return y, ok && y >= 1000 && y < 2200
}

func small(t *token.Token, width int) (int, bool) {
	if t.Kind != token.Number || len(t.Text) > width {
		return 0, false
	}
	return digits(t.Text, 0, len(t.Text))
}

// start and end return the first and last day of a point whose year is known.
func (p point) start() Date {
	d := Date{p.year, max(p.month, 1), max(p.day, 1)}
	d.Day = min(d.Day, LastDay(d.Year, d.Month)) // 30 February is a slip of the pen
	return d
}

func (p point) end() Date {
	switch {
	case p.month == 0:
		return Date{p.year, 12, 31}
	case p.day == 0:
		return Date{p.year, p.month, LastDay(p.year, p.month)}
	}
	return Date{p.year, p.month, min(p.day, LastDay(p.year, p.month))}
}

func (p point) grain() Grain {
	switch {
	case p.day > 0:
		return Day
	case p.month > 0:
		return Month
	}
	return Year
}
