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
		if code, ok := signs[t.Text]; ok && !t.Space && t.Text != "$" { // 200€
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
	if t.Is("nautical", "fluid", "degree", "degrees", "deg", "brake", "light", "watt", "newton", "°") {
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

// power reads square and cubic units.
func power(tokens []token.Token, j int) (Parsed, bool) {
	k := j + 1
	for k < len(tokens) && tokens[k].Is(".", "-") && !tokens[k].Space {
		k++
	}
	if k >= len(tokens) {
		return Parsed{}, false
	}
	u, ok := byWord[tokens[k].Lower]
	if !ok {
		u, ok = bySymbol[tokens[k].Text]
	}
	if !ok || u.Class != Length {
		return Parsed{}, false
	}
	last := k + 1
	if last < len(tokens) && tokens[last].Text == "." && !tokens[last].Space && len(tokens[k].Lower) <= 2 && last+1 < len(tokens) && !tokens[last+1].Capital() {
		last++
	}
	if tokens[j].Is("square", "sq") {
		return Parsed{Unit{u.Code + "2", "square " + u.Name, "square " + u.Plural, Area}, last, true}, true
	}
	return Parsed{Unit{u.Code + "3", "cubic " + u.Name, "cubic " + u.Plural, Volume}, last, true}, true
}

// powered reads m², cm2, km3.
func powered(tokens []token.Token, p Parsed) Parsed {
	if p.Unit.Class != Length || p.Last >= len(tokens) || tokens[p.Last].Space {
		return p
	}
	u := p.Unit
	switch tokens[p.Last].Text {
	case "²", "2":
		return Parsed{Unit{u.Code + "2", "square " + u.Name, "square " + u.Plural, Area}, p.Last + 1, true}
	case "³", "3":
		return Parsed{Unit{u.Code + "3", "cubic " + u.Name, "cubic " + u.Plural, Volume}, p.Last + 1, true}
	}
	return p
}

// twoWords reads nautical miles, fluid ounces, degrees Celsius, brake
// horsepower, light years, watt hours.
func twoWords(tokens []token.Token, j int) (Parsed, bool) {
	k := j + 1
	if k < len(tokens) && tokens[k].Text == "-" && !tokens[k].Space {
		k++
	}
	if k >= len(tokens) {
		return Parsed{}, false
	}
	a, b := tokens[j].Lower, tokens[k].Lower
	switch a {
	case "degree", "degrees", "deg", "°":
		for _, n := range [2]string{"c", "celsius"} {
			if b == n || b == "centigrade" {
				return Parsed{byWord["celsius"], k + 1, true}, true
			}
		}
		if b == "f" || b == "fahrenheit" {
			return Parsed{byWord["fahrenheit"], k + 1, true}, true
		}
		return Parsed{}, false
	case "light":
		a = "light-"
	default:
		a += " "
	}
	u, ok := byWord[a+b]
	return Parsed{u, k + 1, true}, ok
}

// joined reads products written with a hyphen: pound-feet, lb-ft, foot-pounds,
// kilowatt-hours.
func joined(tokens []token.Token, p Parsed) Parsed {
	j := p.Last
	if j+1 >= len(tokens) || tokens[j].Text != "-" || tokens[j].Space || tokens[j+1].Space {
		if j < len(tokens) && tokens[j].Is("hour", "hours") && p.Unit.Class == Power {
			return energy(p, j+1)
		}
		return p
	}
	w := tokens[j+1].Lower
	switch {
	case p.Unit.Class == Mass && (w == "feet" || w == "foot" || w == "ft"), p.Unit.Class == Length && (w == "pounds" || w == "pound" || w == "lbs" || w == "lb"):
		return Parsed{byWord["pound-foot"], j + 2, true}
	case p.Unit.Class == Power && (w == "hour" || w == "hours"):
		return energy(p, j+2)
	}
	return p
}

func energy(p Parsed, last int) Parsed {
	u := p.Unit
	return Parsed{Unit{u.Code + ".h", u.Name + " hour", u.Name + " hours", Energy}, last, true}
}

// compound reads a rate of two units of the tables: km/h, miles per hour, A/cm².
// Rates by a noun (tests per day, $10 per gram) are read by package quantity.
func compound(tokens []token.Token, p Parsed) Parsed {
	j := p.Last
	if j+1 >= len(tokens) {
		return p
	}
	slash := tokens[j].Text == "/" && !tokens[j].Space && !tokens[j+1].Space
	if !slash && tokens[j].Lower != "per" {
		return p
	}
	if tokens[j+1].Is("cent", "capita", "annum") {
		return p
	}
	u, ok := bySymbol[tokens[j+1].Text]
	if !ok || !slash {
		u, ok = byWord[tokens[j+1].Lower]
	}
	if !ok {
		return p
	}
	q := powered(tokens, Parsed{u, j + 2, true})
	if tokens[j+1].Is("square", "sq", "cubic") {
		if q, ok = power(tokens, j+1); !ok {
			return p
		}
	}
	return Parsed{p.Unit.Per(q.Unit), q.Last, true}
}

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
