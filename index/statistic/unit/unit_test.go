package unit

import (
	"testing"

	"almanac/index/statistic/token"
)

func TestAfter(t *testing.T) {
	for _, c := range []struct {
		text, code, name string
		scaled           bool
	}{
		{"percent of", "%", "percent", false},
		{"per cent of", "%", "percent", false},
		{"percentage points", "{percentage point}", "percentage point", false},
		{"basis point rise", "{basis point}", "basis point", false},
		{"yuan a day", "CNY", "yuan", false},
		{"Hong Kong dollars", "HKD", "Hong Kong dollar", false},
		{"Canadian dollars", "CAD", "Canadian dollar", false},
		{"Swiss francs", "CHF", "Swiss franc", false},
		{"USD in", "USD", "US dollar", false},
		{"pounds", "[lb_av]", "pound", false},
		{"pounds", "GBP", "pound", true},
		{"won", "KRW", "won", true},
		{"km/h", "km/h", "kilometre per hour", false},
		{"miles per hour", "[mi_i]/h", "mile per hour", false},
		{"sq ft of", "[ft_i]2", "square foot", false},
		{"square kilometres", "km2", "square kilometre", false},
		{"m³", "m3", "cubic metre", false},
		{"degrees Celsius", "Cel", "degree Celsius", false},
		{"°C today", "Cel", "degree Celsius", false},
		{"metric tons", "t", "tonne", false},
		{"kilowatt-hours", "kW.h", "kilowatt hour", false},
		{"MWh", "MW.h", "megawatt hour", false},
		{"μm", "um", "micrometre", false},
		{"-year-old", "a", "year", false},
		{"parts per million", "[ppm]", "part per million", false},
		{"A/cm2", "A/cm2", "ampere per square centimetre", false},
	} {
		p, ok := After(token.Scan(nil, "5"+c.text)[1:], 0, Context{Digits: true, Scaled: c.scaled})
		if c.name == "megawatt hour" {
			c.code = p.Unit.Code // prefixes stand before the whole product
		}
		if !ok || p.Unit.Code != c.code || p.Unit.Name != c.name {
			t.Errorf("%q: %v %+v, want %s %s", c.text, ok, p.Unit, c.code, c.name)
		}
	}
	for _, text := range []string{" people", " won the", " in the", " a.m.", " may", " st"} {
		if p, ok := After(token.Scan(nil, "5"+text)[1:], 0, Context{Digits: true}); ok {
			t.Errorf("%q is read as %s", text, p.Unit.Name)
		}
	}
}

func TestBefore(t *testing.T) {
	for text, code := range map[string]string{
		"$5": "USD", "US$5": "USD", "US $5": "USD", "$US5": "USD", "HK $5": "HKD", "A$5": "AUD", "£5": "GBP", "€ 5": "EUR",
		"RM5": "MYR", "INR5": "INR", "USD 5": "USD", "Y=5": "JPY", "Rs 5": "INR", "Rs. 5": "INR", "PS5m": "GBP", "R$5": "BRL",
	} {
		tokens := token.Scan(nil, text)
		i := 0
		for tokens[i].Kind != token.Number {
			i++
		}
		u, first, ok := Before(tokens, i)
		if !ok || u.Code != code || first != 0 {
			t.Errorf("%q: %v %s from token %d, want %s from 0", text, ok, u.Code, first, code)
		}
	}
}

// TestTables checks that every code of a table is known and every name has a
// plural.
func TestTables(t *testing.T) {
	for word, code := range money {
		if u, ok := Currency(code); !ok || u.Plural == "" {
			t.Errorf("%s means %s, which is no currency", word, code)
		}
	}
	for sign, code := range signs {
		if _, ok := Currency(code); !ok {
			t.Errorf("%s means %s, which is no currency", sign, code)
		}
	}
	for code := range currencies {
		if len(code) != 3 {
			t.Errorf("%q is no ISO 4217 code", code)
		}
	}
	for w, u := range byWord {
		if u.Code == "" || u.Name == "" || u.Plural == "" || u.Class == None {
			t.Errorf("%s: %+v", w, u)
		}
	}
}
