package strip

import (
	"errors"
	"fmt"

	"almanac/index/leb128"
)

// sectionData is the number of the data section (WebAssembly Core Specification
// 2.0, 5.5.14).
const sectionData = 11

const preamble = "\x00asm\x01\x00\x00\x00"

var errCutOff = errors.New("cut off")

// section is one section of a module.
type section struct {
	id      byte
	content []byte
}

// parse splits a module into its sections, which share its memory.
func parse(module []byte) ([]section, error) {
	if len(module) < len(preamble) || string(module[:len(preamble)]) != preamble {
		return nil, errors.New("not a WebAssembly module of version 1")
	}
	var sections []section
	r := reader{data: module, pos: len(preamble)}
	for r.pos < len(module) && r.err == nil {
		id := r.take(1)
		content := r.take(r.uint())
		if r.err == nil {
			sections = append(sections, section{id[0], content})
		}
	}
	return sections, r.err
}

// assemble is the reverse of parse.
func assemble(sections []section) []byte {
	out := []byte(preamble)
	for _, s := range sections {
		out = append(out, s.id)
		out = leb128.Append(out, uint64(len(s.content)))
		out = append(out, s.content...)
	}
	return out
}

// reader reads numbers and bytes. After its first error it returns zeroes.
type reader struct {
	data []byte
	pos  int
	err  error
}

// fail keeps the first error, with the place.
func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = fmt.Errorf("byte %d: %w", r.pos, err)
	}
}

func (r *reader) take(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.data)-r.pos {
		r.fail(errCutOff)
		return nil
	}
	r.pos += n
	return r.data[r.pos-n : r.pos]
}

func (r *reader) uint() int {
	if r.err != nil {
		return 0
	}
	v, n := leb128.Uint(r.data[r.pos:])
	if n <= 0 || v > 1<<32 {
		r.fail(errCutOff)
		return 0
	}
	r.pos += n
	return int(v)
}

// expect takes one byte, which must be b.
func (r *reader) expect(b byte, what string) {
	if got := r.take(1); r.err == nil && got[0] != b {
		r.pos--
		r.fail(fmt.Errorf("want %s, byte %#x, not %#x", what, b, got[0]))
	}
}

// int32 reads a signed number in LEB128.
func (r *reader) int32() int {
	var v int64
	for shift := 0; shift < 35; shift += 7 {
		b := r.take(1)
		if r.err != nil {
			return 0
		}
		v |= int64(b[0]&0x7f) << shift
		if b[0] < 0x80 {
			unused := 64 - 7 - shift // bits above the sign
			return int(v << unused >> unused)
		}
	}
	r.fail(errors.New("a number of more than 32 bits"))
	return 0
}

// appendInt appends a number that is not negative as signed LEB128.
func appendInt(out []byte, v int) []byte {
	for ; v >= 0x40; v >>= 7 {
		out = append(out, byte(v&0x7f|0x80))
	}
	return append(out, byte(v))
}
