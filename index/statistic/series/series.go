// Package series joins the statistics of one measure, place and unit over several
// periods: by their words, and by arithmetic, where one statistic states its
// change against a period for which another states the value (141,870 in 2020;
// 282,000 in 2021, up 98.5 percent). It never joins unlike things silently: what
// differs is noted.
package series

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"almanac/index/statistic"
	"almanac/index/statistic/identity"
	"almanac/index/statistic/number"
	"almanac/index/statistic/period"
)

// The notes of a series.
const (
	// Partial: some periods are shorter than others.
	Partial = "partial"
	// Definition: the statistics name what they measure in different words, or not
	// all of them name the place.
	Definition = "definition"
	// Conflict: two statistics state different values for one period.
	Conflict = "conflict"
	// Calculated: some values follow from others and a stated change.
	Calculated = "calculated"
)

// Entry is a statistic with its place in the archive.
type Entry struct {
	// Article is the article's number, Ordinal the statistic's in it.
	Article, Ordinal int
	Statistic        *statistic.Statistic
}

// Series are values of one measure.
type Series struct {
	ID, Label, Place string
	Unit             statistic.Unit
	// Notes are in alphabetical order.
	Notes  []string
	Points []Point
}

// Point is one value of a series.
type Point struct {
	// Entry states the value or, if Calculated, the change that it follows from.
	Entry      Entry
	Calculated bool
	Value      number.Decimal
	High       number.Decimal
	Bound      string
	Start, End period.Date
	Partial    bool
}

// leastDays is the shortest period that a series has: what happens on a day or in
// a week is an event, and events of one kind are no series.
const leastDays = 28

// Join returns the series of two or more periods, in the order of their first
// statistic. It takes time near linear in the entries.
func Join(entries []Entry) []Series {
	j := joiner{}
	for _, e := range entries {
		j.add(e)
	}
	j.byWords()
	j.byArithmetic()
	return j.series()
}

// stated is a statistic that may be a point.
type stated struct {
	Entry
	stems      []string
	start, end period.Date
	group      int // index of another of its group, itself if it is the first
}

type joiner struct{ list []stated }

func (j *joiner) add(e Entry) {
	s := e.Statistic
	switch s.Kind {
	case statistic.Count, statistic.Money, statistic.Rate, statistic.Measurement, statistic.Share:
	default:
		return
	}
	if s.Salience != statistic.Core || s.Value.Float() <= 0 || slices.ContainsFunc(s.Relations, func(r statistic.Relation) bool { return r.Type == "conversion_of" }) {
		return
	}
	start, ok1 := period.ParseDate(s.Period.Start)
	end, ok2 := period.ParseDate(s.Period.End)
	stems := stemsOf(s.Measure.Key)
	if !ok1 || !ok2 || end.Days()-start.Days()+1 < leastDays || len(stems) < 2 {
		return
	}
	j.list = append(j.list, stated{e, stems, start, end, len(j.list)})
}

// synonyms are stems of one meaning in the language of the law.
var synonyms = map[string]string{"charg": "prosecut", "indict": "prosecut", "apprehend": "arrest", "detain": "arrest"}

func stemsOf(key string) []string {
	stems := strings.Fields(key)
	for i, s := range stems {
		if t := synonyms[s]; t != "" {
			stems[i] = t
		}
	}
	slices.Sort(stems)
	return slices.Compact(stems)
}

func (j *joiner) find(i int) int {
	for j.list[i].group != i {
		i = j.list[i].group
	}
	return i
}

// union joins two groups under their first statistic.
func (j *joiner) union(a, b int) {
	a, b = j.find(a), j.find(b)
	j.list[max(a, b)].group = min(a, b)
}

func (s *stated) place() string { return strings.ToLower(s.Statistic.Place.Name) }

// byWords joins statistics of the same words, unit, kind and place. Those that name
// no place join those of the one place that others with these words name; with few
// words, which many things share, they stay in their article.
func (j *joiner) byWords() {
	first := map[string]int{}       // by words and place
	places := map[string][]string{} // by words
	words := func(s *stated) string {
		return strings.Join(s.stems, " ") + "\x00" + s.Statistic.Unit.Name + "\x00" + string(s.Statistic.Kind) + "\x00"
	}
	for i := range j.list {
		s := &j.list[i]
		key, place := words(s), s.place()
		if place != "" && !slices.Contains(places[key], place) {
			places[key] = append(places[key], place)
		}
		if len(s.stems) < 3 && place == "" {
			place = "\x00" + s.Statistic.Article
		}
		if at, ok := first[key+place]; ok {
			j.union(at, i)
		} else {
			first[key+place] = i
		}
	}
	for i := range j.list {
		s := &j.list[i]
		if key := words(s); s.place() == "" && len(s.stems) >= 3 && len(places[key]) == 1 {
			j.union(first[key+places[key][0]], i)
		}
	}
}

// near is how far a value may be from the one that a change implies: both are
// rounded.
const near = 0.005

type slot struct {
	unit       string
	start, end period.Date
}

// byArithmetic joins a statistic with the one whose value its change implies, if
// they share the noun and what happened to it.
func (j *joiner) byArithmetic() {
	at := map[slot][]int{}
	for i := range j.list {
		s := &j.list[i]
		k := slot{s.Statistic.Unit.Name, s.start, s.end}
		at[k] = append(at[k], i)
	}
	for i := range j.list {
		s := &j.list[i]
		value, start, end, ok := implied(s.Statistic)
		if !ok || value < 100 {
			continue
		}
		for _, k := range at[slot{s.Statistic.Unit.Name, start, end}] {
			o := &j.list[k]
			if v := o.Statistic.Value.Float(); math.Abs(v-value) > near*value || !alike(s, o) {
				continue
			}
			j.union(i, k)
		}
	}
}

// alike tells whether two statistics share the noun, the action and no two places.
func alike(a, b *stated) bool {
	if a.place() != "" && b.place() != "" && a.place() != b.place() {
		return false
	}
	shared := 0
	for _, s := range a.stems {
		if slices.Contains(b.stems, s) {
			shared++
		}
	}
	return shared >= 2
}

// implied returns the earlier value that a stated change implies, and its period.
func implied(s *statistic.Statistic) (value float64, start, end period.Date, ok bool) {
	c := s.Change
	if c == nil || c.Percent <= 0 || s.Kind == statistic.Share {
		return 0, start, end, false
	}
	factor := 1 + c.Percent/100
	if c.Direction == "down" {
		factor = 1 - c.Percent/100
	}
	start, ok1 := period.ParseDate(c.Versus.Start)
	end, ok2 := period.ParseDate(c.Versus.End)
	if !ok1 || !ok2 || factor <= 0 {
		return 0, start, end, false
	}
	return s.Value.Float() / factor, start, end, true
}

// series makes the groups of at least two periods into series.
func (j *joiner) series() (out []Series) {
	groups := make([][]int, len(j.list))
	for i := range j.list {
		g := j.find(i)
		groups[g] = append(groups[g], i)
	}
	for _, members := range groups {
		if len(members) == 0 {
			continue
		}
		if s, ok := j.build(members); ok {
			out = append(out, s)
		}
	}
	return out
}

func (j *joiner) build(members []int) (Series, bool) {
	first := &j.list[members[0]]
	s := Series{Unit: first.Statistic.Unit, Label: first.Statistic.Measure.Label}
	notes := map[string]bool{}
	for _, m := range members {
		x := &j.list[m]
		if l := x.Statistic.Measure.Label; len(l) < len(s.Label) {
			s.Label = l
		}
		if s.Place == "" {
			s.Place = x.Statistic.Place.Name
		}
		if x.place() != first.place() || !slices.Equal(x.stems, first.stems) || x.Statistic.Measure.Key != first.Statistic.Measure.Key {
			notes[Definition] = true
		}
		s.state(x, notes)
	}
	for _, m := range members {
		s.imply(&j.list[m], notes)
	}
	s.compareLengths(notes)
	slices.SortStableFunc(s.Points, func(a, b Point) int {
		return cmp.Or(a.Start.Days()-b.Start.Days(), a.End.Days()-b.End.Days(), a.Entry.Article-b.Entry.Article, a.Entry.Ordinal-b.Entry.Ordinal)
	})
	for n := range notes {
		s.Notes = append(s.Notes, n)
	}
	slices.Sort(s.Notes)
	s.ID = identity.Of(first.Statistic.Measure.Key+"\x00"+s.Unit.Name+"\x00"+s.Place, 0, 0, 0)
	return s, s.periods() >= 2
}

func (s *Series) periods() int {
	seen := map[[2]period.Date]bool{}
	for _, p := range s.Points {
		seen[[2]period.Date{p.Start, p.End}] = true
	}
	return len(seen)
}

// at returns the points of a period.
func (s *Series) at(start, end period.Date) (out []Point) {
	for _, p := range s.Points {
		if p.Start == start && p.End == end {
			out = append(out, p)
		}
	}
	return out
}

// same is how far two statements of one value may lie apart.
const same = 0.02

// state adds the value that a statistic states, unless it was stated before. A
// different value for the same period is a conflict.
func (s *Series) state(x *stated, notes map[string]bool) {
	v := x.Statistic.Value.Float()
	for _, p := range s.at(x.start, x.end) {
		if math.Abs(p.Value.Float()-v) <= same*math.Max(v, p.Value.Float()) {
			return
		}
		notes[Conflict] = true
	}
	s.Points = append(s.Points, Point{Entry: x.Entry, Value: x.Statistic.Value, High: x.Statistic.High, Bound: x.Statistic.Bound, Start: x.start, End: x.end})
}

// imply adds the earlier value that a statistic's change implies, unless the period
// has one. A stated value far from it is a conflict.
func (s *Series) imply(x *stated, notes map[string]bool) {
	v, start, end, ok := implied(x.Statistic)
	if !ok {
		return
	}
	if known := s.at(start, end); len(known) > 0 {
		if p := known[0]; !p.Calculated && math.Abs(p.Value.Float()-v) > same*v {
			notes[Conflict] = true
		}
		return
	}
	notes[Calculated] = true
	s.Points = append(s.Points, Point{Entry: x.Entry, Calculated: true, Value: rounded(v), Bound: "about", Start: start, End: end})
}

// rounded leaves six significant digits: a calculated value is no more exact.
func rounded(v float64) number.Decimal {
	exponent := 0
	for v >= 1e6 {
		v /= 10
		exponent++
	}
	for v < 1e5 && v != math.Trunc(v) && exponent > -2 && v < 100 {
		v *= 10
		exponent--
	}
	return number.Decimal{Mantissa: int64(math.Round(v)), Exponent: exponent, Divisor: 1}
}

// compareLengths marks the periods that are clearly shorter than the longest.
func (s *Series) compareLengths(notes map[string]bool) {
	days := func(p *Point) int { return p.End.Days() - p.Start.Days() + 1 }
	most := 0
	for i := range s.Points {
		most = max(most, days(&s.Points[i]))
	}
	for i := range s.Points {
		if p := &s.Points[i]; float64(days(p)) < 0.97*float64(most) {
			p.Partial = true
			notes[Partial] = true
		}
	}
}
