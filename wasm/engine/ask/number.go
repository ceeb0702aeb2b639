package ask

import "math"

// The words of numbers: below a hundred, scales as powers of ten, and parts of one
// as percent.
const (
	cardinals = "one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 dozen=12 thirteen=13 fourteen=14 fifteen=15 " +
		"sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"
	scales = "hundred=2 thousand=3 million=6 billion=9 trillion=12 lakh=5 lakhs=5 crore=7 crores=7 mn=6 mln=6 bn=9 bln=9 tn=12 trn=12"
	// letterScales must touch the digits: 5 m is a length.
	letterScales = "k=3 m=6 b=9"
	parts        = "half=50 quarter=25 third=33.333333333333336 fifth=20 tenth=10"
)

// decimal reads digits with group commas and a decimal point. Up to fifteen digits
// it is exact, as a written number of that size is.
func decimal(s string) float64 {
	v, places := 0.0, -1
	for i := 0; i < len(s); i++ {
		switch {
		case isDigit(s[i]):
			v = v*10 + float64(s[i]-'0')
			if places >= 0 {
				places++
			}
		case s[i] == '.':
			places = 0
		}
	}
	if places > 0 {
		v /= math.Pow10(places)
	}
	return v
}

// value returns the number that a list gives for a word.
func value(list, w string) (float64, bool) {
	s, ok := lookup(list, w)
	return decimal(s), ok
}

// reading is a number read from tokens.
type reading struct {
	value float64
	last  int
	// part: a half or a quarter of a whole, as percent.
	part bool
}

// numberAt reads a number in digits or words that begins at token i.
func (p *parser) numberAt(i int) (reading, bool) {
	if i >= len(p.tokens) {
		return reading{}, false
	}
	if p.tokens[i].kind == digits {
		return p.scaled(reading{value: decimal(p.tokens[i].lower), last: i + 1}), true
	}
	return p.wordsAt(i)
}

// wordsAt reads two hundred thousand, twenty-five, a million, half, a quarter.
func (p *parser) wordsAt(i int) (reading, bool) {
	r := reading{last: i}
	if w := p.at(i); w == "a" || w == "an" {
		if v, ok := value(parts, p.at(i+1)); ok {
			return reading{value: v, last: i + 2, part: true}, true
		}
		if _, ok := value(scales, p.at(i+1)); !ok && p.at(i+1) != "dozen" {
			return r, false
		}
		r.value, r.last = 1, i+1
		if p.at(i+1) == "dozen" {
			return reading{value: 12, last: i + 2}, true
		}
	} else if v, ok := value(parts, w); ok && w == "half" {
		return reading{value: v, last: i + 1, part: true}, true
	}
	for {
		k := r.last
		if k > i && (p.at(k) == "-" || p.at(k) == "and" && r.value >= 100) {
			k++
		}
		v, ok := value(cardinals, p.at(k))
		if !ok {
			break
		}
		r.value, r.last = r.value+v, k+1
		if p.at(r.last) == "hundred" {
			r.value, r.last = r.value*100, r.last+1
		}
	}
	if r.last == i {
		return r, false
	}
	return p.scaled(r), true
}

// scaled multiplies a number by the scale words after it.
func (p *parser) scaled(r reading) reading {
	for r.last < len(p.tokens) {
		n, ok := value(scales, p.at(r.last))
		if !ok && !p.tokens[r.last].space {
			n, ok = value(letterScales, p.at(r.last))
		}
		if !ok {
			break
		}
		r.value, r.last = r.value*math.Pow10(int(n)), r.last+1
	}
	return r
}
