package site

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"almanac/index/analyze"
	"almanac/index/article"
	"almanac/index/bleveindex"
	"almanac/index/compile"
	"almanac/index/pack"
	"almanac/index/statistic"
	"almanac/index/statistic/number"
	"almanac/index/statistic/period"
)

// Mine extracts the statistics of the articles on all processors. The result has
// a list for every article; quantities that state nothing are left out.
func Mine(ctx context.Context, articles []*article.Article) ([][]statistic.Statistic, error) {
	out := make([][]statistic.Statistic, len(articles))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(articles)) {
		wait.Go(func() {
			e := statistic.NewExtractor(nil)
			for i := int(next.Add(1)) - 1; i < len(articles) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				found, _ := e.Extract(articles[i])
				out[i] = slices.DeleteFunc(found, func(s statistic.Statistic) bool { return s.Salience == statistic.Mention })
			}
		})
	}
	wait.Wait()
	return out, ctx.Err()
}

// Statistics mines the articles and makes what a pack holds of their statistics,
// nil if there are none. The caller closes the index and deletes work.
func Statistics(ctx context.Context, work string, articles []*article.Article) (*compile.Statistics, error) {
	found, err := Mine(ctx, articles)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(found, func(list []statistic.Statistic) bool { return len(list) > 0 }) {
		return nil, nil
	}
	dir := filepath.Join(work, "statistics")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	builder, err := bleveindex.NewStatisticsBuilder(dir)
	if err != nil {
		return nil, err
	}
	out := &compile.Statistics{}
	for i, list := range found {
		w := writing{number: uint32(i), article: articles[i], list: list}
		for _, d := range Documents(uint32(i), articles[i]) {
			w.passages = append(w.passages, d.Shown)
		}
		for j := range list {
			out.Figures = append(out.Figures, w.figure(j))
			out.Details = append(out.Details, w.detail(j, &out.Figures[len(out.Figures)-1]))
			if err := builder.AddStatistic(w.document(j)); err != nil {
				return nil, fmt.Errorf("%s: %w", articles[i].Origin, err)
			}
		}
	}
	addSeries(out, articles, found)
	out.Summary = summary(articles, out.Figures)
	out.Index, err = builder.Finish()
	return out, err
}

// writing turns the statistics of one article into rows of a pack.
type writing struct {
	number   uint32
	article  *article.Article
	passages []pack.Text
	list     []statistic.Statistic
}

func (w *writing) figure(j int) pack.Figure {
	s := &w.list[j]
	f := pack.Figure{Article: w.number, Ordinal: uint32(j), Publisher: w.article.Source,
		Unit: pack.Unit{Name: s.Unit.Name, Code: s.Unit.Code, Class: s.Unit.Class.String()},
		Kind: code(pack.KindNames[:], string(s.Kind)), Bound: code(pack.BoundNames[:], s.Bound), Trend: code(pack.TrendNames[:], s.Trend),
		Peripheral: s.Salience == statistic.Peripheral, Value: decimal(s.Value),
		Start: day(s.Period.Start), End: day(s.Period.End)}
	if s.Bound == "range" {
		f.High = decimal(s.High)
	}
	for _, r := range s.Relations {
		if r.Type != "change_of" && r.Type != "conversion_of" {
			continue
		}
		if p := w.ordinal(r.Statistic); p > 0 {
			f.Parent, f.Conversion = p, r.Type == "conversion_of"
		}
	}
	return f
}

// ordinal returns 1 more than the place of a statistic in the article, 0 if it
// was left out.
func (w *writing) ordinal(id string) uint32 {
	return uint32(1 + slices.IndexFunc(w.list, func(s statistic.Statistic) bool { return s.ID == id }))
}

func (w *writing) detail(j int, f *pack.Figure) pack.Detail {
	s := &w.list[j]
	p := &s.Provenance
	d := pack.Detail{Article: w.number, Ordinal: uint32(j), Sentence: p.SentenceText,
		ValueStart: uint32(p.ValueStart - p.SentenceStart), ValueLength: uint32(p.ValueEnd - p.ValueStart),
		Paragraph: uint32(p.Paragraph), SentenceNumber: uint32(p.Sentence), Confidence: uint8(p.Confidence*100 + 0.5),
		AgencyBasis: basis(s.Agent.Basis), SourceBasis: basis(s.Source.Basis), PlaceBasis: basis(s.Place.Basis), PeriodBasis: basis(s.Period.Basis),
		Label: s.Measure.Label, UnitText: s.Unit.Text, Role: s.Unit.Role, Of: s.Of,
		Agency: s.Agent.Name, Source: s.Source.Name, Place: s.Place.Name, PeriodText: s.Period.Text}
	var whole bool
	if f.Passage, d.Offset, whole = w.locate(p.Paragraph-1, p.SentenceText); whole {
		d.Length, d.Sentence = uint32(len(p.SentenceText)), ""
	}
	if c := s.Change; c != nil {
		d.Change = &pack.Change{Percent: uint64(c.Percent*1e6 + 0.5), Trend: code(pack.TrendNames[:], c.Direction),
			Start: day(c.Versus.Start), End: day(c.Versus.End)}
		if c.Statistic != "" {
			d.Change.By = w.ordinal(c.Statistic)
		}
	}
	return d
}

// locate finds the passage that holds a sentence of a paragraph, counted from 0,
// and the sentence's place in it. A sentence that was cut between passages gives
// the last passage that begins in its paragraph or before, and place 0.
func (w *writing) locate(paragraph int, sentence string) (passage, offset uint32, ok bool) {
	for i, p := range w.passages {
		if p.Paragraph > paragraph {
			break
		}
		passage = uint32(i)
		if i+1 < len(w.passages) && w.passages[i+1].Paragraph < paragraph {
			continue // the paragraph begins after this passage
		}
		if at := strings.Index(p.Text, sentence); at >= 0 {
			return uint32(i), uint32(at), true
		}
	}
	return passage, 0, false
}

func (w *writing) document(j int) *bleveindex.Statistic {
	s := &w.list[j]
	d := &bleveindex.Statistic{
		Place:   pack.MakePassage(w.number, uint32(j)),
		Measure: joinDistinct(s.Measure.Label, s.Unit.Name, s.Unit.Text, s.Unit.Role, s.Of),
		Subject: joinDistinct(s.Agent.Name, s.Source.Name, s.Place.Name),
	}
	d.Sentence = without(s.Provenance.SentenceText, d.Measure+"\n"+d.Subject)
	return d
}

// without returns the content words of a text whose stems are not among those of
// another, and no numbers: a word weighs most where it says what is measured, and
// once is enough to find it.
func without(text, other string) string {
	stems := map[string]bool{}
	for sc := analyze.NewScanner(other); sc.Next(); {
		stems[analyze.Stem(sc.Token().Surface)] = true
	}
	var out []string
	for sc := analyze.NewScanner(text); sc.Next(); {
		t := sc.Token()
		if stem := analyze.Stem(t.Surface); !t.Stop && !stems[stem] && (t.Surface[0] < '0' || t.Surface[0] > '9') {
			stems[stem] = true
			out = append(out, t.Surface)
		}
	}
	return strings.Join(out, " ")
}

// joinDistinct joins texts with line breaks, without those that the ones before
// hold already.
func joinDistinct(texts ...string) string {
	out := ""
	for _, t := range texts {
		if t != "" && !strings.Contains(out, t) {
			out = joinNonEmpty(out, t)
		}
	}
	return out
}

func code(names []string, name string) uint8 { return uint8(max(slices.Index(names, name), 0)) }

func basis(b statistic.Basis) uint8 { return code(pack.BasisNames[:], string(b)) }

func decimal(d number.Decimal) pack.Decimal {
	return pack.Decimal{Mantissa: d.Mantissa, Exponent: d.Exponent, Divisor: max(d.Divisor, 1)}
}

func day(iso string) pack.Day {
	d, ok := period.ParseDate(iso)
	if !ok {
		return 0
	}
	return packDay(d)
}

// summary counts the years that statistics speak of and finds the newest article.
func summary(articles []*article.Article, figures []pack.Figure) pack.Summary {
	s := pack.Summary{Statistics: uint32(len(figures))}
	for _, a := range articles {
		s.Newest = max(s.Newest, day(a.Published))
	}
	years := map[uint32]uint32{}
	for _, f := range figures {
		if y := f.Start.Year(); y > 0 {
			years[uint32(y)]++
		}
	}
	for y, n := range years {
		s.Years = append(s.Years, pack.YearCount{Year: y, Count: n})
	}
	slices.SortFunc(s.Years, func(a, b pack.YearCount) int { return int(a.Year) - int(b.Year) })
	return s
}
