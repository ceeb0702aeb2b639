package number

import (
	"math"
	"strconv"
	"testing"

	"almanac/index/statistic/token"
)

func TestAt(t *testing.T) {
	for _, c := range []struct {
		text, value, rest string
		form              Form
	}{
		{"280,000 individuals", "280000", "individuals", InDigits},
		{"1.6 million websites", "1600000", "websites", InDigits},
		{"187.6 billion yuan", "187600000000", "yuan", InDigits},
		{"2.7m sales", "2700000", "sales", InDigits},
		{"25k or", "25000", "or", InDigits},
		{"72.7m long", "72.7", "m", InDigits},
		{"4.3M views", "4300000", "views", InDigits},
		{"3.2bn euros", "3200000000", "euros", InDigits},
		{"8 B people", "8000000000", "people", InDigits},
		{"12,34,567 voters", "1234567", "voters", InDigits},
		{"5 lakh crore rupees", "5000000000000", "rupees", InDigits},
		{"10-million-dollar", "10000000", "-", InDigits},
		{"400 million-year-old", "400000000", "-", InDigits},
		{".500 record", "0.5", "record", InDigits},
		{"2½ miles", "2.5", "miles", InDigits},
		{"2 1/2 in", "2.5", "in", InDigits},
		{"1/4 of", "0.25", "of", AsFraction},
		{"¾ cup", "0.75", "cup", AsFraction},
		{"1.99×10−30 kilograms", "0.00000000000000000000000000000199", "kilograms", InDigits},
		{"two men", "2", "men", InWords},
		{"twenty-five men", "25", "men", InWords},
		{"one hundred and five men", "105", "men", InWords},
		{"a hundred men", "100", "men", InWords},
		{"two hundred thousand men", "200000", "men", InWords},
		{"three million two hundred thousand and six", "3200006", "", InWords},
		{"a dozen eggs", "12", "eggs", InWords},
		{"two dozen eggs", "24", "eggs", InWords},
		{"five and six", "5", "and", InWords},
		{"two and a half hours", "2.5", "hours", InWords},
		{"four-and-a-half to", "4.5", "to", InWords},
		{"half a million people", "500000", "people", InWords},
		{"half of them", "0.5", "of", AsFraction},
		{"a quarter of online", "0.25", "of", AsFraction},
		{"two-thirds of the", "0.6666666666666666", "of", AsFraction},
		{"three quarters of", "0.75", "of", AsFraction},
		{"a quarter of a million people", "250000", "people", InWords},
		{"hundreds of miles", "100", "of", AsVague},
		{"tens of thousands of", "10000", "of", AsVague},
		{"double that", "2", "that", AsMultiple},
		{"sixfold to", "6", "to", AsMultiple},
		{"halved in", "0.5", "in", AsMultiple},
		{"10-fold rise", "10", "rise", AsMultiple},
	} {
		tokens := token.Scan(nil, c.text)
		p, ok := At(tokens, 0)
		rest := ""
		if p.Last < len(tokens) {
			rest = tokens[p.Last].Text
		}
		if !ok || p.Value.String() != c.value || p.Form != c.form || rest != c.rest {
			t.Errorf("%q: %v %s form %d, then %q; want %s form %d, then %q", c.text, ok, p.Value, p.Form, rest, c.value, c.form, c.rest)
		}
	}
	for _, text := range []string{"a man", "double-digit growth", "a third time", "million", "an hour", "half-time", "a quarter past"} {
		if p, ok := At(token.Scan(nil, text), 0); ok {
			t.Errorf("%q is read as %s", text, p.Value)
		}
	}
}

func TestDecimal(t *testing.T) {
	third := Decimal{1, 0, 3}
	if got := third.Percent().Float(); math.Abs(got-100.0/3) > 1e-12 {
		t.Errorf("a third is %v percent", got)
	}
	if got := (Decimal{1, 0, 4}).Percent().String(); got != "25" {
		t.Errorf("a quarter is %s percent", got)
	}
	if got := Int(7).Scale(-2).Negate().String(); got != "-0.07" {
		t.Errorf("-0.07 prints as %s", got)
	}
	if _, ok := Int(1 << 61).Times(8); ok {
		t.Error("overflow is not noticed")
	}
	sum, ok := (Decimal{1, 0, 3}).Plus(Decimal{25, -2, 1})
	if !ok || math.Abs(sum.Float()-7.0/12) > 1e-15 {
		t.Errorf("1/3 + 0.25 = %v", sum.Float())
	}
	for _, s := range []string{"", ".", "1.2.3", "12a", "99999999999999999999"} {
		if d, ok := Digits(s); ok {
			t.Errorf("Digits(%q) = %s", s, d)
		}
	}
}

// FuzzDigits checks Digits against strconv on what both can read.
func FuzzDigits(f *testing.F) {
	for _, s := range []string{"1,234.50", "0.1", "35.5", "187.6", "12,34,567", "000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := Digits(s)
		if !ok {
			return
		}
		plain := make([]byte, 0, len(s))
		for _, c := range []byte(s) {
			if c != ',' {
				plain = append(plain, c)
			}
		}
		want, err := strconv.ParseFloat(string(plain), 64)
		if err != nil {
			t.Fatalf("Digits reads %q as %s, strconv does not: %v", s, d, err)
		}
		if got := d.Float(); math.Abs(got-want) > 1e-12*math.Abs(want) {
			t.Errorf("Digits(%q) = %v, strconv %v", s, got, want)
		}
		if back, err := strconv.ParseFloat(d.String(), 64); err != nil || math.Abs(back-want) > 1e-12*math.Abs(want) {
			t.Errorf("%q prints as %s", s, d)
		}
	})
}

// FuzzAt checks that any text is read without panic, within the tokens, and that
// the text of the number found reads as the same number by itself.
func FuzzAt(f *testing.F) {
	for _, s := range []string{"1.6 million", "two hundred and five", "half a million", "2 1/2", "three and a half", "tens of thousands", "5x10-3", "twelve-", "a", "½½", "1,23,456"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tokens := token.Scan(nil, s)
		for i := range tokens {
			p, ok := At(tokens, i)
			if !ok {
				continue
			}
			if p.First != i || p.Last <= i || p.Last > len(tokens) {
				t.Fatalf("%q: number at %d spans %d..%d of %d", s, i, p.First, p.Last, len(tokens))
			}
			if f := p.Value.Float(); math.IsNaN(f) {
				t.Fatalf("%q: value is not a number", s)
			}
		}
	})
}
