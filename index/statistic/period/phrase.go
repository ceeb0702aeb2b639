package period

import (
	"almanac/index/statistic/number"
	"almanac/index/statistic/token"
)

var grains = map[string]Grain{
	"day": Day, "days": Day, "week": Week, "weeks": Week, "weekend": Week, "month": Month, "months": Month, "quarter": Quarter, "quarters": Quarter,
	"half": Half, "half-year": Half, "year": Year, "years": Year, "decade": Decade, "decades": Decade, "season": Year,
	"hours": Clock, "hour": Clock, "minutes": Clock, "minute": Clock, "night": Day, "afternoon": Day, "morning": Day, "evening": Day, "century": Decade, "centuries": Decade,
	"spring": Quarter, "summer": Quarter, "autumn": Quarter, "winter": Quarter, "fall": Quarter,
}

// phrase reads words of time without a calendar name.
func (f *Finder) phrase(tokens []token.Token, i int) (Mention, bool) {
	t := &tokens[i]
	switch t.Lower {
	case "today", "tonight", "yesterday", "tomorrow":
		return f.dayWord(t.Lower, i), true
	case "every", "each":
		if i+1 < len(tokens) && grains[tokens[i+1].Lower] > 0 {
			return Mention{First: i, Last: i + 2, Role: Frequency}, true
		}
		return Mention{}, false
	case "fiscal", "fy":
		return f.fiscal(tokens, i)
	case "during", "over", "in", "within", "so", "through", "now", "that", "later":
		return Mention{}, false
	}
	if d, ok := weekdays[t.Lower]; ok && t.Capital() {
		return f.weekday(i, i+1, d, 0), true
	}
	if m, ok := f.partAt(tokens, i); ok {
		return m, true
	}
	if m, ok := f.pastAt(tokens, i); ok {
		return m, true
	}
	return f.agoAt(tokens, i)
}

func (f *Finder) dayWord(w string, i int) Mention {
	m := Mention{First: i, Last: i + 1, Grain: Day}
	if f.Ref.IsZero() {
		return m
	}
	d := f.Ref
	switch w {
	case "yesterday":
		d = d.AddDays(-1)
	case "tomorrow":
		d = d.AddDays(1)
	}
	m.Start, m.End, m.Basis = d, d, Relative
	return m
}

// weekday resolves a day of the week to the latest one not after the reference
// date; shift counts further weeks.
func (f *Finder) weekday(first, last, day, shift int) Mention {
	m := Mention{First: first, Last: last, Grain: Day}
	if f.Ref.IsZero() {
		return m
	}
	back := (f.Ref.Weekday() - day + 7) % 7
	d := f.Ref.AddDays(-back + 7*shift)
	m.Start, m.End, m.Basis = d, d, Relative
	return m
}

// fiscal reads fiscal (year) 2023 and FY2023, taken as the calendar year of that
// number because the text does not say when it begins.
func (f *Finder) fiscal(tokens []token.Token, i int) (Mention, bool) {
	k := i + 1
	if k < len(tokens) && tokens[k].Lower == "year" {
		k++
	}
	if k < len(tokens) {
		if y, ok := yearOf(&tokens[k]); ok {
			return Mention{First: i, Last: k + 1, Start: Date{y, 1, 1}, End: Date{y, 12, 31}, Basis: Explicit, Grain: Year}, true
		}
	}
	return Mention{}, false
}

// pastAt reads last year, this month, next week, the past five years, the
// previous year, the same period, the period, recent years, last September.
func (f *Finder) pastAt(tokens []token.Token, i int) (Mention, bool) {
	k := skipDet(tokens, i)
	if k >= len(tokens) {
		return Mention{}, false
	}
	w := tokens[k].Lower
	switch w {
	case "last", "this", "next", "past", "previous", "prior", "preceding", "current", "coming", "recent", "same", "period", "year", "following":
	default:
		return Mention{}, false
	}
	if w == "period" {
		return Mention{First: i, Last: k + 1, Role: Anaphor}, k > i
	}
	if w == "year" {
		return f.yearPhrase(tokens, i, k)
	}
	j := k + 1
	if j >= len(tokens) {
		return Mention{}, false
	}
	if w == "same" {
		if tokens[j].Is("period", "time", "month", "quarter", "year") {
			return f.same(tokens, i, j+1), true
		}
		return Mention{}, false
	}
	if w == "recent" {
		return Mention{First: i, Last: j + 1, Grain: Vague}, grains[tokens[j].Lower] > 0
	}
	if n, last, ok := countAt(tokens, j); ok && last < len(tokens) && grains[tokens[last].Lower] >= Day {
		return f.window(i, last+1, n, grains[tokens[last].Lower], w), true
	} else if ok && last < len(tokens) && grains[tokens[last].Lower] == Clock {
		return Mention{First: i, Last: last + 1, Grain: Clock}, true
	}
	if tokens[j].Lower == "fiscal" || tokens[j].Lower == "financial" || tokens[j].Lower == "calendar" {
		j++
	}
	if j >= len(tokens) {
		return Mention{}, false
	}
	if p, ok := monthFirst(tokens, j); ok && p.year == 0 {
		return f.monthWord(i, p, w), true
	}
	if d, ok := weekdays[tokens[j].Lower]; ok && tokens[j].Capital() {
		shift := 0
		if w == "next" || w == "this" && false {
			shift = 1
		}
		return f.weekday(i, j+1, d, shift), true
	}
	g := grains[tokens[j].Lower]
	if g == Vague {
		return Mention{}, false
	}
	if g == Clock || tokens[j].Is("days", "weeks", "months", "quarters", "decades") || tokens[j].Is("years") {
		return Mention{First: i, Last: j + 1, Grain: Vague}, true
	}
	m := f.unitWord(i, j+1, g, w, tokens[j].Lower, k > i)
	return m, true
}

// same reads "the same period (of|in) last year", which is a baseline.
func (f *Finder) same(tokens []token.Token, first, k int) Mention {
	m := Mention{First: first, Last: k, Role: Previous, Back: 1, Grain: Year}
	j := k
	if j < len(tokens) && tokens[j].Is("of", "in", "the") {
		j++
	}
	if j < len(tokens) {
		if in, ok := f.inner(tokens, j); ok && in.Grain >= Month {
			m.Last = in.Last
			if in.Grain == Year && in.Resolved() {
				m.Start, m.End, m.Basis = in.Start, in.End, in.Basis
				m.Role = Baseline
			}
		}
	}
	return m
}

// yearPhrase reads "the year to March", "the year ended June 30, 2023", "year to
// date", "the year before", "year-on-year".
func (f *Finder) yearPhrase(tokens []token.Token, i, k int) (Mention, bool) {
	j := k + 1
	if j+1 >= len(tokens) {
		return Mention{}, false
	}
	switch {
	case tokens[j].Is("before", "earlier") && k > i:
		return Mention{First: i, Last: j + 1, Role: Previous, Back: 1, Grain: Year}, true
	case tokens[j].Text == "-" && tokens[j+1].Is("on", "over") || tokens[j].Is("on", "over") && tokens[j+1].Lower == "year":
		return Mention{}, false
	case tokens[j].Lower == "to" && tokens[j+1].Lower == "date" && !f.Ref.IsZero():
		return Mention{First: i, Last: j + 2, Start: Date{f.Ref.Year, 1, 1}, End: f.Ref, Basis: Relative, Grain: Year}, true
	case tokens[j].Is("to", "ended", "ending") && k > i:
		return f.twelve(tokens, i, j+1, 12)
	}
	return Mention{}, false
}

// twelve resolves n months that end with the date at tokens[j].
func (f *Finder) twelve(tokens []token.Token, first, j, n int) (Mention, bool) {
	if j < len(tokens) && tokens[j].Is("in", "the", "on") {
		j++
	}
	p, ok := pointAt(tokens, j, false)
	if !ok || p.month == 0 {
		return Mention{}, false
	}
	m := f.single(first, p)
	if m.Resolved() {
		m.Start = m.End.AddDays(1).AddMonths(-n)
	}
	m.Grain = Year
	return m, true
}

// countAt reads a small number before a word of time.
func countAt(tokens []token.Token, j int) (n, last int, ok bool) {
	if tokens[j].Is("few", "several", "couple") {
		last = j + 1
		if last < len(tokens) && tokens[last].Lower == "of" {
			last++
		}
		return 0, last, true
	}
	if j < len(tokens) && tokens[j].Kind != token.Number && !number.Starts(tokens[j].Lower) {
		return 0, 0, false
	}
	p, ok := number.At(tokens, j)
	if !ok || p.Value.Exponent != 0 || p.Value.Divisor > 1 || p.Value.Mantissa > 1000 {
		return 0, 0, false
	}
	last = p.Last
	if last+1 < len(tokens) && tokens[last].Is("or", "to", "-") { // three or four years
		if q, ok := number.At(tokens, last+1); ok {
			last = q.Last
		}
	}
	return int(p.Value.Mantissa), last, true
}

// window resolves "the past five years" to the days before the reference date.
func (f *Finder) window(first, last, n int, g Grain, w string) Mention {
	m := Mention{First: first, Last: last, Grain: g}
	if f.Ref.IsZero() || n == 0 {
		m.Grain = Vague
		return m
	}
	m.Basis = Relative
	back := shift(f.Ref, g, -n)
	m.Start, m.End = back, f.Ref
	if w == "next" || w == "coming" || w == "following" {
		m.Start, m.End = f.Ref, shift(f.Ref, g, n)
		m.Role = Deadline
	}
	return m
}

func shift(d Date, g Grain, n int) Date {
	switch g {
	case Day:
		return d.AddDays(n)
	case Week:
		return d.AddDays(7 * n)
	case Month:
		return d.AddMonths(n)
	case Quarter:
		return d.AddMonths(3 * n)
	case Half:
		return d.AddMonths(6 * n)
	case Decade:
		return d.AddMonths(120 * n)
	}
	return d.AddMonths(12 * n)
}

// monthWord resolves last September, this March, next May.
func (f *Finder) monthWord(first int, p point, w string) Mention {
	m := Mention{First: first, Last: p.last, Grain: p.grain()}
	if f.Ref.IsZero() {
		return m
	}
	p.year = f.Ref.Year
	switch w {
	case "last", "past", "previous":
		if p.month >= f.Ref.Month {
			p.year--
		}
	case "next", "coming":
		if p.month <= f.Ref.Month {
			p.year++
		}
		m.Role = Deadline
	}
	m.Start, m.End, m.Basis = p.start(), p.end(), Relative
	return m
}

// unitWord resolves last year, this month, the previous year, next quarter. With
// "the" before it, "past year" and "last year" mean the year up to now.
func (f *Finder) unitWord(first, last int, g Grain, w, unit string, article bool) Mention {
	m := Mention{First: first, Last: last, Grain: g}
	switch w {
	case "previous", "prior", "preceding":
		m.Role, m.Back = Previous, 1
		return m
	}
	if f.Ref.IsZero() || w == "following" {
		return m
	}
	m.Basis = Relative
	step := 0
	switch w {
	case "last":
		step = -1
	case "past":
		m.Start, m.End = shift(f.Ref, g, -1), f.Ref
		return m
	case "next", "coming":
		step = 1
		m.Role = Deadline
	}
	if article && w == "last" && g >= Month {
		m.Start, m.End = shift(f.Ref, g, -1), f.Ref
		return m
	}
	if unit == "night" || unit == "afternoon" || unit == "morning" || unit == "evening" {
		g = Day
	}
	if unit == "spring" || unit == "summer" || unit == "autumn" || unit == "winter" || unit == "fall" {
		m.Start, m.End = season(f.Ref, unit, step)
		return m
	}
	m.Start, m.End = block(shift(f.Ref, g, step), g)
	if step == 0 && f.Ref.Before(m.End) {
		m.End = f.Ref
	}
	return m
}

// block returns the calendar unit around a date.
func block(d Date, g Grain) (Date, Date) {
	switch g {
	case Day:
		return d, d
	case Week:
		start := d.AddDays(-d.Weekday())
		return start, start.AddDays(6)
	case Month:
		return Date{d.Year, d.Month, 1}, Date{d.Year, d.Month, LastDay(d.Year, d.Month)}
	case Quarter:
		m := (d.Month-1)/3*3 + 1
		return Date{d.Year, m, 1}, Date{d.Year, m + 2, LastDay(d.Year, m+2)}
	case Half:
		if d.Month <= 6 {
			return Date{d.Year, 1, 1}, Date{d.Year, 6, 30}
		}
		return Date{d.Year, 7, 1}, Date{d.Year, 12, 31}
	case Decade:
		y := d.Year / 10 * 10
		return Date{y, 1, 1}, Date{y + 9, 12, 31}
	}
	return Date{d.Year, 1, 1}, Date{d.Year, 12, 31}
}

// season returns the northern season of that name that began last before the
// reference date, or of the year asked for.
func season(ref Date, name string, step int) (Date, Date) {
	first := map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name]
	y := ref.Year
	if step > 0 && ref.Month >= first {
		y++
	}
	if step < 0 && ref.Month <= first+2 || step == 0 && ref.Month < first {
		y--
	}
	end := Date{y, first, 1}.AddMonths(3).AddDays(-1)
	return Date{y, first, 1}, end
}
