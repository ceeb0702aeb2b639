package engine

import (
	"almanac/index/analyze"
	"almanac/index/pack"
	"almanac/index/statistic/identity"
	"almanac/wasm/engine/ask"
)

// Statistic is a statistic of a result.
type Statistic struct {
	*pack.Figure
	*pack.Detail
	ID string
	// Meta is its article's.
	Meta *pack.Meta
	// Key is the sorted stems of the label.
	Key string
	// ValueSpan and Highlights are in Sentence; ValueSpan is the number.
	ValueSpan  Range
	Highlights []Range
	Match      StatedMatch
	Score      float64
	// Conversion is the same amount in another currency, nil if none is stated.
	Conversion *pack.Figure
	// Series is the id of its series, "" if it is in none.
	Series string
}

// Nearest says that nothing satisfied what was asked.
type Nearest struct {
	// Reason is no_exact_match.
	Reason string
	// Years are those of the statistics that satisfy the rest, ascending.
	Years []int
}

// shown tells the number of statistics of an answer.
func (s *Search) statisticsShown() int { return min(2*s.limit, 100) }

// articlesOfStatistics gives the articles of the statistics that satisfy what was
// asked as the search's articles, where a value was asked or no article has the
// words: words that state a value are not looked up in articles.
func (s *Search) articlesOfStatistics() {
	st := &s.stated
	a := &st.ask
	if len(a.Values) == 0 && (s.total > 0 || !st.satisfied || !a.Filters() && len(a.Equal) == 0) {
		return
	}
	s.hits, s.total = nil, 0
	if !st.satisfied {
		return
	}
	for i := range st.cards {
		c := st.cards[i]
		if c.match == ByText {
			continue
		}
		at := 0
		for at < len(s.hits) && s.hits[at].article != c.Article {
			at++
		}
		p := Scored{pack.MakePassage(c.Article, c.Passage), c.score}
		if at == len(s.hits) {
			s.hits = append(s.hits, hit{article: c.Article, score: c.score})
		}
		h := &s.hits[at]
		known := false
		for _, q := range h.passages {
			known = known || q.Passage == p.Passage
		}
		if !known && len(h.passages) < passagesShown {
			h.passages = append(h.passages, p)
		}
	}
	s.total = len(s.hits)
	s.hits = s.hits[:min(len(s.hits), s.limit)]
}

// cardChunks returns the chunks that showing the cards takes.
func (s *Search) cardChunks(cards []*card) (need needs) {
	details, store, series := s.engine.root.Section(pack.KindDetails), s.engine.root.Section(pack.KindStore), s.engine.root.Section(pack.KindSeries)
	for i := range cards {
		c := cards[i]
		n := chunkOf(details, c.Article, c.Ordinal)
		need.lacks(s.engine, n, n+1)
		for _, ordinal := range [...]uint32{0, c.Passage} {
			n := chunkOf(store, c.Article, ordinal)
			need.lacks(s.engine, n, n+1)
		}
		if c.Figure.Series > 0 && series != nil {
			n := chunkOf(series, c.Figure.Series-1, 0)
			need.lacks(s.engine, n, n+1)
		}
	}
	return need
}

// chunkOf returns the chunk of a section that holds the record of two numbers.
func chunkOf(section *pack.Section, first, second uint32) int {
	n, to := 0, len(section.Keys)
	for n < to {
		mid := (n + to) / 2
		if k := section.Keys[mid]; k.First > first || k.First == first && k.Second > second {
			to = mid
		} else {
			n = mid + 1
		}
	}
	return section.First + max(n-1, 0)
}

// complete shows articles and statistics. It returns the chunks that either lacks.
func (s *Search) complete() ([]int, error) {
	st := &s.stated
	st.cards = st.cards[:min(len(st.cards), s.statisticsShown())]
	need := s.cardChunks(st.cards)
	list, err := s.show()
	if err != nil {
		return nil, err
	}
	for _, n := range list {
		need.add(n)
	}
	if need.any() {
		return need.list, nil
	}
	r := s.result
	marks := s.marks()
	for i := range st.cards {
		x, err := s.statistic(st.cards[i], marks)
		if err != nil {
			s.result = nil
			return nil, err
		}
		r.Statistics = append(r.Statistics, x)
	}
	r.Facets, r.Understood = st.facets, s.parts()
	if st.ask.Filters() {
		r.Partial = false
		if !st.satisfied && s.demanding() && (len(st.cards) > 0 || len(st.words) == 0) {
			r.Nearest = &Nearest{Reason: "no_exact_match", Years: st.years}
		}
	}
	return nil, s.seriesShown(r)
}

// demanding tells whether it must be said that no statistic satisfies the query. A
// word of change, or a year by itself that articles have, may be words only.
func (s *Search) demanding() bool {
	a := &s.stated.ask
	for _, p := range a.Periods {
		if !p.Loose || s.total == 0 {
			return true
		}
	}
	return len(a.Values) > 0 || a.Unit != "" || a.Kind != "" || a.Source != ""
}

// statistic reads what is shown of a card.
func (s *Search) statistic(c *card, marks map[string]bool) (Statistic, error) {
	x := Statistic{Figure: c.Figure, Detail: &pack.Detail{}, Match: c.match, Score: c.score}
	n := chunkOf(s.engine.root.Section(pack.KindDetails), c.Article, c.Ordinal)
	details, err := pack.ReadDetails(s.engine.root.Name(n), s.engine.chunk(n))
	if err != nil {
		s.engine.forget(n)
		return x, err
	}
	for i := range details {
		if d := &details[i]; d.Article == c.Article && d.Ordinal == c.Ordinal {
			x.Detail = d
		}
	}
	if err := s.sentence(&x); err != nil {
		return x, err
	}
	if err := s.conversion(c, &x); err != nil {
		return x, err
	}
	from, to := int(x.ValueStart), int(x.ValueStart+x.ValueLength)
	if to <= len(x.Sentence) {
		start := utf16Length(x.Sentence[:from])
		x.ValueSpan = Range{start, start + utf16Length(x.Sentence[from:to])}
	}
	x.Highlights = highlight(x.Sentence, marks)
	x.Key = key(x.Label)
	x.ID = identity.Of(x.Meta.ID, int(x.Paragraph), int(x.SentenceNumber), int(x.ValueStart))
	return x, nil
}

// sentence reads the sentence of a statistic and its article's fields from the
// store.
func (s *Search) sentence(x *Statistic) error {
	store := s.engine.root.Section(pack.KindStore)
	x.Meta = &pack.Meta{}
	a, passage := x.Figure.Article, x.Figure.Passage
	last := -1
	for _, ordinal := range [...]uint32{0, passage} {
		n := chunkOf(store, a, ordinal)
		if n == last {
			continue
		}
		last = n
		err := pack.ReadStore(s.engine.root.Name(n), s.engine.chunk(n), a, func(r pack.Stored) bool {
			if r.Article != a {
				return false
			}
			if r.Meta != nil {
				x.Meta = r.Meta
			}
			if at := int64(passage) - int64(r.Ordinal); at >= 0 && at < int64(len(r.Passages)) {
				text := r.Passages[at].Text
				if end := uint64(x.Offset) + uint64(x.Length); x.Length > 0 && end <= uint64(len(text)) {
					x.Sentence = text[x.Offset:end]
				}
			}
			return true
		})
		if err != nil {
			s.engine.forget(n)
			return err
		}
	}
	return nil
}

// conversion finds the same amount in another currency among the statistics that
// follow it.
func (s *Search) conversion(c *card, x *Statistic) error {
	section := s.engine.root.Section(pack.KindFigures)
	n := chunkOf(section, c.Article, c.Ordinal)
	if s.engine.chunk(n) == nil {
		return nil
	}
	figures, err := pack.ReadFigures(s.engine.root.Name(n), s.engine.chunk(n))
	if err != nil {
		s.engine.forget(n)
		return err
	}
	for i := range figures {
		if f := &figures[i]; f.Article == c.Article && f.Conversion && f.Parent == c.Ordinal+1 {
			x.Conversion = f
		}
	}
	return nil
}

// key returns the sorted distinct stems of a label's content words.
func key(label string) string {
	var stems []string
	for sc := analyze.NewScanner(label); sc.Next(); {
		if t := sc.Token(); !t.Stop {
			stems = append(stems, analyze.Stem(t.Surface))
			for i := len(stems) - 1; i > 0 && stems[i-1] > stems[i]; i-- {
				stems[i-1], stems[i] = stems[i], stems[i-1]
			}
		}
	}
	out := ""
	for i, w := range stems {
		if i > 0 && w == stems[i-1] {
			continue
		}
		if i > 0 {
			out += " "
		}
		out += w
	}
	return out
}

// parts are the understood parts of the query, their places counted in UTF-16 code
// units.
func (s *Search) parts() []ask.Part {
	parts := s.stated.ask.Parts
	for i := range parts {
		p := &parts[i]
		start := utf16Length(s.text[:p.Start])
		p.Start, p.End = start, start+utf16Length(s.text[p.Start:p.End])
	}
	return parts
}

// seriesShown reads the series that the statistics of a result belong to.
func (s *Search) seriesShown(r *Result) error {
	section := s.engine.root.Section(pack.KindSeries)
	for i := range r.Statistics {
		x := &r.Statistics[i]
		if x.Figure.Series == 0 || section == nil {
			continue
		}
		n := chunkOf(section, x.Figure.Series-1, 0)
		err := pack.ReadSeries(s.engine.root.Name(n), s.engine.chunk(n), func(number uint32, series *pack.Series) bool {
			if number != x.Figure.Series-1 {
				return true
			}
			x.Series = series.ID
			for k := range r.Series {
				if r.Series[k].ID == series.ID {
					return false
				}
			}
			r.Series = append(r.Series, *series)
			return false
		})
		if err != nil {
			s.engine.forget(n)
			s.result = nil
			return err
		}
	}
	return nil
}
