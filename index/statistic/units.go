package statistic

import (
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/quantity"
	"almanac/index/statistic/unit"
)

// unitOf normalises a quantity's unit.
func (s *statement) unitOf(q *quantity.Quantity) Unit {
	u := Unit{Code: q.Unit.Code, Name: q.Unit.Plural, Class: q.Unit.Class}
	if q.Noun.Empty() {
		u.Text = s.unitText(q)
		if u.Class == unit.Money {
			if code, _, _ := strings.Cut(u.Code, "/"); len(code) == 3 {
				_, per, rate := strings.Cut(q.Unit.Name, " per ")
				if u.Name = code; rate {
					u.Name += " per " + per
				}
			}
		}
		return u
	}
	u.Text = s.words(q.Noun)
	if u.Class == unit.Percent {
		u.Text = s.words(q.Number)
		return u
	}
	head := s.tokens[q.Head].Lower
	rate := strings.Contains(q.Unit.Name, " per ")
	role, person := unit.Person(head)
	switch {
	case rate:
	case person:
		u.Name, u.Code, u.Role = "people", "{people}", role
	case head == "case" || head == "cases" || head == "lawsuit" || head == "lawsuits":
		u.Name, u.Code = "cases", "{cases}"
		if head[0] == 'l' {
			u.Role = "lawsuits"
		}
	default:
		u.Name = s.compoundNoun(q)
		u.Code = "{" + u.Name + "}"
	}
	return u
}

// compoundNoun returns the head noun in the plural, with the noun before it if
// the two make one word in effect (phone calls, text messages).
func (s *statement) compoundNoun(q *quantity.Quantity) string {
	head := lexicon.Plural(s.tokens[q.Head].Lower)
	if k := q.Head - 1; k >= q.Noun.First && (q.Head-q.Noun.First == 1 || s.at(k) == "-") {
		w := s.tokens[k].Lower
		if w == "-" && k > q.Noun.First {
			return s.tokens[k-1].Lower + "-" + head // break-ins
		}
		if compounds[w] {
			return w + " " + head
		}
	}
	return head
}

// compounds are nouns that make compounds of a medium or a vehicle.
var compounds = map[string]bool{"phone": true, "text": true, "bank": true, "credit": true, "police": true, "mobile": true, "social": true, "web": true, "court": true, "prison": true, "search": true, "site": true}

func (s *statement) unitText(q *quantity.Quantity) string {
	if q.Sign {
		return s.words(quantity.Span{First: q.Whole.First, Last: q.Number.First})
	}
	first := q.Number.Last
	if s.at(first) == "-" && first+1 < q.Whole.Last {
		first++
	}
	return s.words(quantity.Span{First: first, Last: q.Whole.Last})
}
