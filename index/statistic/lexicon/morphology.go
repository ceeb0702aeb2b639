package lexicon

import "strings"

var irregularSingular = map[string]string{
	"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
	"lives": "life", "wives": "wife", "knives": "knife", "halves": "half", "wolves": "wolf", "thieves": "thief", "leaves": "leaf", "loaves": "loaf",
	"shelves": "shelf", "selves": "self", "geese": "goose", "oxen": "ox", "criteria": "criterion", "phenomena": "phenomenon", "analyses": "analysis",
	"crises": "crisis", "theses": "thesis", "policemen": "policeman", "firemen": "fireman", "gunmen": "gunman", "fishermen": "fisherman",
	"businessmen": "businessman", "movies": "movie", "cookies": "cookie", "ties": "tie", "lies": "lie", "pies": "pie", "shoes": "shoe", "buses": "bus",
	"series": "series", "species": "species", "means": "means", "news": "news", "headquarters": "headquarters", "police": "police", "staff": "staff",
	"aircraft": "aircraft", "calories": "calorie", "zombies": "zombie", "selfies": "selfie", "indices": "index", "vertices": "vertex", "viruses": "virus",
	"gases": "gas", "menus": "menu", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "volcanoes": "volcano", "cargoes": "cargo", "echoes": "echo", "goes": "go", "does": "do",
	"licenses": "license", "sentences": "sentence", "bonuses": "bonus", "campuses": "campus", "statuses": "status", "censuses": "census",
}

var irregularPlural = func() map[string]string {
	m := make(map[string]string, len(irregularSingular))
	for p, s := range irregularSingular {
		m[s] = p
	}
	m["person"] = "people"
	return m
}()

// Singular returns the singular of a lower-case noun; other words unchanged.
func Singular(w string) string {
	if s, ok := irregularSingular[w]; ok {
		return s
	}
	n := len(w)
	switch {
	case n < 4 || w[n-1] != 's' || w[n-2] == 's' || w[n-2] == '\'':
		return w
	case strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "zzes"):
		return w[:n-2]
	}
	return w[:n-1]
}

// Plural returns the plural of a lower-case noun; a plural is returned
// unchanged.
func Plural(w string) string {
	if p, ok := irregularPlural[w]; ok {
		return p
	}
	if w == "" || IsPlural(w) {
		return w
	}
	n := len(w)
	switch {
	case w[n-1] == 'y' && n > 1 && !strings.ContainsRune("aeiou", rune(w[n-2])):
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh") || w[n-1] == 'x' || w[n-1] == 's' || w[n-1] == 'z':
		return w + "es"
	}
	return w + "s"
}

var pluralOnly = map[string]bool{"people": true, "men": true, "women": true, "children": true, "feet": true, "teeth": true, "mice": true, "police": true,
	"staff": true, "aircraft": true, "troops": true, "cattle": true, "criteria": true, "phenomena": true, "personnel": true, "data": true, "media": true,
	"fish": true, "sheep": true, "deer": true, "geese": true, "policemen": true, "gunmen": true, "fishermen": true, "firemen": true, "businessmen": true, "crew": true, "youth": true,
	"congressmen": true, "salmon": true, "spacecraft": true, "horsepower": true, "clergy": true, "lawmen": true, "servicemen": true, "humankind": true, "offspring": true, "livestock": true}

// IsPlural reports whether a lower-case word has the form of a plural noun.
func IsPlural(w string) bool {
	if pluralOnly[w] {
		return true
	}
	n := len(w)
	if n < 3 || w[n-1] != 's' {
		return false
	}
	if w[n-2] == 's' || w[n-2] == 'u' && w != "menus" || w[n-2] == '\'' {
		return false
	}
	if w[n-2] == 'i' {
		return w == "taxis" || w == "skis"
	}
	return true
}

// IsParticiple reports whether a lower-case word has the form of a past tense
// or past participle.
func IsParticiple(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ed") && w != "hundred" && !strings.HasSuffix(w, "eed") || classes[w]&Past != 0
}

// IsGerund reports whether a lower-case word ends in -ing as a verb does.
func IsGerund(w string) bool {
	if len(w) < 6 || !strings.HasSuffix(w, "ing") {
		return false
	}
	switch w {
	case "during", "nothing", "something", "anything", "everything", "evening", "morning", "ceiling", "building", "wedding", "meeting":
		return false
	}
	return true
}

// IsAdverb reports whether a lower-case word ends in -ly and is no common noun
// or adjective.
func IsAdverb(w string) bool {
	if len(w) < 5 || !strings.HasSuffix(w, "ly") {
		return false
	}
	switch w {
	case "family", "assembly", "supply", "monopoly", "italy", "july", "reply", "ally", "rally", "anomaly", "early", "daily", "weekly", "monthly",
		"yearly", "quarterly", "elderly", "friendly", "deadly", "likely", "lonely", "only", "jelly", "belly", "bully", "butterfly", "melancholy", "costly", "orderly":
		return false
	}
	return true
}

// participles are irregular participles by the other forms of their verbs.
var participles = map[string]string{"costing": "cost", "spending": "spent", "buying": "bought", "selling": "sold", "losing": "lost", "winning": "won",
	"paying": "paid", "holding": "held", "leaving": "left", "bringing": "brought", "catching": "caught", "finding": "found", "seeing": "seen", "getting": "got",
	"giving": "given", "hitting": "hit", "cutting": "cut", "building": "built", "sending": "sent", "keeping": "kept", "shooting": "shot", "stealing": "stolen",
	"setting": "set", "putting": "put", "running": "run", "driving": "driven", "making": "made", "taking": "taken", "writing": "written", "stole": "stolen", "gave": "given",
	"took": "taken", "saw": "seen", "drove": "driven", "wrote": "written", "broke": "broken", "chose": "chosen", "drew": "drawn", "ran": "run", "shooed": "shooed",
	"spend": "spent", "spends": "spent", "buy": "bought", "sell": "sold", "lose": "lost", "win": "won", "pay": "paid", "hold": "held", "leave": "left", "find": "found", "see": "seen",
	"give": "given", "build": "built", "send": "sent", "keep": "kept", "shoot": "shot", "steal": "stolen", "make": "made", "take": "taken", "write": "written", "bring": "brought"}

// Participle returns the past participle of a lower-case verb form: arresting,
// arrested; stole, stolen. Other forms are returned unchanged.
func Participle(w string) string {
	if p, ok := participles[w]; ok {
		return p
	}
	if IsGerund(w) {
		return w[:len(w)-3] + "ed"
	}
	return w
}

// Stem cuts plural and verb endings from a lower-case word, so that words of
// one measure compare equal (cases, case; arrested, arrests).
func Stem(w string) string {
	w = Singular(w)
	for _, s := range [2]string{"ing", "ed"} {
		if strings.HasSuffix(w, s) && len(w)-len(s) >= 3 {
			w = w[:len(w)-len(s)]
			if n := len(w); n > 3 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
				w = w[:n-1]
			}
			break
		}
	}
	if n := len(w); n > 4 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	return w
}
