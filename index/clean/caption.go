package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// creditWords begin a credit in brackets or after a caption.
var creditWords = []string{"photo", "photos", "photograph", "picture", "image", "file photo", "graphic", "illustration", "video", "screenshot",
	"courtesy", "credit", "source:", "provided by", "xinhua", "ap photo", "reuters", "afp", "getty", "vcg", "foto", "bild", "图", "摄"}

// agencies are pictures' sources that stand alone in capitals.
var agencies = setOf("XINHUA REUTERS AFP VCG GETTY EPA ANSA DPA IANS PTI")

// splitCaption parts a line into the caption of a picture and its credit:
// "Text. [Photo provided to x]", "Text (Xinhua/Name)", "Text NAME/CHINA DAILY".
func splitCaption(l *line) (text, credit string, ok bool) {
	if l.shape.words > 70 {
		return "", "", false
	}
	if text, credit, ok = namedCaption(l.text); ok {
		return text, credit, true
	}
	if text, credit, ok = bracketCredit(l.text); ok {
		return text, credit, true
	}
	if text, credit, ok = labelCredit(l.text); ok {
		return text, credit, true
	}
	return capitalCredit(l)
}

// namedCaption reads "Image caption, Text Image source, Name", either part of
// which may be missing, as broadcasters' pages mark pictures for screen readers.
func namedCaption(s string) (text, credit string, ok bool) {
	for _, mark := range []string{"Image source, ", "Image source: ", "Image copyright, ", "Photo source: "} {
		if i := strings.Index(s, mark); i >= 0 && len(s)-i <= 90 {
			s, credit, ok = strings.TrimSpace(s[:i]), strings.TrimSpace(s[i:]), true
			break
		}
	}
	for _, mark := range []string{"Image caption, ", "Image caption: ", "Caption: ", "Media caption, "} {
		if rest, found := strings.CutPrefix(s, mark); found {
			return strings.TrimSpace(rest), credit, true
		}
	}
	return s, credit, ok
}

func bracketCredit(s string) (text, credit string, ok bool) {
	if s == "" {
		return "", "", false
	}
	opening := map[byte]string{']': "[", ')': "("}[s[len(s)-1]]
	if opening == "" {
		return "", "", false
	}
	at := strings.LastIndex(s, opening)
	if at < 0 {
		return "", "", false
	}
	inner := strings.TrimSpace(s[at+1 : len(s)-1])
	if !isCredit(inner) || opening == "(" && !strings.ContainsAny(inner, "/:") && !hasWord(inner, "photo", "image", "picture", "courtesy", "foto") {
		return "", "", false
	}
	return strings.TrimSpace(s[:at]), inner, true
}

func isCredit(inner string) bool {
	lower := strings.ToLower(inner)
	if len(inner) > 100 {
		return false
	}
	for _, w := range creditWords {
		if strings.HasPrefix(lower, w) {
			return true
		}
	}
	return false
}

func hasWord(s string, words ...string) bool {
	s = strings.ToLower(s)
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// labelCredit parts at "Photo: Name", "Photograph: Name/Agency".
func labelCredit(s string) (text, credit string, ok bool) {
	const reach = 60 // bytes a credit may take behind its label
	tail := max(0, len(s)-reach-len("Photograph by "))
	for _, label := range [...]string{"Photo: ", "Photograph: ", "Photo by ", "Photograph by ", "Image: ", "Picture: ", "Photo credit: ", "Image credit: ", "Credit: ", "Foto: "} {
		at := tail + strings.LastIndex(s[tail:], label)
		if at < tail || at > 0 && s[at-1] != ' ' {
			continue
		}
		rest := s[at+len(label):]
		if len(rest) > 0 && len(rest) <= reach && !endsSentence(rest) {
			return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at:]), true
		}
	}
	return "", "", false
}

// capitalCredit parts a line from a publisher or photographer set in capitals at
// its end. One word in capitals is a credit only if it is a picture agency: any
// other is likelier an acronym of the sentence.
func capitalCredit(l *line) (text, credit string, ok bool) {
	s := l.text
	if l.shape.terminal || l.shape.allCaps*2 > l.shape.words || l.shape.words < 4 {
		return "", "", false
	}
	words := strings.Fields(s)
	n := 0
	for n < len(words) && creditWord(words[len(words)-1-n]) {
		n++
	}
	if n == 0 || n > 7 || n > len(words)-3 {
		return "", "", false
	}
	credit = strings.Join(words[len(words)-n:], " ")
	if n == 1 && !agencies[strings.Trim(credit, "/")] && !strings.Contains(strings.Trim(credit, "/"), "/") {
		return "", "", false
	}
	text = strings.Join(words[:len(words)-n], " ")
	return text, credit, true
}

func creditWord(w string) bool {
	letters := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r != '/' && r != '.' && r != '-' && r != '\'' && r != '&':
			return false
		}
	}
	return letters >= 2 || w == "/" || w == "&"
}

// contributionMarks stand between the contributors and the rest of a credit line.
var contributionMarks = []string{" contributed to this story", " contributed to this report", " contributed to this article", " contributed reporting",
	" contributed to the story", " contributed to the report"}

// reportingMarks stand before the contributors.
var reportingMarks = []string{"Additional reporting by ", "Reporting by ", "With reporting by ", "With additional reporting by ", "With input from ", "With contributions from "}

// contributors returns the people and agencies a credit line names.
func contributors(l *line) ([]string, bool) {
	if l.shape.words > 35 {
		return nil, false
	}
	s := strings.Trim(l.text, "()[]—- ")
	for _, mark := range contributionMarks {
		if i := strings.Index(s, mark); i > 0 {
			return named(s[:i])
		}
	}
	for _, mark := range reportingMarks {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			if i := strings.IndexByte(rest, ';'); i > 0 {
				rest = rest[:i]
			}
			return named(strings.TrimRight(rest, "."))
		}
	}
	return nil, false
}

// named returns the names in s, if it holds nothing else.
func named(s string) ([]string, bool) {
	out := names(s)
	for _, n := range out {
		if !isName(n) {
			return nil, false
		}
	}
	return out, len(out) > 0
}

// names parts "A, B and C in Beijing".
func names(s string) []string {
	var out []string
	for _, part := range strings.Split(strings.NewReplacer(" and ", ",", " & ", ",", ";", ",").Replace(s), ",") {
		if i := strings.Index(part, " in "); i > 0 {
			part = part[:i]
		}
		if part = strings.TrimSpace(part); part != "" && utf8.RuneCountInString(part) <= 60 {
			out = append(out, personName(part))
		}
	}
	return out
}
