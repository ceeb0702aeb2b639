package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/neurosnap/sentences"
)

// abbreviations are added to the model's own list, which lacks them.
var abbreviations = []string{
	"apr", "approx", "art", "assn", "atty", "blvd", "capt", "cf", "ch", "cmdr", "cpl", "dept", "det", "e.g", "est",
	"fig", "figs", "gov", "hon", "i.e", "insp", "jul", "jun", "lt", "mt", "nos", "pp", "pres", "pvt", "rev", "sec",
	"sgt", "supt", "univ", "vol",
}

// names stand before a name, never at the end of a sentence.
var names = set("adm atty capt cmdr col cpl det dr gen gov hon insp lt maj messrs mr mrs ms mt pres prof pvt rep reps rev sen sgt st supt v vs")

// numbered stand before a number.
var numbered = set("apr art aug ch dec feb fig figs jan jul jun mar no nos nov oct p para pp sec sep sept vol v vs")

// germanMonths follow an ordinal number, which German writes with a period.
var germanMonths = set("januar jänner februar märz april mai juni juli august september oktober november dezember")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func known(word string) bool { w := strings.ToLower(word); return names[w] || numbered[w] && w != "no" }

// correction is the last annotation: rules on a word and its successor that
// overrule the model.
type correction struct{ starters, abbreviations sentences.SetString }

// Annotate implements sentences.AnnotateTokens.
func (c *correction) Annotate(tokens []*sentences.Token) []*sentences.Token {
	for i, t := range tokens {
		bare := strings.TrimRight(t.Tok, closers)
		mark, _ := utf8.DecodeLastRuneInString(bare)
		switch {
		case strings.ContainsRune(wideEnds, mark):
			t.SentBreak = true
		case !strings.ContainsRune(".!?", mark):
			t.SentBreak = false
		case i+1 < len(tokens):
			t.SentBreak = c.ends(t, bare, tokens[i+1])
		}
	}
	return tokens
}

// ends decides on t, whose text without closing marks is bare, before next.
func (c *correction) ends(t *sentences.Token, bare string, next *sentences.Token) bool {
	first := firstRune(next.Tok)
	stem := strings.TrimLeft(strings.TrimRight(bare, ".!?"), openers)
	word := strings.ToLower(stem)
	follow := strings.ToLower(strings.Trim(next.Tok, openers+closers+".,;:!?"))
	switch {
	case unicode.IsLower(first) && stem != "":
		return false
	case !strings.HasSuffix(bare, "."):
		return true
	case strings.HasSuffix(bare, ".."), stem == "":
		return t.SentBreak
	case names[word] && bare == t.Tok, numbered[word] && unicode.IsDigit(first):
		return false
	case word == "no":
		return true
	case isNumber(word):
		return !(t.LineStart && len(word) <= 3) && !(len(word) <= 2 && germanMonths[follow])
	case bare != t.Tok:
		return true
	case utf8.RuneCountInString(stem) == 1 && unicode.IsUpper(firstRune(stem)):
		return stem == "I" || c.starters.Has(follow)
	case strings.Contains(stem, "."):
		return !isAcronym(stem) && !c.abbreviations.Has(word) || c.starters.Has(follow) || sentencePronouns[follow]
	}
	return t.SentBreak
}

// sentencePronouns begin sentences and, unlike most capitalized words, do not
// continue a name after an acronym ("the U.S. We").
var sentencePronouns = set("a an after as at by for from his her its my no not on our their we you what who")

// isAcronym reports whether s is single letters joined by periods ("U.S").
func isAcronym(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if utf8.RuneCountInString(part) != 1 {
			return false
		}
	}
	return true
}
