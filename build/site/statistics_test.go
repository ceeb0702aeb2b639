package site

import (
	"fmt"
	"strings"
	"testing"

	"almanac/index/pack"
	"almanac/index/statistic/number"
)

// TestSentencesAreInTheirPassages reads every sentence back from its place.
func TestSentencesAreInTheirPassages(t *testing.T) {
	articles := sampleArticles(t)
	s, err := Statistics(t.Context(), t.TempDir(), articles)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Index.Close()
	found, err := Mine(t.Context(), articles)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Figures) < 46 || len(s.Figures) != len(s.Details) || int(s.Summary.Statistics) != len(s.Figures) {
		t.Fatalf("%d figures, %d details, %d in the summary", len(s.Figures), len(s.Details), s.Summary.Statistics)
	}
	for i, f := range s.Figures {
		d, want := s.Details[i], found[f.Article][f.Ordinal]
		text := d.Sentence
		if d.Length > 0 {
			text = Documents(f.Article, articles[f.Article])[f.Passage].Shown.Text[d.Offset:][:d.Length]
		}
		if text != want.Provenance.SentenceText || text[d.ValueStart:][:d.ValueLength] != want.ValueText {
			t.Errorf("%s: %q, value %q; want %q, %q", want.ID, text, text[d.ValueStart:][:d.ValueLength], want.Provenance.SentenceText, want.ValueText)
		}
		if f.Article != d.Article || f.Ordinal != d.Ordinal {
			t.Errorf("figure %d and detail are of two statistics", i)
		}
	}
}

// TestSampleSeries: arithmetic joins two articles that use different words, and
// eleven months are not a year.
func TestSampleSeries(t *testing.T) {
	s, err := Statistics(t.Context(), t.TempDir(), sampleArticles(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Index.Close()
	const want = "calculated definition partial: 2019 95923 calculated, 2020 141870, 2021 282000, 2022 206642 calculated partial, 2023 280000 partial"
	for _, x := range s.Series {
		if x.Place == "China" && describeSeries(x) == want {
			return
		}
		t.Log(describeSeries(x))
	}
	t.Errorf("no series is %s", want)
}

func describeSeries(s pack.Series) string {
	var points []string
	for _, p := range s.Points {
		line := fmt.Sprint(p.Start.Year(), " ", number.Decimal{Mantissa: p.Value.Mantissa, Exponent: p.Value.Exponent, Divisor: p.Value.Divisor})
		if p.Ordinal == 0 {
			line += " calculated"
		}
		if p.Partial {
			line += " partial"
		}
		points = append(points, line)
	}
	return strings.Join(s.Notes, " ") + ": " + strings.Join(points, ", ")
}
