package unit

import "almanac/index/statistic/token"

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
	case "metric":
		u := byWord["tonne"]
		return Parsed{u, k + 1, true}, b == "ton" || b == "tons" || b == "tonne" || b == "tonnes"
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
