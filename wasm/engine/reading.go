package engine

import (
	"almanac/index/pack"
)

// Reading says how a field of a statistic was read.
type Reading struct{ Field, Value, Basis string }

// Readings tell how the fields were read that the sentence does not simply state.
func (x *Statistic) Readings() []Reading {
	var out []Reading
	add := func(field, value, basis string) {
		if value != "" {
			out = append(out, Reading{field, value, basis})
		}
	}
	basis := pack.BasisNames[x.PeriodBasis]
	if x.PeriodText != "" {
		basis += ": '" + x.PeriodText + "'"
	}
	if x.PeriodBasis == 2 && x.Meta.Published != "" {
		basis += ", published " + x.Meta.Published[:min(10, len(x.Meta.Published))]
	}
	add("period", periodText(x.Start, x.End), basis)
	add("agency", x.Agency, pack.BasisNames[x.AgencyBasis])
	add("source", x.Source, pack.BasisNames[x.SourceBasis])
	add("place", x.Place, pack.BasisNames[x.PlaceBasis])
	if x.UnitText != x.Unit.Name {
		add("unit", x.Unit.Name, "explicit: '"+x.UnitText+"'")
	}
	return out
}

// periodText writes a period: a whole year as its number.
func periodText(start, end pack.Day) string {
	a, b := start.String(), end.String()
	switch {
	case a == "" && b == "":
		return ""
	case b == "":
		return "since " + a
	case a == "":
		return "until " + b
	case start.Year() == end.Year() && a[4:] == "-01-01" && b[4:] == "-12-31":
		return a[:4]
	case a == b:
		return a
	}
	return a + " to " + b
}
