package leb128

import (
	"bytes"
	"math"
	"testing"
)

func TestLiteralBytes(t *testing.T) {
	for _, c := range []struct {
		v    uint64
		want []byte
	}{
		{0, []byte{0}}, {127, []byte{0x7f}}, {128, []byte{0x80, 1}}, {300, []byte{0xac, 2}}, {1 << 32, []byte{0x80, 0x80, 0x80, 0x80, 0x10}},
		{624485, []byte{0xe5, 0x8e, 0x26}}, // the example of DWARF 5, section 7.6
		{math.MaxUint64, []byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 1}},
	} {
		got := Append([]byte{9}, c.v)
		if !bytes.Equal(got[1:], c.want) || got[0] != 9 {
			t.Errorf("%d: % x, want % x", c.v, got, c.want)
		}
		// What follows a number is left alone.
		if v, n := Uint(append(got[1:], 0xff)); v != c.v || n != len(c.want) {
			t.Errorf("% x: %d, %d", c.want, v, n)
		}
		for n := range c.want {
			if v, read := Uint(c.want[:n]); v != 0 || read != 0 {
				t.Errorf("% x cut at %d: %d, %d", c.want, n, v, read)
			}
		}
	}
}
