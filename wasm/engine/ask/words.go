package ask

// named reads unit:people, kind:share, source:"China Daily".
func (p *parser) named(i int) int {
	name := p.at(i)
	if name != "unit" && name != "kind" && name != "source" || p.at(i+1) != ":" || p.tokens[i+1].space || i+2 >= len(p.tokens) || p.tokens[i+2].space {
		return i
	}
	first, last := i+2, i+3
	if p.at(first) == `"` {
		for last < len(p.tokens) && p.at(last) != `"` {
			last++
		}
		first++
	} else {
		for last < len(p.tokens) && !p.tokens[last].space {
			last++
		}
	}
	if first >= len(p.tokens) || first >= last {
		return i
	}
	value := p.text[p.tokens[first].start:p.tokens[last-1].end]
	switch name {
	case "unit":
		p.ask.Unit = value
	case "kind":
		p.ask.Kind = value
	default:
		p.ask.Source = value
	}
	if last < len(p.tokens) && p.at(last) == `"` {
		last++
	}
	p.understood(name, i, last, name+": "+value, false)
	return last
}

// moneyWords ask for an amount of money after "how much".
const moneyWords = "money cash cost costs worth price spent paid pay earned revenue profit budget salary"

// question reads what a question asks for: how many people, how much money, what
// percentage of.
func (p *parser) question(i int) int {
	switch {
	case p.phrase(i, "how many") > 0:
		if p.at(i+2) == "people" || p.at(i+2) == "persons" {
			p.ask.Class = "people"
			p.blank(i, i+2, true)
			return i + 3
		}
		p.blank(i, i+2, true)
		return i + 2
	case p.phrase(i, "how much") > 0:
		last := i + 2
		if in(moneyWords, p.at(last)) {
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
	upWords   = "rose risen rise rises rising increase increases increased increasing grew grown grow grows growth growing climbed jumped surged soared doubled tripled quadrupled"
	downWords = "fell fallen fall falls falling dropped drop drops decline declines declined declining decrease decreases decreased decreasing plunged slumped shrank halved reduced reduction"
)

// change reads a word of change: rose, fell, doubled, growth. With a percentage
// after it, the percentage is a change.
func (p *parser) change(i int) int {
	switch w := p.at(i); {
	case in(upWords, w):
		p.ask.Change = "up"
	case in(downWords, w):
		p.ask.Change = "down"
	default:
		return i
	}
	p.understood("change", i, i+1, "", true)
	return i + 1
}
