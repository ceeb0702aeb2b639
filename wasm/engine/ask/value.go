package ask

import (
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// comparer is a way to say a bound before a number.
type comparer struct {
	words []string
	// sign is > or <; open leaves the end itself out.
	sign byte
	open bool
}

// comparers are tried in order: a longer one comes before the one it ends with.
var comparers = []comparer{
	{[]string{"no", "more", "than"}, '<', false}, {[]string{"not", "more", "than"}, '<', false},
	{[]string{"no", "less", "than"}, '>', false}, {[]string{"no", "fewer", "than"}, '>', false}, {[]string{"not", "less", "than"}, '>', false},
	{[]string{"more", "than"}, '>', true}, {[]string{"greater", "than"}, '>', true}, {[]string{"higher", "than"}, '>', true}, {[]string{"larger", "than"}, '>', true},
	{[]string{"less", "than"}, '<', true}, {[]string{"fewer", "than"}, '<', true}, {[]string{"lower", "than"}, '<', true}, {[]string{"smaller", "than"}, '<', true},
	{[]string{"at", "least"}, '>', false}, {[]string{"at", "most"}, '<', false}, {[]string{"up", "to"}, '<', false}, {[]string{"minimum", "of"}, '>', false}, {[]string{"maximum", "of"}, '<', false},
	{[]string{"over"}, '>', true}, {[]string{"above"}, '>', true}, {[]string{"exceeding"}, '>', true},
	{[]string{"under"}, '<', true}, {[]string{"below"}, '<', true},
	{[]string{">", "="}, '>', false}, {[]string{"<", "="}, '<', false}, {[]string{"=", ">"}, '>', false}, {[]string{"=", "<"}, '<', false},
	{[]string{"≥"}, '>', false}, {[]string{"≤"}, '<', false}, {[]string{">"}, '>', true}, {[]string{"<"}, '<', true},
	{[]string{"about"}, '~', false}, {[]string{"around"}, '~', false}, {[]string{"roughly"}, '~', false}, {[]string{"approximately"}, '~', false}, {[]string{"~"}, '~', false},
	{[]string{"exactly"}, '=', false}, {[]string{"="}, '=', false},
}

// aboutShare is how far "about" reaches, as a share of the number.
const aboutShare = 0.1

func (c *comparer) value(v float64) Value {
	switch c.sign {
	case '>':
		return Value{Low: v, HasLow: true, LowOpen: c.open}
	case '<':
		return Value{High: v, HasHigh: true, HighOpen: c.open}
	case '~':
		return Value{Low: v * (1 - aboutShare), High: v * (1 + aboutShare), HasLow: true, HasHigh: true}
	}
	return Value{Low: v, High: v, HasLow: true, HasHigh: true}
}

// amount is a number with what stands around it.
type amount struct {
	value       float64
	unit        Unit
	first, last int // tokens, with currency and unit
}

// amountAt reads a number, with a currency before it, that begins at token i.
func (p *parser) amountAt(i int) (amount, bool) {
	for k := i; k <= i+2 && k < len(p.tokens); k++ {
		n, ok := number.At(p.tokens, k)
		if !ok {
			continue
		}
		a := amount{value: n.Value.Float(), first: i, last: n.Last}
		if k > i {
			u, first, ok := unit.Before(p.tokens, k)
			if !ok || first != i {
				return amount{}, false
			}
			a.unit = unitOf(u)
		} else if t := &p.tokens[k]; t.Kind == token.Word && (n.Form == number.AsVague || n.Form == number.AsMultiple || t.Is("a", "an", "one")) && n.Last == k+1 {
			return amount{}, false
		}
		p.unitAfter(&a, n)
		return a, true
	}
	return amount{}, false
}

func (p *parser) unitAfter(a *amount, n number.Parsed) {
	if a.unit.Class != "" {
		return
	}
	if u, ok := unit.After(p.tokens, a.last, unit.Context{Scaled: n.Scaled, Digits: p.tokens[n.First].Kind == token.Number}); ok {
		a.unit, a.last = unitOf(u.Unit), u.Last
	} else if n.Form == number.AsFraction {
		a.unit, a.value = Unit{Class: "percent", Name: "percent"}, a.value*100
	}
}

func unitOf(u unit.Unit) Unit {
	name := u.Plural
	if u.Class == unit.Money && len(u.Code) == 3 {
		name = u.Code
	}
	return Unit{Class: u.Class.String(), Name: name}
}

// bounded reads a comparison and its number: more than 2,000 lawsuits.
func (p *parser) bounded(i int) int {
	for k := range comparers {
		c := &comparers[k]
		if !p.follow(i, c.words...) {
			continue
		}
		a, ok := p.amountAt(i + len(c.words))
		if !ok || p.dated(i, a, c) {
			return i
		}
		v := c.value(a.value)
		p.condition(v, a, i)
		return a.last
	}
	return i
}

// dated tells whether what looks like a comparison is an expression of time: over
// 2020, around 2019.
func (p *parser) dated(i int, a amount, c *comparer) bool {
	for _, m := range p.times {
		if m.First <= a.first && m.Last >= a.last && m.Resolved() && c.sign == '~' {
			return true
		}
	}
	return false
}

// between reads two numbers: between 5,000 and 10,000; 10 to 20 percent; 10-20%.
func (p *parser) between(i int) int {
	k, word := i, ""
	if w := p.at(i); w == "between" || w == "from" {
		k, word = i+1, w
	}
	a, ok := p.amountAt(k)
	if !ok || p.timed(k) != nil || p.timed(i) != nil {
		return i
	}
	if a.last+1 >= len(p.tokens) {
		return i
	}
	switch p.at(a.last) {
	case "and":
		if word != "between" {
			return i
		}
	case "to", "-", "–", "—":
	default:
		return i
	}
	b, ok := p.amountAt(a.last + 1)
	if !ok || b.value < a.value {
		return i
	}
	if b.unit == (Unit{}) {
		b.unit = a.unit
	} else if a.unit != (Unit{}) && a.unit != b.unit {
		return i
	}
	p.condition(Value{Low: a.value, High: b.value, HasLow: true, HasHigh: true}, b, i)
	return b.last
}

// number reads a number by itself, with a bound after it: 1bn+, 40 or more.
func (p *parser) number(i int) int {
	a, ok := p.amountAt(i)
	if !ok {
		return i
	}
	after := a.last
	c := comparer{sign: '='}
	switch {
	case p.at(after) == "+" || p.at(after) == "plus":
		c, after = comparer{sign: '>'}, after+1
	case p.at(after) == "or" && (p.at(after+1) == "more" || p.at(after+1) == "higher" || p.at(after+1) == "above"):
		c, after = comparer{sign: '>'}, after+2
	case p.at(after) == "or" && (p.at(after+1) == "less" || p.at(after+1) == "fewer" || p.at(after+1) == "below"):
		c, after = comparer{sign: '<'}, after+2
	}
	if c.sign != '=' {
		a.last = after
		p.condition(c.value(a.value), a, i)
		return a.last
	}
	if p.tokens[i].Kind == token.Word && a.last == i+1 && a.value < 13 {
		return i // one of the words of prose
	}
	v := c.value(a.value)
	v.Unit = a.unit
	p.ask.Equal = append(p.ask.Equal, v)
	p.blank(i, a.last, true)
	return a.last
}

// condition adds a value with the unit that follows it, and its part.
func (p *parser) condition(v Value, a amount, first int) {
	v.Unit = a.unit
	last := a.last
	if v.Unit.Class == "" {
		last = p.noun(&v, a.last)
	}
	p.ask.Values = append(p.ask.Values, v)
	p.understood("value", first, last, "", false)
}

// noun reads the counted noun after a number, adjectives between them, and
// returns where the condition's own words end.
func (p *parser) noun(v *Value, i int) int {
	for k := i; k < i+4 && k < len(p.tokens); k++ {
		t := &p.tokens[k]
		if t.Kind != token.Word || lexicon.Is(t.Lower, lexicon.Function) {
			return i
		}
		name, counted := unit.Counted(t.Lower)
		if !counted && !lexicon.IsPlural(t.Lower) {
			continue
		}
		if !counted {
			v.Unit = Unit{Noun: t.Lower}
			return i
		}
		v.Unit = Unit{Class: name, Name: name, Noun: t.Lower}
		if k == i {
			return i + 1
		}
		p.blank(k, k+1, false)
		return i
	}
	return i
}
