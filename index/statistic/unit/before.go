package unit

import "almanac/index/statistic/token"

// Before reads the currency that ends right before tokens[i], the number: $,
// US$, $US, HK $, £, USD, RM. It returns the unit and the index of its first
// token.
func Before(tokens []token.Token, i int) (Unit, int, bool) {
	if i == 0 {
		return Unit{}, 0, false
	}
	t := &tokens[i-1]
	if t.Text == "=" && i >= 2 && !t.Space && tokens[i-2].Is("y") {
		u, _ := Currency("JPY")
		return u, i - 2, true
	}
	if t.Text == "$" {
		return dollar(tokens, i-1)
	}
	if t.Kind == token.Word {
		if i >= 2 && tokens[i-2].Text == "$" && !t.Space { // $US160
			if code, ok := dollars[t.Lower]; ok {
				u, _ := Currency(code)
				return u, i - 2, true
			}
		}
		return letters(tokens, i)
	}
	if t.Text == "." && i >= 2 && tokens[i-2].Lower == "rs" {
		u, _ := Currency("INR")
		return u, i - 2, true
	}
	if code, ok := signs[t.Text]; ok {
		u, _ := Currency(code)
		return u, i - 1, true
	}
	return Unit{}, 0, false
}

func dollar(tokens []token.Token, k int) (Unit, int, bool) {
	if k > 0 && tokens[k-1].Kind == token.Word && (!tokens[k].Space || tokens[k-1].Upper()) {
		if code, ok := dollars[tokens[k-1].Lower]; ok {
			u, _ := Currency(code)
			return u, k - 1, true
		}
	}
	u, _ := Currency("USD")
	return u, k, true
}

// letters reads codes and letter signs before digits: USD, RM, Rs, PS.
func letters(tokens []token.Token, i int) (Unit, int, bool) {
	t := &tokens[i-1]
	if tokens[i].Kind != token.Number {
		return Unit{}, 0, false
	}
	code, ok := t.Text, false
	if len(t.Text) == 3 && t.Upper() {
		_, ok = currencies[t.Text]
	}
	if !ok && len(t.Text) <= 3 && t.Capital() {
		if t.Lower == "ps" || t.Lower == "dm" {
			if !tokens[i].Space && t.Upper() {
				code, ok = signs[t.Lower], true
			}
		} else {
			code, ok = signs[t.Lower]
		}
	}
	if !ok {
		return Unit{}, 0, false
	}
	u, _ := Currency(code)
	return u, i - 1, true
}

// Lookup returns the unit with an English name or spelling in lower case
// ("years", "km", "yuan"), or false.
func Lookup(lower string) (Unit, bool) {
	if u, ok := byWord[lower]; ok {
		return u, true
	}
	if code, ok := money[lower]; ok {
		return Currency(code)
	}
	u, ok := bySymbol[lower]
	return u, ok
}
