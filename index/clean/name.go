package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// particles stay in lower case inside a name.
var particles = setOf("de da del della der den di do dos du van von la le ten ter al el bin ibn y e und and et")

// personName returns a name as it is written in running text: "YANG ZEKUN" and
// "YANG Zekun" become "Yang Zekun". Initials, particles and names already in
// mixed case stay as they are.
func personName(s string) string {
	words := strings.Fields(s)
	whole := true
	for _, w := range words {
		whole = whole && (w == strings.ToUpper(w) || particles[w])
	}
	for i, w := range words {
		if whole || shouted(w) {
			words[i] = nameWord(w, i > 0)
		}
	}
	return strings.Join(words, " ")
}

// shouted reports whether w is a name in capitals rather than an acronym: three
// letters or more, all upper case, with a vowel.
func shouted(w string) bool {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, w)
	return utf8.RuneCountInString(letters) >= 3 && letters == strings.ToUpper(letters) &&
		strings.ContainsAny(letters, "AEIOUYÄÖÜÉÈÁÓÍ") && strings.Trim(letters, "IVX") != ""
}

func nameWord(w string, inside bool) string {
	lower := strings.ToLower(w)
	if inside && particles[lower] {
		return lower
	}
	if strings.Contains(w, ".") || strings.Trim(w, "IVX") == "" && len(w) > 1 {
		return w
	}
	var b strings.Builder
	up := true
	for i, r := range lower {
		if up {
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
		up = r == '-' || r == '\'' || r == '’' || i == 1 && strings.HasPrefix(lower, "mc") && len(lower) > 4
	}
	return b.String()
}

// publisherName returns a publisher as it writes itself in running text: "CHINA
// DAILY" becomes "China Daily", "BBC NEWS" "BBC News"; "AFP" stays.
func publisherName(s string) string {
	words := strings.Fields(s)
	if s != strings.ToUpper(s) || len(words) == 1 && utf8.RuneCountInString(s) <= 5 {
		return strings.Join(words, " ")
	}
	for i, w := range words {
		if shouted(w) || i > 0 && len(w) == 2 {
			words[i] = nameWord(w, i > 0)
		}
	}
	return strings.Join(words, " ")
}
