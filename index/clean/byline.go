package clean

import (
	"strings"
	"unicode"
)

// metadata is what a byline or date line states.
type metadata struct{ author, source, published string }

// bylineMarks part the fields of a byline.
const bylineMarks = "|｜•·"

// dateLabels stand before a date in a byline.
var dateLabels = []string{"updated", "published", "posted", "last updated", "last modified", "date", "created", "first published", "released"}

// parseByline reads a line such as "By YANG ZEKUN | CHINA DAILY | Updated:
// 2022-03-08 07:33", with any of its fields missing, and reports whether the line
// is one: it begins with "By" and a name, or holds a date with at most names
// beside it, or states its source.
func parseByline(l *line) (metadata, bool) {
	var m metadata
	if l.shape.words > 30 {
		return m, false
	}
	fields := strings.FieldsFunc(l.text, func(r rune) bool { return strings.ContainsRune(bylineMarks, r) })
	certain := false
	for i, f := range fields {
		f = strings.TrimSpace(f)
		name, isBy := authorField(f)
		iso, pure := parseDate(f)
		switch {
		case f == "":
		case isBy && m.author == "":
			m.author, certain = name, true
			if iso != "" {
				m.published = iso
			}
		case pure || iso != "" && hasLabel(f, dateLabels):
			m.published, certain = iso, true
		case labelled(f, "source", "来源") != "":
			m.source, certain = publisherName(labelled(f, "source", "来源")), true
		case labelled(f, "author", "writer", "reporter", "作者") != "":
			m.author, certain = personName(labelled(f, "author", "writer", "reporter", "作者")), true
		case labelled(f, "editor", "web editor", "编辑") != "":
			certain = true
		case m.source == "" && isName(f) && (len(fields) > 1 || i > 0):
			m.source = publisherName(f)
		default:
			return metadata{}, false
		}
	}
	if len(fields) == 1 && m.published == "" && l.shape.words > 8 {
		return metadata{}, false // "By Falsifying Records, Bribing Officials ..."
	}
	return m, certain
}

// authorField returns the name in "By CAO YIN in Beijing" and the like.
func authorField(f string) (string, bool) {
	rest := ""
	for _, by := range []string{"By ", "BY ", "by ", "By: ", "Written by ", "Story by ", "Von ", "Par ", "Por "} {
		if s, ok := strings.CutPrefix(f, by); ok {
			rest = strings.TrimSpace(s)
			break
		}
	}
	if i := strings.IndexByte(rest, ','); i > 0 {
		if iso, _ := parseDate(rest[i+1:]); iso != "" || !isName(rest[i+1:]) || !strings.Contains(strings.TrimSpace(rest[i+1:]), " ") {
			rest = rest[:i]
		}
	}
	for _, in := range []string{" in ", " for ", " at ", " from ", " IN "} {
		if i := strings.Index(rest, in); i > 0 {
			rest = rest[:i]
		}
	}
	if rest == "" || !isName(rest) {
		return "", false
	}
	return personName(rest), true
}

// labelled returns what follows "label:" in f.
func labelled(f string, labels ...string) string {
	f = strings.Trim(f, "()[] ")
	for _, label := range labels {
		if len(f) > len(label) && strings.EqualFold(f[:len(label)], label) {
			rest := strings.TrimLeft(f[len(label):], " ")
			if v := strings.TrimLeft(rest, ":： "); v != rest && v != "" {
				return v
			}
		}
	}
	return ""
}

func hasLabel(f string, labels []string) bool {
	f = strings.ToLower(f)
	for _, l := range labels {
		if rest, ok := strings.CutPrefix(f, l); ok && strings.TrimLeft(rest, ": ") != rest {
			return true
		}
	}
	return false
}

// isName reports whether s can be names of people or of a publisher: at most
// eight words that begin with a capital (or are connecting words), or a domain.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 8 || endsSentence(s) && !strings.HasSuffix(s, "Jr.") {
		return false
	}
	for _, w := range words {
		first := []rune(w)[0]
		if unicode.IsDigit(first) || unicode.IsLower(first) && !particles[w] && !(len(words) == 1 && isDomain(w)) {
			return false
		}
	}
	return true
}

func isDomain(w string) bool {
	i := strings.IndexByte(w, '.')
	return i > 0 && i < len(w)-2
}

// labelLines are labels whose value stands on the next line, as content
// management systems print them.
var labelLines = map[string]func(*metadata, string) bool{
	"author":       func(m *metadata, v string) bool { m.author = personName(v); return isName(v) },
	"by":           func(m *metadata, v string) bool { m.author = personName(v); return isName(v) },
	"source":       func(m *metadata, v string) bool { m.source = publisherName(v); return isName(v) },
	"published":    takeDate,
	"published on": takeDate,
	"updated":      takeDate,
	"last updated": takeDate,
	"posted":       takeDate,
	"posted on":    takeDate,
	"date":         takeDate,
}

func takeDate(m *metadata, v string) bool {
	iso, pure := parseDate(v)
	m.published = iso
	return pure
}

// parseBreadcrumb returns the steps of "Home / China / Society".
func parseBreadcrumb(l *line) []string {
	if l.shape.terminal || l.shape.words > 16 {
		return nil
	}
	for _, mark := range []string{" / ", " > ", " » ", " › ", " → ", "/", ">", "»", "›", " | "} {
		steps := strings.Split(l.text, mark)
		if len(steps) < 2 {
			continue
		}
		for i := range steps {
			steps[i] = strings.TrimSpace(steps[i])
			if steps[i] == "" || strings.Count(steps[i], " ") > 3 && i < len(steps)-1 {
				return nil
			}
		}
		if homeStep[strings.ToLower(steps[0])] || len(steps) > 2 && strings.HasPrefix(mark, " ") && mark != " | " {
			return steps
		}
	}
	return nil
}

var homeStep = setOf("home homepage start startseite accueil inicio 首页 главная")
