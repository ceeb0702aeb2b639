package number

import "almanac/index/statistic/token"

// Form says how a number was written.
type Form uint8

// The forms of number.
const (
	InDigits   Form = iota // 1,234 or 1.5 million
	InWords                // twenty-five, a hundred
	AsFraction             // a third, two-thirds, half, 1/2
	AsMultiple             // double, twice, sixfold
	AsVague                // hundreds, tens of thousands: an order of size from Value up to High
)

// Parsed is a number found in tokens.
type Parsed struct {
	Value Decimal
	// High is the open upper end of a vague number (hundreds: 1,000).
	High Decimal
	// First and Last are token indices, Last exclusive.
	First, Last int
	Form        Form
	// Scaled is true if a scale word multiplied the number (million).
	Scaled bool
	// Power is the power of ten of that scale word.
	Power int
}

// At reads the number that begins at tokens[i]. It looks no further than the
// number goes, at most a dozen tokens.
func At(tokens []token.Token, i int) (Parsed, bool) {
	t := &tokens[i]
	switch t.Kind {
	case token.Number:
		return digitsAt(tokens, i)
	case token.Word:
		if !Starts(t.Lower) {
			return Parsed{}, false
		}
		if p, ok := fractionAt(tokens, i); ok {
			return p, true
		}
		if p, ok := vagueAt(tokens, i); ok {
			return p, true
		}
		if p, ok := wordsAt(tokens, i); ok {
			return andHalf(tokens, p), true
		}
		return multipleAt(tokens, i)
	}
	return Parsed{}, false
}

// Starts reports whether a lower-case word can begin a number. It is the quick
// test before At.
func Starts(lower string) bool { return starters[lower] }

var starters = func() map[string]bool {
	m := map[string]bool{"a": true, "an": true}
	for w := range cardinals {
		m[w] = true
	}
	for w := range vague {
		m[w] = true
	}
	for w := range multiples {
		m[w] = true
	}
	m["half"] = true // a scale word alone (multi-million) begins no number
	return m
}()

func digitsAt(tokens []token.Token, i int) (Parsed, bool) {
	p := Parsed{First: i, Last: i + 1}
	if v, ok := vulgar[tokens[i].Text]; ok {
		p.Value, p.Form = v.reduced(), AsFraction
		return p, true
	}
	v, ok := Digits(tokens[i].Text)
	if !ok {
		return p, false
	}
	p.Value = v
	if q, ok := slashFraction(tokens, i); ok {
		return q, true
	}
	if q, ok := scientific(tokens, p); ok {
		return q, true
	}
	p = mixedFraction(tokens, p)
	p = scaled(tokens, p)
	if j := p.Last; j < len(tokens) && tokens[j].Lower == "fold" && !tokens[j].Space {
		p.Last, p.Form = j+1, AsMultiple
	} else if j+1 < len(tokens) && glued(tokens, j, "-") && tokens[j+1].Lower == "fold" {
		p.Last, p.Form = j+2, AsMultiple
	}
	return andHalf(tokens, p), true
}

// scientific reads 1.99×10−30, 5.5x10-3, 3 × 10^8.
func scientific(tokens []token.Token, p Parsed) (Parsed, bool) {
	j := p.Last
	if j+2 >= len(tokens) || !tokens[j].Is("×", "x", "*", "·") || tokens[j+1].Text != "10" {
		return p, false
	}
	k, sign := j+2, 1
	if glued(tokens, k, "^") {
		k++
	}
	if k < len(tokens) && !tokens[k].Space && tokens[k].Is("-", "−", "–") {
		sign = -1
		k++
	}
	if k >= len(tokens) || tokens[k].Space || tokens[k].Kind != token.Number || k == j+2 {
		return p, false
	}
	e, ok := Digits(tokens[k].Text)
	if !ok || e.Exponent != 0 || e.Mantissa > 300 {
		return p, false
	}
	p.Value, p.Last, p.Scaled = p.Value.Scale(sign*int(e.Mantissa)), k+1, true
	return p, true
}

// slashFraction reads 1/2, 3/4: a smaller number over a greater one below 100.
func slashFraction(tokens []token.Token, i int) (Parsed, bool) {
	if i+2 >= len(tokens) || !glued(tokens, i+1, "/") || tokens[i+2].Space || tokens[i+2].Kind != token.Number {
		return Parsed{}, false
	}
	a, ok1 := Digits(tokens[i].Text)
	b, ok2 := Digits(tokens[i+2].Text)
	if !ok1 || !ok2 || a.Exponent != 0 || b.Exponent != 0 || a.Mantissa == 0 || a.Mantissa >= b.Mantissa || b.Mantissa > 100 {
		return Parsed{}, false
	}
	if i+3 < len(tokens) && glued(tokens, i+3, "/") || !ruler(b.Mantissa) {
		return Parsed{}, false
	}
	v := Decimal{a.Mantissa, 0, b.Mantissa}
	return Parsed{Value: v.reduced(), First: i, Last: i + 3, Form: AsFraction}, true
}

// ruler reports whether a denominator is one that fractions in figures have; 9/11
// and 24/7 are names.
func ruler(n int64) bool {
	switch n {
	case 2, 3, 4, 5, 6, 8, 10, 16, 32, 64:
		return true
	}
	return false
}

// mixedFraction adds a fraction that follows a whole number: 2½, 2 1/2.
func mixedFraction(tokens []token.Token, p Parsed) Parsed {
	j := p.Last
	if j >= len(tokens) || tokens[j].Kind != token.Number || p.Value.Exponent != 0 {
		return p
	}
	if v, ok := vulgar[tokens[j].Text]; ok {
		if sum, ok := p.Value.Plus(v); ok {
			p.Value, p.Last = sum, j+1
		}
	} else if q, ok := slashFraction(tokens, j); ok && tokens[j].Space {
		if sum, ok := p.Value.Plus(q.Value); ok {
			p.Value, p.Last = sum, q.Last
		}
	}
	return p
}

// scaled applies the scale words and abbreviations that follow a number.
func scaled(tokens []token.Token, p Parsed) Parsed {
	for j := p.Last; j < len(tokens); j = p.Last {
		k := j
		if glued(tokens, j, "-") && j+1 < len(tokens) {
			k = j + 1
		}
		n, ok := scales[tokens[k].Lower]
		if !ok && k == j {
			n, ok = shortScale(tokens, j)
		}
		if !ok || n == 2 && p.Power > 0 {
			return p
		}
		p.Value, p.Last, p.Scaled = p.Value.Scale(n), k+1, true
		p.Power += n
		if k+1 < len(tokens) && tokens[k+1].Lower == "." && !tokens[k+1].Space && len(tokens[k].Lower) <= 3 && k+2 < len(tokens) && !tokens[k+2].Capital() {
			p.Last++ // 3 mln. people
		}
	}
	return p
}

// shortScale reads bn, mn, k, m, M, b, B after digits. A letter by itself must
// touch the digits, except a capital that no unit uses (8 B people). "m" that a
// length word follows is metres.
func shortScale(tokens []token.Token, j int) (int, bool) {
	t := &tokens[j]
	if n, ok := shortScales[t.Lower]; ok {
		return n, true
	}
	if len(t.Text) != 1 {
		return 0, false
	}
	if t.Space {
		return 9, t.Text == "B" && j+1 < len(tokens) && tokens[j+1].Kind == token.Word && tokens[j+1].Space
	}
	switch t.Text {
	case "k", "K":
		return 3, true
	case "M":
		return 6, true
	case "m":
		return 6, !metres(tokens, j)
	case "b", "B":
		return 9, true
	case "T":
		return 12, !metres(tokens, j) && j >= 2 && tokens[j-2].Kind == token.Symbol
	}
	return 0, false
}

// metres reports whether the m at tokens[j] is a length: something that has
// extent follows, or an exponent, or nothing that could be counted.
func metres(tokens []token.Token, j int) bool {
	if j >= 2 {
		switch tokens[j-2].Text {
		case "$", "£", "€", "¥", "₹", "PS", "US", "USD", "EUR", "GBP":
			return false
		}
	}
	if j+1 >= len(tokens) {
		return true
	}
	if tokens[j+1].Kind == token.Number && !tokens[j+1].Space {
		return true // 24703m2
	}
	switch tokens[j+1].Lower {
	case "wide", "long", "high", "tall", "deep", "away", "from", "above", "below", "sprint", "race", "dash",
		"freestyle", "butterfly", "hurdles", "relay", "final", "off", "down", "up", "apart", "across", "²", "³", "/", "x", "×", "thick", "square":
		return true
	}
	return false
}

// andHalf adds a fraction said after the number: two and a half, 2-and-a-half.
func andHalf(tokens []token.Token, p Parsed) Parsed {
	j := skipHyphen(tokens, p.Last)
	if j+2 >= len(tokens) || tokens[j].Lower != "and" || p.Scaled {
		return p
	}
	k := skipHyphen(tokens, j+1)
	var top int64 = 1
	if n, ok := cardinals[tokens[k].Lower]; ok && n < 10 {
		top = n
	} else if tokens[k].Lower != "a" {
		return p
	}
	k = skipHyphen(tokens, k+1)
	if k >= len(tokens) {
		return p
	}
	den, ok := parts[tokens[k].Lower]
	if !ok {
		return p
	}
	if sum, ok := p.Value.Plus(Decimal{top, 0, den}.reduced()); ok {
		p.Value, p.Last = sum, k+1
		p = scaled(tokens, p)
	}
	return p
}

func glued(tokens []token.Token, j int, symbol string) bool {
	return j < len(tokens) && tokens[j].Text == symbol && !tokens[j].Space
}

func skipHyphen(tokens []token.Token, j int) int {
	if glued(tokens, j, "-") && j+1 < len(tokens) && !tokens[j+1].Space {
		return j + 1
	}
	return j
}
