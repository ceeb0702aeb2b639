package ask

// comparer is a way to say a bound before a number: its words, parted by spaces,
// the sign (> < ~ =), and whether the end itself is left out.
type comparer struct {
	words string
	sign  byte
	open  bool
}

// comparers are tried in order: a longer one comes before the one it begins with.
var comparers = [...]comparer{
	{"no more than", '<', false}, {"not more than", '<', false}, {"no less than", '>', false}, {"no fewer than", '>', false}, {"not less than", '>', false},
	{"more than", '>', true}, {"greater than", '>', true}, {"higher than", '>', true}, {"larger than", '>', true},
	{"less than", '<', true}, {"fewer than", '<', true}, {"lower than", '<', true}, {"smaller than", '<', true},
	{"at least", '>', false}, {"at most", '<', false}, {"up to", '<', false}, {"minimum of", '>', false}, {"maximum of", '<', false},
	{"over", '>', true}, {"above", '>', true}, {"exceeding", '>', true}, {"under", '<', true}, {"below", '<', true},
	{"> =", '>', false}, {"< =", '<', false}, {"≥", '>', false}, {"≤", '<', false}, {">", '>', true}, {"<", '<', true},
	{"about", '~', false}, {"around", '~', false}, {"roughly", '~', false}, {"approximately", '~', false}, {"~", '~', false},
	{"exactly", '=', false}, {"=", '=', false},
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

// amount is a number with the units around it.
type amount struct {
	value float64
	unit  Unit
	last  int
}

// amountAt reads a number with its unit that begins at token i.
func (p *parser) amountAt(i int) (amount, bool) {
	code, k := p.currencyAt(i)
	n, ok := p.numberAt(k)
	if !ok || code != "" && p.tokens[k].kind != digits {
		return amount{}, false
	}
	a := amount{value: n.value, last: n.last}
	if code != "" {
		a.unit = Unit{Class: "money", Name: code}
		return a, true
	}
	if u, last, ok := p.unitAt(a.last); ok {
		a.unit, a.last = u, last
	}
	if n.part {
		a.unit = Unit{Class: "percent", Name: "percent"}
	}
	return a, true
}

// bounded reads a comparison and its number: more than 2,000 lawsuits.
func (p *parser) bounded(i int) int {
	for k := range comparers {
		c := &comparers[k]
		n := p.phrase(i, c.words)
		if n == 0 {
			continue
		}
		a, ok := p.amountAt(i + n)
		if !ok || c.sign == '~' && p.year(i+n) > 0 {
			return i
		}
		return p.condition(c.value(a.value), a, i)
	}
	return i
}

// between reads two numbers: between 5,000 and 10,000; 10 to 20 percent; 10..20%.
func (p *parser) between(i int) int {
	k := i
	if in("between from", p.at(i)) {
		k++
	}
	a, ok := p.amountAt(k)
	if !ok {
		return i
	}
	switch join := p.at(a.last); {
	case join == "and" && p.at(i) == "between", in("to - – —", join):
		a.last++
	case join == "." && p.at(a.last+1) == ".":
		a.last += 2
	default:
		return i
	}
	b, ok := p.amountAt(a.last)
	if !ok || b.value < a.value || a.unit != (Unit{}) && b.unit != (Unit{}) && a.unit != b.unit {
		return i
	}
	if b.unit == (Unit{}) {
		b.unit = a.unit
	}
	return p.condition(Value{Low: a.value, High: b.value, HasLow: true, HasHigh: true}, b, i)
}

// number reads a number by itself, or with a bound after it: 1bn+, 40 or more.
func (p *parser) number(i int) int {
	a, ok := p.amountAt(i)
	if !ok {
		return i
	}
	after := p.at(a.last + 1)
	switch next := p.at(a.last); {
	case in("+ plus", next):
		a.last++
		return p.condition((&comparer{sign: '>'}).value(a.value), a, i)
	case next == "or" && in("more higher above", after):
		a.last += 2
		return p.condition((&comparer{sign: '>'}).value(a.value), a, i)
	case next == "or" && in("less fewer below", after):
		a.last += 2
		return p.condition((&comparer{sign: '<'}).value(a.value), a, i)
	}
	if p.tokens[i].kind == word && a.last == i+1 {
		return i // one of the words of prose
	}
	p.ask.Equal = append(p.ask.Equal, Value{Low: a.value, High: a.value, HasLow: true, HasHigh: true, Unit: a.unit})
	p.blank(i, a.last, true)
	return a.last
}

// condition adds a value with the unit that follows it and its part. It returns
// the token after them.
func (p *parser) condition(v Value, a amount, first int) int {
	v.Unit = a.unit
	last := a.last
	if v.Unit.Class == "" {
		last = p.noun(&v, a.last)
	}
	p.ask.Values = append(p.ask.Values, v)
	p.understood("value", first, last, "", false)
	return last
}

// noun reads the counted noun after a number, past adjectives, and returns where
// the condition's own words end. A noun that is its own unit stays in the text.
func (p *parser) noun(v *Value, i int) int {
	for k := i; k < i+4 && k < len(p.tokens); k++ {
		t := &p.tokens[k]
		if t.kind != word || in(function, t.lower) {
			return i
		}
		name, ok := counted(t.lower)
		switch {
		case !ok && plural(t.lower):
			v.Unit = Unit{Noun: t.lower}
			return i
		case !ok:
			continue
		}
		v.Unit = Unit{Class: name, Name: name, Noun: t.lower}
		if k == i {
			return i + 1
		}
		p.blank(k, k+1, false)
		return i
	}
	return i
}
