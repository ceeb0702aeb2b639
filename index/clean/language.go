package clean

import "strings"

// stopWords are frequent words that tell the languages in Latin script apart.
var stopWords = func() map[string][]string {
	m := map[string][]string{}
	for tag, words := range map[string]string{
		"en": "the of and to in that is was for it with on as he his be at by had are but from have they which she were been their has would said",
		"de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man",
		"fr": "le la les des et est une du en que qui dans pour il au pas sur ne se plus par avec ce sont son elle aux été cette ont mais nous leur sa ses ou",
		"es": "el la los las de que y en un una por con no para es al lo como más su del se ha sus pero fue este esta también muy entre años",
		"it": "il la di che e un una per non sono con del della è i le da al si nel anche ha gli più dei alla come questo",
		"pt": "o a os as de que e do da em um uma para com não por mais dos das se na no ao como foi são pela ele",
		"nl": "de het een van en in is dat op te zijn met voor niet aan er die ook als maar om bij door naar wordt hij heeft",
		"vi": "và của là có cho được trong các một không những với người đã này về để tại từ vào",
	} {
		for _, w := range strings.Fields(words) {
			m[w] = append(m[w], tag)
		}
	}
	return m
}()

// languageSample is how many words are looked at.
const languageSample = 1500

// detect returns the BCP 47 tag of the language the lines are written in, or ""
// if it is not certain: by script, and within the Latin script by stop words.
func detect(lines []line) string {
	var all shape
	words := make([]string, 0, languageSample)
	for i := range lines {
		l := &lines[i]
		if l.role == junk {
			continue
		}
		for s, n := range l.shape.letters {
			all.letters[s] += n
		}
		for w := range strings.FieldsSeq(l.text) {
			if len(words) == languageSample {
				break
			}
			words = append(words, strings.ToLower(strings.Trim(w, "\"'.,;:!?()“”‘’«»")))
		}
	}
	switch all.main() {
	case latin:
		return latinLanguage(words)
	case han:
		switch {
		case all.letters[kana]*20 > all.wide():
			return "ja"
		case all.wide() >= 4:
			return "zh"
		}
	case hangul:
		return "ko"
	case cyrillic:
		for _, w := range words {
			if strings.ContainsAny(w, "іїєґ") {
				return "uk"
			}
		}
		return "ru"
	case arabic:
		return "ar"
	case hebrew:
		return "he"
	case greek:
		return "el"
	case thai:
		return "th"
	}
	return ""
}

func latinLanguage(words []string) string {
	hits := map[string]int{}
	for _, w := range words {
		for _, tag := range stopWords[w] {
			hits[tag]++
		}
	}
	best, second := "", ""
	for _, tag := range []string{"en", "de", "fr", "es", "it", "pt", "nl", "vi"} {
		switch {
		case hits[tag] > hits[best]:
			best, second = tag, best
		case hits[tag] > hits[second]:
			second = tag
		}
	}
	if hits[best] < 3 || hits[best]*12 < len(words) || hits[best]*4 < hits[second]*5 {
		return ""
	}
	return best
}
