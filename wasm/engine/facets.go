package engine

import (
	"math"
	"strconv"

	"almanac/index/pack"
)

// Facets count the statistics that satisfy a search.
type Facets struct {
	// Unit counts classes of unit, Year the years they begin in, Kind and Source
	// kinds and publishers; the most frequent come first.
	Unit, Year, Kind, Source []Count
	// Histogram counts values in steps of powers of ten, ascending.
	Histogram []Bin
}

// Count is a value of a facet and how many statistics have it.
type Count struct {
	Value string
	Count int
}

// Bin counts the values from From up to To, exclusive.
type Bin struct {
	From, To float64
	Count    int
}

func facetsOf(cards []card) Facets {
	var f Facets
	for i := range cards {
		c := &cards[i]
		f.Unit = count(f.Unit, c.Unit.Class)
		if y := c.Start.Year(); y > 0 {
			f.Year = count(f.Year, strconv.Itoa(y))
		}
		f.Kind = count(f.Kind, pack.KindNames[c.Kind])
		if c.Publisher != "" {
			f.Source = count(f.Source, c.Publisher)
		}
		f.Histogram = bin(f.Histogram, float(c.Value))
	}
	for _, list := range [...]*[]Count{&f.Unit, &f.Year, &f.Kind, &f.Source} {
		*list = mostFrequent(*list)
	}
	var bins []Bin
	for _, b := range f.Histogram {
		bins = keepBest(bins, b, len(f.Histogram), func(a, b Bin) bool { return a.From < b.From })
	}
	f.Histogram = bins
	return f
}

// maxCounts bounds the values of a facet.
const maxCounts = 100

func mostFrequent(list []Count) (out []Count) {
	for _, c := range list {
		out = keepBest(out, c, maxCounts, func(a, b Count) bool { return a.Count > b.Count || a.Count == b.Count && a.Value < b.Value })
	}
	return out
}

func count(list []Count, value string) []Count {
	for i := range list {
		if list[i].Value == value {
			list[i].Count++
			return list
		}
	}
	return append(list, Count{value, 1})
}

// bin counts a value in its power of ten; what is below 1 is one bin.
func bin(list []Bin, v float64) []Bin {
	b := Bin{0, 1, 1}
	if v >= 1 {
		b.From = math.Pow10(int(math.Log10(v) + 1e-9))
		b.To = b.From * 10
	} else if v < 0 {
		b.From, b.To = math.Inf(-1), 0
	}
	for i := range list {
		if list[i].From == b.From {
			list[i].Count++
			return list
		}
	}
	return append(list, b)
}
