// Package ask reads the numbers, periods, changes and units that a reader states
// inside free text:
//
//	> 100000 people        more than 2,000 lawsuits     at least 50 percent
//	no more than 40        between 5,000 and 10,000     10..20%     $1bn+
//	1.6 million            in 2021    since 2020        2020-2023   last year
//	rose  fell  doubled    how many people              what percentage
//	unit:people            kind:share                   source:"China Daily"
//
// What it does not understand stays text. The grammars that read articles know far
// more words, and would cost a reader 200 KB (RATIONALE.md); this one reads what
// people type, and its tests hold it against them.
package ask

import "almanac/index/pack"

// Ask is what was understood of a query.
type Ask struct {
	// Values must all hold; at most one is usual.
	Values []Value
	// Equal are numbers stated by themselves: they are found in their equal forms,
	// but are text too.
	Equal []Value
	// Periods must all hold.
	Periods []Period
	// Change is "up", "down" or "".
	Change string
	// Unit, Kind and Source are what unit:, kind: and source: name, "" otherwise.
	Unit, Kind, Source string
	// Class is the class of unit that the words ask for (how many people, how much
	// money, what percentage), "" if none.
	Class string
	// Parts are the understood parts in order.
	Parts []Part
	// Articles and Statistics are the query's text with the understood parts
	// blanked, byte for byte: those that say nothing to an article, and all.
	Articles, Statistics string
}

// Value is a condition on a number.
type Value struct {
	// Low and High are the ends of the values asked for; which are set is said by
	// HasLow and HasHigh, and whether an end itself counts by LowOpen and HighOpen.
	Low, High         float64
	HasLow, HasHigh   bool
	LowOpen, HighOpen bool
	// Unit is the unit asked for, its zero value if none is.
	Unit Unit
}

// Unit is the unit of a Value.
type Unit struct {
	// Class is a class of package unit ("people", "money"); Name narrows it ("CNY",
	// "metres"); Noun is a counted noun as written ("websites").
	Class, Name, Noun string
}

// Period is a condition on time: days, both inclusive, 0 where open.
type Period struct {
	Start, End pack.Day
	// Loose: a year standing by itself prefers, other words of time demand.
	Loose bool
}

// Part is a piece of the query that was understood.
type Part struct {
	// Kind is value, period, change, unit, kind or source.
	Kind string
	// Label says how the piece was read; Text is what was typed.
	Text, Label string
	// Start and End are bytes of the query.
	Start, End int
}

// Filters tells whether anything was asked that statistics alone can answer.
func (a *Ask) Filters() bool {
	return len(a.Values) > 0 || len(a.Periods) > 0 || a.Change != "" || a.Unit != "" || a.Kind != "" || a.Source != ""
}

// Parse reads a query; newest is the day that relative words count from, 0 if it
// is unknown. It never fails: what is not understood is text.
func Parse(text string, newest pack.Day) Ask {
	p := parser{text: text, newest: newest, tokens: scan(text), articles: []byte(text), statistics: []byte(text)}
	for i := 0; i < len(p.tokens); {
		i = max(p.read(i), i+1)
	}
	p.ask.Articles, p.ask.Statistics = string(p.articles), string(p.statistics)
	return p.ask
}

type parser struct {
	text                 string
	newest               pack.Day
	tokens               []token
	ask                  Ask
	articles, statistics []byte
}

// read reads what begins at token i and returns the token after it, or i if
// nothing does.
func (p *parser) read(i int) int {
	for _, rule := range [...]func(i int) int{p.named, p.bounded, p.time, p.between, p.number, p.question, p.change} {
		if next := rule(i); next > i {
			return next
		}
	}
	return i
}

// understood notes the tokens from i to last as a part and blanks them; keep
// leaves them in the text for articles.
func (p *parser) understood(kind string, i, last int, label string, keep bool) {
	start, end := p.tokens[i].start, p.tokens[last-1].end
	if label == "" {
		label = p.text[start:end]
	}
	p.ask.Parts = append(p.ask.Parts, Part{Kind: kind, Text: p.text[start:end], Label: label, Start: start, End: end})
	p.blank(i, last, keep)
}

// blank takes the tokens from i to last out of the text.
func (p *parser) blank(i, last int, keep bool) {
	for at := p.tokens[i].start; at < p.tokens[last-1].end; at++ {
		p.statistics[at] = ' '
		if !keep {
			p.articles[at] = ' '
		}
	}
}

func (p *parser) at(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.tokens[i].lower
}

// phrase returns how many tokens the words of a phrase, parted by spaces, take
// from token i, 0 if they do not stand there.
func (p *parser) phrase(i int, words string) (n int) {
	for from := 0; from < len(words); n++ {
		end := from
		for end < len(words) && words[end] != ' ' {
			end++
		}
		if p.at(i+n) != words[from:end] {
			return 0
		}
		from = end + 1
	}
	return n
}
