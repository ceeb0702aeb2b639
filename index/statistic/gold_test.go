package statistic

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almanac/index/article"
)

var (
	misses = flag.Bool("misses", false, "print what differs from the gold")
	dump   = flag.String("dump", "", "write the statistics of the gold articles to this file, one JSON object a line, for the gold's own scorer")
)

// gold is testdata/seeds.json: hand labels of the five sample articles.
type gold struct {
	Articles []goldArticle
}

type goldArticle struct {
	File, Title, Source, Published string
	IsDuplicateOf                  string          `json:"is_duplicate_of"`
	Body                           []goldParagraph `json:"body_paragraphs"`
	Statistics                     []goldStatistic
}

type goldParagraph struct {
	Line      int
	Sentences []string
}

type goldStatistic struct {
	ID, Sentence, Unit, Kind, Bound, Measure, Agency, Salience string
	Value                                                      float64
	ValueText                                                  string `json:"value_text"`
	Period                                                     struct{ Start, End, Basis, Note string }
	Change                                                     *struct {
		Percent   float64
		Direction string
		Derived   bool
	}
	AlsoAccept []struct {
		Value float64
		Unit  string
		Bound string
	} `json:"also_accept"`
	ValueSpan []int `json:"value_span_in_sentence"`
}

func loadGold(t testing.TB) gold {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "seeds.json"))
	if err != nil {
		t.Fatal(err)
	}
	var g gold
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

// clean rebuilds the article that cleaning should yield.
func (g goldArticle) clean() *article.Article {
	a := &article.Article{ID: strings.TrimSuffix(g.File, ".txt"), Title: g.Title, Source: g.Source, Published: g.Published}
	for _, p := range g.Body {
		text := strings.Join(p.Sentences, " ")
		a.Blocks = append(a.Blocks, article.Block{Text: text, Line: p.Line, End: len(text)})
	}
	return a
}

// TestGold holds the figures on the hand labels of the sample articles. It
// counts as the gold's own scorer does in its core mode.
func TestGold(t *testing.T) {
	var total goldScore
	var out []string
	for _, g := range loadGold(t).Articles {
		if g.IsDuplicateOf != "" {
			continue
		}
		found, _ := Extract(g.clean())
		var shown []Statistic
		for _, s := range found {
			if s.Salience != Mention {
				shown = append(shown, s)
				out = append(out, line(g.File, s))
			}
		}
		total.add(g.Statistics, shown)
	}
	if *dump != "" {
		if err := os.WriteFile(*dump, []byte(strings.Join(out, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	total.report(t)
}

func line(file string, s Statistic) string {
	m := map[string]any{"file": file, "sentence": s.Provenance.SentenceText, "value": s.Value.Float(), "value_text": s.ValueText, "unit": s.Unit.Name, "bound": s.Bound,
		"kind": s.Kind, "measure": s.Measure.Label, "agency": s.Agent.Name,
		"period": map[string]any{"start": orNull(s.Period.Start), "end": orNull(s.Period.End), "text": s.Period.Text, "basis": s.Period.Basis}}
	if s.Change != nil {
		m["change"] = map[string]any{"percent": s.Change.Percent, "direction": s.Change.Direction}
	}
	b, _ := json.Marshal(m)
	return string(b)
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

type goldScore struct {
	gold, system, value, unit, bound, kind, period, changes, changed, extras int
	measure                                                                  float64
}

func (c *goldScore) add(want []goldStatistic, got []Statistic) {
	used := make([]bool, len(got))
	for _, w := range want {
		j := pick(w, got, used)
		core := w.Salience == "core"
		if core {
			c.gold++
		}
		if j < 0 {
			if core && *misses {
				fmt.Println("MISS ", w.ID, w.ValueText, w.Unit)
			}
			continue
		}
		used[j] = true
		if core {
			c.match(w, got[j])
		}
	}
	for j, s := range got {
		if !used[j] {
			c.extras++
			if *misses {
				fmt.Printf("EXTRA %s %q %s: %s\n", s.Article[:3], s.ValueText, s.Unit.Name, s.Provenance.SentenceText)
			}
		}
	}
	c.system = c.value + c.extras
}

// pick finds the statistic of the same sentence with the same value, by place
// if several have it.
func pick(w goldStatistic, got []Statistic, used []bool) int {
	best := -1
	for j, s := range got {
		if used[j] || s.Provenance.SentenceText != w.Sentence || !valueOK(w, s) {
			continue
		}
		at := s.Provenance.ValueStart - s.Provenance.SentenceStart
		if best < 0 || at < w.ValueSpan[1] && w.ValueSpan[0] < s.Provenance.ValueEnd-s.Provenance.SentenceStart {
			best = j
		}
	}
	return best
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(b)) }

func valueOK(w goldStatistic, s Statistic) bool {
	if near(s.Value.Float(), w.Value) {
		return true
	}
	for _, a := range w.AlsoAccept {
		if near(s.Value.Float(), a.Value) && sameUnit(s.Unit.Name, a.Unit) {
			return true
		}
	}
	return false
}

func (c *goldScore) match(w goldStatistic, s Statistic) {
	var wrong []string
	note := func(ok bool, n *int, what string) {
		if ok {
			*n++
		} else {
			wrong = append(wrong, what)
		}
	}
	c.value++
	unitOK, boundOK := sameUnit(s.Unit.Name, w.Unit), s.Bound == w.Bound
	for _, a := range w.AlsoAccept {
		unitOK = unitOK || near(s.Value.Float(), a.Value) && sameUnit(s.Unit.Name, a.Unit)
		boundOK = boundOK || a.Bound != "" && s.Bound == a.Bound
	}
	note(unitOK, &c.unit, "unit "+s.Unit.Name+"/"+w.Unit)
	note(boundOK, &c.bound, "bound "+s.Bound+"/"+w.Bound)
	note(string(s.Kind) == w.Kind, &c.kind, "kind "+string(s.Kind)+"/"+w.Kind)
	note(periodOK(w, s), &c.period, fmt.Sprintf("period %s..%s %s /%s..%s %s", s.Period.Start, s.Period.End, s.Period.Text, w.Period.Start, w.Period.End, w.Period.Basis))
	if w.Change != nil {
		c.changes++
		note(s.Change != nil && s.Change.Direction == w.Change.Direction && math.Abs(s.Change.Percent-w.Change.Percent) < 1e-6, &c.changed, fmt.Sprintf("change %v", s.Change))
	}
	f := tokenF1(s.Measure.Label, w.Measure)
	c.measure += f
	if f < 0.8 {
		wrong = append(wrong, fmt.Sprintf("measure %.2f %q / %q", f, s.Measure.Label, w.Measure))
	}
	if *misses && len(wrong) > 0 {
		fmt.Println("WRONG", w.ID, w.ValueText, strings.Join(wrong, "; "))
	}
}

func periodOK(w goldStatistic, s Statistic) bool {
	if s.Period.Start == w.Period.Start && s.Period.End == w.Period.End {
		return true
	}
	return strings.Contains(w.Period.Note, "null is accepted") && s.Period.Start == "" && s.Period.End == ""
}

func (c *goldScore) report(t *testing.T) {
	f1 := func(tp int) float64 { return 2 * float64(tp) / float64(c.gold+c.system) }
	of := func(n int) float64 { return float64(n) / float64(c.value) }
	t.Logf("value F1 %.3f  value+unit F1 %.3f  bound %.3f  kind %.3f  period %.3f  changes %d/%d  measure %.3f  extras %d",
		f1(c.value), f1(c.unit), of(c.bound), of(c.kind), of(c.period), c.changed, c.changes, c.measure/float64(c.value), c.extras)
	for _, x := range []struct {
		name      string
		got, want float64
	}{
		{"value F1", f1(c.value), .98}, {"value+unit F1", f1(c.unit), .95}, {"bound", of(c.bound), .97}, {"period", of(c.period), 1},
		{"changes", float64(c.changed) / float64(c.changes), 1}, {"measure token F1", c.measure / float64(c.value), .90},
	} {
		if x.got < x.want {
			t.Errorf("%s is %.3f, want at least %.2f", x.name, x.got, x.want)
		}
	}
}
