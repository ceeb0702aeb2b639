package pack_test

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"testing"

	"almanac/index/pack"
	"almanac/index/pack/dump"
)

func sampleFigures() []pack.Figure {
	people := pack.Unit{Name: "people", Code: "{people}", Class: "people"}
	return []pack.Figure{
		{Article: 1, Unit: people, Bound: 2, Value: pack.Decimal{Mantissa: 141870, Divisor: 1}, Start: pack.MakeDay(2020, 1, 1), End: pack.MakeDay(2020, 12, 31), Series: 1},
		{Article: 1, Ordinal: 1, Unit: pack.Unit{Name: "percent", Code: "%", Class: "percent"}, Kind: 3, Trend: 1, Value: pack.Decimal{Mantissa: 479, Exponent: -1, Divisor: 1}, Parent: 1},
		{Article: 300, Passage: 2, Publisher: "Daily", Unit: people, Bound: 6, Peripheral: true, Value: pack.Decimal{Mantissa: -1, Divisor: 3}, High: pack.Decimal{Mantissa: 2, Exponent: 6, Divisor: 1}},
		{Article: 300, Ordinal: 4, Unit: pack.Unit{Name: "USD", Code: "USD", Class: "money"}, Kind: 1, Trend: 2, Conversion: true, Parent: 3, Value: pack.Decimal{Mantissa: 287, Exponent: 8, Divisor: 1}},
	}
}

func sampleDetails() []pack.Detail {
	return []pack.Detail{
		{Article: 1, Offset: 20, Length: 60, ValueStart: 7, ValueLength: 7, Paragraph: 2, SentenceNumber: 1, Confidence: 90,
			AgencyBasis: 1, SourceBasis: 2, PlaceBasis: 3, PeriodBasis: 2, Label: "people prosecuted", UnitText: "people", Role: "suspects", Place: "China", PeriodText: "last year",
			Change: &pack.Change{Percent: 47_900_000, Trend: 1, Start: pack.MakeDay(2019, 1, 1), End: pack.MakeDay(2019, 12, 31), By: 2}},
		{Article: 300, Ordinal: 7, Sentence: "A sentence cut between passages.", ValueLength: 1, Label: "people", Of: "cases", Source: "China", Agency: "SPP"},
	}
}

func sampleSeries() []pack.Series {
	return []pack.Series{{ID: "a1", Label: "people prosecuted", Place: "China", Unit: pack.Unit{Name: "people", Code: "{people}", Class: "people"}, Notes: []string{"partial"}, Points: []pack.Point{
		{Article: 1, ArticleID: "x", Value: pack.Decimal{Mantissa: 95923, Divisor: 1}, High: pack.Decimal{Divisor: 1}, Start: pack.MakeDay(2019, 1, 1), End: pack.MakeDay(2019, 12, 31)},
		{Article: 1, Ordinal: 1, ArticleID: "x", Statistic: "s", Value: pack.Decimal{Mantissa: 141870, Divisor: 1}, High: pack.Decimal{Divisor: 1}, Bound: 1, Partial: true, Start: pack.MakeDay(2020, 1, 1)},
	}}, {ID: "a2"}}
}

func sampleSummary() *pack.Summary {
	return &pack.Summary{Newest: pack.MakeDay(2024, 2, 24), Statistics: 46, Years: []pack.YearCount{{Year: 2020, Count: 30}, {Year: 2023, Count: 16}}}
}

// statisticPayloads are one payload of each kind.
func statisticPayloads() map[string][]byte {
	first, _ := samplePostings()
	return map[string][]byte{
		"summary": pack.EncodeSummary(sampleSummary()), "mentions": pack.EncodeMentions(first), "figures": pack.EncodeFigures(sampleFigures()),
		"details": pack.EncodeDetails(sampleDetails()), "series": pack.EncodeSeries(5, sampleSeries()),
	}
}

func TestStatisticDumps(t *testing.T) {
	for name, payload := range statisticPayloads() {
		var out bytes.Buffer
		problems, err := dump.Write(&out, payload, nil)
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %v %v", name, problems, err)
		}
		golden(t, name+".dump", out.String())
	}
}

func decodeSeries(payload []byte) (first uint32, list []pack.Series, err error) {
	err = pack.ReadSeries("series chunk 0", payload, func(n uint32, s *pack.Series) bool {
		if list == nil {
			first = n
		}
		list = append(list, *s)
		return true
	})
	return first, list, err
}

func TestStatisticsRoundTrip(t *testing.T) {
	if got, err := pack.ReadFigures("", pack.EncodeFigures(sampleFigures())); err != nil || !reflect.DeepEqual(got, sampleFigures()) {
		t.Errorf("figures: %+v %v", got, err)
	}
	if got, err := pack.ReadDetails("", pack.EncodeDetails(sampleDetails())); err != nil || !reflect.DeepEqual(got, sampleDetails()) {
		t.Errorf("details: %+v %v", got, err)
	}
	if first, got, err := decodeSeries(pack.EncodeSeries(5, sampleSeries())); err != nil || first != 5 || !reflect.DeepEqual(got, sampleSeries()) {
		t.Errorf("series: %d %+v %v", first, got, err)
	}
	if got, err := pack.ReadSummary("", pack.EncodeSummary(sampleSummary())); err != nil || !reflect.DeepEqual(got, sampleSummary()) {
		t.Errorf("summary: %+v %v", got, err)
	}
	if s := sampleSummary(); pack.Day(s.Key().First) != s.Newest || s.Key().Second != s.Statistics {
		t.Errorf("key %+v", s.Key())
	}
	if y, m, d := pack.MakeDay(2024, 12, 31).Split(); y != 2024 || m != 12 || d != 31 {
		t.Error(y, m, d)
	}
}

// read reads a payload of any kind of the statistics as its first byte says and
// returns what writing it again gives.
func rewrite(payload []byte) ([]byte, error) {
	switch pack.Kind(payload[0]) {
	case pack.KindSummary:
		s, err := pack.ReadSummary("c", payload)
		if err != nil {
			return nil, err
		}
		return pack.EncodeSummary(s), nil
	case pack.KindFigures:
		f, err := pack.ReadFigures("c", payload)
		return pack.EncodeFigures(f), err
	case pack.KindDetails:
		d, err := pack.ReadDetails("c", payload)
		return pack.EncodeDetails(d), err
	case pack.KindSeries:
		first, s, err := decodeSeries(payload)
		return pack.EncodeSeries(first, s), err
	}
	return nil, nil
}

// TestDamagedStatistics changes every byte of every payload: the reader and the
// dump, written apart, agree on what is damaged.
func TestDamagedStatistics(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for name, payload := range statisticPayloads() {
		if name == "mentions" {
			continue // its grammar is that of postings, which have their own test
		}
		for at := range payload {
			damaged := bytes.Clone(payload)
			if at > 0 {
				damaged[at] = byte(random.Uint32())
			}
			_, err := rewrite(damaged)
			agrees(t, damaged, err)
			_, err = rewrite(payload[:at+1])
			agrees(t, payload[:at+1], err)
		}
	}
}

func FuzzStatistics(f *testing.F) {
	for _, payload := range statisticPayloads() {
		f.Add(payload)
		f.Add(payload[:len(payload)/2])
	}
	f.Fuzz(func(t *testing.T, payload []byte) {
		if len(payload) == 0 || !bytes.ContainsRune([]byte("ANDT"), rune(payload[0])) {
			return
		}
		var again []byte
		var err error
		allocates(t, payload, func() { again, err = rewrite(payload) })
		agrees(t, payload, err)
		if err == nil {
			if second, err := rewrite(again); err != nil || !bytes.Equal(second, again) {
				t.Errorf("what was read does not survive writing: %v", err)
			}
		}
	})
}
