// Package number reads numbers as news writes them: digits with group commas,
// scale words (million, bn, lakh), number words, fractions and multiples. Values
// are exact. It imports nothing heavy, so that the engine can read numbers in
// queries with the same code.
package number

import "strconv"

// Decimal is an exact number: Mantissa × 10^Exponent ÷ Divisor. Divisor is 1
// except for fractions that no decimal holds (a third); 0 counts as 1.
type Decimal struct {
	Mantissa int64
	Exponent int
	Divisor  int64
}

var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// Int returns the whole number n.
func Int(n int64) Decimal { return Decimal{Mantissa: n, Divisor: 1} }

// Float returns the nearest float64 (exactly rounded for mantissas below 2^53
// and exponents from -22 to 22, which covers what people write).
func (d Decimal) Float() float64 {
	f := float64(d.Mantissa)
	switch e := d.Exponent; {
	case e > 22 || e < -22:
		f, _ = strconv.ParseFloat(strconv.FormatInt(d.Mantissa, 10)+"e"+strconv.Itoa(e), 64)
	case e > 0:
		f *= powers[e]
	case e < 0:
		f /= powers[-e]
	}
	if d.Divisor > 1 {
		f /= float64(d.Divisor)
	}
	return f
}

// String returns plain decimal notation without an exponent, exact unless
// Divisor leaves a remainder, when it is rounded to twelve places.
func (d Decimal) String() string {
	if d.Divisor > 1 {
		return strconv.FormatFloat(d.Float(), 'f', -1, 64)
	}
	s := strconv.FormatInt(d.Mantissa, 10)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	if d.Mantissa == 0 {
		return "0"
	}
	for e := d.Exponent; e > 0; e-- {
		s += "0"
	}
	if e := -d.Exponent; e > 0 {
		for len(s) <= e {
			s = "0" + s
		}
		whole, part := s[:len(s)-e], s[len(s)-e:]
		for len(part) > 0 && part[len(part)-1] == '0' {
			part = part[:len(part)-1]
		}
		s = whole
		if part != "" {
			s += "." + part
		}
	}
	return sign + s
}

// Scale returns d × 10^n.
func (d Decimal) Scale(n int) Decimal {
	d.Exponent += n
	return d
}

// Negate returns -d.
func (d Decimal) Negate() Decimal {
	d.Mantissa = -d.Mantissa
	return d
}

// Times returns d × n, or false if the mantissa would overflow.
func (d Decimal) Times(n int64) (Decimal, bool) {
	if n != 0 && (d.Mantissa > maxMantissa/abs(n) || d.Mantissa < -maxMantissa/abs(n)) {
		return Decimal{}, false
	}
	d.Mantissa *= n
	return d, true
}

// Plus returns d + o, or false if it overflows or either has a divisor that the
// other lacks.
func (d Decimal) Plus(o Decimal) (Decimal, bool) {
	dd, od := max(d.Divisor, 1), max(o.Divisor, 1)
	var ok bool
	if dd != od {
		if d, ok = d.Times(od); !ok {
			return Decimal{}, false
		}
		if o, ok = o.Times(dd); !ok {
			return Decimal{}, false
		}
		d.Divisor, o.Divisor = dd*od, dd*od
	}
	for d.Exponent > o.Exponent {
		if d, ok = d.Times(10); !ok {
			return Decimal{}, false
		}
		d.Exponent--
	}
	for o.Exponent > d.Exponent {
		if o, ok = o.Times(10); !ok {
			return Decimal{}, false
		}
		o.Exponent--
	}
	if s := d.Mantissa + o.Mantissa; abs(s) <= maxMantissa {
		d.Mantissa = s
		return d.reduced(), true
	}
	return Decimal{}, false
}

// Percent returns d × 100, the value of a fraction as a percentage, in lowest
// terms.
func (d Decimal) Percent() Decimal { return d.Scale(2).reduced() }

// reduced removes a divisor that divides the mantissa, or that a decimal can
// express (2, 4, 5, 8, 10 ...).
func (d Decimal) reduced() Decimal {
	if d.Divisor <= 1 {
		d.Divisor = 1
		return d
	}
	if d.Mantissa%d.Divisor == 0 {
		d.Mantissa /= d.Divisor
		d.Divisor = 1
		return d
	}
	for k := 1; k <= 6; k++ {
		m, ok := d.Times(int64(powers[k]))
		if ok && m.Mantissa%d.Divisor == 0 {
			return Decimal{Mantissa: m.Mantissa / d.Divisor, Exponent: d.Exponent - k, Divisor: 1}
		}
	}
	return d
}

const maxMantissa = 1<<62 - 1

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// Digits reads a digit string with group commas and at most one decimal point
// ("1,234.50"). It keeps eighteen significant digits and returns false if there
// are more, or none, or any other byte.
func Digits(s string) (Decimal, bool) {
	d := Decimal{Divisor: 1}
	point, seen := false, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if seen++; d.Mantissa > maxMantissa/100 {
				return Decimal{}, false
			}
			d.Mantissa = d.Mantissa*10 + int64(c-'0')
			if point {
				d.Exponent--
			}
		case c == ',' && !point && seen > 0:
		case c == '.' && !point:
			point = true
		default:
			return Decimal{}, false
		}
	}
	return d, seen > 0
}
