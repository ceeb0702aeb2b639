package pack

import "slices"

// Day is a calendar day, 0 if unknown or open: year<<9 | month<<5 | day. Days
// compare as numbers.
type Day uint32

// MakeDay joins a year, a month from 1 and a day from 1; year 0 gives 0.
func MakeDay(year, month, day int) Day {
	if year <= 0 {
		return 0
	}
	return Day(year<<9 | month<<5 | day)
}

// Split returns the year, month and day.
func (d Day) Split() (year, month, day int) { return int(d >> 9), int(d >> 5 & 15), int(d & 31) }

// Year returns the year, 0 if unknown.
func (d Day) Year() int { return int(d >> 9) }

// String returns ISO 8601 (2024-02-24), "" for 0.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	b := []byte("0000-00-00")
	for at, n := 3, int(d>>9); at >= 0; at, n = at-1, n/10 {
		b[at] = byte('0' + n%10)
	}
	_, month, day := d.Split()
	b[5], b[6] = byte('0'+month/10), byte('0'+month%10)
	b[8], b[9] = byte('0'+day/10), byte('0'+day%10)
	return string(b)
}

// Decimal is an exact number: Mantissa × 10^Exponent ÷ Divisor. Divisor 0 stands
// for 1.
type Decimal struct {
	Mantissa int64
	Exponent int
	Divisor  int64
}

// The names of the codes of a Figure, in the order of their numbers.
var (
	KindNames  = [...]string{"count", "money", "share", "percent_change", "point_change", "ratio", "duration", "rate", "rank", "measurement"}
	BoundNames = [...]string{"exact", "about", "more_than", "at_least", "less_than", "at_most", "range"}
	BasisNames = [...]string{"none", "explicit", "relative", "inherited"}
	TrendNames = [...]string{"", "up", "down"}
)

// Unit is the unit of a figure.
type Unit struct {
	// Name is what filters compare: people, percent, CNY.
	Name string
	// Code is ISO 4217, "%", UCUM, or "{noun}".
	Code string
	// Class groups units that may be compared: people, money, percent.
	Class string
}

// Figure is what filtering and ranking must know of a statistic.
type Figure struct {
	_ [0]func() // not comparable: the function that compares weighs more than it is worth
	// Article and Ordinal name the statistic: its article and its place there.
	Article, Ordinal uint32
	// Passage is the ordinal of the passage that holds its sentence.
	Passage uint32
	// Publisher is the source of its article, for filters.
	Publisher string
	Unit      Unit
	// Kind, Bound and Trend are indexes into KindNames, BoundNames, TrendNames.
	Kind, Bound, Trend uint8
	// Peripheral: a true quantity of a single case or document.
	Peripheral bool
	// Value is the number; High the upper end if Bound is range.
	Value, High Decimal
	// Start and End delimit when it holds, both inclusive.
	Start, End Day
	// Parent is 0, or 1 more than the ordinal of the statistic whose card this one
	// belongs on, as its change or, if Conversion, as its value in another currency.
	Parent     uint32
	Conversion bool
	// Series is 0, or 1 more than the number of its series.
	Series uint32
}

// The bits of a figure's flags.
const (
	flagPeripheral = 1 << iota
	flagHigh
	flagConversion
	flagTrend // and the bit above it: the trend
)

// EncodeFigures returns the payload of one figures chunk; figures are in order of
// article and ordinal.
func EncodeFigures(figures []Figure) []byte {
	var units []Unit
	unit := map[Unit]int{}
	for _, f := range figures {
		if _, ok := unit[f.Unit]; !ok {
			unit[f.Unit] = len(units)
			units = append(units, f.Unit)
		}
	}
	b := appendUint([]byte{byte(KindFigures)}, uint64(len(units)))
	for _, u := range units {
		b = appendString(appendString(appendString(b, u.Name), u.Code), u.Class)
	}
	publishers := publishersOf(figures)
	b = appendUint(b, uint64(len(publishers)))
	for _, p := range publishers {
		b = appendString(b, p)
	}
	b = appendUint(b, uint64(len(figures)))
	for _, f := range figures {
		b = appendUint(b, uint64(slices.Index(publishers, f.Publisher)))
	}
	var article uint32
	for _, f := range figures {
		b = appendUint(b, uint64(f.Article-article))
		article = f.Article
	}
	for _, column := range figureColumns {
		for i := range figures {
			b = appendUint(b, column(&figures[i], unit))
		}
	}
	for _, f := range figures {
		b = appendDecimal(b, f.Value)
	}
	for _, f := range figures {
		if f.High != (Decimal{}) {
			b = appendDecimal(b, f.High)
		}
	}
	return b
}

// publishersOf returns the distinct publishers in the order of their first figure.
func publishersOf(figures []Figure) (out []string) {
	for _, f := range figures {
		if !slices.Contains(out, f.Publisher) {
			out = append(out, f.Publisher)
		}
	}
	return out
}

// figureNumbers is the number of columns of plain numbers.
const figureNumbers = 10

// figureColumns are the columns of plain numbers, in their order.
var figureColumns = [figureNumbers]func(f *Figure, unit map[Unit]int) uint64{
	func(f *Figure, _ map[Unit]int) uint64 { return uint64(f.Ordinal) },
	func(f *Figure, _ map[Unit]int) uint64 { return uint64(f.Passage) },
	func(f *Figure, unit map[Unit]int) uint64 { return uint64(unit[f.Unit]) },
	func(f *Figure, _ map[Unit]int) uint64 { return uint64(f.Kind) },
	func(f *Figure, _ map[Unit]int) uint64 { return uint64(f.Bound) },
	func(f *Figure, _ map[Unit]int) uint64 { return f.flags() },
	func(f *Figure, _ map[Unit]int) uint64 { return uint64(f.Start) },
	func(f *Figure, _ map[Unit]int) uint64 { return uint64(f.End) },
	func(f *Figure, _ map[Unit]int) uint64 { return uint64(f.Parent) },
	func(f *Figure, _ map[Unit]int) uint64 { return uint64(f.Series) },
}

func (f *Figure) flags() uint64 {
	n := uint64(f.Trend) * flagTrend
	if f.Peripheral {
		n |= flagPeripheral
	}
	if f.High != (Decimal{}) {
		n |= flagHigh
	}
	if f.Conversion {
		n |= flagConversion
	}
	return n
}

func appendDecimal(b []byte, d Decimal) []byte {
	b = appendInt(appendInt(b, d.Mantissa), int64(d.Exponent))
	return appendUint(b, uint64(max(d.Divisor, 1)))
}

// ReadFigures returns the figures of a chunk.
func ReadFigures(name string, payload []byte) ([]Figure, error) {
	d := &decoder{chunk: name, data: payload}
	d.kind(KindFigures)
	var units []Unit
	for n := d.count(); n > 0 && d.err == nil; n-- {
		units = append(units, Unit{d.string(), d.string(), d.string()})
	}
	var publishers []string
	for n := d.count(); n > 0 && d.err == nil; n-- {
		publishers = append(publishers, d.string())
	}
	n := d.count()
	if n > d.rest()/figureNumbers {
		d.fail("figures are cut off")
		return nil, d.error()
	}
	out := make([]Figure, n)
	readFigures(d, out, units, publishers)
	return out, d.done()
}

func readFigures(d *decoder, out []Figure, units []Unit, publishers []string) {
	for i := range out {
		n := d.uint32()
		if d.err == nil && int64(n) >= int64(len(publishers)) {
			d.fail("a code is out of range")
		}
		if d.err != nil {
			return
		}
		out[i].Publisher = publishers[n]
	}
	var article uint32
	for i := range out {
		article += d.uint32()
		out[i].Article = article
	}
	column := func(most uint32, set func(f *Figure, v uint32)) {
		for i := range out {
			v := d.uint32()
			if v > most {
				d.fail("a code is out of range")
			}
			if d.err != nil {
				return
			}
			set(&out[i], v)
		}
	}
	const any = 1<<32 - 1
	column(any, func(f *Figure, v uint32) { f.Ordinal = v })
	column(any, func(f *Figure, v uint32) { f.Passage = v })
	if len(units) > 0 {
		column(uint32(len(units)-1), func(f *Figure, v uint32) { f.Unit = units[v] })
	} else if len(out) > 0 {
		d.fail("there are figures and no units")
	}
	column(uint32(len(KindNames)-1), func(f *Figure, v uint32) { f.Kind = uint8(v) })
	column(uint32(len(BoundNames)-1), func(f *Figure, v uint32) { f.Bound = uint8(v) })
	high := make([]bool, len(out))
	at := 0
	column(flagTrend*uint32(len(TrendNames))-1, func(f *Figure, v uint32) {
		f.Peripheral, f.Conversion, f.Trend = v&flagPeripheral > 0, v&flagConversion > 0, uint8(v/flagTrend)
		high[at] = v&flagHigh > 0
		at++
	})
	column(any, func(f *Figure, v uint32) { f.Start = Day(v) })
	column(any, func(f *Figure, v uint32) { f.End = Day(v) })
	column(any, func(f *Figure, v uint32) { f.Parent = v })
	column(any, func(f *Figure, v uint32) { f.Series = v })
	for i := range out {
		out[i].Value = d.decimal()
	}
	for i := range out {
		if high[i] {
			out[i].High = d.decimal()
		}
	}
}

func (d *decoder) decimal() Decimal {
	v := Decimal{Mantissa: d.int()}
	e, divisor := d.int(), d.uint()
	if e < -400 || e > 400 || divisor == 0 || divisor > 1<<62 {
		d.fail("a value is out of range")
		return Decimal{}
	}
	v.Exponent, v.Divisor = int(e), int64(divisor)
	return v
}
