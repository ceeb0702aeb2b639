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

func facetsOf(cards []*card) Facets {
	var f Facets
	for i := range cards {
		c := cards[i]
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
	return f
}

// count counts a value; the list stays in order of counts.
func count(list []Count, value string) []Count {
	at := 0
	for at < len(list) && list[at].Value != value {
		at++
	}
	if at == len(list) {
		list = append(list, Count{Value: value})
	}
	list[at].Count++
	for ; at > 0 && list[at-1].Count < list[at].Count; at-- {
		list[at-1], list[at] = list[at], list[at-1]
	}
	return list
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
	list = append(list, b)
	for i := len(list) - 1; i > 0 && list[i-1].From > list[i].From; i-- {
		list[i-1], list[i] = list[i], list[i-1]
	}
	return list
}
