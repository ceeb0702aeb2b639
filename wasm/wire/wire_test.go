package wire

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRequestRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	number := func() uint64 { return uint64(random.Uint32()>>1) >> random.IntN(31) }
	for range 500 {
		for op := OpOpen; op <= OpDrop; op++ {
			want := Request{Op: op, Rest: []byte(strings.Repeat("é", random.IntN(9)))}
			switch op {
			case OpSearch:
				want.Query, want.Limit, want.Flags = number(), int(number()), number()
			case OpSupply:
				want.Chunk = int(number())
			case OpStep, OpDrop:
				want.Query = number()
			}
			if got, ok := Decode(Encode(want)); !ok || !reflect.DeepEqual(got, want) {
				t.Fatalf("%+v becomes %+v, %v", want, got, ok)
			}
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, b := range []string{
		"", "\x00", "\x06", "\xff", "\x02", "\x02\x01", "\x02\x01\x02", "\x02\x80", "\x03", "\x04", "\x05\x80\x80",
		"\x04\x80\x80\x80\x80\x08",                     // 2^31
		"\x03\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", // 2^64-1
		"\x04\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
	} {
		if r, ok := Decode([]byte(b)); ok {
			t.Errorf("%q is %+v", b, r)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, m := range requests() {
		f.Add(Encode(m))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, ok := Decode(b)
		if !ok {
			return
		}
		again := Encode(r)
		if back, ok := Decode(again); !ok || !reflect.DeepEqual(back, r) || len(again) > len(b) {
			t.Errorf("% x is %+v, then % x is %+v", b, r, again, back)
		}
	})
}

func randomText(random *rand.Rand) string {
	letters := []string{"a", "é", "双", "🚢", "\"", "\\", "/", "\n", "\t", "\x00", "\x1f", "\x7f", "\u2028", "\ufffd", "\xff", "\xed\xa0\x80", "<", "&", "\u0085"}
	s := ""
	for range random.IntN(12) {
		s += letters[random.IntN(len(letters))]
	}
	return s
}

// TestStringsAgainstEncodingJSON: what is written reads back as what encoding/json
// writes for the same string.
func TestStringsAgainstEncodingJSON(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	for range 5000 {
		checkString(t, randomText(random))
	}
}

func checkString(t *testing.T, s string) {
	t.Helper()
	var j JSON
	j.String(s)
	theirs, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var got, want string
	if err := json.Unmarshal(j.Bytes(), &got); err != nil {
		t.Fatalf("%q: %s: %v", s, j.Bytes(), err)
	}
	if err := json.Unmarshal(theirs, &want); err != nil || got != want {
		t.Errorf("%q: %q, want %q", s, got, want)
	}
	if !utf8.Valid(j.Bytes()) {
		t.Errorf("%q: % x is not UTF-8", s, j.Bytes())
	}
}

func FuzzString(f *testing.F) {
	f.Add("é\"\\\n\x00🚢\xff")
	f.Fuzz(checkString)
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0.000000", 1: "1.000000", -1.5: "-1.500000", 0.1234567: "0.123457", -0.0000001: "0.000000", 0.9999999: "1.000000", 12345.678: "12345.678000",
		math.NaN(): "0.000000", math.Inf(1): "0.000000", math.Inf(-1): "0.000000", 1e300: "0.000000", 1e12: "1000000000000.000000",
	} {
		var j JSON
		j.Float(v)
		if got := string(j.Bytes()); got != want {
			t.Errorf("%g: %s, want %s", v, got, want)
		}
	}
	random := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		v := (random.Float64() - 0.5) * math.Pow(10, float64(random.IntN(12)))
		var j JSON
		j.Float(v)
		var got float64
		if err := json.Unmarshal(j.Bytes(), &got); err != nil || math.Abs(got-v) > 5.1e-7+math.Abs(v)*1e-15 {
			t.Errorf("%g: %s %v", v, j.Bytes(), err)
		}
	}
	for _, v := range []int{0, -1, 1 << 40} {
		var j JSON
		j.Int(v)
		var got int
		if err := json.Unmarshal(j.Bytes(), &got); err != nil || got != v {
			t.Errorf("%d: %s", v, j.Bytes())
		}
	}
}

// write writes a tree of maps, lists and leaves; keys stand in order.
func write(j *JSON, v any) {
	switch v := v.(type) {
	case map[string]any:
		j.Open('{')
		for _, k := range []string{"a", "b", "c"} {
			if x, ok := v[k]; ok {
				j.Key(k)
				write(j, x)
			}
		}
		j.Close('}')
	case []any:
		j.Open('[')
		for _, x := range v {
			write(j, x)
		}
		j.Close(']')
	case string:
		j.String(v)
	case bool:
		j.Bool(v)
	case float64:
		j.Int(int(v))
	}
}

func tree(random *rand.Rand, depth int) any {
	switch n := random.IntN(5); {
	case n == 0 && depth > 0:
		m := map[string]any{}
		for _, k := range []string{"a", "b", "c"} {
			if random.IntN(2) == 0 {
				m[k] = tree(random, depth-1)
			}
		}
		return m
	case n == 1 && depth > 0:
		list := []any{}
		for range random.IntN(4) {
			list = append(list, tree(random, depth-1))
		}
		return list
	case n == 2:
		return random.IntN(2) == 0
	case n == 3:
		return float64(random.IntN(1000))
	}
	return strings.ToValidUTF8(randomText(random), "")
}

func TestTreesAgainstEncodingJSON(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for range 2000 {
		want := map[string]any{"a": tree(random, 4), "c": tree(random, 3)}
		var j JSON
		write(&j, want)
		var got any
		if err := json.Unmarshal(j.Bytes(), &got); err != nil || !reflect.DeepEqual(got, any(want)) {
			t.Fatalf("%s: %v", j.Bytes(), err)
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, j.Bytes()); err != nil || compact.Len() != len(j.Bytes()) {
			t.Fatalf("%s is not compact: %v", j.Bytes(), err)
		}
	}
}
