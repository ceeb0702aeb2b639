package wire

import (
	"almanac/index/pack"
	"almanac/wasm/engine"
)

func appendStatistics(j *JSON, r *engine.Result) {
	j.Key("statistics")
	j.Open('[')
	for i := range r.Statistics {
		appendStatistic(j, &r.Statistics[i])
	}
	j.Close(']')
	j.Key("series")
	j.Open('[')
	for i := range r.Series {
		appendSeries(j, &r.Series[i])
	}
	j.Close(']')
	appendFacets(j, &r.Facets)
	j.Key("understood")
	j.Open('[')
	for _, p := range r.Understood {
		j.Open('{')
		text(j, "kind", p.Kind)
		text(j, "text", p.Text)
		text(j, "label", p.Label)
		j.Key("start")
		j.Int(p.Start)
		j.Key("end")
		j.Int(p.End)
		j.Close('}')
	}
	j.Close(']')
	j.Key("nearest")
	if r.Nearest == nil {
		j.Null()
		return
	}
	j.Open('{')
	text(j, "reason", r.Nearest.Reason)
	j.Key("years")
	j.Open('[')
	for _, y := range r.Nearest.Years {
		j.Int(y)
	}
	j.Close(']')
	j.Close('}')
}

func text(j *JSON, key, value string) {
	j.Key(key)
	j.String(value)
}

// value writes a decimal exactly.
func value(j *JSON, key string, d pack.Decimal) {
	j.Key(key)
	j.Decimal(d.Mantissa, d.Exponent, d.Divisor)
}

// optional writes a decimal, or null if it is not set.
func optional(j *JSON, key string, d pack.Decimal, set bool) {
	if set {
		value(j, key, d)
		return
	}
	j.Key(key)
	j.Null()
}

// isoDay writes a day as ISO 8601, "" if it is open or unknown.
func isoDay(j *JSON, key string, d pack.Day) { text(j, key, d.String()) }

func appendStatistic(j *JSON, x *engine.Statistic) {
	f, d := &x.Figure, &x.Detail
	j.Open('{')
	text(j, "id", x.ID)
	bound := pack.BoundNames[f.Bound]
	value(j, "value", f.Value)
	optional(j, "high", f.High, bound == "range")
	text(j, "text", between(x.Sentence, int(d.ValueStart), int(d.ValueStart+d.ValueLength)))
	appendUnit(j, f.Unit, d.UnitText, d.Role)
	text(j, "bound", bound)
	text(j, "kind", pack.KindNames[f.Kind])
	text(j, "trend", pack.TrendNames[f.Trend])
	j.Key("measure")
	j.Open('{')
	text(j, "label", d.Label)
	text(j, "key", x.Key)
	j.Close('}')
	text(j, "agency", d.Agency)
	text(j, "source", d.Source)
	text(j, "place", d.Place)
	j.Key("period")
	j.Open('{')
	isoDay(j, "start", f.Start)
	isoDay(j, "end", f.End)
	text(j, "text", d.PeriodText)
	text(j, "basis", pack.BasisNames[d.PeriodBasis])
	j.Close('}')
	appendRelated(j, x)
	salience := "core"
	if f.Peripheral {
		salience = "peripheral"
	}
	text(j, "salience", salience)
	j.Key("confidence")
	j.Float(float64(d.Confidence) / 100)
	appendEvidence(j, x)
	text(j, "match", x.Match.String())
	j.Key("score")
	j.Float(x.Score)
	appendReadings(j, x)
	j.Close('}')
}

func between(s string, from, to int) string {
	if from > to || to > len(s) {
		return ""
	}
	return s[from:to]
}

func appendUnit(j *JSON, u pack.Unit, written, role string) {
	j.Key("unit")
	j.Open('{')
	text(j, "name", u.Name)
	text(j, "class", u.Class)
	text(j, "code", u.Code)
	text(j, "text", written)
	text(j, "role", role)
	j.Close('}')
}

// appendRelated writes the change, share, conversion and series.
func appendRelated(j *JSON, x *engine.Statistic) {
	j.Key("change")
	if c := x.Change; c != nil {
		j.Open('{')
		j.Key("percent")
		j.Float(float64(c.Percent) / 1e6)
		text(j, "direction", pack.TrendNames[c.Trend])
		j.Key("versus")
		j.Open('{')
		isoDay(j, "start", c.Start)
		isoDay(j, "end", c.End)
		j.Close('}')
		j.Close('}')
	} else {
		j.Null()
	}
	j.Key("share")
	if x.Of != "" {
		j.Open('{')
		text(j, "of", x.Of)
		j.Close('}')
	} else {
		j.Null()
	}
	j.Key("conversion")
	if c := x.Conversion; c != nil {
		j.Open('{')
		value(j, "value", c.Value)
		appendUnit(j, c.Unit, c.Unit.Name, "")
		j.Close('}')
	} else {
		j.Null()
	}
	j.Key("series")
	if x.Series != "" {
		j.String(x.Series)
	} else {
		j.Null()
	}
}

// appendEvidence writes where a statistic was read.
func appendEvidence(j *JSON, x *engine.Statistic) {
	j.Key("article")
	j.Open('{')
	text(j, "id", x.Meta.ID)
	text(j, "title", x.Meta.Title)
	text(j, "url", x.Meta.URL)
	text(j, "published", x.Meta.Published)
	text(j, "source", x.Meta.Source)
	j.Close('}')
	j.Key("paragraph")
	j.Int(int(x.Paragraph) - 1)
	text(j, "sentence", x.Sentence)
	j.Key("value_span")
	j.Open('[')
	j.Int(x.ValueSpan.Start)
	j.Int(x.ValueSpan.End)
	j.Close(']')
	j.Key("highlights")
	appendRanges(j, x.Highlights)
}

// appendReadings tells how each field was read.
func appendReadings(j *JSON, x *engine.Statistic) {
	j.Key("readings")
	j.Open('[')
	for _, r := range x.Readings() {
		j.Open('{')
		text(j, "field", r.Field)
		text(j, "value", r.Value)
		text(j, "basis", r.Basis)
		j.Close('}')
	}
	j.Close(']')
}

func appendSeries(j *JSON, s *pack.Series) {
	j.Open('{')
	text(j, "id", s.ID)
	text(j, "label", s.Label)
	appendUnit(j, s.Unit, s.Unit.Name, "")
	text(j, "place", s.Place)
	j.Key("points")
	j.Open('[')
	for i := range s.Points {
		p := &s.Points[i]
		j.Open('{')
		value(j, "value", p.Value)
		bound := pack.BoundNames[p.Bound]
		optional(j, "high", p.High, bound == "range")
		text(j, "bound", bound)
		j.Key("period")
		j.Open('{')
		isoDay(j, "start", p.Start)
		isoDay(j, "end", p.End)
		j.Close('}')
		j.Key("statistic")
		if p.Statistic != "" {
			j.String(p.Statistic)
		} else {
			j.Null()
		}
		text(j, "article", p.ArticleID)
		j.Key("calculated")
		j.Bool(p.Ordinal == 0)
		j.Key("partial")
		j.Bool(p.Partial)
		j.Close('}')
	}
	j.Close(']')
	j.Key("notes")
	j.Open('[')
	for _, n := range s.Notes {
		j.String(n)
	}
	j.Close(']')
	j.Close('}')
}

func appendFacets(j *JSON, f *engine.Facets) {
	j.Key("facets")
	j.Open('{')
	for _, x := range [...]struct {
		key  string
		list []engine.Count
	}{{"unit", f.Unit}, {"year", f.Year}, {"kind", f.Kind}, {"source", f.Source}} {
		j.Key(x.key)
		j.Open('[')
		for _, c := range x.list {
			j.Open('{')
			text(j, "value", c.Value)
			j.Key("count")
			j.Int(c.Count)
			j.Close('}')
		}
		j.Close(']')
	}
	j.Key("histogram")
	j.Open('[')
	for _, b := range f.Histogram {
		j.Open('{')
		j.Key("from")
		j.Float(b.From)
		j.Key("to")
		j.Float(b.To)
		j.Key("count")
		j.Int(b.Count)
		j.Close('}')
	}
	j.Close(']')
	j.Close('}')
}
