package statistic

import (
	"almanac/index/statistic/period"
)

// context is what earlier sentences hand on.
type context struct {
	period    Period
	dayPeriod bool // the period is a day or shorter: it ends with the paragraph
	// age counts the paragraphs since the period was named.
	age    int
	agent  string
	source string
	place  string
	// anecdote is true while the text tells of single persons.
	anecdote int
}

// maxAge is the number of paragraphs for which a period stays in force. News
// returns to its period well within that; longer texts have changed the subject.
const maxAge = 10

func (c *context) paragraph() {
	if c.age++; c.dayPeriod || c.age > maxAge {
		c.period, c.dayPeriod = Period{}, false
	}
	if c.anecdote > 0 {
		c.anecdote--
	}
}

// inherit returns the period in force, marked as inherited.
func (c *context) inherit() Period {
	if c.period.Start == "" && c.period.End == "" {
		return Period{Basis: None}
	}
	p := c.period
	p.Basis = Inherited
	return p
}

// enter reads what the sentence says of source and persons before its numbers
// are read.
func (c *context) enter(s *statement) {
	if s.anecdotal() {
		c.anecdote = 2
	}
	if src := s.sourceName(); src != "" {
		c.source = src
	}
	if p := s.placeName(); p != "" {
		c.place = p
	}
}

// leave hands the sentence's main period on.
func (c *context) leave(s *statement) {
	for i := range s.stats {
		if p := s.stats[i].Period; (p.Basis == Explicit || p.Basis == Relative) && s.stats[i].Salience != Mention {
			c.set(p)
			return
		}
	}
	for _, m := range s.times {
		if m.Role == period.Main && m.Resolved() && m.Grain >= period.Day && !s.saying(m) {
			c.set(s.periodOf(m))
			return
		}
	}
}

func (c *context) set(p Period) {
	if p.Grain == "decade" {
		return // background, not the time of what follows
	}
	c.age = 0
	if p.Grain == "day" && p.Start == p.End {
		if c.period.Start != "" && !c.dayPeriod {
			return
		}
		c.dayPeriod = true
	} else {
		c.dayPeriod = false
	}
	c.period = p
}
