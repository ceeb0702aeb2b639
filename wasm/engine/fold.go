package engine

// finish folds the cards and sorts them; where nothing satisfies the conditions,
// what comes nearest by its words is kept.
func (j *judge) finish() {
	st := &j.search.stated
	st.satisfied = len(j.cards) > 0
	st.facets = facetsOf(j.cards)
	near := strongest(fold(j.loose))
	for i := range near {
		if y := near[i].Start.Year(); y > 0 {
			st.years = addYear(st.years, y)
		}
	}
	st.cards = sorted(fold(j.cards))
	if len(j.ask.Values)+len(j.ask.Equal) == 0 {
		st.cards = strongest(st.cards)
	}
	if !st.satisfied || j.onlyLoose() {
		if n := len(st.cards); n > 0 {
			// Of another time, but as good an answer otherwise.
			near = lowered(near, st.cards[n-1].score)
		}
		st.cards = append(st.cards, near...)
	}
	if len(j.ask.Values) > 0 && !st.satisfied {
		st.cards = nil
	}
}

// onlyLoose tells whether the conditions are preferences: a year by itself.
func (j *judge) onlyLoose() bool {
	for _, p := range j.ask.Periods {
		if !p.Loose {
			return false
		}
	}
	return len(j.ask.Periods) > 0 && len(j.ask.Values) == 0 && j.ask.Change == "" && j.ask.Unit == "" && j.ask.Kind == ""
}

// lowered brings the scores of cards, best first, below a score.
func lowered(cards []*card, below float64) []*card {
	if len(cards) > 0 {
		by := 0.9 * min(1, below/cards[0].score)
		for i := range cards {
			cards[i].score *= by
		}
	}
	return cards
}

// leastShare is the share of the best score below which words alone are no answer.
const leastShare = 0.3

// strongest sorts cards and leaves out those that share little with the best.
func strongest(cards []*card) []*card {
	cards = sorted(cards)
	for i := range cards {
		if cards[i].score < leastShare*cards[0].score {
			return cards[:i]
		}
	}
	return cards
}

func addYear(years []int, y int) []int {
	for _, known := range years {
		if known == y {
			return years
		}
	}
	return keepBest(years, y, len(years)+1, func(a, b int) bool { return a < b })
}

// maxCards bounds the statistics of an answer.
const maxCards = 200

// sorted returns the best cards, best first.
func sorted(cards []*card) (out []*card) {
	for _, c := range cards {
		out = keepBest(out, c, maxCards, better)
	}
	return out
}

func better(a, b *card) bool {
	switch {
	case a.match != b.match && (a.match == Possible || b.match == Possible):
		return a.match < b.match
	case a.Peripheral != b.Peripheral && a.match == Certain && b.match == Certain:
		return b.Peripheral
	}
	return a.score > b.score
}

// fold leaves one card of a number, its change and its value in other currencies:
// the one that answers best. cards are in order of article and ordinal.
func fold(cards []*card) []*card {
	var out []*card
	first := 0 // of the article in out
	for _, c := range cards {
		if first < len(out) && out[first].Article != c.Article {
			first = len(out)
		}
		at := first
		for at < len(out) && out[at].group() != c.group() {
			at++
		}
		if at == len(out) {
			out = append(out, c)
		} else if o := out[at]; c.match < o.match || c.match == o.match && c.score > o.score*1.05 {
			out[at] = c
		}
	}
	return out
}

// group returns the ordinal of the statistic on whose card this one belongs.
func (c *card) group() uint32 {
	if c.Parent > 0 {
		return c.Parent - 1
	}
	return c.Ordinal
}
