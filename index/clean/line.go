package clean

import (
	"html"
	"strings"
	"unicode/utf8"
)

// line is one line of the raw text that has anything in it.
type line struct {
	number     int // 1-based
	start, end int // bytes of the raw text, white space around excluded
	gap        int // blank lines before
	raw        string
	text       string // without markup, entities, control characters, double spaces
	shape      shape

	role   role
	reason string // why it is junk
	credit string // a caption's
}

// role is what a line turned out to be.
type role uint8

const (
	undecided role = iota
	title
	subtitle
	paragraph
	heading
	caption
	junk
)

func (l *line) remove(reason string) { l.role, l.reason = junk, reason }

// splitLines returns the lines of raw. Lines that hold only markup are kept as
// junk, so that they can be reported.
func splitLines(raw string) []line {
	var out []line
	var m markup
	gap := 0
	for number, at := 1, 0; at < len(raw); number++ {
		end := at + strings.IndexByte(raw[at:], '\n')
		next := end + 1
		if end < at {
			end, next = len(raw), len(raw)
		}
		l := line{number: number, gap: gap}
		l.start, l.end = trimmed(raw, at, end)
		l.raw = raw[l.start:l.end]
		l.text = m.plain(l.raw)
		switch {
		case l.text != "":
			l.shape = measure(l.text)
			out = append(out, l)
			gap = 0
		case strings.IndexByte(l.raw, '<') >= 0 || m.hidden != "":
			l.remove(reasonMarkup)
			out = append(out, l)
			gap = 0
		default:
			gap++
		}
		at = next
	}
	return out
}

func trimmed(s string, start, end int) (int, int) {
	t := strings.TrimSpace(s[start:end])
	if t == "" {
		return start, start
	}
	left := strings.TrimLeft(s[start:end], "\t\v\f\r \u0085\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u1680")
	start = end - len(left)
	return start, start + len(t)
}

// markup removes tags. hidden is the element ("script", "style") in whose
// content a line began, since that is code and not text.
type markup struct{ hidden string }

// plain returns s as a reader would see it.
func (m *markup) plain(s string) string {
	if m.hidden != "" || strings.IndexByte(s, '<') >= 0 {
		s = m.withoutTags(s)
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return tidy(s)
}

// longestTag bounds what is taken for a tag, so that a stray "<" cannot swallow
// a paragraph.
const longestTag = 600

func (m *markup) withoutTags(s string) string {
	var b strings.Builder
	for s != "" {
		if m.hidden != "" {
			at := strings.Index(strings.ToLower(s), "</"+m.hidden)
			if at < 0 {
				return b.String()
			}
			s, m.hidden = s[at:], ""
		}
		at := strings.IndexByte(s, '<')
		if at < 0 {
			break
		}
		name, size := tag(s[at:])
		if size == 0 {
			b.WriteString(s[:at+1])
			s = s[at+1:]
			continue
		}
		b.WriteString(s[:at])
		if !inline[strings.TrimPrefix(name, "/")] {
			b.WriteByte(' ')
		}
		if name == "script" || name == "style" {
			m.hidden = name
		}
		s = s[at+size:]
	}
	b.WriteString(s)
	return b.String()
}

// inline elements do not part words.
var inline = setOf("a b i u em strong span sup sub font small mark abbr wbr")

// tag returns the lower-case name ("p", "/p", "!") and length of the tag s begins
// with, or a length of 0.
func tag(s string) (name string, size int) {
	end := strings.IndexByte(s[:min(len(s), longestTag)], '>')
	if end < 2 {
		return "", 0
	}
	inner := s[1:end]
	first := inner[0]
	if first == '!' {
		return "!", end + 1
	}
	if first != '/' && (first|0x20 < 'a' || first|0x20 > 'z') {
		return "", 0
	}
	if i := strings.IndexAny(inner, " \t="); i > 0 {
		inner = inner[:i]
	}
	name = strings.ToLower(strings.TrimSuffix(inner, "/"))
	for _, c := range strings.TrimPrefix(name, "/") {
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == ':') {
			return "", 0
		}
	}
	return name, end + 1
}

// tidy drops what cannot be seen (control characters, zero-width characters,
// direction overrides) and turns every run of white space into one space.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	var b strings.Builder
	space, previous := false, rune(0)
	for _, r := range s {
		switch {
		case isSpace(r):
			space = b.Len() > 0
			continue
		case isJoiner(r) && previous >= utf8.RuneSelf:
		case isInvisible(r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
		previous = r
	}
	return strings.TrimRight(b.String(), "\u200c\u200d")
}

func isTidy(s string) bool {
	space := true
	for _, r := range s {
		if r != ' ' && (isSpace(r) || isInvisible(r)) || r == ' ' && space {
			return false
		}
		space = r == ' '
	}
	return !space || s == ""
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

// isJoiner reports zero-width joiners, which some scripts and emoji need.
func isJoiner(r rune) bool { return r == 0x200c || r == 0x200d }

func isInvisible(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0xad || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e ||
		r >= 0x2060 && r <= 0x206f || r == 0xfeff || r >= 0xfff9 && r <= 0xfffb || r >= 0xe0000 && r <= 0xe007f
}
