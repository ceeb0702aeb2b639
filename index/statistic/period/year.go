package period

import (
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/token"
)

// loneYear decides whether four digits by themselves are a year. Words of time
// before them say so; a unit, a scale or a bound says not; a plural noun after
// them says not unless the number is a recent year after an article.
func loneYear(tokens []token.Token, i, y int) bool {
	if i > 0 && !tokens[i].Space && (tokens[i-1].Kind == token.Symbol && !tokens[i-1].Is("(", "-", "–", "—", "/", "'", "’", "“", "\"", ",", ";") || tokens[i-1].Kind == token.Word) {
		return false
	}
	next := ""
	if i+1 < len(tokens) {
		next = tokens[i+1].Lower
		if quantified(&tokens[i+1], next) {
			return false
		}
	}
	recent := y >= 1900 && y <= 2035
	prev := ""
	if i > 0 {
		prev = tokens[i-1].Lower
	}
	switch prev {
	case "in", "since", "until", "till", "by", "during", "year", "circa", "a.d.", "ad", "fiscal", "fy", "spring", "summer", "autumn", "winter", "fall":
		return true
	case "than", "least", "about", "over", "around", "nearly", "almost", "some", "approximately", "roughly", "under", "most", "another", "exceed", "exceeded", "reached", "total", "up":
		return false
	}
	if i+1 < len(tokens) && tokens[i+1].Kind == token.Word && tokens[i+1].Space && !tokens[i+1].Capital() && lexicon.IsPlural(next) && !lexicon.Is(next, lexicon.Function|lexicon.Verb) {
		return recent && (i > 0 && tokens[i-1].Capital() && !tokens[i].Is("than") && i > 1 || prev == "the" || prev == "its" || prev == "their" || prev == "his" || prev == "her" || prev == "'s")
	}
	switch prev {
	case "of", "from", "to", "and", "or", "through", "before", "after", "between", "for", ",", "(", "the", "a", "-", "–", "—", "late", "early", "mid":
		return y >= 1700 && y < 2100
	}
	return recent
}

// quantified reports whether a word right after four digits makes them an
// amount.
func quantified(t *token.Token, w string) bool {
	if t.Kind == token.Symbol {
		return w == "%" || w == "°" || w == "*" || w == "×"
	}
	switch w {
	case "percent", "per", "million", "billion", "trillion", "thousand", "yuan", "dollars", "euros", "pounds", "yen", "rupees",
		"km", "miles", "metres", "meters", "feet", "tonnes", "tons", "kg", "mw", "people", "times", "cases", "years", "hours", "days", "minutes", "rpm", "cc", "mah", "hp", "bhp", "points":
		return true
	}
	return !t.Space && t.Kind == token.Word && w != "s" && w != "'s"
}

// decadeAt reads the 1990s, 1990s, the '90s.
func decadeAt(tokens []token.Token, i int) (Mention, bool) {
	k := i
	if tokens[k].Lower == "the" {
		k++
	}
	if k < len(tokens) && tokens[k].Is("early", "late", "mid") {
		k++
		if k < len(tokens) && tokens[k].Text == "-" {
			k++
		}
	}
	if k < len(tokens) && tokens[k].Is("'", "’") {
		k++
	}
	s := k + 1
	if s < len(tokens) && tokens[s].Is("'", "’") && !tokens[s].Space {
		s++ // the 70's
	}
	if s >= len(tokens) || tokens[k].Kind != token.Number || tokens[s].Lower != "s" || tokens[s].Space {
		return Mention{}, false
	}
	y, ok := small(&tokens[k], 4)
	switch {
	case !ok || y%10 != 0:
		return Mention{}, false
	case len(tokens[k].Text) == 2 && y >= 10:
		y += 1900
	case len(tokens[k].Text) != 4 || y < 1000 || y > 2100:
		return Mention{}, false
	}
	return Mention{First: i, Last: s + 1, Start: Date{y, 1, 1}, End: Date{y + 9, 12, 31}, Basis: Explicit, Grain: Decade}, true
}
