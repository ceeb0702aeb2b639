package dump

import (
	"fmt"
	"strconv"
	"strings"
)

const most32 = 1<<32 - 1

// number reads an LEB128 number without writing a line.
func (d *dumper) number(most uint64) (v uint64) {
	if d.stuck {
		return 0
	}
	for i := 0; d.at+i < d.end; i++ {
		c := d.data[d.at+i]
		if i == 9 && c > 1 {
			d.stop("a number has more than 64 bits")
			return 0
		}
		v |= uint64(c&0x7f) << (7 * i)
		if c&0x80 != 0 {
			continue
		}
		if v > most {
			d.stop(fmt.Sprintf("the number %d is larger than %d", v, most))
			return 0
		}
		d.at += i + 1
		return v
	}
	d.stop("a number is cut off")
	return 0
}

// uint reads a number and writes its line.
func (d *dumper) uint(most uint64, meaning string) uint64 {
	start := d.at
	v := d.number(most)
	if !d.stuck {
		d.line(start, strconv.FormatUint(v, 10), meaning)
	}
	return v
}

func (d *dumper) uint32(meaning string) uint32 { return uint32(d.uint(most32, meaning)) }

// count reads the number of things that follow, each of at least one byte.
func (d *dumper) count(meaning string) int {
	start := d.at
	v := d.number(1<<64 - 1)
	if d.stuck {
		return 0
	}
	d.line(start, strconv.FormatUint(v, 10), meaning)
	if v > uint64(d.left()) {
		d.stop(fmt.Sprintf("%s: %d announced, but there are only %d bytes left", meaning, v, d.left()))
		return 0
	}
	return int(v)
}

// signed reads a zigzag number.
func (d *dumper) signed(meaning func(v int64) string) int64 {
	start := d.at
	u := d.number(1<<64 - 1)
	v := int64(u >> 1)
	if u&1 == 1 {
		v = -v - 1
	}
	if !d.stuck {
		d.line(start, fmt.Sprintf("%+d", v), meaning(v))
	}
	return v
}

// text reads a string.
func (d *dumper) text(meaning string) string {
	start := d.at
	n := d.number(1<<64 - 1)
	if d.stuck {
		return ""
	}
	if n > uint64(d.left()) {
		d.stop(fmt.Sprintf("%s: a string of %d bytes, but there are only %d left", meaning, n, d.left()))
		return ""
	}
	s := string(d.data[d.at : d.at+int(n)])
	d.at += int(n)
	d.line(start, strconv.Quote(s), meaning)
	return s
}

// word reads a front-coded word.
func (d *dumper) word(before, meaning string) string {
	shared := d.uint(1<<64-1, meaning+": bytes shared with the word before")
	if shared > uint64(len(before)) {
		d.stop(fmt.Sprintf("the word before has only %d bytes", len(before)))
	}
	rest := d.text("rest")
	if d.stuck {
		return ""
	}
	return before[:shared] + rest
}

// column reads n numbers and writes them in rows, each with what shown makes of
// its values. It returns the values.
func (d *dumper) column(n int, meaning string, shown func(v uint32) uint64) []uint32 {
	const perRow = 8
	var out []uint32
	for n > 0 && !d.stuck {
		start := d.at
		var raw, decoded []string
		for range min(perRow, n) {
			v := uint32(d.number(most32))
			if d.stuck {
				break
			}
			out = append(out, v)
			raw = append(raw, strconv.FormatUint(uint64(v), 10))
			decoded = append(decoded, strconv.FormatUint(shown(v), 10))
			n--
		}
		if len(raw) > 0 {
			d.line(start, strings.Join(raw, " "), meaning+" "+strings.Join(decoded, " "))
		}
	}
	return out
}

// confine runs read on the next n bytes only and tells whether it read all of
// them.
func (d *dumper) confine(n int, what string, read func()) bool {
	if d.stuck {
		return false
	}
	outer := d.end
	d.end = d.at + n
	read()
	whole := !d.stuck && d.left() == 0
	d.finish(what)
	d.end = outer
	return whole
}
