package quantity

import (
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

const maxNoun = 7 // words of a counted noun phrase

// noun reads the noun phrase that begins at j: adjectives and nouns up to the
// first function word, verb or sign. A plural is its head unless another noun
// follows. open allows a determiner-like first word (other).
func (f *Finder) noun(j int, open bool) (Span, bool) {
	first := j
	if f.at(j) == "-" && f.touches(j) { // a three-point range counts points
		if f.touches(j+1) && f.tokens[j+1].Kind == token.Word && !f.function(j+1) && !lexicon.Is(f.at(j+1), lexicon.Adjective) {
			return Span{j + 1, j + 2}, true
		}
		return Span{}, false
	}
	for f.at(j) == "more" || f.at(j) == "other" || f.at(j) == "additional" || f.at(j) == "such" || f.at(j) == "own" || f.at(j) == "further" || f.at(j) == "fewer" || f.at(j) == "extra" {
		if f.at(j) != "other" {
			first = j + 1
		}
		j++
	}
	last := j
	plural := false
	for k := j; k < len(f.tokens) && k < j+2*maxNoun; k++ {
		t := &f.tokens[k]
		if f.when[k] > 0 && !plural && last == j {
			break
		}
		if f.when[k] > 0 {
			break
		}
		if t.Kind == token.Symbol {
			if f.bridge(k, last) {
				continue
			}
			break
		}
		if t.Kind == token.Number {
			if last > j && !plural && f.version(k) && (f.tokens[k-1].Capital() && t.Space || f.at(k-1) == "-" && !t.Space || f.tokens[k-1].Capital() && !t.Space) { // Model 3 sedans, COVID-19 tests
				continue
			}
			break
		}
		if (t.Lower == "and" || t.Lower == "or") && !plural && last > j && f.coordinated(k) {
			continue
		}
		if f.stops(k, j, plural, last == j) {
			break
		}
		last = k + 1
		plural = lexicon.IsPlural(t.Lower) && !(f.touches(k+1) && f.at(k+1) == "-")
	}
	if last == j || last <= first {
		return Span{}, false
	}
	return Span{first, last}, true
}

// version reports whether the number at k can be part of a name inside a noun
// phrase: short, whole and without a unit.
func (f *Finder) version(k int) bool {
	t := &f.tokens[k]
	if len(t.Text) > 4 || strings.Contains(t.Text, ".") {
		return false
	}
	_, ok := unit.After(f.tokens, k+1, unit.Context{Digits: true})
	return !ok
}

// bridge lets hyphens, ampersands and possessives inside names stand within a
// phrase.
func (f *Finder) bridge(k, last int) bool {
	t := &f.tokens[k]
	if t.Is("-", "‑") && f.touches(k) && f.touches(k+1) && last == k {
		return f.tokens[k+1].Kind == token.Word || f.tokens[k-1].Capital()
	}
	return t.Text == "&" && last == k && k+1 < len(f.tokens) && f.tokens[k+1].Capital()
}

// coordinated reports whether after the conjunction at k one to three words end
// in a plural: phone and bank cards, Kia and Hyundai vehicles.
func (f *Finder) coordinated(k int) bool {
	for n := k + 1; n < len(f.tokens) && n <= k+3; n++ {
		t := &f.tokens[n]
		if t.Kind != token.Word || lexicon.Is(t.Lower, lexicon.Function|lexicon.Auxiliary|lexicon.Past) || number.Starts(t.Lower) {
			return false
		}
		if lexicon.IsPlural(t.Lower) {
			return !lexicon.Is(t.Lower, lexicon.Verb) && n > k+1 || f.tokens[k-1].Capital() == false && n == k+1 && lexicon.IsGerund(f.at(k-1)) == false && adjectival(f.at(k-1))
		}
	}
	return false
}

// adjectival reports whether a word has the form of an adjective, so that a
// conjunction after it joins two qualities of one noun.
func adjectival(w string) bool {
	n := len(w)
	if n < 5 {
		return false
	}
	switch w[n-2:] {
	case "al", "ic", "ed", "ve", "us", "ry":
		return true
	}
	return false
}

// stops reports whether the word at k ends the phrase. none is true while the
// phrase is empty.
func (f *Finder) stops(k, from int, plural, none bool) bool {
	t := &f.tokens[k]
	w := t.Lower
	c := lexicon.Of(w)
	if f.function(k) && !(none && (w == "daily" || w == "weekly" || w == "monthly" || w == "home" || w == "past" || w == "previous")) {
		return true
	}
	if none && (c&lexicon.Comparer != 0 || lexicon.IsGerund(w) && !f.goesOn(k)) {
		return true
	}
	if c&lexicon.Verb != 0 && (!none || !f.goesOn(k)) || c&lexicon.Adjective != 0 && !none && !f.goesOn(k) {
		return true
	}
	if c&lexicon.Past != 0 && !(adjective[w] && (!none || f.goesOn(k))) {
		return true
	}
	if none && c&lexicon.Adjective != 0 && !f.goesOn(k) {
		return true
	}
	if number.Starts(w) && w != "double" && w != "triple" {
		return true
	}
	if !plural {
		if lexicon.IsParticiple(w) && (none && !f.goesOn(k) || !none && !f.goesOn(k)) {
			return true
		}
		if none && lexicon.IsAdverb(w) {
			return !f.goesOn(k)
		}
		return !none && lexicon.IsAdverb(w)
	}
	// after a plural only another plural noun may follow, as in sports cars
	if f.touches(k) && f.at(k-1) == "-" {
		return false
	}
	if lexicon.IsParticiple(w) || lexicon.IsGerund(w) || lexicon.IsAdverb(w) || c&(lexicon.Verb|lexicon.Report|lexicon.Adjective) != 0 || t.Capital() != f.tokens[k-1].Capital() {
		return true
	}
	return !lexicon.IsPlural(w)
}

// adjective are irregular participles that stand before nouns, and pasts that are
// also nouns.
var adjective = map[string]bool{"stolen": true, "broken": true, "lost": true, "known": true, "hidden": true, "written": true, "forgotten": true, "frozen": true,
	"proven": true, "cut": true, "set": true, "shot": true, "hit": true, "bid": true, "found": true, "grown": true, "read": true, "hurt": true, "fallen": true}

// goesOn reports whether a noun may follow the word at k.
func (f *Finder) goesOn(k int) bool {
	if k+1 >= len(f.tokens) || f.when[k+1] > 0 {
		return false
	}
	t := &f.tokens[k+1]
	if (t.Lower == "and" || t.Lower == "or") && k+3 < len(f.tokens) {
		return f.coordinated(k + 1)
	}
	return t.Kind == token.Word && !f.function(k+1) && !lexicon.IsAdverb(t.Lower)
}

// function reports whether the token at k is a function word; US and IT in
// capitals are not.
func (f *Finder) function(k int) bool {
	return lexicon.Is(f.tokens[k].Lower, lexicon.Function) && !(f.tokens[k].Upper() && len(f.tokens[k].Text) > 1)
}
