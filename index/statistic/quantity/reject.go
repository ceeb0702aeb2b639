package quantity

import (
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// designators are nouns whose number is a name: chapter 5, phase 2, Game 6.
var designators = map[string]bool{}

func init() {
	for _, w := range []string{"chapter", "section", "article", "title", "page", "pages", "room", "route", "game", "week", "day", "phase", "level", "type", "grade",
		"stage", "version", "volume", "episode", "part", "step", "rule", "clause", "paragraph", "figure", "table", "appendix", "schedule", "line", "platform",
		"gate", "flight", "bus", "highway", "interstate", "district", "ward", "zone", "channel", "radio", "formula", "group", "division", "tier", "round",
		"no", "nos", "number", "numbers", "#", "vol", "issue", "lot", "unit", "apartment", "suite", "floor", "building", "pier", "terminal", "runway", "road", "street", "exit", "junction",
		"model", "mark", "mk", "windows", "ios", "android", "covid", "proposition", "amendment", "resolution", "act", "bill", "case", "docket", "file", "form", "count", "tel", "phone", "fax", "isbn", "hole", "set", "lap", "turn", "scene", "verse", "psalm", "size", "class", "track", "season", "quarter", "under", "over", "area", "camp", "squadron", "unit"} {
		designators[w] = true
	}
	delete(designators, "under")
	delete(designators, "over")
	delete(designators, "unit")
	delete(designators, "area")
	delete(designators, "figure")
}

// no decides whether a parsed number is no quantity. It returns the index after
// what is rejected, and the reason, "" if the number stands.
func (f *Finder) no(p number.Parsed) (int, Reason) {
	i := p.First
	if p.Form == number.InWords {
		return f.noWord(p)
	}
	if p.Form != number.InDigits || f.tokens[i].Kind != token.Number {
		return 0, ""
	}
	j := p.Last
	if f.touches(j) {
		switch f.at(j) {
		case "st", "nd", "rd", "th":
			return j + 1, Ordinal
		case "x", "*", "×":
			if j+1 < len(f.tokens) && f.tokens[j+1].Kind == token.Number {
				return j + 2, Resolution
			}
		case "'", "’", ":", "_", "#", "@":
			if f.at(j) == ":" || f.at(j+1) == "s" {
				return j + 1, Identifier
			}
		case "/":
			if j+1 < len(f.tokens) && f.tokens[j+1].Kind == token.Number {
				return f.chain(j), Identifier
			}
		case "'s", "s":
			return j + 1, Identifier
		}
	}
	if f.at(j) == "x" && j+1 < len(f.tokens) && f.tokens[j+1].Kind == token.Number || f.at(j) == "×" {
		return min(j+2, len(f.tokens)), Resolution
	}
	if last := f.chain(j); last > j+2 {
		return last, Identifier // 555-12-34, 1.2.3.4
	}
	if last, ok := f.score(p); ok {
		return last, Score
	}
	if f.codeLike(p) || f.address(p) {
		return j, Identifier
	}
	if f.named(p) {
		return j, Identifier
	}
	return 0, ""
}

// score recognises two small numbers joined by a hyphen that are no range of a
// unit or of counted things: 2-1, a 9-2 lead.
func (f *Finder) score(p number.Parsed) (int, bool) {
	j := p.Last
	if p.Scaled || !f.touches(j) || !f.tokens[j].Is("-", "–") || !f.touches(j+1) || f.tokens[j+1].Kind != token.Number || p.Value.Exponent != 0 {
		return 0, false
	}
	if _, _, ok := unit.Before(f.tokens, p.First); ok {
		return 0, false
	}
	b, ok := number.At(f.tokens, j+1)
	if !ok || b.Scaled || b.Value.Exponent != 0 || p.Value.Mantissa > 200 || b.Value.Mantissa > 200 {
		return 0, false
	}
	if _, ok := unit.After(f.tokens, b.Last, unit.Context{Digits: true}); ok || b.Value.Mantissa > p.Value.Mantissa && f.countedAfter(b.Last) && f.at(b.Last) != "thanks" {
		return 0, false
	}
	return b.Last, true
}

// chain returns the end of further numbers joined to the one before j by signs:
// 718-250-2340, 3/4/5, 192.168.1.2.
func (f *Finder) chain(j int) int {
	for j+1 < len(f.tokens) && f.touches(j) && f.touches(j+1) && f.tokens[j+1].Kind == token.Number && f.tokens[j].Is("/", "-", "‑", ":", "_", ".") {
		j += 2
	}
	return j
}

// address recognises a house number: 350 Jay Street.
func (f *Finder) address(p number.Parsed) bool {
	for k := p.Last; k < len(f.tokens) && k < p.Last+5 && f.tokens[k].Capital(); k++ {
		switch f.at(k) {
		case "street", "avenue", "road", "lane", "drive", "boulevard", "st", "ave", "rd", "blvd", "parkway", "terrace", "plaza", "highway":
			return k > p.Last
		}
	}
	return false
}

// codeLike reports whether the digits are glued to letters or signs that make a
// name (COVID-19, iPhone14, 5G), or begin with a zero, or run on and on.
func (f *Finder) codeLike(p number.Parsed) bool {
	i, j := p.First, p.Last
	text := f.tokens[i].Text
	if len(text) > 1 && text[0] == '0' && text[1] != '.' && p.Value.Exponent >= 0 {
		return true
	}
	if f.touches(i) {
		switch prev := &f.tokens[i-1]; prev.Kind {
		case token.Word:
			if _, _, ok := unit.Before(f.tokens, i); !ok {
				return true
			}
		case token.Symbol:
			if prev.Is("#", "@", "_", "/", "&") || prev.Text == "." && f.touches(i-1) && f.tokens[i-2].Kind == token.Word {
				return true
			}
			if prev.Text == "(" && f.touches(i-1) && f.tokens[i-2].Kind == token.Number { // section 2(8A)
				return true
			}
			if prev.Text == "-" && prev.Space && i >= 2 && f.tokens[i-2].Upper() { // COVID -19
				return true
			}
			if prev.Is("-", "–") && f.touches(i-1) && f.tokens[i-2].Kind == token.Word && !f.openPrefix(i-2) {
				return true
			}
		}
	}
	if f.touches(j) && f.tokens[j].Kind == token.Word && !p.Scaled {
		return f.gluedCode(j, p)
	}
	return false
}

// openPrefix reports whether the word before a hyphen leaves the number a
// number: minus-130, sub-7, under-18, then-18.
func (f *Finder) openPrefix(k int) bool {
	return f.tokens[k].Is("minus", "sub", "under", "over", "then", "now", "to", "and", "about", "mid", "plus", "or", "nearly", "almost", "near", "some", "from")
}

// gluedCode reports whether letters right after digits are no unit: 5G, 4K TV.
func (f *Finder) gluedCode(j int, p number.Parsed) bool {
	t := &f.tokens[j]
	if t.Is("x", "fold") {
		return false
	}
	if t.Text == "p" {
		n := p.Value.Float()
		return n == 480 || n == 720 || n == 1080 || n == 1440 || n == 2160
	}
	if _, ok := unit.After(f.tokens, j, unit.Context{Digits: true}); ok {
		return false
	}
	return len(t.Text) <= 2 || t.Capital()
}

// named reports whether the number belongs to the name or designator before it.
func (f *Finder) named(p number.Parsed) bool {
	i, j := p.First, p.Last
	if i == 0 || p.Scaled {
		return false
	}
	prev := &f.tokens[i-1]
	plain := p.Value.Exponent == 0 && p.Value.Mantissa < 10000 && len(f.tokens[i].Text) <= 4
	if !plain {
		return false
	}
	if prev.Text == "." && i >= 2 && f.tokens[i-2].Is("no", "nos", "vol", "p", "pp", "art", "sec", "ch", "fig") && !prev.Space {
		return true
	}
	if prev.Kind != token.Word {
		return prev.Text == "#"
	}
	if _, ok := unit.After(f.tokens, j, unit.Context{Digits: true}); ok {
		return false
	}
	_, _, isMoney := unit.Before(f.tokens, i)
	if isMoney {
		return false
	}
	if designators[prev.Lower] {
		return !f.countedAfter(j)
	}
	if !prev.Proper() || lexicon.Is(prev.Lower, lexicon.Function|lexicon.Report|lexicon.Month|lexicon.Weekday|lexicon.Past) || i-1 == 0 && !prev.Upper() {
		return prev.Lower == "top" && !f.countedAfter(j)
	}
	return !f.countedAfter(j)
}

// countedAfter reports whether a lower-case plural follows within three words,
// so that the number before j counts it.
func (f *Finder) countedAfter(j int) bool {
	for k := j; k < j+3 && k < len(f.tokens); k++ {
		t := &f.tokens[k]
		if t.Kind != token.Word || t.Capital() || lexicon.Is(t.Lower, lexicon.Function) || f.when[k] > 0 {
			return false
		}
		if lexicon.IsPlural(t.Lower) && !lexicon.Is(t.Lower, lexicon.Verb) {
			return true
		}
	}
	return false
}

// noWord rejects "one" as a pronoun and number words inside names and idioms.
func (f *Finder) noWord(p number.Parsed) (int, Reason) {
	i, j := p.First, p.Last
	if f.touches(i) && f.at(i-1) == "-" { // twenty-one-nil, all-in-one
		if k := i - 2; k < 0 || !f.openPrefix(k) {
			return j, Identifier
		}
	}
	next := f.at(j)
	if _, ok := number.Ordinal(next); ok && next != "second" && f.touches(j) {
		return j + 1, Ordinal
	}
	if next == "-" && f.touches(j) {
		if _, ok := number.Ordinal(f.at(j + 1)); ok && f.at(j+1) != "second" { // twenty-first
			return j + 2, Ordinal
		}
	}
	if i > 0 && f.tokens[i].Capital() && f.tokens[i-1].Capital() && !lexicon.Is(f.at(i-1), lexicon.Function) && !f.countedAfter(j) {
		return j, Identifier
	}
	if i > 0 && f.tokens[i].Capital() && j < len(f.tokens) && f.tokens[j].Capital() && f.tokens[i-1].Kind == token.Word {
		return j, Identifier // the Three Cooks
	}
	if designators[f.at(i-1)] && f.at(i-1) != "number" && !f.countedAfter(j) {
		return j, Identifier
	}
	if f.at(i) != "one" || j > i+1 {
		return 0, ""
	}
	if next == "of" {
		return 0, ""
	}
	if _, ok := unit.After(f.tokens, j, unit.Context{}); ok && f.at(i-1) != "no" && next != "day" && next != "night" {
		return 0, "" // that one mile
	}
	switch f.at(i - 1) {
	case "no", "any", "every", "each", "same", "this", "that", "which", "some", "another", "the", "square", "day", "number", "a", "good", "only":
		return j, Pronoun
	}
	if _, ok := unit.After(f.tokens, j, unit.Context{}); ok {
		return 0, ""
	}
	if (next == "to" || next == "or" || next == "in" || next == "and") && j+1 < len(f.tokens) {
		if _, ok := number.At(f.tokens, j+1); ok && !f.tokens[j+1].Is("a", "an") {
			return 0, ""
		}
	}
	if j < len(f.tokens) && f.tokens[j].Kind == token.Number || lexicon.Is(next, lexicon.Preposition|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Pronoun) {
		return j, Pronoun
	}
	switch next {
	case "another", "'s", "who", "that", "day", "thing", "way", "can", "could", "might", "would", "is", "was", "has", "had", ",", ".", "to", "on", "in", "and", "or", "from", "with", "?", "!", "'", "’", "", "as", "where", "for", "such", "-", "at", "should", "must", "may", "will":
		if next == "-" && !f.tokens[j].Space {
			return 0, ""
		}
		return j, Pronoun
	}
	if i == 0 && lexicon.Is(next, lexicon.Auxiliary) {
		return j, Pronoun
	}
	return 0, ""
}
