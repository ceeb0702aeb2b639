package period

import "almanac/index/statistic/token"

// between reads from A to B, between A and B, where A and B are dates.
func (f *Finder) between(tokens []token.Token, i int) (Mention, bool) {
	word := tokens[i].Lower
	a, ok := pointAt(tokens, skipDet(tokens, i+1), false)
	if !ok || word == "from" && a.month == 0 && !loneYear(tokens, a.first, a.year) && !(a.last+1 < len(tokens) && tokens[a.last].Is("to", "until", "through")) {
		return Mention{}, false
	}
	k := a.last
	if k < len(tokens) && (word == "between" && tokens[k].Lower == "and" || word == "from" && tokens[k].Is("to", "until", "till", "through") || tokens[k].Is("-", "–")) {
		j := skipDet(tokens, k+1)
		if j < len(tokens) && tokens[j].Is("now", "today") && !f.Ref.IsZero() {
			return f.toNow(i, j+1, a), true
		}
		b, ok := pointAt(tokens, j, false)
		if !ok && a.month > 0 && a.day > 0 && j < len(tokens) { // from May 5 to 7
			if d, k := small(&tokens[j], 2); k && d > a.day && d <= 31 {
				b, ok = point{first: j, last: j + 1, year: a.year, month: a.month, day: d}, true
			}
		}
		if ok && sameKind(a, b) {
			return f.pair(i, a, b), true
		}
	}
	return Mention{}, false
}

func sameKind(a, b point) bool {
	return (a.month > 0) == (b.month > 0) && (a.month > 0 || a.year <= b.year)
}

func (f *Finder) toNow(first, last int, a point) Mention {
	f.fill(&a)
	return Mention{First: first, Last: last, Start: a.start(), End: f.Ref, Basis: Relative, Grain: a.grain()}
}

// pair resolves a range. A month without a year goes to the latest one that has
// begun; the earlier end goes to the latest one before the later end.
func (f *Finder) pair(first int, a, b point) Mention {
	m := Mention{First: first, Last: b.last, Grain: a.grain(), Basis: Explicit}
	if b.year == 0 {
		m.Basis = Relative
		if a.year > 0 {
			m.Basis = Explicit
			b.year = a.year
			if b.month < a.month {
				b.year++
			}
		} else if !f.fill(&b) {
			m.Basis = None
			return m
		}
	}
	if a.year == 0 {
		a.year = b.year
		if a.month > b.month || a.month == b.month && a.day > b.day {
			a.year--
		}
	}
	m.Start, m.End = a.start(), b.end()
	return m
}

// fill gives a month or day without a year the latest year in which it has
// begun by the reference date, or the year of a date named shortly before.
func (f *Finder) fill(p *point) bool {
	if p.year > 0 {
		return true
	}
	if f.Ref.IsZero() && f.Near.IsZero() {
		return false
	}
	ref := f.Ref
	if !f.Near.IsZero() && (ref.IsZero() || f.Near.Year < ref.Year) {
		p.year = f.Near.Year
		if p.month < f.Near.Month {
			p.year++
		}
		if ref.IsZero() || !ref.Before(p.start()) {
			return true
		}
	}
	p.year = ref.Year
	if ref.Before(p.start()) {
		p.year--
	}
	return true
}

// span reads a single date or a range without a preposition: May 2020, 2019-20,
// 2017-2020, January-November, 5-7 May.
func (f *Finder) span(tokens []token.Token, i int) (Mention, bool) {
	if i >= len(tokens) {
		return Mention{}, false
	}
	if m, ok := decadeAt(tokens, i); ok {
		return m, true
	}
	if m, ok := f.dayRange(tokens, i); ok {
		return m, true
	}
	a, ok := pointAt(tokens, i, true)
	if !ok {
		if a, ok = pointAt(tokens, i, false); !ok || a.month != 0 || a.last+1 >= len(tokens) || !tokens[a.last].Is("-", "–") {
			return Mention{}, false
		}
		if _, year := yearOf(&tokens[a.last+1]); !year {
			return Mention{}, false
		}
	}
	k := a.last
	if k+1 < len(tokens) && (tokens[k].Is("-", "–", "—", "/") && (!tokens[k].Space && !tokens[k+1].Space || a.month > 0) || tokens[k].Is("to", "through")) {
		if b, ok := pointAt(tokens, k+1, false); ok && sameKind(a, b) && (a.year == 0 || b.year == 0 || b.year > a.year || b.month > 0) {
			return f.pair(i, a, b), true
		}
		if y, ok := small(&tokens[k+1], 2); ok && a.month == 0 && !tokens[k].Is("to", "through") && len(tokens[k+1].Text) == 2 && y == (a.year+1)%100 {
			return Mention{First: i, Last: k + 2, Start: a.start(), End: Date{a.year + 1, 12, 31}, Basis: Explicit, Grain: Year}, true
		}
	}
	return f.single(i, a), true
}

func (f *Finder) single(first int, a point) Mention {
	m := Mention{First: first, Last: a.last, Grain: a.grain(), Basis: Explicit}
	if a.year == 0 {
		if m.Basis = Relative; !f.fill(&a) {
			m.Basis = None
			return m
		}
	}
	m.Start, m.End = a.start(), a.end()
	return m
}

// dayRange reads May 5-7(, 2020) and 5-7 May (2020).
func (f *Finder) dayRange(tokens []token.Token, i int) (Mention, bool) {
	k := i
	month := 0
	if isMonth(tokens, i, true) {
		month = months[tokens[i].Lower]
		k++
	}
	if k+2 >= len(tokens) || !tokens[k+1].Is("-", "–", "to", "and") {
		return Mention{}, false
	}
	a, ok1 := small(&tokens[k], 2)
	b, ok2 := small(&tokens[k+2], 2)
	if !ok1 || !ok2 || a < 1 || b <= a || b > 31 {
		return Mention{}, false
	}
	last := k + 3
	if month == 0 {
		if last >= len(tokens) || !isMonth(tokens, last, true) || !tokens[last].Space {
			return Mention{}, false
		}
		month = months[tokens[last].Lower]
		last++
	}
	p := withYear(tokens, point{first: i, last: last, month: month, day: a})
	q := p
	q.day = b
	return f.pair(i, p, q), true
}

// since reads since 2023, since last year, since March: open to the publication
// date.
func (f *Finder) since(tokens []token.Token, i int) (Mention, bool) {
	m, ok := f.inner(tokens, i+1)
	if !ok || m.Grain == Clock {
		return Mention{}, false
	}
	m.First, m.End, m.Open = i, f.Ref, true
	if compares(tokens, i) {
		m.Role = Baseline
	}
	return m, true
}

// compares reports whether "since" at tokens[i] follows a superlative (the lowest
// level since 2001), so that it does not say when the statement holds.
func compares(tokens []token.Token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		w := tokens[k].Lower
		if len(w) > 4 && w[len(w)-3:] == "est" || tokens[k].Is("first", "high", "low", "worst", "most", "least") {
			return true
		}
	}
	return false
}

// edge reads by 2030, until March, before 2019, after 2021.
func (f *Finder) edge(tokens []token.Token, i int) (Mention, bool) {
	m, ok := f.inner(tokens, i+1)
	if !ok {
		return Mention{}, false
	}
	m.First = i
	m.Open = true
	switch tokens[i].Lower {
	case "after":
		m.Start, m.End = m.End, Date{}
		if !m.Start.IsZero() && m.Grain >= Day {
			m.Start = m.Start.AddDays(1)
		}
	case "by":
		m.Role, m.Start = Deadline, Date{}
	default:
		m.Start = Date{}
		m.Role = Deadline
	}
	return m, true
}

func (f *Finder) inner(tokens []token.Token, i int) (Mention, bool) {
	if i >= len(tokens) || !trigger(&tokens[i]) {
		return Mention{}, false
	}
	if m, ok := clockAt(tokens, i); ok {
		return m, true
	}
	if m, ok := f.span(tokens, skipDet(tokens, i)); ok {
		return m, true
	}
	return f.phrase(tokens, i)
}

func skipDet(tokens []token.Token, i int) int {
	if i < len(tokens) && tokens[i].Lower == "the" {
		return i + 1
	}
	return i
}

// clockAt masks times of day: 10:45, 5pm, 12:01 a.m., 0401 GMT.
func clockAt(tokens []token.Token, i int) (Mention, bool) {
	if tokens[i].Kind != token.Number {
		return Mention{}, false
	}
	k := i + 1
	colon := false
	for k+1 < len(tokens) && tokens[k].Text == ":" && !tokens[k].Space && tokens[k+1].Kind == token.Number && !tokens[k+1].Space {
		k += 2
		colon = true
	}
	if k < len(tokens) && tokens[k].Is("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "bst", "utc", "edt", "est", "o'clock", "noon") {
		for k < len(tokens) && tokens[k].Is("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "bst", "utc", "edt", "est", "o'clock", "noon", "et", "pt", "pdt", "pst") {
			k++
		}
		return Mention{First: i, Last: k, Grain: Clock}, true
	}
	return Mention{First: i, Last: k, Grain: Clock}, colon
}
