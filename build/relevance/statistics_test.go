package relevance

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"almanac/build/site"
	"almanac/index/archive"
	"almanac/index/pack"
	"almanac/index/packfile"
	"almanac/index/statistic/number"
	"almanac/wasm/engine"
)

// goldStatistic is a labelled statistic of the sample archive.
type goldStatistic struct {
	ID, Article, Sentence, Salience string
	Value                           float64
	Span                            []int `json:"value_span_in_sentence"`
}

func readGoldStatistics(t *testing.T) []goldStatistic {
	t.Helper()
	data, err := os.ReadFile("../../index/statistic/testdata/seeds.json")
	if err != nil {
		t.Fatal(err)
	}
	var seeds struct {
		Articles []struct {
			File       string
			Duplicate  string `json:"is_duplicate_of"`
			Statistics []struct {
				ID, Sentence, Salience string
				Value                  float64
				Span                   []int `json:"value_span_in_sentence"`
			}
		}
	}
	if err := json.Unmarshal(data, &seeds); err != nil {
		t.Fatal(err)
	}
	var out []goldStatistic
	for _, a := range seeds.Articles {
		if a.Duplicate != "" {
			continue
		}
		for _, s := range a.Statistics {
			out = append(out, goldStatistic{ID: s.ID, Article: strings.TrimSuffix(a.File, ".txt"), Sentence: s.Sentence, Salience: s.Salience, Value: s.Value, Span: s.Span})
		}
	}
	return out
}

func decimal(d pack.Decimal) float64 {
	return number.Decimal{Mantissa: d.Mantissa, Exponent: d.Exponent, Divisor: d.Divisor}.Float()
}

// goldID names a statistic as the gold does: the same article, sentence, value and
// place.
func goldID(gold []goldStatistic, x *engine.Statistic) string {
	best := ""
	for _, g := range gold {
		if g.Article != x.Meta.ID || g.Sentence != x.Sentence {
			continue
		}
		if math.Abs(decimal(x.Value)-g.Value) < 1e-6*math.Abs(g.Value) && (best == "" || x.ValueSpan.Start < g.Span[1] && g.Span[0] < x.ValueSpan.End) {
			best = g.ID
		}
	}
	if best == "" {
		return fmt.Sprintf("?%s %v", x.Meta.ID[:3], decimal(x.Value))
	}
	return best
}

// folded are the statistics of the gold that belong on another one's card: four
// changes and a conversion.
var folded = map[string]string{"000-s02": "000-s01", "001-s02": "001-s01", "001-s04": "001-s03", "002-s02": "002-s01", "002-s09": "002-s08"}

func cardOf(id string) string {
	if c := folded[id]; c != "" {
		return c
	}
	return id
}

func openSample(t *testing.T) (*engine.Engine, *packfile.Reader) {
	t.Helper()
	a, err := archive.Load(t.Context(), []string{"../sample"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := site.Pack(t.Context(), dir, t.TempDir(), a.Articles, nil); err != nil {
		t.Fatal(err)
	}
	r, err := packfile.Open(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.Open(r.Payload)
	if err != nil {
		t.Fatal(err)
	}
	return e, r
}

// TestGoldStatistics asks the readers' queries for statistics and holds the cards
// against the gold: nDCG@5 over cards, and the exact set for filters.
func TestGoldStatistics(t *testing.T) {
	e, r := openSample(t)
	with, plain := &engines{engine: e, pack: r}, sampleEngines(t)
	gold := readGoldStatistics(t)
	var report strings.Builder
	sum, asked := 0.0, 0
	for _, q := range readGoldQueries(t) {
		if slices.Contains(articleKinds, q.Kind) {
			// Numbers and words of change stay words where articles are asked for.
			r := engine.Request{Text: q.Query, Typing: true}
			if got, want := ids(with.search(t, r)), ids(plain.search(t, r)); !slices.Equal(got, want) {
				t.Errorf("%s %q: %v, without statistics %v", q.ID, q.Query, got, want)
			}
		}
		if q.Kind != "statistic" && q.Kind != "numeric_filter" && q.Kind != "no_answer" {
			continue
		}
		result, err := e.Begin(engine.Request{Text: q.Query, Typing: true}).Run(r.Chunk)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&report, "%s %-14s %q", q.ID, q.Kind, q.Query)
		for _, p := range result.Understood {
			fmt.Fprintf(&report, " %s(%s)", p.Kind, p.Label)
		}
		if result.Nearest != nil {
			fmt.Fprintf(&report, " nearest %v", result.Nearest.Years)
		}
		fmt.Fprintln(&report)
		grades := q.cardGrades()
		var gains []float64
		var got []string
		for i := range result.Statistics {
			x := &result.Statistics[i]
			id := goldID(gold, x)
			got = append(got, id)
			grade := grades[cardOf(id)]
			gains = append(gains, grade)
			fmt.Fprintf(&report, "\t%s grade %g %s %.3f %s\n", id, grade, x.Match, x.Score, x.Label)
		}
		for _, a := range result.Articles {
			fmt.Fprintf(&report, "\tarticle %s grade %d\n", a.ID[:3], q.grade(a.ID))
		}
		if q.Kind == "no_answer" {
			if len(got) > 0 && result.Nearest == nil {
				t.Errorf("%s %q: %v without a mark", q.ID, q.Query, got)
			}
			continue
		}
		var ideal []float64
		for _, g := range grades {
			ideal = append(ideal, g)
		}
		slices.Sort(ideal)
		slices.Reverse(ideal)
		score := gain(gains[:min(5, len(gains))]) / gain(ideal[:min(5, len(ideal))])
		fmt.Fprintf(&report, "\tnDCG@5 %.3f\n", score)
		sum += score
		asked++
		if q.Kind == "numeric_filter" {
			q.checkSet(t, gold, got)
		}
	}
	mean := sum / float64(asked)
	fmt.Fprintf(&report, "mean nDCG@5 of %d: %.3f\n", asked, mean)
	if mean < 0.9 {
		t.Errorf("mean nDCG@5 is %.3f, want at least 0.90", mean)
	}
	golden(t, "testdata/statistics.txt", report.String())
}

func ids(r *engine.Result) (out []string) {
	for i := range r.Articles {
		out = append(out, r.Articles[i].ID)
	}
	return out
}

// cardGrades are the best grades of the cards.
func (q *goldQuery) cardGrades() map[string]float64 {
	out := map[string]float64{}
	for _, x := range q.ExpectedStatistics {
		out[cardOf(x.ID)] = max(out[cardOf(x.ID)], float64(x.Grade))
	}
	return out
}

// checkSet demands every card of grade 2 and 3, and no other but those of grade 1
// and the peripheral.
func (q *goldQuery) checkSet(t *testing.T, gold []goldStatistic, got []string) {
	t.Helper()
	peripheral := map[string]bool{}
	for _, g := range gold {
		peripheral[g.ID] = g.Salience != "core"
	}
	grades := q.cardGrades()
	shown := map[string]bool{}
	for _, id := range got {
		shown[cardOf(id)] = true
		if grades[cardOf(id)] == 0 && !peripheral[id] {
			t.Errorf("%s %q: %s is too much", q.ID, q.Query, id)
		}
	}
	for id, grade := range grades {
		if grade >= 2 && !shown[id] {
			t.Errorf("%s %q: %s is missing", q.ID, q.Query, id)
		}
	}
}
