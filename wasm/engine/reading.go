package engine

import (
	"almanac/index/pack"
	"almanac/wasm/engine/ask"
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
	add("period", ask.Days(x.Start, x.End), basis)
	for _, r := range [...]struct {
		field, value string
		basis        uint8
	}{{"agency", x.Agency, x.AgencyBasis}, {"source", x.Source, x.SourceBasis}, {"place", x.Place, x.PlaceBasis}} {
		add(r.field, r.value, pack.BasisNames[r.basis])
	}
	if x.UnitText != x.Unit.Name {
		add("unit", x.Unit.Name, "explicit: '"+x.UnitText+"'")
	}
	return out
}
