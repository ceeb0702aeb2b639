package statistic

import (
	"almanac/index/article"
	"almanac/index/sentence"
	"almanac/index/statistic/identity"
	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/period"
	"almanac/index/statistic/quantity"
	"almanac/index/statistic/token"
)

// Split cuts a block's text into sentences.
type Split func(text string) []sentence.Span

// Extractor mines articles. It keeps its memory between articles and is not safe
// for use by several goroutines: give each its own.
type Extractor struct {
	split    Split
	finder   quantity.Finder
	tokens   []token.Token
	mentions []period.Mention
}

// NewExtractor returns an extractor; split may be nil for sentence.Split.
func NewExtractor(split Split) *Extractor {
	if split == nil {
		split = sentence.Split
	}
	return &Extractor{split: split}
}

// Extract returns the statistics, the mentions and the rejected numbers of an
// article's paragraphs in the order of the text. Headings, captions and removed
// blocks are not evidence. It takes time linear in the text.
func Extract(a *article.Article) ([]Statistic, []Rejected) {
	return NewExtractor(nil).Extract(a)
}

// Extract does what the function Extract does.
func (e *Extractor) Extract(a *article.Article) ([]Statistic, []Rejected) {
	r := reader{article: a}
	if d, ok := period.ParseDate(a.Published); ok && len(a.Published) >= 10 {
		r.published = d
	}
	for i := range a.Blocks {
		b := &a.Blocks[i]
		if b.Kind != article.Paragraph {
			continue
		}
		r.paragraph(i)
		for n, s := range e.split(b.Text) {
			e.sentence(&r, b, n+1, s)
		}
	}
	return r.found, r.rejected
}

// reader is the state of reading one article.
type reader struct {
	article   *article.Article
	published period.Date
	near      period.Date

	block, paragraphs int
	found             []Statistic
	rejected          []Rejected
	context           context
}

func (r *reader) paragraph(block int) {
	r.block = block
	r.paragraphs++
	r.near = period.Date{}
	r.context.paragraph()
}

func (e *Extractor) sentence(r *reader, b *article.Block, n int, span sentence.Span) {
	text := b.Text[span.Start:span.End]
	e.tokens = token.Scan(e.tokens[:0], text)
	f := period.Finder{Ref: r.published, Near: r.near}
	e.mentions = f.Find(e.mentions[:0], e.tokens)
	r.near = f.Near
	found, rejected := e.finder.Find(e.tokens, e.mentions)
	s := statement{reader: r, block: b, span: span, text: text, number: n, tokens: e.tokens, times: e.mentions, quantities: found}
	if len(found) > 0 && !s.english() {
		for i := range found {
			r.reject(&s, quantity.Rejected{Span: found[i].Number, Reason: notEnglish})
		}
		s.quantities, s.times = nil, nil
	}
	s.read()
	for _, x := range rejected {
		r.reject(&s, x)
	}
}

func (r *reader) reject(s *statement, x quantity.Rejected) {
	first, last := s.tokens[x.Span.First].Start, s.tokens[x.Span.Last-1].End
	r.rejected = append(r.rejected, Rejected{Paragraph: r.paragraphs, Sentence: s.number, Block: r.block,
		Start: s.span.Start + first, End: s.span.Start + last, Text: s.text[first:last], Reason: string(x.Reason), SentenceText: s.text})
}

// statement is the state of reading one sentence.
type statement struct {
	*reader
	block      *article.Block
	span       sentence.Span
	text       string
	number     int
	tokens     []token.Token
	times      []period.Mention
	quantities []quantity.Quantity
	// stats are the statistics of this sentence, one for each quantity.
	stats []Statistic
	verbs []verb
}

func (s *statement) read() {
	s.context.enter(s)
	s.quantities = s.split(s.quantities)
	if len(s.quantities) > 0 {
		s.stats = make([]Statistic, len(s.quantities))
		for i := range s.quantities {
			s.stats[i] = s.begin(i)
		}
		for i := range s.quantities {
			s.classify(i)
		}
		for i := range s.quantities {
			s.when(i)
		}
		for i := range s.quantities {
			s.salience(i)
		}
		for i := range s.quantities {
			s.fold(i)
		}
		for i := range s.quantities {
			s.label(i)
		}
		for i := range s.quantities {
			s.attribute(i)
			s.found = append(s.found, s.stats[i])
		}
	}
	s.context.leave(s)
}

// begin fills the fields that the quantity alone decides.
func (s *statement) begin(i int) Statistic {
	q := &s.quantities[i]
	st := Statistic{Article: s.article.ID, Value: q.Value, High: q.High, Bound: q.Bound.String(), Salience: Core}
	st.ValueText = s.words(q.Number)
	st.BoundText = s.words(q.BoundWords)
	st.Unit = s.unitOf(q)
	if q.Form == number.AsFraction && st.Unit.Name == "percent" {
		st.Value, st.High = q.Value.Percent(), q.High.Percent()
	}
	p := &st.Provenance
	p.Block, p.Paragraph, p.Sentence, p.SentenceText = s.reader.block, s.paragraphs, s.number, s.text
	p.SentenceStart, p.SentenceEnd = s.span.Start, s.span.End
	p.ValueStart, p.ValueEnd = s.offsets(q.Number)
	whole := q.Whole
	if !q.BoundWords.Empty() {
		whole.First, whole.Last = min(whole.First, q.BoundWords.First), max(whole.Last, q.BoundWords.Last)
	}
	p.WholeStart, p.WholeEnd = s.offsets(whole)
	p.RawStart, p.RawEnd = s.block.Start, s.block.End
	if s.block.End-s.block.Start == len(s.block.Text) {
		p.RawStart, p.RawEnd = s.block.Start+p.ValueStart, s.block.Start+p.ValueEnd
	}
	p.Rules = append([]string(nil), q.Rules...)
	p.Confidence = 1
	st.ID = identity.Of(s.article.ID, p.Paragraph, p.Sentence, p.ValueStart-p.SentenceStart)
	return st
}

// words returns the text of a span of tokens.
func (s *statement) words(p quantity.Span) string {
	if p.Empty() {
		return ""
	}
	return s.text[s.tokens[p.First].Start:s.tokens[p.Last-1].End]
}

// offsets returns the bytes of a span of tokens in the block's text.
func (s *statement) offsets(p quantity.Span) (int, int) {
	return s.span.Start + s.tokens[p.First].Start, s.span.Start + s.tokens[p.Last-1].End
}

func (s *statement) at(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].Lower
}

func (s *statement) is(i int, c lexicon.Class) bool { return lexicon.Is(s.at(i), c) }

func (s *statement) rule(i int, name string) {
	p := &s.stats[i].Provenance
	p.Rules = append(p.Rules, name)
}
