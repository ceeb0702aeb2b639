package export

import (
	"unicode/utf8"

	"almanac/index/article"
	"almanac/index/statistic"
)

// Locate returns the place of each statistic's value in the raw text of its
// article. Where cleaning changed a block, the two are aligned byte by byte, white
// space aside; where that fails, the whole block is returned. The statistics must
// be in the order of the text, as Extract returns them. It takes linear time.
func Locate(raw string, a *article.Article, found []statistic.Statistic) []Offsets {
	out := make([]Offsets, len(found))
	bytes, runes := 0, 0
	count := func(to int) int { // code points before byte to, going on from the last call
		if to < bytes {
			bytes, runes = 0, 0
		}
		runes += utf8.RuneCountInString(raw[bytes:to])
		bytes = to
		return runes
	}
	for i := range found {
		p := &found[i].Provenance
		b := &a.Blocks[p.Block]
		if b.Start < 0 || b.End > len(raw) || b.Start > b.End {
			continue
		}
		start, ok1 := align(raw[b.Start:b.End], b.Text, p.ValueStart)
		end, ok2 := align(raw[b.Start:b.End], b.Text, p.ValueEnd-1)
		o := Offsets{ByteStart: b.Start, ByteEnd: b.End}
		if ok1 && ok2 {
			o.ByteStart, o.ByteEnd = b.Start+start, b.Start+end+1
		}
		o.Start, o.End = count(o.ByteStart), count(o.ByteEnd)
		out[i] = o
	}
	return out
}

// align returns the offset in raw of the byte at offset at of text.
func align(raw, text string, at int) (int, bool) {
	if raw == text {
		return at, true
	}
	i, j := 0, 0
	for i < len(raw) && j < len(text) {
		switch {
		case raw[i] == text[j]:
			if j == at {
				return i, true
			}
			i++
			j++
		case blank(raw[i]):
			i++
		case blank(text[j]):
			if j == at {
				return i, true
			}
			j++
		default:
			return 0, false
		}
	}
	return 0, false
}

func blank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xc2 || c == 0xa0
}
