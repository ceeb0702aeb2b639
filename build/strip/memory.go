package strip

import (
	"cmp"
	"fmt"
	"slices"

	"almanac/index/leb128"
)

const (
	// most is the largest initial memory that is accepted, in bytes. The engine's is
	// 3 MB.
	most = 1 << 28
	// longZeroes is the number of zero bytes from which leaving them out is worth a
	// new segment. Compressed, a kilobyte of zeroes weighs less than an address.
	longZeroes = 1 << 10
)

// memory is a module's initial memory, from address 0 to the end of the data.
type memory struct{ bytes []byte }

// segment is a piece of the initial memory.
type segment struct {
	address int
	bytes   []byte
}

func (s segment) end() int { return s.address + len(s.bytes) }

// load lays out the segments of a data section.
func load(data []byte) (*memory, error) {
	segments, err := readSegments(data)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(segments, func(a, b segment) int { return cmp.Compare(a.address, b.address) })
	m := &memory{}
	for _, s := range segments {
		if s.address < len(m.bytes) || s.end() > most {
			return nil, fmt.Errorf("the segment at address %d overlaps another or lies beyond %d bytes", s.address, most)
		}
		m.bytes = append(m.bytes, make([]byte, s.address-len(m.bytes))...)
		m.bytes = append(m.bytes, s.bytes...)
	}
	return m, nil
}

func readSegments(data []byte) ([]segment, error) {
	const constant, end = 0x41, 0x0b // i32.const and end
	var segments []segment
	r := reader{data: data}
	for n := r.uint(); n > 0 && r.err == nil; n-- {
		r.expect(0, "an active segment")
		r.expect(constant, "a constant address")
		s := segment{address: r.int32()}
		r.expect(end, "the end of the address")
		s.bytes = r.take(r.uint())
		segments = append(segments, s)
	}
	if r.err == nil && r.pos != len(data) {
		r.fail(fmt.Errorf("%d bytes after the last segment", len(data)-r.pos))
	}
	return segments, r.err
}

// section returns the memory as a data section of few segments.
func (m *memory) section() []byte {
	segments := m.segments()
	out := leb128.Append(nil, uint64(len(segments)))
	for _, s := range segments {
		out = append(out, 0, 0x41)
		out = appendInt(out, s.address)
		out = append(out, 0x0b)
		out = leb128.Append(out, uint64(len(s.bytes)))
		out = append(out, s.bytes...)
	}
	return out
}

// segments cuts the memory at long runs of zeroes.
func (m *memory) segments() []segment {
	var segments []segment
	start, zeroes := 0, longZeroes // as if zeroes went before
	for i, b := range m.bytes {
		if b == 0 {
			zeroes++
			continue
		}
		if zeroes >= longZeroes {
			segments = m.cut(segments, start, i-zeroes)
			start = i
		}
		zeroes = 0
	}
	return m.cut(segments, start, len(m.bytes)-zeroes)
}

// cut adds the bytes from start to end, if there are any.
func (m *memory) cut(segments []segment, start, end int) []segment {
	if end <= start {
		return segments
	}
	return append(segments, segment{start, m.bytes[start:end]})
}
