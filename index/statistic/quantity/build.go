package quantity

import (
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// build makes a quantity of a parsed number: sign, currency, unit or counted
// noun, rate and bound.
func (f *Finder) build(p number.Parsed) Quantity {
	q := Quantity{Value: p.Value, Form: p.Form, ConversionOf: -1, scaled: p.Scaled, power: p.Power,
		Number: Span{p.First, p.Last}, Whole: Span{p.First, p.Last}}
	if p.Form == number.AsVague {
		q.High, q.Bound = p.High, Range
	}
	f.sign(&q)
	f.unit(&q, p)
	f.rate(&q)
	f.bound(&q)
	return q
}

// sign reads the currency and the minus before the number.
func (f *Finder) sign(q *Quantity) {
	first := q.Number.First
	first = f.minus(q, first)
	if u, k, ok := unit.Before(f.tokens, first); ok {
		q.Unit, q.Sign, q.Whole.First = u, true, k
		q.Rules = append(q.Rules, "currency before the number")
		q.Whole.First = f.minus(q, k)
		return
	}
	q.Whole.First = first
}

func (f *Finder) minus(q *Quantity, first int) int {
	k := first - 1
	if k < 0 {
		return first
	}
	prev := &f.tokens[k]
	switch {
	case prev.Lower == "minus":
	case prev.Text == "−" && f.touches(first):
	case prev.Text == "-" && f.touches(first) && k > 0 && f.tokens[k-1].Lower == "minus" && f.touches(k):
		k--
	case prev.Text == "-" && f.touches(first) && (prev.Space && k > 0 && f.tokens[k-1].Kind != token.Number || k == 0 || !prev.Space && f.tokens[k-1].Is("$", "£", "€", "(")):
	default:
		return first
	}
	q.Value = q.Value.Negate()
	q.Rules = append(q.Rules, "minus")
	return k
}

func (f *Finder) unit(q *Quantity, p number.Parsed) {
	if q.Sign {
		if f.at(p.Last) == "u.s." || f.at(p.Last) == "us" && f.tokens[p.Last].Upper() {
			q.Whole.Last++
		} else if u, ok := unit.After(f.tokens, p.Last, unit.Context{Scaled: true, Digits: true}); ok && u.Unit.Class == unit.Money {
			q.Unit, q.Whole.Last = u.Unit, u.Last
		}
		return
	}
	c := unit.Context{Scaled: p.Scaled, Digits: p.Form == number.InDigits && f.tokens[p.First].Kind == token.Number, Weight: f.weight}
	if f.age(q, p.Last) {
		return
	}
	if p.Form == number.AsMultiple {
		q.Unit = unit.Multiple
		return
	}
	if u, ok := unit.After(f.tokens, p.Last, c); ok {
		q.Unit, q.Whole.Last = u.Unit, u.Last
		q.hyphen = f.at(p.Last) == "-"
		q.Rules = append(q.Rules, "unit of the table")
		return
	}
	if k := p.Last; f.at(k) == "previous" || f.at(k) == "past" || f.at(k) == "consecutive" || f.at(k) == "straight" || f.at(k) == "full" || f.at(k) == "more" || f.at(k) == "additional" || f.at(k) == "extra" || f.at(k) == "further" || f.at(k) == "long" || f.at(k) == "successive" {
		if u, ok := unit.After(f.tokens, k+1, c); ok && u.Unit.Class != unit.Money {
			q.Unit, q.Whole.Last = u.Unit, u.Last
			q.Rules = append(q.Rules, "unit of the table")
			return
		}
	}
	if w := f.at(p.Last); w == "times" || w == "x" && f.touches(p.Last) {
		q.Unit, q.Whole.Last = unit.Multiple, p.Last+1
		return
	}
	if p.Form == number.AsFraction {
		if f.at(p.Last) == "of" {
			f.part(q, p.Last+1)
			return
		}
		if lexicon.Is(f.at(p.Last), lexicon.Determiner) {
			f.part(q, p.Last)
			return
		}
	}
	f.counted(q, p.Last)
}

// age reads 65-year-old, ten years old, and the age after a name or "aged".
func (f *Finder) age(q *Quantity, j int) bool {
	k := j
	if f.at(k) == "-" && f.touches(k) {
		k++
	}
	switch f.at(k) {
	case "year", "years", "month", "months", "week", "weeks", "day", "days":
		n := k + 1
		if f.at(n) == "-" {
			n++
		}
		if w := f.at(n); w == "old" || w == "olds" || w == "of" && f.at(n+1) == "age" {
			q.Unit = ageUnit(lexicon.Singular(f.at(k)))
			q.Whole.Last = min(n+1, len(f.tokens))
			q.Rules = append(q.Rules, "age")
			return true
		}
	}
	if q.Form != number.InDigits && q.Form != number.InWords || q.Value.Exponent != 0 || q.Value.Mantissa < 1 || q.Value.Mantissa > 120 {
		return false
	}
	i := q.Number.First
	if f.at(i-1) == "aged" || f.at(i-1) == "age" || f.at(i-1) == "ages" || f.at(i-1) == "of" && f.at(i-2) == "age" || f.afterName(i, j) || f.isAge(i, j) {
		q.Unit = unit.YearOfAge
		q.Rules = append(q.Rules, "age")
		return true
	}
	return false
}

func ageUnit(of string) unit.Unit {
	if of == "year" {
		return unit.YearOfAge
	}
	u, _ := unit.Lookup(of)
	return unit.Unit{Code: u.Code, Name: of + " of age", Plural: of + "s of age", Class: unit.Age}
}

// afterName reads "Jamie Armstrong, 25, said" and "Nick Hague 44 has".
func (f *Finder) afterName(i, j int) bool {
	if f.tokens[i].Kind != token.Number || i < 2 {
		return false
	}
	if f.at(i-1) == "," {
		prev := &f.tokens[i-2]
		return prev.Capital() && !prev.Upper() && !lexicon.Is(prev.Lower, lexicon.Month|lexicon.Weekday|lexicon.Function) && (f.at(j) == "," || f.at(j) == "." || f.at(j) == ";")
	}
	if f.at(i-1) == "(" && f.at(j) == ")" {
		return f.tokens[i-2].Capital() && !f.tokens[i-2].Upper() && i >= 3 && f.tokens[i-3].Capital() && q2(f.tokens[i].Text)
	}
	return false
}

func q2(s string) bool { return len(s) == 2 }

// isAge reads "she is 35", "will be 35 by the end of the year".
func (f *Finder) isAge(i, j int) bool {
	if !f.tokens[i-min(i, 1)].Is("is", "was", "be", "turned", "turns", "turning", "were", "are") || f.tokens[i].Kind != token.Number || len(f.tokens[i].Text) > 3 {
		return false
	}
	switch f.at(j) {
	case ".", ",", "when", "by", "and", "at", "in", "":
	default:
		return false
	}
	for k := i - 2; k >= 0 && k >= i-4; k-- {
		if f.tokens[k].Is("he", "she", "i", "who") {
			return true
		}
		if f.tokens[k].Kind == token.Symbol {
			return false
		}
	}
	return false
}

// part names the whole of a fraction: a quarter of online fraud cases.
func (f *Finder) part(q *Quantity, j int) {
	n, ok := f.noun(f.skipDeterminers(j), true)
	q.Unit = unit.PercentUnit
	q.Rules = append(q.Rules, "fraction of a whole")
	if ok {
		q.Noun, q.Head = n, n.Last-1
	}
}

func (f *Finder) skipDeterminers(j int) int {
	for j < len(f.tokens) && lexicon.Is(f.at(j), lexicon.Determiner) && f.when[j] == 0 {
		j++
	}
	return j
}

// counted finds the noun that a number counts.
func (f *Finder) counted(q *Quantity, j int) {
	k := j
	of := f.at(j) == "of"
	if of {
		if q.Form == number.AsVague {
			k = f.skipDeterminers(j + 1)
		} else if q.Form == number.InWords || q.Form == number.InDigits {
			k = f.skipDeterminers(j + 1)
			if !lexicon.Is(f.at(j+1), lexicon.Determiner) && !(j+1 < len(f.tokens) && f.tokens[j+1].Capital()) {
				return
			}
			q.OneOf = true
		}
	}
	n, ok := f.noun(k, of)
	if q.Form == number.AsFraction {
		if q.Unit = unit.PercentUnit; ok {
			q.Noun, q.Head = n, n.Last-1
		}
		return
	}
	if !ok {
		return
	}
	q.Noun, q.Head = n, n.Last-1
	q.Whole.Last = n.Last
	q.Unit = f.countUnit(n)
	q.Rules = append(q.Rules, "counted noun")
}

// countUnit names the unit of a counted noun phrase by its head.
func (f *Finder) countUnit(n Span) unit.Unit {
	head := f.tokens[n.Last-1].Lower
	class := unit.Count
	switch {
	case lexicon.Is(head, lexicon.Person):
		class = unit.People
	case lexicon.Is(head, lexicon.Case):
		class = unit.Cases
	}
	s := lexicon.Singular(head)
	return unit.Of(s, lexicon.Plural(s), class)
}
