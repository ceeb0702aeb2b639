package statistic

import (
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/quantity"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// classify decides the kind of a statistic and the direction of change that the
// words around it state.
func (s *statement) classify(i int) {
	q, st := &s.quantities[i], &s.stats[i]
	dir, word := s.direction(q)
	if i > 0 && dir == "" && s.stats[i-1].Trend != "" && s.restates(i) {
		dir, word = s.stats[i-1].Trend, s.lead(i)-1 // down 247p, or 18%
	}
	switch {
	case q.Form == number.AsMultiple || st.Unit.Class == unit.Times && s.refers(q.Whole.Last):
		st.Kind = Ratio
		if dir == "" {
			dir = s.ratioDirection(q)
		}
	case st.Unit.Class == unit.Percent && dir != "":
		st.Kind = PercentChange
	case st.Unit.Class == unit.Percent:
		st.Kind = Share
	case st.Unit.Class == unit.Point && dir != "":
		st.Kind = PointChange
	case st.Unit.Class > unit.Age:
		st.Kind = Measurement
	case strings.Contains(q.Unit.Name, " per ") || strings.HasPrefix(q.Unit.Name, "per "):
		st.Kind = Rate
	case st.Unit.Class == unit.Money:
		st.Kind = Money
	case st.Unit.Class == unit.Duration || st.Unit.Class == unit.Age:
		st.Kind = Duration
	default:
		st.Kind = Count
	}
	st.Trend = dir
	if dir != "" {
		s.rule(i, "direction from \""+s.at(word)+"\"")
	}
	if st.Unit.Class == unit.Times && st.Kind == Ratio {
		st.Unit.Name = "times"
	}
}

// direction reads whether the quantity is the amount of a change: rose 5
// percent, up 19 cents, an increase of 60,600 jobs, a 3 percent drop, 76 percent
// more. It returns the index of the word that says so.
func (s *statement) direction(q *quantity.Quantity) (string, int) {
	if w, ok := s.changeAfter(q); ok {
		return trend(s.at(w)), w
	}
	if f := q.BoundWords.First; !q.BoundWords.Empty() && (s.at(f) == "below" || s.at(f) == "above" || s.at(f) == "under") {
		return "", -1 // fell below 10 percent: a level
	}
	if w, ok := s.changeBefore(q); ok {
		return trend(s.at(w)), w
	}
	return "", -1
}

// restates reports whether a quantity says the one before it once more: lost 190
// points, or 0.6%.
func (s *statement) restates(i int) bool {
	a, b := s.quantities[i-1].Whole.Last, s.lead(i)
	return b-a == 1 && s.at(a) == "or" || b-a == 2 && s.at(a) == "," && s.at(a+1) == "or"
}

func trend(w string) string {
	switch w {
	case "above":
		return "up"
	case "below":
		return "down"
	}
	c := lexicon.Of(w)
	switch {
	case c&lexicon.Up != 0 && c&lexicon.Down == 0:
		return "up"
	case c&lexicon.Down != 0 && c&lexicon.Up == 0:
		return "down"
	}
	return ""
}

// changeBefore looks left over bounds, articles and by/of for a word of change.
func (s *statement) changeBefore(q *quantity.Quantity) (int, bool) {
	k := q.Whole.First - 1
	if !q.BoundWords.Empty() && q.BoundWords.First < q.Whole.First {
		k = q.BoundWords.First - 1
	}
	of := false
	for n := 0; n < 5 && k >= 0; n, k = n+1, k-1 {
		w := s.at(k)
		switch w {
		case "of":
			of = true
			continue
		case "by", "a", "an", "another", "further", "just", "only", "some", "even", "nearly", "more", "than", "average", "annual", "estimated", "total":
			continue
		}
		if s.tokens[k].Kind != token.Word || lexicon.IsAdverb(w) && w != "early" {
			if lexicon.IsAdverb(w) {
				continue
			}
			return 0, false
		}
		if trend(w) == "" || lexicon.Is(w, lexicon.Comparer) && w != "up" && w != "down" {
			return 0, false
		}
		if w == "up" && phrasal[s.at(k-1)] {
			return 0, false // make up a third of
		}
		if of && !changeNoun(w) {
			return 0, false
		}
		return k, s.transitive(k, q)
	}
	return 0, false
}

// phrasal are verbs with which "up" says no rise.
var phrasal = map[string]bool{"make": true, "makes": true, "made": true, "making": true, "take": true, "took": true, "taking": true, "set": true, "setting": true,
	"give": true, "gave": true, "given": true, "pick": true, "picked": true, "bring": true, "brought": true, "sign": true, "signed": true, "draw": true, "drew": true,
	"round": true, "rounded": true, "open": true, "opened": true, "put": true, "snap": true, "snapped": true, "buy": true, "bought": true, "rack": true, "racked": true}

// transitive keeps verbs of change that may take an object (added 12 schools,
// lost 3 sons, gained 15 sen) from marking counts of things as changes.
func (s *statement) transitive(k int, q *quantity.Quantity) bool {
	if q.Unit.Class != unit.Count && q.Unit.Class != unit.People && q.Unit.Class != unit.Cases {
		return true
	}
	switch s.at(k) {
	case "added", "add", "adding", "lost", "lose", "losing", "cut", "cuts", "cutting", "gained", "gain", "gaining", "raised", "raise", "raising", "shed", "shedding", "slash", "slashed", "reduce", "reduced", "boost":
		return false
	}
	return true
}

// changeNoun reports whether a word of change can be a noun before "of".
func changeNoun(w string) bool {
	return !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && w != "rose" && w != "fell" && w != "up" && w != "down" && w != "grew"
}

// changeAfter looks right for a noun or adverb of change.
func (s *statement) changeAfter(q *quantity.Quantity) (int, bool) {
	k := q.Whole.Last
	if q.Unit.Class != unit.Percent && q.Unit.Class != unit.Point && q.Unit.Class != unit.Times && q.Unit.Class != unit.Money {
		return 0, false
	}
	if s.at(k) == "-" {
		k++
	}
	for n := 0; n < 4 && k < len(s.tokens); n, k = n+1, k+1 {
		w := s.at(k)
		switch w {
		case "year", "-", "on", "annual", "sharp", "yearly", "monthly", "quarterly", "over", "pay", "price", "big", "steep", "further", "month", "real", "net", "average", "tax", "rate", "wage", "salary":
			continue
		}
		if (w == "below" || w == "above") && n == 0 && q.Unit.Class == unit.Percent {
			return k, true // 62 percent below the level of 1995
		}
		if trend(w) == "" || w == "lost" || w == "added" || w == "raised" || lexicon.IsParticiple(w) || w == "lower" && q.Unit.Class == unit.Money {
			return 0, false
		}
		if q.Unit.Class == unit.Money && (w == "up" || w == "down" || w == "more") {
			return 0, false
		}
		return k, true
	}
	return 0, false
}

// refers reports whether words after "times" compare with something: the number,
// that of, as many, more than.
func (s *statement) refers(k int) bool {
	switch s.at(k) {
	case "the", "that", "as", "what", "more", "higher", "greater", "larger", "bigger", "its", "their", "those", "faster", "less", "lower", "fewer", "likelier", "stronger", "over":
		return true
	}
	return false
}

func (s *statement) ratioDirection(q *quantity.Quantity) string {
	if s.at(q.Number.First) == "halved" || s.at(q.Number.First) == "halving" || q.Value.Float() < 1 {
		return "down"
	}
	if k := q.Whole.Last; s.at(k) == "less" || s.at(k) == "fewer" || s.at(k) == "lower" {
		return "down"
	}
	return "up"
}
