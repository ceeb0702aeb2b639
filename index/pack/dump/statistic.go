package dump

import (
	"fmt"
	"strconv"

	"almanac/index/pack"
)

func (d *dumper) day(v uint32) uint64 {
	return uint64(v>>9)*10000 + uint64(v>>5&15)*100 + uint64(v&31)
}

// coded reads a column of codes below limit.
func (d *dumper) coded(n int, limit int, meaning string) []uint32 {
	start := d.at
	values := d.column(n, meaning, asItIs)
	for _, v := range values {
		if int64(v) >= int64(limit) && !d.stuck {
			d.at = start
			d.stop(fmt.Sprintf("%s: the code %d is out of range", meaning, v))
		}
	}
	return values
}

func (d *dumper) decimal(meaning string) {
	d.signed(func(int64) string { return meaning + ": mantissa" })
	exponent := d.signed(func(int64) string { return "exponent" })
	divisor := d.uint(1<<64-1, "divisor")
	if !d.stuck && (exponent < -400 || exponent > 400 || divisor == 0 || divisor > 1<<62) {
		d.stop("a value is out of range")
	}
}

func (d *dumper) figures() {
	units := d.count("units")
	for i := 0; i < units && !d.stuck; i++ {
		d.text(fmt.Sprintf("unit %d: name", i))
		d.text("code")
		d.text("class")
	}
	publishers := d.count("publishers")
	for i := 0; i < publishers && !d.stuck; i++ {
		d.text(fmt.Sprintf("publisher %d", i))
	}
	n := d.count("figures")
	d.coded(n, publishers, "publishers")
	article := uint64(0)
	d.column(n, "articles", func(v uint32) uint64 { article += uint64(v); return article })
	d.column(n, "ordinals", asItIs)
	d.column(n, "passages", asItIs)
	d.coded(n, units, "units")
	d.coded(n, len(pack.KindNames), "kinds")
	d.coded(n, len(pack.BoundNames), "bounds")
	flags := d.coded(n, 8*len(pack.TrendNames), "flags: peripheral 1, high 2, conversion 4, trend from 8")
	d.column(n, "first days", d.day)
	d.column(n, "last days", d.day)
	d.column(n, "parents, 0 for none", asItIs)
	d.column(n, "series, 0 for none", asItIs)
	for i := 0; i < n && !d.stuck; i++ {
		d.decimal("value " + strconv.Itoa(i))
	}
	for i, f := range flags {
		if f&2 > 0 && !d.stuck {
			d.decimal("high end of value " + strconv.Itoa(i))
		}
	}
}

func (d *dumper) details() {
	n := d.count("details")
	article := uint64(0)
	d.column(n, "articles", func(v uint32) uint64 { article += uint64(v); return article })
	d.column(n, "ordinals", asItIs)
	d.column(n, "offsets of the sentences in their passages", asItIs)
	lengths := d.column(n, "lengths of the sentences, 0 where they follow below", asItIs)
	d.column(n, "first bytes of the values in the sentences", asItIs)
	d.column(n, "lengths of the values", asItIs)
	d.column(n, "paragraphs", asItIs)
	d.column(n, "sentences in the paragraphs", asItIs)
	d.octets(n, 100, "confidences in hundredths")
	d.octets(n, 255, "bases: agency, source 4 times, place 16 times, period 64 times")
	d.texts(n)
	for i, length := range lengths {
		if length == 0 && !d.stuck {
			d.text(fmt.Sprintf("sentence of %d", i))
		}
	}
	for i := 0; i < n && !d.stuck; i++ {
		if d.octets(1, uint64(len(pack.TrendNames)), fmt.Sprintf("change of %d: 0 none, else 1 more than the trend", i)) == 0 {
			continue
		}
		d.uint(1<<64-1, "millionths of a percent")
		d.column(2, "days compared with", d.day)
		d.uint32("stated by, 0 for itself")
	}
}

// octets reads n single bytes, none above most, and returns the last.
func (d *dumper) octets(n int, most uint64, meaning string) (last byte) {
	for i := 0; i < n && !d.stuck; i++ {
		if d.left() == 0 {
			d.stop("a byte is cut off")
			return 0
		}
		last = d.data[d.at]
		d.take(1, strconv.Itoa(int(last)), meaning)
		if uint64(last) > most {
			d.stop(fmt.Sprintf("%s: %d is out of range", meaning, last))
		}
	}
	return last
}

func (d *dumper) texts(n int) {
	seen := 0
	for _, column := range []string{"label", "unit as written", "role", "denominator", "agency", "source", "place", "period as written"} {
		for i := 0; i < n && !d.stuck; i++ {
			at := d.uint32(fmt.Sprintf("%s of %d: 0 new, else 1 more than its place", column, i))
			if at == 0 {
				d.text(column)
				seen++
			} else if int64(at) > int64(seen) && !d.stuck {
				d.stop("a string has not been given yet")
			}
		}
	}
}

func (d *dumper) series() {
	d.uint32("number of the first series")
	n := d.count("series")
	for i := 0; i < n && !d.stuck; i++ {
		for _, what := range []string{"id", "label", "place", "unit", "unit code", "unit class"} {
			d.text(what)
		}
		notes := d.count("notes")
		for j := 0; j < notes && !d.stuck; j++ {
			d.text("note")
		}
		points := d.count("points")
		for j := 0; j < points && !d.stuck; j++ {
			d.point(j)
		}
	}
}

func (d *dumper) point(j int) {
	d.uint32(fmt.Sprintf("point %d: article", j))
	d.uint32("1 more than the statistic, 0: calculated")
	d.text("article")
	d.text("statistic")
	d.decimal("value")
	d.decimal("high end")
	d.octets(1, uint64(len(pack.BoundNames)-1), "bound")
	d.octets(1, 1, "1: partial")
	d.column(2, "first and last day", d.day)
}

func (d *dumper) summary() {
	d.column(1, "newest article's day", d.day)
	d.uint32("statistics")
	n := d.count("years")
	for i := 0; i < n && !d.stuck; i++ {
		d.uint32("year")
		d.uint32("its statistics")
	}
}
