package wire

import (
	"bytes"
	"encoding/json"
	"testing"

	"almanac/index/pack"
	"almanac/wasm/engine"
	"almanac/wasm/engine/ask"
)

type unitShape struct{ Name, Class, Code, Text, Role string }

type spanShape struct{ Start, End string }

// statisticShape is a statistic as the client reads it.
type statisticShape struct {
	ID, Text, Bound, Kind, Trend, Agency, Source, Place, Salience, Sentence, Match string
	Value, Score, Confidence                                                       float64
	High                                                                           *float64
	Unit                                                                           unitShape
	Measure                                                                        struct{ Label, Key string }
	Period                                                                         struct{ Start, End, Text, Basis string }
	Change                                                                         *struct {
		Percent   float64
		Direction string
		Versus    spanShape
	}
	Share      *struct{ Of string }
	Conversion *struct {
		Value float64
		Unit  unitShape
	}
	Series     *string
	Article    struct{ ID, Title, URL, Published, Source string }
	Paragraph  int
	ValueSpan  [2]int `json:"value_span"`
	Highlights [][2]int
	Readings   []struct{ Field, Value, Basis string }
}

type seriesShape struct {
	ID, Label, Place string
	Unit             unitShape
	Points           []struct {
		Value               float64
		High                *float64
		Bound, Article      string
		Period              spanShape
		Statistic           *string
		Calculated, Partial bool
	}
	Notes []string
}

func sampleStatistics() *engine.Result {
	yuan := pack.Unit{Name: "CNY", Code: "CNY", Class: "money"}
	meta := &pack.Meta{ID: "002", Title: "Authorities", URL: "https://example.org/2", Published: "2021-04-12T08:47", Source: "Daily"}
	year := [2]pack.Day{pack.MakeDay(2020, 1, 1), pack.MakeDay(2020, 12, 31)}
	before := [2]pack.Day{pack.MakeDay(2019, 1, 1), pack.MakeDay(2019, 12, 31)}
	losses := engine.Statistic{ID: "x1", Meta: meta, Key: "avert loss", ValueSpan: engine.Range{Start: 19, End: 32}, Highlights: []engine.Range{{Start: 0, End: 6}}, Score: 1.5, Series: "s1",
		Figure:     &pack.Figure{Unit: yuan, Kind: 1, Bound: 3, Trend: 1, Value: pack.Decimal{Mantissa: 1876, Exponent: 8, Divisor: 1}, Start: year[0], End: year[1]},
		Conversion: &pack.Figure{Unit: pack.Unit{Name: "USD", Code: "USD", Class: "money"}, Value: pack.Decimal{Mantissa: 287, Exponent: 8, Divisor: 1}}}
	losses.Detail = &pack.Detail{Sentence: "Losses of at least 187.6 billion yuan were averted.", ValueStart: 19, ValueLength: 13, Paragraph: 6, Confidence: 90, PeriodBasis: 2, SourceBasis: 3,
		Label: "losses averted", UnitText: "yuan", Agency: "police", Source: "Ministry", Place: "China", PeriodText: "last year",
		Change: &pack.Change{Percent: 47_900_000, Trend: 1, Start: before[0], End: before[1]}}
	third := engine.Statistic{ID: "x2", Meta: meta, Match: engine.ByText,
		Figure: &pack.Figure{Unit: pack.Unit{Name: "percent", Code: "%", Class: "percent"}, Kind: 2, Bound: 6, Peripheral: true, Value: pack.Decimal{Mantissa: 100, Divisor: 3}, High: pack.Decimal{Mantissa: 4, Exponent: 1, Divisor: 1}},
		Detail: &pack.Detail{Sentence: "a third", ValueLength: 7, Paragraph: 1, Of: "cases"}}
	return &engine.Result{Statistics: []engine.Statistic{losses, third},
		Series: []pack.Series{{ID: "s1", Label: "losses averted", Place: "China", Unit: yuan, Notes: []string{"partial"}, Points: []pack.Point{
			{ArticleID: "002", Value: pack.Decimal{Mantissa: 1268, Exponent: 8, Divisor: 1}, Start: before[0], End: before[1]},
			{ArticleID: "002", Ordinal: 1, Statistic: "x1", Bound: 3, Partial: true, Value: pack.Decimal{Mantissa: 1876, Exponent: 8, Divisor: 1}, Start: year[0], End: year[1]}}}},
		Facets:     engine.Facets{Unit: []engine.Count{{Value: "money", Count: 2}}, Year: []engine.Count{{Value: "2020", Count: 1}}, Kind: []engine.Count{{Value: "money", Count: 1}}, Source: []engine.Count{{Value: "Daily", Count: 2}}, Histogram: []engine.Bin{{From: 1e11, To: 1e12, Count: 1}}},
		Understood: []ask.Part{{Kind: "value", Text: "over 100 billion yuan", Label: "over 100 billion yuan", Start: 7, End: 28}},
		Nearest:    &engine.Nearest{Reason: "no_exact_match", Years: []int{2020, 2021}},
	}
}

// TestStatisticShape reads statistics back by field names.
func TestStatisticShape(t *testing.T) {
	var got struct {
		Result struct {
			Statistics []statisticShape
			Series     []seriesShape
			Nearest    struct{ Years []int }
			Understood []struct{ Start, End int }
		}
	}
	if err := json.NewDecoder(bytes.NewReader(Result(sampleStatistics()))).Decode(&got); err != nil {
		t.Fatal(err)
	}
	a, b := got.Result.Statistics[0], got.Result.Statistics[1]
	if a.ID != "x1" || a.Value != 187.6e9 || a.High != nil || a.Text != "187.6 billion" || a.Unit != (unitShape{"CNY", "money", "CNY", "yuan", ""}) || a.Bound != "at_least" || a.Kind != "money" ||
		a.Trend != "up" || a.Measure.Key != "avert loss" || a.Period.Start != "2020-01-01" || a.Period.Basis != "relative" || a.Paragraph != 5 || a.Match != "certain" || a.Salience != "core" || a.Confidence != 0.9 {
		t.Errorf("%+v", a)
	}
	if a.Change == nil || a.Change.Percent != 47.9 || a.Change.Direction != "up" || a.Change.Versus.End != "2019-12-31" || a.Conversion == nil || a.Conversion.Value != 28.7e9 ||
		a.Series == nil || *a.Series != "s1" || a.ValueSpan != [2]int{19, 32} || a.Readings[0].Basis != "relative: 'last year', published 2021-04-12" {
		t.Errorf("%+v", a)
	}
	if b.High == nil || *b.High != 40 || b.Share == nil || b.Share.Of != "cases" || b.Change != nil || b.Series != nil || b.Period.Start != "" || b.Match != "text" || b.Salience != "peripheral" {
		t.Errorf("%+v", b)
	}
	if s := got.Result.Series[0]; len(s.Points) != 2 || !s.Points[0].Calculated || s.Points[0].Statistic != nil || s.Points[1].Calculated || !s.Points[1].Partial || *s.Points[1].Statistic != "x1" {
		t.Errorf("%+v", s)
	}
}
