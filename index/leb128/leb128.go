// Package leb128 reads and writes unsigned LEB128 numbers (DWARF 5, section 7.6):
// seven bits a byte, least significant first, the high bit set on all but the
// last. It does what encoding/binary does without pulling reflect into the
// engine.
package leb128

// MaxBytes is the length of the longest number.
const MaxBytes = 10

// Append appends v to b.
func Append(b []byte, v uint64) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

// Uint reads the number at the start of b and returns it with its length, or
// with 0 if b is cut off or the number has more than 64 bits.
func Uint(b []byte) (v uint64, n int) {
	for i, c := range b {
		if i == MaxBytes || i == MaxBytes-1 && c > 1 {
			return 0, 0
		}
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			return v, i + 1
		}
	}
	return 0, 0
}
