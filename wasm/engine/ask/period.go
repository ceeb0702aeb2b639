package ask

import "almanac/index/pack"

const (
	months = "january=1 jan=1 february=2 feb=2 march=3 mar=3 april=4 apr=4 may=5 june=6 jun=6 july=7 jul=7 august=8 aug=8 september=9 sept=9 sep=9 " +
		"october=10 oct=10 november=11 nov=11 december=12 dec=12"
	ordinals = "first=1 1st=1 second=2 2nd=2 third=3 3rd=3 fourth=4 4th=4"
)

// day is a day whose month and day may lie outside their ranges for a moment.
func day(year, month, d int) pack.Day {
	for ; month < 1; month += 12 {
		year--
	}
	for ; month > 12; month -= 12 {
		year++
	}
	return pack.MakeDay(year, month, min(d, lastDay(year, month)))
}

func lastDay(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// span is a time read from tokens.
type span struct {
	start, end pack.Day
	last       int // the token after it
	relative   bool
}

func monthsFrom(year, month, n, last int) span {
	return span{start: day(year, month, 1), end: day(year, month+n-1, 31), last: last}
}

// year returns the year that token i states, 0 if it states none.
func (p *parser) year(i int) int {
	if i < 0 || i >= len(p.tokens) || p.tokens[i].kind != digits || len(p.tokens[i].lower) != 4 {
		return 0
	}
	if y := int(decimal(p.tokens[i].lower)); y >= 1700 && y < 2100 {
		return y
	}
	return 0
}

// point reads a time that begins at token i: 2021, May 2021, Q1 2021, the first
// quarter of 2021, last year, the past three months, yesterday.
func (p *parser) point(i int) (span, bool) {
	if p.at(i) == "the" {
		i++
	}
	if y := p.year(i); y > 0 {
		return monthsFrom(y, 1, 12, i+1), true
	}
	if m, ok := value(months, p.at(i)); ok {
		if y := p.year(i + 1); y > 0 {
			return monthsFrom(y, int(m), 1, i+2), true
		}
		return span{}, false
	}
	if s, ok := p.quarter(i); ok {
		return s, true
	}
	return p.relative(i)
}

func (p *parser) quarter(i int) (span, bool) {
	n, ok := value(ordinals, p.at(i))
	k := i + 2
	switch {
	case ok && p.at(i+1) == "quarter":
		if p.at(k) == "of" {
			k++
		}
	case p.at(i) == "q" && i+1 < len(p.tokens) && len(p.at(i+1)) == 1:
		n = decimal(p.at(i + 1))
	default:
		return span{}, false
	}
	if y := p.year(k); y > 0 && n >= 1 && n <= 4 {
		return monthsFrom(y, int(n)*3-2, 3, k+1), true
	}
	return span{}, false
}

// relative reads words that count from the newest article.
func (p *parser) relative(i int) (span, bool) {
	year, month, d := p.newest.Split()
	if year == 0 {
		return span{}, false
	}
	back := -1
	switch w := p.at(i); {
	case w == "today":
		return span{start: p.newest, end: p.newest, last: i + 1, relative: true}, true
	case in("last previous past", w):
		back = 1
	case in("this current", w):
		back = 0
	default:
		return span{}, false
	}
	if n, ok := p.numberAt(i + 1); ok && back == 1 && n.value >= 1 && n.value < 200 {
		start := span{end: p.newest, last: n.last + 1, relative: true}
		switch {
		case in("year years", p.at(n.last)):
			start.start = day(year-int(n.value), month, d)
		case in("month months", p.at(n.last)):
			start.start = day(year, month-int(n.value), d)
		default:
			return span{}, false
		}
		return start, true
	}
	var s span
	switch p.at(i + 1) {
	case "year":
		s = monthsFrom(year-back, 1, 12, i+2)
	case "month":
		s = monthsFrom(year, month-back, 1, i+2)
	case "quarter":
		s = monthsFrom(year, (month-1)/3*3+1-3*back, 3, i+2)
	default:
		return span{}, false
	}
	s.relative = true
	return s, true
}

// time reads an expression of time with the words before it.
func (p *parser) time(i int) int {
	lead := p.at(i)
	k := i
	if in("in during of for since before until till after from between by", lead) {
		k++
	}
	a, ok := p.point(k)
	if !ok || k == i && p.countedYear(k) {
		return i
	}
	q := Period{Start: a.start, End: a.end, Loose: k == i && a.last == k+1 && !a.relative}
	relative, open := a.relative, false
	switch lead {
	case "since", "after":
		q.End, open = 0, true
		if lead == "after" {
			q.Start = next(a.end)
		}
	case "before", "until", "till", "by":
		q.Start, open = 0, true
		if lead == "before" {
			q.End = before(a.start)
		}
	default:
		if b, ok := p.rangeEnd(a, lead); ok {
			q.End, q.Loose, a.last = b.end, false, b.last
			relative = relative || b.relative
		} else if lead == "from" {
			q.End, open = 0, true
		} else if lead == "between" {
			return i
		}
	}
	label := ""
	if relative {
		label = p.text[p.tokens[i].start:p.tokens[a.last-1].end] + ": " + Days(q.Start, q.End) + ", counted from the newest article, " + p.newest.String()
	}
	p.ask.Periods = append(p.ask.Periods, q)
	p.understood("period", i, a.last, label, !relative && !open)
	return a.last
}

// countedYear tells whether a year by itself is rather a number of things.
func (p *parser) countedYear(i int) bool {
	_, _, unit := p.unitAt(i + 1)
	_, thing := counted(p.at(i + 1))
	return p.year(i) > 0 && (unit || thing || in("million billion thousand + plus", p.at(i+1)))
}

// rangeEnd reads the end of 2020-2023, 2019-20, from 2020 to 2023, between 2019 and
// 2021.
func (p *parser) rangeEnd(a span, lead string) (span, bool) {
	join := p.at(a.last)
	if !in("to until through - – —", join) && (join != "and" || lead != "between") {
		return span{}, false
	}
	if b, ok := p.point(a.last + 1); ok && b.end >= a.start {
		return b, true
	}
	if short := p.at(a.last + 1); len(short) == 2 && isDigit(short[0]) && isDigit(short[1]) && p.year(a.last-1) > 0 {
		if y := a.start.Year(); int(decimal(short)) == (y+1)%100 {
			return monthsFrom(y+1, 1, 12, a.last+2), true
		}
	}
	return span{}, false
}

func next(d pack.Day) pack.Day {
	y, m, n := d.Split()
	if n < lastDay(y, m) {
		return pack.MakeDay(y, m, n+1)
	}
	return day(y, m+1, 1)
}

func before(d pack.Day) pack.Day {
	y, m, n := d.Split()
	if n > 1 {
		return pack.MakeDay(y, m, n-1)
	}
	return day(y, m-1, 31)
}

// Days writes a period as a reader would: a whole year as its number.
func Days(start, end pack.Day) string {
	a, b := start.String(), end.String()
	switch {
	case a == b:
		return a
	case b == "":
		return "since " + a
	case a == "":
		return "until " + b
	case a[:4] == b[:4] && a[4:] == "-01-01" && b[4:] == "-12-31":
		return a[:4]
	}
	return a + " to " + b
}
