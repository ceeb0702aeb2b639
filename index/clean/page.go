package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"almanac/index/article"
	"almanac/index/source"
)

// page is one record on its way to an article. Lines before first are the head,
// lines behind last the tail; between them is the running text.
type page struct {
	rec         source.Record
	lines       []line
	repeated    *Repetition
	article     *article.Article
	script      script
	first, last int
	furnished   bool // the head has signs of a web page: a byline, a breadcrumb, chrome
}

// markFurniture removes what is page furniture wherever it stands, and spam.
func (p *page) markFurniture() {
	for i := range p.lines {
		if l := &p.lines[i]; l.role == undecided {
			if reason := chromeLine(l, false); reason != "" {
				l.remove(reason)
			}
		}
	}
	p.script = p.mainScript()
	for i := range p.lines {
		if l := &p.lines[i]; l.role == undecided && spamLine(l, p.script, false) {
			l.remove(reasonSpam)
		}
	}
}

// mainScript is the script most of the running text is in; where there is none,
// of all that is not plainly spam.
func (p *page) mainScript() script {
	var prose, all shape
	for i := range p.lines {
		l := &p.lines[i]
		if l.role != undecided || spamHits(l.text) >= 2 {
			continue
		}
		for s, n := range l.shape.letters {
			all.letters[s] += n
			if l.shape.prose() {
				prose.letters[s] += n
			}
		}
	}
	if prose.total() > 0 {
		return prose.main()
	}
	return all.main()
}

// findBody sets first and last to the running text: from the first to the last
// line of prose, without what all pages repeat and what stands above the byline.
func (p *page) findBody() {
	p.first, p.last = len(p.lines), -1
	for i := p.afterByline(); i < len(p.lines); i++ {
		if p.isProse(i) {
			p.first = min(p.first, i)
			p.last = i
		}
	}
	if p.last < 0 {
		p.findShortBody()
		return
	}
	// Short sentences right before the first long one belong to it.
	for p.first > 0 && (p.shortSentence(p.first-1) || p.brokenAbove(p.first)) {
		p.first--
	}
}

func (p *page) isProse(i int) bool {
	l := &p.lines[i]
	return l.role == undecided && l.shape.prose() && l.shape.main() == p.script && !p.repeated.often(l)
}

func (p *page) shortSentence(i int) bool {
	l := &p.lines[i]
	return l.role == undecided && i > 0 && l.shape.words >= 3 && strings.HasSuffix(strings.TrimRight(l.text, closingMarks), ".") &&
		!l.shape.headline() && !p.sameAsTitle(l) && !p.isMetadata(l)
}

// brokenAbove reports whether line i goes on in a sentence begun on the line above.
func (p *page) brokenAbove(i int) bool {
	l, above := &p.lines[i], &p.lines[i-1]
	r, _ := utf8.DecodeRuneInString(l.text)
	return l.gap == 0 && unicode.IsLower(r) && above.role == undecided && !above.shape.terminal && !p.isMetadata(above) && !p.sameAsTitle(above)
}

func (p *page) isMetadata(l *line) bool {
	_, byline := parseByline(l)
	return byline || parseBreadcrumb(l) != nil
}

// headLines bounds the search for a byline: a page's head has no more lines than
// this with anything in them but chrome.
const headLines = 14

// afterByline returns the line behind the byline if at most one line of prose,
// a standfirst, stands above it and some stands below, and 0 otherwise.
func (p *page) afterByline() int {
	prose, seen, at := 0, 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.role != undecided {
			continue
		}
		if seen++; seen > headLines || prose > 1 {
			break
		}
		if p.isProse(i) {
			prose++
		} else if p.isMetadata(l) {
			at = i + 1
		}
	}
	for i := at; i < len(p.lines); i++ {
		if p.isProse(i) {
			return at
		}
	}
	return 0
}

// findShortBody handles a record without a single long sentence: everything
// behind the metadata is text, less the first line, which is the title if none
// is given and more follows.
func (p *page) findShortBody() {
	p.first, p.last = 0, len(p.lines)-1
	left := 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.role != undecided {
			continue
		}
		if p.isMetadata(l) {
			p.first = i + 1
			left = 0
			continue
		}
		left++
	}
	if p.first == 0 && left > 1 {
		for p.lines[p.first].role != undecided {
			p.first++
		}
		if p.article.Title == "" || p.sameAsTitle(&p.lines[p.first]) {
			p.first++
		}
	}
}

// sameAsTitle reports whether a line repeats the given title or part of it.
func (p *page) sameAsTitle(l *line) bool {
	if p.article.Title == "" || len(l.text) > len(p.article.Title)+20 {
		return false
	}
	k, t := key(l.text), key(p.article.Title)
	return k == t || l.shape.words >= 3 && len(k)*4 >= len(t) && strings.Contains(t, k)
}

// continues reports whether line i goes on in the middle of a sentence that the
// block before left open, as happens where a link or a hard line end broke it.
func (p *page) continues(i int, before article.Block) bool {
	l := &p.lines[i]
	if before.Kind != article.Paragraph || l.gap > 0 || i == 0 || p.lines[i-1].end != before.End {
		return false
	}
	r, _ := utf8.DecodeRuneInString(l.text)
	return (strings.ContainsRune(",.;:!?)", r) || unicode.IsLower(r)) && !endsSentence(before.Text)
}

// joint is what goes between two parts of a broken sentence.
func joint(before, after string) string {
	r, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	if strings.ContainsRune(".,;:!?)", r) || ordinalEnd[after] && unicode.IsDigit(last) {
		return ""
	}
	return " "
}

var ordinalEnd = setOf("st nd rd th")
