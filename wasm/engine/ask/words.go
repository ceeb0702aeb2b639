package ask

import (
	"strings"

	"almanac/index/statistic/period"
	"almanac/index/statistic/token"
)

// named reads unit:people, kind:share, source:"China Daily".
func (p *parser) named(i int) int {
	name := p.at(i)
	if name != "unit" && name != "kind" && name != "source" || p.at(i+1) != ":" || p.tokens[i+1].Space || i+2 >= len(p.tokens) || p.tokens[i+2].Space {
		return i
	}
	first, last := i+2, i+3
	if p.at(first) == `"` {
		for last < len(p.tokens) && p.at(last) != `"` {
			last++
		}
		first++
	} else {
		for last < len(p.tokens) && !p.tokens[last].Space {
			last++
		}
	}
	if first >= len(p.tokens) || first >= last {
		return i
	}
	value := p.text[p.tokens[first].Start:p.tokens[last-1].End]
	switch name {
	case "unit":
		p.ask.Unit = value
	case "kind":
		p.ask.Kind = strings.ReplaceAll(value, "-", "_")
	default:
		p.ask.Source = value
	}
	if last < len(p.tokens) && p.at(last) == `"` {
		last++
	}
	p.understood(name, i, last, name+": "+value, false)
	return last
}

// timed returns the expression of time that holds token i, or nil.
func (p *parser) timed(i int) *period.Mention {
	for k := range p.times {
		if m := &p.times[k]; m.First <= i && i < m.Last && m.Resolved() {
			return m
		}
	}
	return nil
}

// time reads an expression of time.
func (p *parser) time(i int) int {
	first := i
	switch p.at(i) {
	case "in", "during", "of", "for":
		first++
	}
	m := p.timed(first)
	if m == nil || m.First != first || m.Role == period.Frequency || m.Grain < period.Day {
		return i
	}
	q := Period{Start: m.Start, End: m.End, Loose: first == i && m.Last == i+1 && m.Basis == period.Explicit}
	if m.Open && !m.Start.IsZero() {
		q.End = period.Date{} // since: without an end
	}
	label := ""
	if m.Basis == period.Relative && !p.newest.IsZero() {
		text := p.text[p.tokens[i].Start:p.tokens[m.Last-1].End]
		label = text + ": " + days(q) + ", counted from the newest article, " + p.newest.String()
	}
	p.ask.Periods = append(p.ask.Periods, q)
	p.understood("period", i, m.Last, label, m.Basis == period.Explicit && !m.Open)
	return m.Last
}

// days writes a period as a reader would.
func days(q Period) string {
	start, end := q.Start.String(), q.End.String()
	switch {
	case end == "":
		return "from " + start
	case start == "":
		return "until " + end
	case strings.HasSuffix(start, "-01-01") && strings.HasSuffix(end, "-12-31") && q.Start.Year == q.End.Year:
		return start[:4]
	case start == end:
		return start
	}
	return start + " to " + end
}

// moneyWords ask for an amount of money after "how much".
var moneyWords = " money cash cost costs worth price spent paid pay earned revenue profit budget salary "

// question reads what a question asks for: how many people, how much money, what
// percentage of.
func (p *parser) question(i int) int {
	switch {
	case p.follow(i, "how", "many"):
		if p.at(i+2) == "people" || p.at(i+2) == "persons" {
			p.ask.Class = "people"
			p.blank(i, i+2, true)
			return i + 3
		}
		p.blank(i, i+2, true)
		return i + 2
	case p.follow(i, "how", "much"):
		last := i + 2
		if strings.Contains(moneyWords, " "+p.at(last)+" ") && p.at(last) != "" {
			p.ask.Class = "money"
			last++
		}
		p.blank(i, last, true)
		return last
	}
	switch p.at(i) {
	case "percentage", "proportion", "percent", "share":
		p.ask.Class = "percent"
		p.blank(i, i+1, true)
		return i + 1
	}
	return i
}

const (
	upWords   = " rose risen rise rises rising increase increases increased increasing grew grown grow grows growth growing climbed jumped surged soared doubled tripled quadrupled "
	downWords = " fell fallen fall falls falling dropped drop drops decline declines declined declining decrease decreases decreased decreasing plunged slumped shrank halved reduced reduction "
)

// change reads a word of change: rose, fell, doubled, growth. With a percentage
// after it, the percentage is a change.
func (p *parser) change(i int) int {
	t := &p.tokens[i]
	if t.Kind != token.Word {
		return i
	}
	switch word := " " + t.Lower + " "; {
	case strings.Contains(upWords, word):
		p.ask.Change = "up"
	case strings.Contains(downWords, word):
		p.ask.Change = "down"
	default:
		return i
	}
	p.understood("change", i, i+1, "", true)
	return i + 1
}
