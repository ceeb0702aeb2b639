package wire

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// JSON builds JSON text. encoding/json would cost every reader a quarter of a
// megabyte, so the few things that answers hold are written by hand.
type JSON struct {
	b []byte
	// comma is set where the next element needs one before it.
	comma bool
}

// Bytes returns the text written so far.
func (j *JSON) Bytes() []byte { return j.b }

func (j *JSON) value() {
	if j.comma {
		j.b = append(j.b, ',')
	}
	j.comma = true
}

// Open begins an object or array: '{' or '['.
func (j *JSON) Open(bracket byte) {
	j.value()
	j.b = append(j.b, bracket)
	j.comma = false
}

// Close ends it: '}' or ']'.
func (j *JSON) Close(bracket byte) {
	j.b = append(j.b, bracket)
	j.comma = true
}

// Key writes the key of the next value; it is a plain ASCII name.
func (j *JSON) Key(name string) {
	j.value()
	j.b = append(append(append(j.b, '"'), name...), '"', ':')
	j.comma = false
}

// Int writes a whole number.
func (j *JSON) Int(v int) {
	j.value()
	j.b = strconv.AppendInt(j.b, int64(v), 10)
}

// Float writes a number with six decimals, which is finer than a score means
// anything; what is not finite becomes 0.
func (j *JSON) Float(v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > 1e12 {
		v = 0
	}
	micro := int64(math.Round(v * 1e6))
	j.value()
	if micro < 0 {
		j.b, micro = append(j.b, '-'), -micro
	}
	j.b = strconv.AppendInt(j.b, micro/1e6, 10)
	j.b = append(j.b, '.')
	fraction := strconv.Itoa(int(1e6 + micro%1e6))
	j.b = append(j.b, fraction[1:]...)
}

// Decimal writes mantissa * 10^exponent / divisor, exactly unless the division
// leaves a remainder, when it has six decimals.
func (j *JSON) Decimal(mantissa int64, exponent int, divisor int64) {
	if divisor > 1 {
		j.Float(float64(mantissa) * math.Pow10(exponent) / float64(divisor))
		return
	}
	j.value()
	j.b = strconv.AppendInt(j.b, mantissa, 10)
	if mantissa != 0 && exponent != 0 {
		// JSON has an exponent of its own.
		j.b = strconv.AppendInt(append(j.b, 'e'), int64(exponent), 10)
	}
}

// Null writes null.
func (j *JSON) Null() {
	j.value()
	j.b = append(j.b, "null"...)
}

// Bool writes true or false.
func (j *JSON) Bool(v bool) {
	j.value()
	j.b = strconv.AppendBool(j.b, v)
}

const hexDigits = "0123456789abcdef"

// String writes a string (RFC 8259); invalid UTF-8 becomes U+FFFD.
func (j *JSON) String(s string) {
	j.value()
	j.b = append(j.b, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			j.b = appendEscaped(j.b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		j.b = utf8.AppendRune(j.b, r)
		i += n
	}
	j.b = append(j.b, '"')
}

func appendEscaped(b []byte, c byte) []byte {
	switch {
	case c == '"' || c == '\\':
		return append(b, '\\', c)
	case c == '\n':
		return append(b, '\\', 'n')
	case c < 0x20 || c == 0x7f:
		return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
	}
	return append(b, c)
}
