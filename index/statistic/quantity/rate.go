package quantity

import (
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// rate reads what a quantity is per: $10 per gram, 3,000 tests a day.
func (f *Finder) rate(q *Quantity) {
	j := q.Whole.Last
	if j < len(f.tokens) && f.when[j] > 0 && f.at(j) != "per" {
		return // a year earlier
	}
	if q.Unit.Name == "" && q.Noun.Empty() && f.at(j) != "per" || q.Unit.Class == unit.Percent && f.at(j) != "per" && f.at(j) != "a" {
		return
	}
	hyphen := f.at(j) == "-" && f.touches(j)
	if hyphen {
		j++
	}
	slash := f.at(j) == "/" && f.touches(j)
	switch w := f.at(j); {
	case w == "per", slash:
	case (w == "a" || w == "an" || w == "each" || w == "every") && (rateNoun[f.at(j+1)] || hyphen && rateNoun[f.at(j+2)]):
	default:
		return
	}
	k := j + 1
	if f.at(k) == "-" {
		k++
	}
	if f.perNumber(q, k) {
		return
	}
	if k >= len(f.tokens) || f.tokens[k].Kind != token.Word || lexicon.Is(f.at(k), lexicon.Function) || f.at(k) == "cent" {
		return
	}
	d := unit.Of(lexicon.Singular(f.at(k)), f.at(k), unit.Count)
	last := k + 1
	if f.at(k) == "capita" {
		d = unit.Of("person", "people", unit.People)
	} else if f.at(k) == "annum" {
		d, _ = unit.Lookup("year")
	} else if u, ok := unit.After(f.tokens, k, unit.Context{Digits: true}); ok && u.Unit.Class != unit.Money {
		d, last = u.Unit, u.Last
	}
	if q.Unit.Name == "" {
		q.Unit = unit.Unit{Code: "1/" + d.Code, Name: "per " + d.Name, Plural: "per " + d.Name, Class: unit.Count}
	} else {
		q.Unit = q.Unit.Per(d)
	}
	q.Whole.Last = last
	q.Rules = append(q.Rules, "rate")
}

// perNumber reads a rate per so many: 7.33 cases per 100 adults, 5.2 per 1,000.
func (f *Finder) perNumber(q *Quantity, k int) bool {
	if k >= len(f.tokens) || f.at(k-1) != "per" {
		return false
	}
	n, ok := number.At(f.tokens, k)
	if !ok {
		if f.at(k) == "thousand" || f.at(k) == "million" || f.at(k) == "hundred" {
			n.Last, ok = k+1, true
		}
	}
	if !ok {
		return false
	}
	last := n.Last
	if s, ok := f.noun(last, false); ok {
		last = s.Last
	}
	text := ""
	for j := k; j < last; j++ {
		if j > k && f.tokens[j].Space {
			text += " "
		}
		text += f.tokens[j].Lower
	}
	u := q.Unit
	if u.Name == "" {
		q.Unit = unit.Unit{Code: "1/{" + text + "}", Name: "per " + text, Plural: "per " + text, Class: unit.Count}
	} else {
		q.Unit = unit.Unit{Code: u.Code + "/{" + text + "}", Name: u.Name + " per " + text, Plural: u.Plural + " per " + text, Class: u.Class}
	}
	q.Whole.Last = last
	q.Rules = append(q.Rules, "rate")
	return true
}

var rateNoun = map[string]bool{"day": true, "week": true, "month": true, "year": true, "hour": true, "night": true, "minute": true, "second": true, "quarter": true,
	"share": true, "barrel": true, "head": true, "person": true, "tonne": true, "ton": true, "litre": true, "liter": true, "gallon": true, "ounce": true,
	"pound": true, "kilo": true, "kilogram": true, "piece": true, "game": true, "fortnight": true, "decade": true, "unit": true, "bushel": true, "time": true}
