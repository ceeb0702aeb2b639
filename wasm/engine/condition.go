package engine

import (
	"math"

	"almanac/index/analyze"
	"almanac/index/pack"
	"almanac/wasm/engine/ask"
)

func unitFits(f *pack.Figure, u ask.Unit) verdict {
	ok := true
	switch {
	case u.Class == "" && u.Noun == "":
	case u.Class == "":
		ok = sameWord(u.Noun, lastWord(f.Unit.Name))
	case u.Class == "people":
		ok = f.Unit.Class == "people"
	case u.Class == "cases":
		ok = f.Unit.Name == "cases" || f.Unit.Class == "cases"
	case u.Class == "percent":
		ok = f.Unit.Class == "percent"
	default:
		ok = f.Unit.Class == u.Class && f.Unit.Name == u.Name
	}
	if ok {
		return yes
	}
	return no
}

func lastWord(s string) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == ' ' {
			return s[i+1:]
		}
	}
	return s
}

// sameWord compares two words by their stems.
func sameWord(a, b string) bool {
	return a == b || analyze.Stem(analyze.Fold(a)) == analyze.Stem(analyze.Fold(b))
}

// float returns a value as a number.
func float(d pack.Decimal) float64 {
	return float64(d.Mantissa) * math.Pow10(d.Exponent) / float64(max(d.Divisor, 1))
}

// reach is how far a stated bound reaches beyond its number, as a share of it:
// "more than 2,000" is written of 2,100, not of 20,000.
const reach = 0.1

// span is what a statistic's number can be: an interval, an end of which may
// itself be left out.
type span struct {
	low, high         float64
	lowOpen, highOpen bool
}

func spanOf(f *pack.Figure) span {
	v := float(f.Value)
	d := math.Abs(v) * reach
	switch pack.BoundNames[f.Bound] {
	case "about":
		return span{low: v - d/2, high: v + d/2}
	case "more_than":
		return span{low: v, high: v + d, lowOpen: true}
	case "at_least":
		return span{low: v, high: v + d}
	case "less_than":
		return span{low: v - d, high: v, highOpen: true}
	case "at_most":
		return span{low: v - d, high: v}
	case "range":
		return span{low: v, high: max(v, float(f.High))}
	}
	return span{low: v, high: v}
}

// compare judges a number against a condition: certain if all that it can be
// satisfies it, possible if some of it does.
func compare(f *pack.Figure, x ask.Value) verdict {
	s := spanOf(f)
	v := yes
	if x.HasLow {
		v = max(v, above(s.low, s.lowOpen, s.high, s.highOpen, x.Low, x.LowOpen))
	}
	if x.HasHigh {
		v = max(v, above(-s.high, s.highOpen, -s.low, s.lowOpen, -x.High, x.HighOpen))
	}
	return v
}

// above judges whether what lies between low and high is above limit, or at it
// unless open.
func above(low float64, lowOpen bool, high float64, highOpen bool, limit float64, open bool) verdict {
	switch {
	case low > limit || low == limit && (!open || lowOpen):
		return yes
	case high > limit || high == limit && !open && !highOpen:
		return maybe
	}
	return no
}

// equal judges whether a number was written with this value.
func equal(f *pack.Figure, v float64) verdict {
	for _, d := range [...]pack.Decimal{f.Value, f.High} {
		if x := float(d); math.Abs(x-v) <= 1e-9*math.Abs(v) && (d.Mantissa != 0 || v == 0 && d == f.Value) {
			return yes
		}
	}
	return no
}

// during judges when a statistic holds: within the period asked for, or across
// one of its ends.
func during(f *pack.Figure, p ask.Period) verdict {
	start, end := p.Start, p.End
	if end == 0 {
		end = math.MaxUint32
	}
	last := f.End
	if last == 0 {
		last = math.MaxUint32
	}
	switch {
	case f.Start == 0 && f.End == 0 || f.Start > end || last < start:
		return no
	case f.Start >= start && last <= end:
		return yes
	}
	return maybe
}
