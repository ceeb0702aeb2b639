package pack

// Detail is what is shown of a statistic beside its figure.
type Detail struct {
	_                [0]func() // not comparable: the function that compares weighs more than it is worth
	Article, Ordinal uint32
	// Offset and Length are the bytes of its sentence in the text of the passage
	// that Figure.Passage names; Length 0 means that Sentence holds it, because it
	// was cut between passages.
	Offset, Length uint32
	Sentence       string
	// ValueStart and ValueLength are the bytes of the number in the sentence.
	ValueStart, ValueLength uint32
	// Paragraph is the 1-based number of the article's paragraph, SentenceNumber
	// that of the sentence in it.
	Paragraph, SentenceNumber uint32
	// Confidence is in hundredths.
	Confidence uint8
	// The bases are indexes into BasisNames.
	AgencyBasis, SourceBasis, PlaceBasis, PeriodBasis uint8

	Label, UnitText, Role, Of, Agency, Source, Place, PeriodText string
	// Change is nil if no change is stated.
	Change *Change
}

// Change is a change against an earlier period.
type Change struct {
	// Millionths of a percent, never negative.
	Percent uint64
	// Trend is an index into TrendNames.
	Trend uint8
	// Start and End delimit the period compared with.
	Start, End Day
	// By is 0, or 1 more than the ordinal of the statistic that states the change.
	By uint32
}

func (x *Detail) strings() [8]*string {
	return [8]*string{&x.Label, &x.UnitText, &x.Role, &x.Of, &x.Agency, &x.Source, &x.Place, &x.PeriodText}
}

// numbers are the columns of plain numbers, in their order.
func (x *Detail) numbers() [detailColumns]*uint32 {
	return [detailColumns]*uint32{&x.Ordinal, &x.Offset, &x.Length, &x.ValueStart, &x.ValueLength, &x.Paragraph, &x.SentenceNumber}
}

// EncodeDetails returns the payload of one details chunk; details are in order of
// article and ordinal.
func EncodeDetails(details []Detail) []byte {
	b := appendUint([]byte{byte(KindDetails)}, uint64(len(details)))
	var article uint32
	for i := range details {
		b = appendUint(b, uint64(details[i].Article-article))
		article = details[i].Article
	}
	for column := range detailColumns {
		for i := range details {
			b = appendUint(b, uint64(*details[i].numbers()[column]))
		}
	}
	for i := range details {
		b = append(b, details[i].Confidence)
	}
	for i := range details {
		x := &details[i]
		b = append(b, x.AgencyBasis|x.SourceBasis<<2|x.PlaceBasis<<4|x.PeriodBasis<<6)
	}
	b = appendTexts(b, details)
	for i := range details {
		if details[i].Length == 0 {
			b = appendString(b, details[i].Sentence)
		}
	}
	for i := range details {
		b = details[i].Change.append(b)
	}
	return b
}

// detailColumns is the number of columns of plain numbers.
const detailColumns = 7

// appendTexts appends the columns of strings. Each string stands once: where it
// is new, after a 0; later as 1 more than its place among the strings so far.
func appendTexts(b []byte, details []Detail) []byte {
	place := map[string]int{}
	for column := range (&Detail{}).strings() {
		for i := range details {
			s := *details[i].strings()[column]
			if at, ok := place[s]; ok {
				b = appendUint(b, uint64(at)+1)
				continue
			}
			place[s] = len(place)
			b = appendString(append(b, 0), s)
		}
	}
	return b
}

func (c *Change) append(b []byte) []byte {
	if c == nil {
		return append(b, 0)
	}
	b = append(b, 1+c.Trend)
	b = appendUint(b, c.Percent)
	b = appendUint(appendUint(b, uint64(c.Start)), uint64(c.End))
	return appendUint(b, uint64(c.By))
}

// ReadDetails returns the details of a chunk.
func ReadDetails(name string, payload []byte) ([]Detail, error) {
	d := &decoder{chunk: name, data: payload}
	d.kind(KindDetails)
	n := d.count()
	if n > d.rest()/detailColumns {
		d.fail("details are cut off")
		return nil, d.error()
	}
	out := make([]Detail, n)
	var article uint32
	for i := range out {
		article += d.uint32()
		out[i].Article = article
	}
	for column := range detailColumns {
		for i := range out {
			*out[i].numbers()[column] = d.uint32()
		}
	}
	readDetails(d, out)
	return out, d.done()
}

func readDetails(d *decoder, out []Detail) {
	for i := range out {
		if out[i].Confidence = d.byte(); out[i].Confidence > 100 {
			d.fail("a confidence is above one")
		}
	}
	for i := range out {
		x, bases := &out[i], d.byte()
		x.AgencyBasis, x.SourceBasis, x.PlaceBasis, x.PeriodBasis = bases&3, bases>>2&3, bases>>4&3, bases>>6
	}
	var seen []string
	for column := range (&Detail{}).strings() {
		for i := range out {
			n := d.uint32()
			if n == 0 {
				seen = append(seen, d.string())
				n = uint32(len(seen))
			}
			if d.err == nil && int64(n) > int64(len(seen)) {
				d.fail("a string has not been given yet")
			}
			if d.err != nil {
				return
			}
			*out[i].strings()[column] = seen[n-1]
		}
	}
	for i := range out {
		if out[i].Length == 0 {
			out[i].Sentence = d.string()
		}
	}
	for i := range out {
		out[i].Change = readChange(d)
	}
}

func readChange(d *decoder) *Change {
	trend := d.byte()
	if trend == 0 {
		return nil
	}
	if int(trend) > len(TrendNames) {
		d.fail("a trend is out of range")
	}
	return &Change{Trend: trend - 1, Percent: d.uint(), Start: Day(d.uint32()), End: Day(d.uint32()), By: d.uint32()}
}
