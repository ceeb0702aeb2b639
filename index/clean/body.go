package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// body decides the lines of the running text.
func (p *page) body() {
	for i := p.first; i <= p.last; i++ {
		l := &p.lines[i]
		switch {
		case l.role == junk && l.reason == reasonRelated:
			i = p.relatedLinks(i)
		case l.role != undecided:
		case p.special(l):
		case p.isHeading(i):
			l.role = heading
		default:
			l.role = paragraph
		}
	}
}

// special takes out lines that are neither text nor heading wherever they stand:
// credits, captions, pointers to other articles.
func (p *page) special(l *line) bool {
	if who, ok := contributors(l); ok {
		p.article.Contributors = append(p.article.Contributors, who...)
		l.remove(reasonCredit)
		return true
	}
	if text, credit, ok := splitCaption(l); ok {
		if text == "" {
			l.remove(reasonPhoto)
			return true
		}
		l.role, l.text, l.credit = caption, text, credit
		return true
	}
	if linkLine(l) {
		l.remove(reasonHeadline)
		return true
	}
	return false
}

// linkLine recognizes "READ MORE: Headline" and its kin.
func linkLine(l *line) bool {
	if l.shape.words > 30 || strings.HasSuffix(l.text, ".") {
		return false
	}
	lower := strings.ToLower(l.text)
	for _, p := range [...]string{"read more:", "read also:", "also read:", "see also:", "related:", "more:", "watch:", "read next:", "recommended:", "don't miss:", "in pictures:"} {
		if strings.HasPrefix(lower, p) {
			return true
		}
	}
	return false
}

// relatedLinks removes the headlines below the related-links header on line i and
// returns the last of them. A header right above running text was a heading,
// unless its words leave no doubt.
func (p *page) relatedLinks(i int) int {
	removed := 0
	j := i + 1
	for ; j <= p.last; j++ {
		l := &p.lines[j]
		if l.role == junk {
			continue
		}
		if l.shape.prose() || l.shape.terminal && !l.shape.headline() {
			break
		}
		l.remove(reasonHeadline)
		removed++
	}
	k := key(p.lines[i].text)
	if removed == 0 && !strings.Contains(k, " ") && !strings.HasPrefix(k, "relat") && p.isHeading(i) {
		p.lines[i].role, p.lines[i].reason = heading, ""
	}
	return j - 1
}

// longestHeading is in words.
const longestHeading = 12

// isHeading reports whether line i heads the text below it: short, not closed
// like a sentence, begun like one, and with running text next.
func (p *page) isHeading(i int) bool {
	l := &p.lines[i]
	r, _ := utf8.DecodeLastRuneInString(l.text)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, "\"'“‘([¿¡«"))
	if l.shape.words == 0 || l.shape.words > longestHeading || len(l.text) > 110 || l.shape.wide() > 25 ||
		strings.ContainsRune(".!;,。！；，…", r) || !unicode.IsLetter(first) && !unicode.IsDigit(first) || unicode.IsLower(first) || l.shape.terminal && r != '?' {
		return false
	}
	if l.shape.total() < 3 && l.shape.wide() == 0 {
		return false
	}
	next := p.next(i)
	return next != nil && next.shape.prose() && l.gap+1 >= 1 && !p.openBefore(i)
}

// openBefore reports whether line i goes on in a sentence that the line right
// before it left open.
func (p *page) openBefore(i int) bool {
	if i == 0 || p.lines[i].gap > 0 {
		return false
	}
	before := &p.lines[i-1]
	return before.role == paragraph && !before.shape.terminal && before.shape.words > longestHeading
}

// goesOn reports whether line i continues the paragraph on the line above it.
func (p *page) goesOn(i int) bool {
	l := &p.lines[i]
	first, _ := utf8.DecodeRuneInString(l.text)
	if i == 0 || l.gap > 0 || !unicode.IsLower(first) {
		return false
	}
	before := &p.lines[i-1]
	return before.role == paragraph && !before.shape.terminal
}

// next returns the next line behind i that is not junk.
func (p *page) next(i int) *line {
	for j := i + 1; j < len(p.lines); j++ {
		if p.lines[j].role != junk {
			return &p.lines[j]
		}
	}
	return nil
}
