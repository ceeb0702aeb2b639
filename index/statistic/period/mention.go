package period

import "almanac/index/statistic/token"

// Basis says how the two dates of a period were found.
type Basis uint8

// The bases. Inherited is given by the reader of whole articles, never by Find.
const (
	None      Basis = iota // words of time without dates, or nothing
	Explicit               // the year stands in the words
	Relative               // the words were resolved by the publication date or another period
	Inherited              // taken from an earlier sentence
)

var basisNames = [...]string{"none", "explicit", "relative", "inherited"}

// String returns the lower-case name of the basis.
func (b Basis) String() string { return basisNames[b] }

// Grain is the size of unit that the words named.
type Grain uint8

// The grains, from vague to long.
const (
	Vague Grain = iota
	Clock
	Day
	Week
	Month
	Quarter
	Half
	Year
	Decade
)

// Role says how a mention relates to the sentence's statement.
type Role uint8

// The roles of a mention.
const (
	Main      Role = iota // when the statement holds
	Baseline              // what a change is measured against: from 2019, than a year earlier
	Anaphor               // "during the period": the one before
	Previous              // "the previous year": the one before the sentence's own
	Deadline              // "by 2030": a target
	Frequency             // "every year", "a month": no time at all
)

// Mention is an expression of time in a sentence.
type Mention struct {
	First, Last int // tokens, Last exclusive
	Start, End  Date
	Basis       Basis
	Grain       Grain
	Role        Role
	// Open is true if the words name only one end (since 2023).
	Open bool
	// Back is how many of Grain the words go back from the sentence's own period
	// (Role Previous).
	Back int
}

// Resolved reports whether the mention has a date.
func (m Mention) Resolved() bool { return !m.Start.IsZero() || !m.End.IsZero() }

// Finder finds mentions of time. Ref is the day that "today" means, usually the
// publication date; zero if unknown. Near is a date named shortly before, by
// which a month without a year is read; zero if none.
type Finder struct{ Ref, Near Date }

// Find appends the mentions of time in tokens to dst, in order, none
// overlapping. It takes linear time.
func (f *Finder) Find(dst []Mention, tokens []token.Token) []Mention {
	for i := 0; i < len(tokens); {
		if !trigger(&tokens[i]) {
			i++
			continue
		}
		m, ok := f.at(tokens, i)
		if !ok {
			i++
			continue
		}
		if n := len(dst); n > 0 && dst[n-1].Last > m.First {
			m.First = dst[n-1].Last
		}
		f.role(tokens, &m)
		if m.Basis == Explicit && m.Grain <= Year && m.Role == Main && m.Grain >= Day {
			f.Near = m.Start
		}
		dst = append(dst, m)
		i = max(m.Last, i+1)
	}
	return dst
}

// trigger is the quick test whether a mention can begin at a token.
func trigger(t *token.Token) bool {
	if t.Kind == token.Number {
		return true
	}
	if t.Kind != token.Word {
		return t.Text == "'" || t.Text == "’"
	}
	return triggers[t.Lower]
}

var triggers = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{"from", "between", "since", "until", "till", "by", "before", "after", "last", "this", "next", "past", "previous", "the", "a", "an",
		"today", "yesterday", "tomorrow", "tonight", "first", "second", "third", "fourth", "q1", "q2", "q3", "q4", "q", "h", "fy", "fiscal", "recent", "early", "late", "mid",
		"during", "over", "in", "within", "every", "each", "end", "beginning", "start", "year", "same", "earlier", "later", "one", "two", "three", "four", "five", "six", "seven", "eight",
		"nine", "ten", "eleven", "twelve", "several", "few", "current", "coming", "a.d.", "ad", "spring", "summer", "autumn", "winter", "now", "so", "through", "that", "midnight", "noon", "twenty", "thirty", "half", "half-year", "latter"} {
		m[w] = true
	}
	for w := range months {
		m[w] = true
	}
	for w := range weekdays {
		m[w] = true
	}
	return m
}()

// at tries the rules in order of length.
func (f *Finder) at(tokens []token.Token, i int) (Mention, bool) {
	t := &tokens[i]
	switch t.Lower {
	case "from", "between":
		if m, ok := f.between(tokens, i); ok {
			return m, true
		}
		return Mention{}, false
	case "since":
		return f.since(tokens, i)
	case "until", "till", "by", "before", "after", "through":
		return f.edge(tokens, i)
	}
	if m, ok := clockAt(tokens, i); ok {
		return m, true
	}
	if m, ok := f.span(tokens, i); ok {
		return m, true
	}
	return f.phrase(tokens, i)
}

// role marks baselines by the words before a mention.
func (f *Finder) role(tokens []token.Token, m *Mention) {
	if m.Role != Main {
		return
	}
	for k := m.First - 1; k >= 0 && k >= m.First-4; k-- {
		switch tokens[k].Lower {
		case "in", "the", "of", "period", "same", "for", "during", "a", "with", "to", "recorded", "year", "level", "levels", "figure", "number", "on":
			continue
		case "than", "compared", "versus", "vs", "against", "that", "those", "double", "twice", "comparing", "exceeding":
			if tokens[k].Lower == "that" && k == m.First-1 {
				return
			}
			if tokens[k].Lower == "those" || tokens[k].Lower == "that" {
				if k > 0 && tokens[k-1].Is("said", "showed", "shows", "found", "says", "added", "reported", "estimated", "announced") {
					return
				}
			}
			m.Role = Baseline
			return
		case "from":
			if k == m.First-1 || tokens[k+1].Is("the", "a") {
				m.Role = Baseline
			}
			return
		default:
			return
		}
	}
}
