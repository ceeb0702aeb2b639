package strip

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

func TestSegments(t *testing.T) {
	zeroes := func(n int) string { return string(make([]byte, n)) }
	for name, c := range map[string]struct {
		memory string
		want   []segment
	}{
		"empty":            {"", nil},
		"only zeroes":      {zeroes(3 * longZeroes), nil},
		"one byte":         {"a", []segment{{0, []byte("a")}}},
		"zeroes around":    {zeroes(5) + "a" + zeroes(5), []segment{{5, []byte("a")}}},
		"short run within": {"a" + zeroes(longZeroes-1) + "b", []segment{{0, []byte("a" + zeroes(longZeroes-1) + "b")}}},
		"long run within":  {"a" + zeroes(longZeroes) + "b", []segment{{0, []byte("a")}, {1 + longZeroes, []byte("b")}}},
	} {
		got := (&memory{[]byte(c.memory)}).segments()
		if len(got) != len(c.want) {
			t.Errorf("%s: got %v", name, got)
			continue
		}
		for i, s := range got {
			if s.address != c.want[i].address || !bytes.Equal(s.bytes, c.want[i].bytes) {
				t.Errorf("%s: segment %d at %d, want it at %d", name, i, s.address, c.want[i].address)
			}
		}
	}
}

// TestSection writes memories of random runs as sections and reads them again.
func TestSection(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var want []byte
		for range random.IntN(8) {
			want = append(want, make([]byte, random.IntN(2*longZeroes))...)
			want = append(want, bytes.Repeat([]byte{byte(1 + random.IntN(255))}, 1+random.IntN(300))...)
		}
		got, err := load((&memory{want}).section())
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.bytes, want) {
			t.Fatalf("%d bytes became %d, or others", len(want), len(got.bytes))
		}
	}
}

func TestInt(t *testing.T) {
	for _, c := range []struct {
		v    int
		want string
	}{{0, "\x00"}, {63, "\x3f"}, {64, "\xc0\x00"}, {128, "\x80\x01"}, {624485, "\xe5\x8e\x26"}, {1 << 30, "\x80\x80\x80\x80\x04"}} {
		if got := string(appendInt(nil, c.v)); got != c.want {
			t.Errorf("%d: got %x, want %x", c.v, got, c.want)
		}
		r := reader{data: []byte(c.want)}
		if got := r.int32(); got != c.v || r.err != nil {
			t.Errorf("%x: got %d, %v", c.want, got, r.err)
		}
	}
	for _, s := range []string{"", "\x80", "\x80\x80\x80\x80\x80\x00"} {
		r := reader{data: []byte(s)}
		if r.int32(); r.err == nil {
			t.Errorf("%x: no error", s)
		}
	}
	if r := (reader{data: []byte("\xc0\xbb\x78")}); r.int32() != -123456 {
		t.Error("c0bb78 is not -123456, the example of DWARF 5")
	}
}
