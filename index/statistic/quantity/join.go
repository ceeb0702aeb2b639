package quantity

import (
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/unit"
)

// join makes ranges of neighbouring quantities and lets members of a list share
// a unit.
func (f *Finder) join() {
	out := f.found[:0]
	for i := 0; i < len(f.found); i++ {
		q := f.found[i]
		if n := len(out); n > 0 {
			if f.ranged(&out[n-1], &q) {
				continue
			}
			f.shareUnit(&out[n-1], &q)
		}
		out = append(out, q)
	}
	f.found = out
	for i := 1; i < len(f.found); i++ {
		f.ellipsis(&f.found[i-1], &f.found[i])
	}
}

// ellipsis gives a bare number the unit of the quantity before it when the words
// around it leave the unit out: up to 3.9 million headsets from 2.4 million.
func (f *Finder) ellipsis(a, b *Quantity) {
	bare := b.Unit.Name == "" || strings.HasPrefix(b.Unit.Name, "per ")
	if !bare || b.Sign || b.InTime || b.Form != number.InDigits || a.Unit.Name == "" {
		return
	}
	switch a.Unit.Class {
	case unit.Percent, unit.Money, unit.Duration, unit.Age, unit.Times:
		return
	}
	switch f.at(f.lead(b) - 1) {
	case "to", "from", "with", "and", "than", "of", "at", "or", "against", "versus":
	default:
		return
	}
	u := a.Unit
	if b.Unit.Name != "" {
		if strings.Contains(u.Name, " per ") {
			return
		}
		u.Code, u.Name, u.Plural = u.Code+b.Unit.Code[1:], u.Name+" "+b.Unit.Name, u.Plural+" "+b.Unit.Name
	}
	b.Unit, b.Noun, b.Head = u, a.Noun, a.Head
	b.Rules = append(b.Rules, "unit of the quantity before")
}

// ranged merges b into a if the words between them make a range of the two.
func (f *Finder) ranged(a, b *Quantity) bool {
	if a.Bound == Range || b.Form == number.AsVague || a.ConversionOf >= 0 {
		return false
	}
	gap := f.gap(a.Whole.Last, b)
	if gap == "" || !unitsJoin(a, b, gap) {
		return false
	}
	before := f.at(f.lead(a) - 1)
	switch gap {
	case "and":
		if before != "between" {
			return false
		}
	case "or":
		if a.Form != number.InWords || b.Form != number.InWords || a.Unit.Name != "" || b.Value.Mantissa != a.Value.Mantissa+1 || !b.InTime {
			return false
		}
	case "to":
		if before == "by" || lexicon.Is(before, lexicon.Up|lexicon.Down) && before != "down" {
			return false // rose 5 to 20: the amount of the change, then the level
		}
	case "-":
	default:
		return false
	}
	if !b.Sign && a.Unit.Name == "" && b.Unit.Name == "" && gap == "-" {
		return false
	}
	a.FromTo = before == "from" && gap == "to"
	if b.scaled && !a.scaled && a.Value.Float() < b.Value.Scale(-b.power).Float() && a.Value.Float() < 1000 {
		a.Value = a.Value.Scale(b.power)
	}
	a.High, a.Bound = b.Value, Range
	a.Low, a.Upper = Span{a.Whole.First, a.Whole.Last}, Span{b.Whole.First, b.Whole.Last}
	if a.Unit.Name == "" || !a.Sign && b.Unit.Name != "" || b.Unit.Class == unit.Money && len(b.Unit.Code) > len(a.Unit.Code) {
		a.Unit, a.Noun, a.Head = b.Unit, b.Noun, b.Head
	}
	a.Whole.Last = b.Whole.Last
	a.Number.Last = b.Number.Last
	a.InTime = a.InTime || b.InTime
	a.Rules = append(a.Rules, "range")
	return true
}

// lead returns the first token of a quantity with its bound words.
func (f *Finder) lead(q *Quantity) int {
	if !q.BoundWords.Empty() && q.BoundWords.First < q.Whole.First {
		return q.BoundWords.First
	}
	return q.Whole.First
}

// gap returns the one word or sign between token a and the quantity b, "" if
// there is more or less.
func (f *Finder) gap(a int, b *Quantity) string {
	first := f.lead(b)
	if first == a+2 && f.at(a) == "to" && f.at(a+1) == "-" || first == a+2 && f.at(a) == "-" && f.at(a+1) == "to" || first == a+3 && f.at(a) == "-" && f.at(a+1) == "to" {
		return "to"
	}
	if first == a && b.BoundWords.Last-b.BoundWords.First == 2 && f.at(first) == "up" { // 450 up to 900
		return "to"
	}
	if first != a+1 {
		return ""
	}
	switch w := f.at(a); w {
	case "-", "–", "—", "−":
		return "-"
	default:
		return w
	}
}

// unitsJoin reports whether two units can be the ends of one range.
func unitsJoin(a, b *Quantity, gap string) bool {
	switch {
	case a.Unit.Name == b.Unit.Name:
		return a.Noun.Empty() || gap == "to" || gap == "and"
	case a.Unit.Name == "" && !a.Sign:
		return !b.Sign || gap == "-"
	case a.Sign && !b.Sign && b.Unit.Name == "":
		return gap == "-" || gap == "to" || gap == "and"
	case a.Sign && b.Sign && b.Unit.Class == unit.Money:
		return a.Unit.Code == b.Unit.Code || len(b.Unit.Code) > 3 || a.Unit.Code == "USD" || b.Unit.Code == "USD"
	case a.Sign && b.Unit.Class == unit.Money:
		return true
	case b.Unit.Name == "" && a.Unit.Class == unit.Age:
		return gap == "to" || gap == "-" || gap == "and"
	case b.Unit.Name == "" && (a.Unit.Class == unit.Mass || a.Unit.Class == unit.Length):
		return gap == "to"
	}
	return false
}

// shareUnit gives a number before a conjunction the unit that follows the other:
// eight or nine euros, 64 and 70 percent.
func (f *Finder) shareUnit(a, b *Quantity) {
	if a.Unit.Name != "" || !a.Noun.Empty() || b.Unit.Name == "" {
		return
	}
	gap := f.gap(a.Whole.Last, b)
	if gap == "or" || gap == "and" || gap == "," || gap == "/" {
		if gap != "or" && b.Unit.Class == unit.Age {
			return
		}
		a.Unit, a.Noun, a.Head = b.Unit, b.Noun, b.Head
		a.Rules = append(a.Rules, "unit shared with the next number")
	}
}

// convert marks a quantity in parentheses right after another of a like class:
// 187.6 billion yuan ($28.7 billion), 8 miles (13 km). It shares the bound.
func (f *Finder) convert() {
	for i := 1; i < len(f.found); i++ {
		a, b := &f.found[i-1], &f.found[i]
		k := f.lead(b) - 1
		if a.ConversionOf >= 0 && b.Unit.Class == unit.Money && k == a.Whole.Last && (f.at(k) == ";" || f.at(k) == "," || f.at(k) == "or" || f.at(k) == "/") {
			b.ConversionOf = a.ConversionOf // ($20.40; £10.50)
			continue
		}
		if k < 1 || f.at(k) != "(" || a.Whole.Last > k || k-a.Whole.Last > 2 {
			continue
		}
		if a.Unit.Class != b.Unit.Class || a.Unit.Code == b.Unit.Code || a.Unit.Class < unit.Money || a.Unit.Class == unit.Percent || a.Unit.Class == unit.Age {
			continue
		}
		b.ConversionOf = i - 1
		if b.Bound == Exact {
			b.Bound = a.Bound
			if a.Bound == Range {
				b.Bound = Exact
			}
		}
		b.Rules = append(b.Rules, "conversion in parentheses")
	}
}
