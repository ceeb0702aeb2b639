package pack

import "almanac/index/leb128"

func appendUint(b []byte, v uint64) []byte { return leb128.Append(b, v) }

// appendInt appends v in zigzag form: 0, -1, 1, -2, …
func appendInt(b []byte, v int64) []byte { return leb128.Append(b, uint64(v)<<1^uint64(v>>63)) }

func appendString(b []byte, s string) []byte {
	return append(appendUint(b, uint64(len(s))), s...)
}

// decoder reads a payload. Its first error sticks: later reads return zero
// values, so that callers check once.
type decoder struct {
	chunk string
	data  []byte
	at    int
	err   *Error
}

func (d *decoder) fail(problem string) {
	if d.err == nil {
		d.err = damaged(d.chunk, d.at, problem)
		d.at = len(d.data)
	}
}

// error returns the sticky error as an error that is nil when there is none.
func (d *decoder) error() error {
	if d.err == nil {
		return nil
	}
	return d.err
}

func (d *decoder) rest() int { return len(d.data) - d.at }

func (d *decoder) uint() uint64 {
	if d.at < len(d.data) {
		if b := d.data[d.at]; b < 0x80 {
			d.at++
			return uint64(b)
		}
	}
	v, n := leb128.Uint(d.data[d.at:])
	if n <= 0 {
		d.fail("a number is cut off or too long")
		return 0
	}
	d.at += n
	return v
}

func (d *decoder) uint32() uint32 {
	v := d.uint()
	if v > 1<<32-1 {
		d.fail("a number is larger than 32 bits")
		return 0
	}
	return uint32(v)
}

func (d *decoder) int() int64 {
	u := d.uint()
	return int64(u>>1) ^ -int64(u&1)
}

// count reads a number of things that take at least one byte each, so a count
// larger than the bytes left is refused before anything is allocated.
func (d *decoder) count() int {
	v := d.uint()
	if v > uint64(d.rest()) {
		d.fail("a count is larger than the bytes left")
		return 0
	}
	return int(v)
}

func (d *decoder) bytes(n int) []byte {
	if n < 0 || n > d.rest() {
		d.fail("text or bytes are cut off")
		return nil
	}
	b := d.data[d.at : d.at+n]
	d.at += n
	return b
}

func (d *decoder) string() string { return string(d.bytes(d.count())) }

func (d *decoder) byte() byte {
	if b := d.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

// kind checks the first byte of a chunk.
func (d *decoder) kind(want Kind) {
	if got := d.byte(); d.err == nil && got != byte(want) {
		d.at = 0
		d.fail("this is not a " + want.String() + " chunk")
	}
}

// end refuses bytes after the last thing that was announced.
func (d *decoder) end() {
	if d.err == nil && d.rest() > 0 {
		d.fail("there are bytes after the end")
	}
}

// done ends a payload and returns what is wrong with it.
func (d *decoder) done() error {
	d.end()
	return d.error()
}
