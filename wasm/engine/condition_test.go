package engine

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"almanac/index/pack"
	"almanac/wasm/engine/ask"
)

func bound(name string) uint8 {
	for i, n := range pack.BoundNames {
		if n == name {
			return uint8(i)
		}
	}
	panic(name)
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		bound       string
		value, high int64
		condition   string
		want        verdict
	}{
		{"exact", 141870, 0, "> 100000", yes},
		{"exact", 2000, 0, "> 2000", no},
		{"exact", 2000, 0, "at least 2000", yes},
		{"more_than", 2000, 0, "more than 2,000", yes}, // although 2000 > 2000 is false
		{"more_than", 1900, 0, "> 2000", maybe},
		{"more_than", 1000, 0, "> 2000", no}, // it would have been written otherwise
		{"more_than", 2000, 0, "< 2000", no},
		{"about", 2000, 0, "> 2000", maybe},
		{"about", 2000, 0, "> 1500", yes},
		{"at_least", 2000, 0, "at least 2000", yes},
		{"at_least", 2000, 0, "> 2000", maybe},
		{"less_than", 2000, 0, "fewer than 2000", yes},
		{"less_than", 2000, 0, "at least 2000", no},
		{"at_most", 2000, 0, "< 2000", maybe},
		{"range", 5, 10, "between 4 and 12", yes},
		{"range", 5, 10, "> 7", maybe},
		{"range", 5, 10, "> 10", no},
		{"exact", 39, 0, "fewer than 100", yes},
	} {
		a := ask.Parse(c.condition, 0)
		f := &pack.Figure{Bound: bound(c.bound), Value: pack.Decimal{Mantissa: c.value, Divisor: 1}, High: pack.Decimal{Mantissa: c.high, Divisor: 1}}
		if got := compare(f, a.Values[0]); got != c.want {
			t.Errorf("%s %d %d, %s: %v, want %v", c.bound, c.value, c.high, c.condition, got, c.want)
		}
	}
}

// TestCompareAgainstSampling draws values that a statistic may have and looks
// whether all, some or none of them satisfy the condition.
func TestCompareAgainstSampling(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	for range 3000 {
		f := &pack.Figure{Bound: uint8(random.IntN(len(pack.BoundNames))), Value: pack.Decimal{Mantissa: 10 * random.Int64N(20), Divisor: 1}}
		f.High = pack.Decimal{Mantissa: f.Value.Mantissa + 10*random.Int64N(5), Divisor: 1}
		x := ask.Value{Low: float64(5 * random.IntN(50)), HasLow: random.IntN(4) > 0, LowOpen: random.IntN(2) == 0}
		x.High, x.HasHigh, x.HighOpen = x.Low+float64(5*random.IntN(20)), random.IntN(4) > 0, random.IntN(2) == 0
		in := func(v float64) bool {
			return (!x.HasLow || v > x.Low || v == x.Low && !x.LowOpen) && (!x.HasHigh || v < x.High || v == x.High && !x.HighOpen)
		}
		s := spanOf(f)
		some, all, points := false, true, 0
		for i := range 2001 {
			v := s.low + (s.high-s.low)*float64(i)/2000
			if v == s.low && s.lowOpen || v == s.high && s.highOpen {
				continue
			}
			points++
			some, all = some || in(v), all && in(v)
		}
		if points == 0 {
			continue
		}
		want := no
		if all {
			want = yes
		} else if some {
			want = maybe
		}
		// Judging each end by itself may call possible what falls between both ends.
		if got := compare(f, x); got != want && !(got == maybe && x.HasLow && x.HasHigh) && !(want == maybe && got == no && s.high-s.low < 1) {
			t.Fatalf("%s %v to %v, %+v: %v, want %v", pack.BoundNames[f.Bound], s.low, s.high, x, got, want)
		}
	}
}

func TestDuring(t *testing.T) {
	year := func(y int) [2]pack.Day { return [2]pack.Day{pack.MakeDay(y, 1, 1), pack.MakeDay(y, 12, 31)} }
	for _, c := range []struct {
		start, end pack.Day
		ask        string
		want       verdict
	}{
		{year(2021)[0], year(2021)[1], "in 2021", yes},
		{year(2021)[0], pack.MakeDay(2021, 11, 30), "in 2021", yes},
		{year(2020)[0], year(2022)[1], "in 2021", maybe},
		{year(2020)[0], year(2020)[1], "in 2021", no},
		{year(2021)[0], 0, "since 2020", yes},
		{year(2021)[0], 0, "in 2021", maybe},
		{0, 0, "in 2021", no},
		{year(2019)[0], year(2019)[1], "before 2020", yes},
		{0, year(2020)[1], "before 2020", maybe},
	} {
		if got := during(&pack.Figure{Start: c.start, End: c.end}, ask.Parse(c.ask, 0).Periods[0]); got != c.want {
			t.Errorf("%s to %s, %s: %v, want %v", c.start, c.end, c.ask, got, c.want)
		}
	}
}

// TestFold: a change and a conversion share a card with their parent; the member
// that answers best is shown.
func TestFold(t *testing.T) {
	stated := func(article, ordinal, parent uint32, score float64) *card {
		return &card{Figure: &pack.Figure{Article: article, Ordinal: ordinal, Parent: parent}, score: score}
	}
	cards := []*card{stated(0, 0, 0, 1), stated(0, 1, 1, 1), stated(0, 2, 0, 1), stated(0, 3, 3, 2), stated(1, 1, 1, 1)}
	got := ""
	for _, c := range fold(cards) {
		got += fmt.Sprint(c.Article, ".", c.Ordinal, " ")
	}
	if want := "0.0 0.3 1.1 "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
