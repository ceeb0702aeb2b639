package clean

import "strings"

// head reads what stands above the running text.
func (p *page) head() {
	p.headFurniture()
	for i := 0; i < p.first && i < len(p.lines); i++ {
		if p.lines[i].role == undecided {
			p.headMetadata(i)
		}
	}
	var rest []*line
	for i := 0; i < p.first && i < len(p.lines); i++ {
		if p.lines[i].role == undecided {
			rest = append(rest, &p.lines[i])
		}
	}
	p.titles(rest)
}

// headFurniture removes chrome, spam and what other pages repeat.
func (p *page) headFurniture() {
	for i := 0; i < p.first && i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.role == junk {
			p.furnished = true
			continue
		}
		if p.labelledPair(i) {
			continue
		}
		if reason := chromeLine(l, true); reason != "" {
			l.remove(reason)
		} else if spamLine(l, p.script, true) {
			l.remove(reasonSpam)
		} else if p.repeated.often(l) && !p.sameAsTitle(l) && !p.isMetadata(l) {
			l.remove(reasonRepeated)
		}
		p.furnished = p.furnished || l.role == junk
	}
}

// labelledPair reads "Author" with the name on the next line.
func (p *page) labelledPair(i int) bool {
	l := &p.lines[i]
	read := labelLines[key(l.text)]
	if read == nil || i+1 >= p.first || p.lines[i+1].role != undecided {
		return false
	}
	var m metadata
	next := &p.lines[i+1]
	if !read(&m, next.text) {
		return false
	}
	p.take(m)
	l.remove(reasonByline)
	next.remove(reasonByline)
	return true
}

// headMetadata reads bylines, breadcrumbs and date lines.
func (p *page) headMetadata(i int) {
	l := &p.lines[i]
	if steps := parseBreadcrumb(l); steps != nil {
		p.breadcrumb(i, steps)
		return
	}
	if iso, pure := parseDate(l.text); pure {
		p.take(metadata{published: iso})
		l.remove(reasonDate)
		p.furnished = true
		return
	}
	if m, ok := parseByline(l); ok {
		p.take(m)
		l.remove(reasonByline)
		p.furnished = true
	}
}

// breadcrumb takes the section from the last step that is not the title itself.
// What stands above a breadcrumb is navigation.
func (p *page) breadcrumb(i int, steps []string) {
	if last := len(steps) - 1; last > 1 && strings.Count(steps[last], " ") >= 4 {
		steps = steps[:last]
	}
	if p.article.Section == "" {
		p.article.Section = steps[len(steps)-1]
	}
	p.lines[i].remove(reasonBreadcrumb)
	for j := range i {
		if l := &p.lines[j]; l.role == undecided && !p.sameAsTitle(l) {
			l.remove(reasonNavigation)
		}
	}
	p.furnished = true
}

// take keeps each field that is not known yet.
func (p *page) take(m metadata) {
	for _, f := range []struct {
		to   *string
		from string
	}{{&p.article.Author, m.author}, {&p.article.Source, m.source}, {&p.article.Published, m.published}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
}

// titles finds title and standfirst among the lines of the head that are left.
func (p *page) titles(rest []*line) {
	if p.article.Title == "" {
		at := titleLine(rest)
		if at < 0 {
			return
		}
		p.article.Title = rest[at].text
		rest[at].role = title
		for _, l := range rest[:at] {
			l.remove(reasonNavigation)
		}
		rest = rest[at+1:]
	} else {
		rest = p.dropTitles(rest)
	}
	for _, l := range rest {
		switch {
		case p.sameAsTitle(l):
			l.remove(reasonTitle)
		case p.article.Subtitle == "" && isStandfirst(l):
			p.article.Subtitle = l.text
			l.role = subtitle
		case p.headCaption(l):
		case p.furnished:
			l.remove(reasonNavigation)
		}
	}
}

// dropTitles removes repetitions of the given title and returns the lines behind
// the last of them.
func (p *page) dropTitles(rest []*line) []*line {
	behind := 0
	for i, l := range rest {
		if p.sameAsTitle(l) {
			l.remove(reasonTitle)
			behind = i + 1
		}
	}
	for _, l := range rest[:behind] {
		if l.role == undecided {
			l.remove(reasonNavigation)
		}
	}
	if behind == 0 && !p.furnished {
		return nil
	}
	return rest[behind:]
}

func (p *page) headCaption(l *line) bool {
	text, credit, ok := splitCaption(l)
	if ok && text != "" {
		l.role, l.text, l.credit = caption, text, credit
	}
	return ok && text != ""
}

// titleLine returns the first line long enough for a title, or else the longest,
// or -1.
func titleLine(rest []*line) int {
	longest := -1
	for i, l := range rest {
		if l.shape.words >= 4 || l.shape.wide() >= 8 {
			return i
		}
		if l.shape.total() > 0 && (longest < 0 || l.shape.total() > rest[longest].shape.total()) {
			longest = i
		}
	}
	return longest
}

// isStandfirst reports whether a line below the title can sum the article up.
func isStandfirst(l *line) bool {
	if l.shape.wide() > l.shape.total()/2 {
		return l.shape.wide() >= 12
	}
	_, _, captioned := splitCaption(l)
	return l.shape.words >= 5 && l.shape.words <= 60 && l.shape.lower >= 1 && !captioned
}
