package leb128

import (
	"bytes"
	"encoding/binary"
	"testing"
)

func FuzzAgainstEncodingBinary(f *testing.F) {
	f.Add([]byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01}, uint64(300))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02}, uint64(1)<<63)
	f.Add([]byte{0x80}, uint64(0))
	f.Fuzz(func(t *testing.T, b []byte, v uint64) {
		if got, want := Append(nil, v), binary.AppendUvarint(nil, v); !bytes.Equal(got, want) {
			t.Errorf("Append(%d) = %x, want %x", v, got, want)
		}
		got, n := Uint(b)
		want, m := binary.Uvarint(b)
		if m <= 0 {
			want, m = 0, 0
		}
		if got != want || n != m {
			t.Errorf("Uint(%x) = %d, %d, want %d, %d", b, got, n, want, m)
		}
	})
}
