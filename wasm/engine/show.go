package engine

import (
	"almanac/index/analyze"
	"almanac/index/pack"
	"almanac/wasm/engine/ask"
)

// Result is the answer to a search.
type Result struct {
	Articles []Article
	// Total counts all articles that match.
	Total int
	// Statistics are the statistics that answer, best first; Series the series they
	// belong to.
	Statistics []Statistic
	Series     []pack.Series
	Facets     Facets
	// Understood are the parts of the query read as conditions.
	Understood []ask.Part
	// Nearest is nil unless conditions were stated that nothing satisfies; then what
	// is shown is what comes closest.
	Nearest *Nearest
	// Terms tell what became of each word of the query.
	Terms []Term
	// Partial says that the query holds nothing to look up yet: no word, only stop
	// words, or the beginning of one.
	Partial bool
}

// Article is an article that matches, with its best passages.
type Article struct {
	pack.Meta
	Score           float64
	Match           Match
	TitleHighlights []Range
	Passages        []Passage
}

// Passage is a passage of a result.
type Passage struct {
	Text       string
	Heading    string
	Paragraph  int
	Highlights []Range
	Score      float64
	// Place names the passage in the pack.
	Place pack.Passage
}

// Range delimits characters, counted in UTF-16 code units as JavaScript does;
// End is exclusive.
type Range struct{ Start, End int }

// Term is a word of the query and how it was found.
type Term struct {
	Text  string
	Match Match
	// As are the surface forms that stand for it, the best first.
	As []string
}

// show reads what is shown of the best articles. It returns the chunks it lacks.
func (s *Search) show() ([]int, error) {
	var need needs
	section := s.engine.root.Section(pack.KindStore)
	for _, h := range s.hits {
		// Numbers gives all chunks of an article; a passage is in one of them, the
		// article's own fields are in the first.
		from, to := section.Numbers(h.article)
		for n := from; n < to; n++ {
			if n == from || holds(section, n, h) {
				need.lacks(s.engine, n, n+1)
			}
		}
	}
	if need.any() {
		return need.list, nil
	}
	result := &Result{Total: s.total, Partial: s.partial()}
	marks := s.marks()
	for _, h := range s.hits {
		a, err := s.article(section, h, marks)
		if err != nil {
			return nil, err
		}
		result.Articles = append(result.Articles, a)
	}
	for _, w := range s.query.words {
		result.Terms = append(result.Terms, w.explain())
	}
	s.result = result
	return nil, nil
}

// holds tells whether chunk n can hold a passage of the hit.
func holds(section *pack.Section, n int, h hit) bool {
	i := n - section.First
	for _, p := range h.passages {
		after := i+1 == len(section.Keys) || p.Passage < pack.MakePassage(section.Keys[i+1].First, section.Keys[i+1].Second)
		if after && p.Passage >= pack.MakePassage(section.Keys[i].First, section.Keys[i].Second) {
			return true
		}
	}
	return false
}

func (s *Search) article(section *pack.Section, h hit, marks map[string]bool) (Article, error) {
	a := Article{Score: h.score, Match: h.match, Passages: make([]Passage, len(h.passages))}
	from, to := section.Numbers(h.article)
	for n := from; n < to; n++ {
		payload := s.engine.chunk(n)
		if payload == nil {
			continue
		}
		err := pack.ReadStore(s.engine.root.Name(n), payload, h.article, func(r pack.Stored) bool {
			if r.Article == h.article {
				a.take(&r, h)
			}
			return r.Article == h.article
		})
		if err != nil {
			s.engine.forget(n)
			return a, err
		}
	}
	a.TitleHighlights = highlight(a.Title, marks)
	for i := range a.Passages {
		p := &a.Passages[i]
		p.Highlights = highlight(p.Text, marks)
	}
	return a, nil
}

// take copies what the hit shows from a stored record.
func (a *Article) take(r *pack.Stored, h hit) {
	if r.Meta != nil {
		a.Meta = *r.Meta
	}
	for i, p := range h.passages {
		at := int64(p.Passage.Ordinal()) - int64(r.Ordinal)
		if at < 0 || at >= int64(len(r.Passages)) {
			continue
		}
		t := r.Passages[at]
		a.Passages[i] = Passage{Text: t.Text, Paragraph: t.Paragraph, Score: p.Score, Place: p.Passage}
		if t.Heading > 0 && t.Heading <= len(a.Headings) {
			a.Passages[i].Heading = a.Headings[t.Heading-1]
		}
	}
}

// marks are the stems to be highlighted.
func (s *Search) marks() map[string]bool {
	marks := map[string]bool{}
	for _, w := range s.query.words {
		for _, v := range w.terms {
			marks[analyze.Stem(v.surface)] = true
		}
	}
	return marks
}

// highlight finds the marked words of a text.
func highlight(text string, marks map[string]bool) []Range {
	var out []Range
	bytes, units := 0, 0
	for sc := analyze.NewScanner(text); sc.Next(); {
		t := sc.Token()
		if !marks[analyze.Stem(t.Surface)] {
			continue
		}
		start := units + utf16Length(text[bytes:t.Start])
		end := start + utf16Length(text[t.Start:t.End])
		out = append(out, Range{start, end})
		bytes, units = t.End, end
	}
	return out
}

// utf16Length counts the UTF-16 code units of s.
func utf16Length(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0xffff {
			n++
		}
	}
	return n
}

// explain tells how a word was found.
func (w *word) explain() Term {
	t := Term{Text: w.text, Match: w.match}
	for _, v := range w.terms[:min(len(w.terms), 5)] {
		t.As = append(t.As, v.surface)
	}
	return t
}
