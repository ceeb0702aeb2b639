package pack

// Series are statistics of one measure, place and unit over several periods.
type Series struct {
	// ID is stable as long as label, unit and place are.
	ID, Label, Place string
	Unit             Unit
	// Notes name what a reader must know before comparing: partial, definition,
	// conflict, calculated.
	Notes []string
	// Points are in order of their periods.
	Points []Point
}

// Point is one value of a series.
type Point struct {
	_ [0]func() // not comparable: the function that compares weighs more than it is worth
	// Article and Ordinal name the statistic; Ordinal is 0 for a calculated point,
	// else 1 more than the statistic's. Article is that of its evidence.
	Article, Ordinal uint32
	// ArticleID and Statistic are the names readers see; Statistic is "" if the
	// point is calculated.
	ArticleID, Statistic string
	Value, High          Decimal
	// Bound is an index into BoundNames.
	Bound      uint8
	Start, End Day
	// Partial: the period is shorter than those of the other points.
	Partial bool
}

// EncodeSeries returns the payload of one series chunk, whose first series has
// the number first.
func EncodeSeries(first uint32, list []Series) []byte {
	b := appendUint(appendUint([]byte{byte(KindSeries)}, uint64(first)), uint64(len(list)))
	for i := range list {
		s := &list[i]
		for _, t := range [...]string{s.ID, s.Label, s.Place, s.Unit.Name, s.Unit.Code, s.Unit.Class} {
			b = appendString(b, t)
		}
		b = appendUint(b, uint64(len(s.Notes)))
		for _, n := range s.Notes {
			b = appendString(b, n)
		}
		b = appendUint(b, uint64(len(s.Points)))
		for j := range s.Points {
			b = s.Points[j].append(b)
		}
	}
	return b
}

func (p *Point) append(b []byte) []byte {
	b = appendUint(appendUint(b, uint64(p.Article)), uint64(p.Ordinal))
	b = appendString(appendString(b, p.ArticleID), p.Statistic)
	b = appendDecimal(appendDecimal(b, p.Value), p.High)
	partial := byte(0)
	if p.Partial {
		partial = 1
	}
	b = append(b, p.Bound, partial)
	return appendUint(appendUint(b, uint64(p.Start)), uint64(p.End))
}

// ReadSeries hands the series of a chunk with their numbers to visit until it
// returns false.
func ReadSeries(name string, payload []byte, visit func(number uint32, s *Series) bool) error {
	d := &decoder{chunk: name, data: payload}
	d.kind(KindSeries)
	number := d.uint32()
	for n := d.count(); n > 0 && d.err == nil; n-- {
		s := readSeries(d)
		if d.err == nil && !visit(number, &s) {
			return nil
		}
		number++
	}
	return d.done()
}

func readSeries(d *decoder) Series {
	s := Series{ID: d.string(), Label: d.string(), Place: d.string(), Unit: Unit{d.string(), d.string(), d.string()}}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		s.Notes = append(s.Notes, d.string())
	}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		p := Point{Article: d.uint32(), Ordinal: d.uint32(), ArticleID: d.string(), Statistic: d.string(), Value: d.decimal(), High: d.decimal(), Bound: d.byte()}
		partial := d.byte()
		if int(p.Bound) >= len(BoundNames) || partial > 1 {
			d.fail("a code is out of range")
		}
		p.Partial = partial == 1
		p.Start, p.End = Day(d.uint32()), Day(d.uint32())
		s.Points = append(s.Points, p)
	}
	return s
}

// Summary is what the engine must know of all statistics together. Its chunk's
// key repeats Newest and Statistics, so that a reader of the root knows them.
type Summary struct {
	// Newest is the day of the newest article.
	Newest     Day
	Statistics uint32
	// Years are the years that statistics speak of, ascending, with their counts.
	Years []YearCount
}

// YearCount is a year and the number of statistics that begin in it.
type YearCount struct{ Year, Count uint32 }

// Key returns the key of the summary's chunk.
func (s *Summary) Key() Key { return Key{First: uint32(s.Newest), Second: s.Statistics} }

// EncodeSummary returns the payload of the summary.
func EncodeSummary(s *Summary) []byte {
	b := appendUint(appendUint([]byte{byte(KindSummary)}, uint64(s.Newest)), uint64(s.Statistics))
	b = appendUint(b, uint64(len(s.Years)))
	for _, y := range s.Years {
		b = appendUint(appendUint(b, uint64(y.Year)), uint64(y.Count))
	}
	return b
}

// ReadSummary reads the payload of the summary.
func ReadSummary(name string, payload []byte) (*Summary, error) {
	d := &decoder{chunk: name, data: payload}
	d.kind(KindSummary)
	s := &Summary{Newest: Day(d.uint32()), Statistics: d.uint32()}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		s.Years = append(s.Years, YearCount{d.uint32(), d.uint32()})
	}
	return s, d.done()
}
