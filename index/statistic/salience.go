package statistic

import (
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/quantity"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// salience separates statistics from quantities that only identify, date or
// describe.
func (s *statement) salience(i int) {
	q, st := &s.quantities[i], &s.stats[i]
	if why := s.mention(i, q); why != "" {
		st.Salience, st.Why = Mention, why
		st.Provenance.Confidence = 0.3
		return
	}
	if s.peripheral(i, q) {
		st.Salience = Peripheral
	}
	st.Provenance.Confidence = s.confidence(i)
}

// mention returns why a quantity is no statistic, "" if it is one.
func (s *statement) mention(i int, q *quantity.Quantity) string {
	st := &s.stats[i]
	switch {
	case q.InTime:
		return "part of an expression of time"
	case q.Form == number.AsVague:
		return "an order of size, not a value"
	case st.Unit.Class == unit.Age:
		return "an age"
	case q.OneOf && q.Value.Float() <= 3:
		return "picks out members of a group"
	case st.Unit.Name == "" && st.Kind == Count:
		return "nothing named that it counts"
	case st.Kind == Count && !q.Noun.Empty() && s.tokens[q.Head].Capital() && !lexicon.IsPlural(s.tokens[q.Head].Lower) && q.Value.Float() != 1:
		return "part of a name"
	case st.Kind == Count && st.Unit.Class == unit.Count && !q.Noun.Empty() && !lexicon.IsPlural(s.tokens[q.Head].Lower) && q.Value.Float() != 1:
		return "describes a thing; no plural is counted"
	case st.Kind == Duration && s.adverbial(q):
		return "places something in time"
	case s.at(q.Number.Last) == "-" && st.Kind == Count && q.Form == number.InWords:
		return "describes a thing (two-door)"
	}
	if (st.Kind == Count || st.Kind == Rate) && q.Form == number.InWords && q.Value.Float() <= 3 && q.Bound == quantity.Exact && !s.casualty(i) {
		return "picks out single persons or things"
	}
	return s.determined(i, q)
}

// adverbial reports whether a duration only places an event: two weeks after,
// within six months, the lowest in three years.
func (s *statement) adverbial(q *quantity.Quantity) bool {
	switch s.at(q.Whole.Last) {
	case "later", "after", "before", "earlier", "ago", "from", "previously":
		return true
	}
	k := q.Whole.First
	if !q.BoundWords.Empty() {
		k = min(k, q.BoundWords.First)
	}
	switch s.at(k - 1) {
	case "in", "within", "after", "every", "until", "by":
		return true
	}
	return false
}

// determined recognises numbers after a definite determiner that refer to
// persons or things already named: the two men, these three, his four sons.
func (s *statement) determined(i int, q *quantity.Quantity) string {
	st := &s.stats[i]
	if st.Kind != Count || q.Value.Float() > 12 {
		return ""
	}
	switch s.at(s.lead(i) - 1) {
	case "the", "these", "those", "his", "her", "their", "its", "our", "my", "other", "first", "last", "top", "all", "both", "next", "final":
		return "refers back to persons or things already named"
	}
	return ""
}

// casualty reports whether a small number of people is itself the news: three
// people were killed.
func (s *statement) casualty(i int) bool {
	q := &s.quantities[i]
	if s.stats[i].Unit.Class != unit.People {
		return false
	}
	for k := q.Whole.Last; k < len(s.tokens) && k < q.Whole.Last+5; k++ {
		switch s.at(k) {
		case "killed", "dead", "died", "injured", "wounded", "missing", "arrested", "hospitalised", "hospitalized":
			return true
		case ",", ".", ";":
			return false
		}
	}
	for k := s.lead(i) - 1; k >= 0 && k >= s.lead(i)-3; k-- {
		switch s.at(k) {
		case "killed", "killing", "injured", "injuring", "wounded", "wounding", "arrested", "arresting":
			return true
		}
	}
	return false
}

// peripheral reports whether a true quantity belongs to a single case or
// document.
func (s *statement) peripheral(i int, q *quantity.Quantity) bool {
	st := &s.stats[i]
	switch st.Kind {
	case Duration, Measurement, Rank:
		return true
	case PercentChange, Share, Ratio, PointChange:
		return s.context.anecdote > 0
	}
	if s.context.anecdote > 0 {
		return true
	}
	if st.Kind == Count && st.Unit.Class != unit.People && st.Unit.Class != unit.Cases && q.Value.Float() < 100 {
		return true
	}
	return st.Kind == Count && q.Value.Float() < 10
}

// confidence lowers trust for each thing that had to be guessed.
func (s *statement) confidence(i int) float64 {
	c := 1.0
	st := &s.stats[i]
	if st.Unit.Name == "" {
		c -= 0.3
	}
	switch st.Period.Basis {
	case Inherited:
		c -= 0.15
	case None, "":
		c -= 0.1
	}
	if s.quantities[i].OneOf || s.quantities[i].Form == number.AsMultiple {
		c -= 0.1
	}
	return c
}

// anecdotal reports whether the sentence opens with one or two unnamed or
// surnamed persons, as the telling of a single case does.
func (s *statement) anecdotal() bool {
	if len(s.tokens) < 3 {
		return false
	}
	switch s.at(0) {
	case "one", "two", "three", "a", "an", "the":
	default:
		return false
	}
	for k := 1; k < 6 && k < len(s.tokens); k++ {
		if s.tokens[k].Kind != token.Word || s.is(k, lexicon.Auxiliary|lexicon.Preposition|lexicon.Past) {
			return false
		}
		switch w := s.at(k); w {
		case "man", "woman", "boy", "girl", "teenager", "couple", "pensioner", "student", "teacher", "driver", "case":
			return w != "case" || s.at(0) == "one"
		case "men", "women", "boys", "girls", "brothers", "sisters", "teenagers", "students":
			return s.at(0) != "the" && s.at(0) != "a"
		}
	}
	return false
}
