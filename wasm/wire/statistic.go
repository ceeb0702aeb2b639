package wire

import (
	"almanac/index/pack"
	"almanac/wasm/engine"
)

func appendStatistics(j *JSON, r *engine.Result) {
	openKey(j, "statistics", '[')
	for i := range r.Statistics {
		appendStatistic(j, &r.Statistics[i])
	}
	j.Close(']')
	openKey(j, "series", '[')
	for i := range r.Series {
		appendSeries(j, &r.Series[i])
	}
	j.Close(']')
	appendFacets(j, &r.Facets)
	openKey(j, "understood", '[')
	for _, p := range r.Understood {
		j.Open('{')
		texts(j, "kind text label", p.Kind, p.Text, p.Label)
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
	openKey(j, "years", '[')
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

// texts writes a string for each of the keys, which are parted by spaces: one call
// weighs less than many.
func texts(j *JSON, keys string, values ...string) {
	for _, v := range values {
		end := 0
		for end < len(keys) && keys[end] != ' ' {
			end++
		}
		text(j, keys[:end], v)
		keys = keys[min(end+1, len(keys)):]
	}
}

// openKey begins an object or array under a key.
func openKey(j *JSON, key string, bracket byte) {
	j.Key(key)
	j.Open(bracket)
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

func appendStatistic(j *JSON, x *engine.Statistic) {
	f, d := x.Figure, x.Detail
	j.Open('{')
	text(j, "id", x.ID)
	bound := pack.BoundNames[f.Bound]
	value(j, "value", f.Value)
	optional(j, "high", f.High, bound == "range")
	text(j, "text", between(x.Sentence, int(d.ValueStart), int(d.ValueStart+d.ValueLength)))
	appendUnit(j, f.Unit, d.UnitText, d.Role)
	texts(j, "bound kind trend", bound, pack.KindNames[f.Kind], pack.TrendNames[f.Trend])
	openKey(j, "measure", '{')
	texts(j, "label key", d.Label, x.Key)
	j.Close('}')
	texts(j, "agency source place", d.Agency, d.Source, d.Place)
	openKey(j, "period", '{')
	texts(j, "start end text basis", f.Start.String(), f.End.String(), d.PeriodText, pack.BasisNames[d.PeriodBasis])
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
	openKey(j, "unit", '{')
	texts(j, "name class code text role", u.Name, u.Class, u.Code, written, role)
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
		openKey(j, "versus", '{')
		texts(j, "start end", c.Start.String(), c.End.String())
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
	openKey(j, "article", '{')
	texts(j, "id title url published source", x.Meta.ID, x.Meta.Title, x.Meta.URL, x.Meta.Published, x.Meta.Source)
	j.Close('}')
	j.Key("paragraph")
	j.Int(int(x.Paragraph) - 1)
	text(j, "sentence", x.Sentence)
	openKey(j, "value_span", '[')
	j.Int(x.ValueSpan.Start)
	j.Int(x.ValueSpan.End)
	j.Close(']')
	j.Key("highlights")
	appendRanges(j, x.Highlights)
}

// appendReadings tells how each field was read.
func appendReadings(j *JSON, x *engine.Statistic) {
	openKey(j, "readings", '[')
	for _, r := range x.Readings() {
		j.Open('{')
		texts(j, "field value basis", r.Field, r.Value, r.Basis)
		j.Close('}')
	}
	j.Close(']')
}

func appendSeries(j *JSON, s *pack.Series) {
	j.Open('{')
	texts(j, "id label", s.ID, s.Label)
	appendUnit(j, s.Unit, s.Unit.Name, "")
	text(j, "place", s.Place)
	openKey(j, "points", '[')
	for i := range s.Points {
		p := &s.Points[i]
		j.Open('{')
		value(j, "value", p.Value)
		bound := pack.BoundNames[p.Bound]
		optional(j, "high", p.High, bound == "range")
		text(j, "bound", bound)
		openKey(j, "period", '{')
		texts(j, "start end", p.Start.String(), p.End.String())
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
	openKey(j, "notes", '[')
	for _, n := range s.Notes {
		j.String(n)
	}
	j.Close(']')
	j.Close('}')
}

func appendFacets(j *JSON, f *engine.Facets) {
	openKey(j, "facets", '{')
	for _, x := range [...]struct {
		key  string
		list []engine.Count
	}{{"unit", f.Unit}, {"year", f.Year}, {"kind", f.Kind}, {"source", f.Source}} {
		openKey(j, x.key, '[')
		for _, c := range x.list {
			j.Open('{')
			text(j, "value", c.Value)
			j.Key("count")
			j.Int(c.Count)
			j.Close('}')
		}
		j.Close(']')
	}
	openKey(j, "histogram", '[')
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
