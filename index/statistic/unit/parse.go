package unit

import "almanac/index/statistic/token"

// Parsed is a unit found in tokens.
type Parsed struct {
	Unit Unit
	// Last is the token index after the unit.
	Last int
	// Sure is false where the unit is only likely.
	Sure bool
}

// Context is what the grammar needs to know about the number before a unit.
type Context struct {
	// Scaled is true after million and the like.
	Scaled bool
	// Digits is true if the number was written in digits.
	Digits bool
	// Weight is true if the sentence speaks of weighing.
	Weight bool
}

// After reads the unit that begins at tokens[j], right after a number: percent,
// money, durations, physical units. A hyphen may stand between (two-year). The
// second result is false if no unit of the tables stands there.
func After(tokens []token.Token, j int, c Context) (Parsed, bool) {
	hyphen := false
	if j < len(tokens) && tokens[j].Is("-", "‑", "–") && !tokens[j].Space && j+1 < len(tokens) && !tokens[j+1].Space {
		j++
		hyphen = true
	}
	if j >= len(tokens) {
		return Parsed{}, false
	}
	if p, ok := percentAt(tokens, j); ok {
		return p, true
	}
	if p, ok := moneyAt(tokens, j, c); ok {
		return p, true
	}
	p, ok := simple(tokens, j, c, hyphen)
	if !ok {
		return Parsed{}, false
	}
	return compound(tokens, p), true
}

// percentAt reads percent, per cent, %, percentage points, basis points.
func percentAt(tokens []token.Token, j int) (Parsed, bool) {
	t := &tokens[j]
	last := 0
	switch t.Lower {
	case "%", "percent", "pct", "percents", "percentage", "％":
		last = j + 1
	case "per":
		if j+1 < len(tokens) && tokens[j+1].Is("cent", "cents") {
			last = j + 2
		}
	case "pc":
		if !t.Space {
			last = j + 1
		}
	case "pp", "ppt", "ppts":
		return Parsed{PercentagePoint, j + 1, true}, true
	case "bps", "bp":
		return Parsed{BasisPoint, j + 1, true}, true
	case "basis":
		if j+1 < len(tokens) && tokens[j+1].Is("point", "points") {
			return Parsed{BasisPoint, j + 2, true}, true
		}
	}
	if last == 0 {
		return Parsed{}, false
	}
	k := last
	if k < len(tokens) && tokens[k].Text == "-" && !tokens[k].Space {
		k++
	}
	if k < len(tokens) && tokens[k].Is("point", "points") && t.Lower != "%" {
		return Parsed{PercentagePoint, k + 1, true}, true
	}
	return Parsed{PercentUnit, last, true}, true
}

// moneyAt reads a money noun or an ISO code after the number, with a country
// before it: yuan, US dollars, Hong Kong dollars, USD.
func moneyAt(tokens []token.Token, j int, c Context) (Parsed, bool) {
	t := &tokens[j]
	if t.Kind != token.Word {
		if code, ok := signs[t.Text]; ok && (t.Text != "$" || t.Space) && !(j+1 < len(tokens) && tokens[j+1].Kind == token.Number && !tokens[j+1].Space) { // 200€, 10 $
			u, _ := Currency(code)
			return Parsed{u, j + 1, true}, true
		}
		return Parsed{}, false
	}
	for k := j; k <= j+2 && k < len(tokens); k++ {
		if k > j {
			if code, ok := qualified(tokens[k-1].Lower, tokens[k].Lower); ok {
				u, _ := Currency(code)
				return Parsed{u, k + 1, true}, true
			}
			if lands[tokens[k-1].Lower] != "" && tokens[k].Is("cent", "cents") {
				return Parsed{Unit{"{cent}", "cent", "cents", Money}, k + 1, true}, true
			}
			if tokens[k].Kind != token.Word {
				break
			}
			continue
		}
		if code, ok := money[t.Lower]; ok && plainMoney(tokens, j, c) {
			u, _ := Currency(code)
			last := j + 1
			if last < len(tokens) && tokens[last].Lower == "sterling" {
				last++
			}
			return Parsed{u, last, true}, true
		}
		if u, ok := Currency(t.Text); ok && len(t.Text) == 3 {
			return Parsed{u, j + 1, true}, true
		}
	}
	switch t.Lower {
	case "cent", "cents":
		return Parsed{Unit{"{cent}", "cent", "cents", Money}, j + 1, true}, true
	case "pence", "penny":
		return Parsed{Unit{"{penny}", "penny", "pence", Money}, j + 1, true}, true
	case "sen":
		return Parsed{Unit{"{sen}", "sen", "sen", Money}, j + 1, true}, true
	case "p":
		if !t.Space && c.Digits {
			return Parsed{Unit{"{penny}", "penny", "pence", Money}, j + 1, true}, true
		}
	}
	return Parsed{}, false
}

// plainMoney keeps words that are also something else from being money: "won"
// the verb, pounds of weight, marks for work.
func plainMoney(tokens []token.Token, j int, c Context) bool {
	switch tokens[j].Lower {
	case "won", "marks", "crowns", "dong", "lev", "dram", "quid", "bucks", "kn", "real":
		return c.Scaled || tokens[j].Lower == "bucks" || tokens[j].Lower == "quid" || tokens[j].Lower == "kn"
	case "pound", "pounds":
		if j+1 < len(tokens) && tokens[j+1].Lower == "sterling" {
			return true
		}
		if j+1 < len(tokens) && tokens[j+1].Is("of", "-", "per") && !c.Scaled {
			return false
		}
		return c.Scaled && !c.Weight
	}
	return true
}

// simple reads one unit without a rate: a name, a symbol, or a power (square
// miles, sq ft, m²).
func simple(tokens []token.Token, j int, c Context, hyphen bool) (Parsed, bool) {
	t := &tokens[j]
	if t.Is("square", "sq", "cubic", "cu", "sq.") {
		return power(tokens, j)
	}
	if t.Is("nautical", "fluid", "degree", "degrees", "deg", "brake", "light", "watt", "newton", "°", "metric") {
		if p, ok := twoWords(tokens, j); ok {
			return p, true
		}
	}
	if t.Lower == "parts" && j+2 < len(tokens) && tokens[j+1].Lower == "per" {
		if u, ok := byWord["parts per "+tokens[j+2].Lower]; ok {
			return Parsed{u, j + 3, true}, true
		}
	}
	if u, ok := bySymbol[t.Text]; ok && symbolFits(tokens, j, c, hyphen) {
		return joined(tokens, powered(tokens, Parsed{u, j + 1, true})), true
	}
	if u, ok := byWord[t.Lower]; ok && t.Kind == token.Word && wordFits(tokens, j, c, hyphen) {
		p := Parsed{u, j + 1, true}
		if p.Last < len(tokens) && tokens[p.Last].Text == "." && !tokens[p.Last].Space && len(t.Lower) <= 3 && p.Last+1 < len(tokens) && !tokens[p.Last+1].Capital() {
			p.Last++
		}
		return joined(tokens, p), true
	}
	return Parsed{}, false
}

// symbolFits guards symbols that are also words or letters.
func symbolFits(tokens []token.Token, j int, c Context, hyphen bool) bool {
	t := &tokens[j]
	if !c.Digits {
		return false
	}
	switch t.Text {
	case "in":
		return j+1 < len(tokens) && tokens[j+1].Is("thick", "wide", "long", "high", "tall", "deep", "diameter", "across", "x", "×", "by", ".")
	case "\"", "”", "″", "'", "′":
		return !t.Space && (j+1 == len(tokens) || tokens[j+1].Space || tokens[j+1].Kind == token.Symbol) && !openQuote(tokens, j)
	case "A":
		return !t.Space && !hyphen || j+1 < len(tokens) && tokens[j+1].Text == "/"
	case "C", "F":
		return j+1 == len(tokens) || !tokens[j+1].Capital() && tokens[j+1].Text != "."
	case "K", "s", "h", "t", "N", "st", "l", "L", "J", "mb":
		return !t.Space && !hyphen
	case "m", "g", "W", "V":
		return !hyphen || !t.Space
	}
	return true
}

// openQuote reports whether a quotation mark of the same kind is open before
// tokens[j], so that this one closes it.
func openQuote(tokens []token.Token, j int) bool {
	open := false
	for k := 0; k < j; k++ {
		if tokens[k].Text == tokens[j].Text || tokens[j].Text == "”" && tokens[k].Text == "“" {
			open = !open
		}
	}
	return open
}

func wordFits(tokens []token.Token, j int, c Context, hyphen bool) bool {
	t := &tokens[j]
	switch t.Lower {
	case "second":
		return c.Digits || hyphen
	case "min", "mo", "mi", "ft", "lb", "oz", "db", "mp", "nm", "kb", "mb", "tb", "px":
		return c.Digits
	case "bar", "stone", "cup", "cups", "yard", "gal", "gig", "gigs", "quarter", "quarters", "bit", "bits", "nights", "night":
		return t.Lower == "yard" || t.Lower == "nights" || hyphen || t.Lower == "quarters"
	}
	return true
}
