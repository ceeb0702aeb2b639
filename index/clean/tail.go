package clean

// tail decides the lines below the running text. Lines up to the first piece of
// furniture still belong to the article; behind it only sentences, captions and
// credits do, and behind a footer or a list of links nothing.
func (p *page) tail() {
	furniture, closed := false, false
	for i := p.last + 1; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.role == undecided {
			p.tailLine(i, furniture, closed)
		}
		if l.role == junk {
			furniture = furniture || l.reason != reasonCredit && l.reason != reasonPhoto
			closed = closed || closing(l.reason)
		}
	}
}

// closing reports whether nothing of the article follows what was removed for
// this reason.
func closing(reason string) bool {
	switch reason {
	case reasonCopyright, reasonLicence, reasonRelated, reasonSpam:
		return true
	}
	return false
}

func (p *page) tailLine(i int, furniture, closed bool) {
	l := &p.lines[i]
	if reason := chromeLine(l, true); reason != "" {
		l.remove(reason)
		return
	}
	switch {
	case spamLine(l, p.script, true):
		l.remove(reasonSpam)
	case closed && (l.shape.headline() || l.shape.words >= 5):
		l.remove(reasonHeadline)
	case closed:
		l.remove(reasonFooter)
	case p.special(l):
	case p.goesOn(i):
		l.role = paragraph
	case p.repeated.often(l):
		l.remove(reasonRepeated)
	case p.tailByline(l):
	case (p.furnished || furniture) && p.headlines(i):
		l.remove(reasonHeadline)
	case furniture && !(l.shape.terminal && l.shape.words >= 5 && l.shape.lower*2 >= l.shape.words):
		l.remove(reasonNavigation)
	default:
		l.role = paragraph
	}
}

// tailByline reads a byline below the text ("Source: Xinhua | Editor: Name").
func (p *page) tailByline(l *line) bool {
	m, ok := parseByline(l)
	if ok {
		p.take(m)
		l.remove(reasonByline)
	}
	return ok
}

// headlines reports whether line i is one of at least two headlines in a row: a
// list of links whose header was lost.
func (p *page) headlines(i int) bool {
	if !p.lines[i].shape.headline() || p.lines[i].shape.prose() {
		return false
	}
	if i > p.last+1 && p.lines[i-1].role == junk && p.lines[i-1].reason == reasonHeadline {
		return true
	}
	next := p.next(i)
	return next != nil && next.shape.headline() && !next.shape.prose()
}
