package number

import "almanac/index/statistic/token"

// wordsAt reads a number in words: seven, twenty-five, one hundred and five,
// a million, two hundred thousand.
func wordsAt(tokens []token.Token, i int) (Parsed, bool) {
	s := speller{last: 99}
	j := i
	for j < len(tokens) {
		k := j
		if j > i {
			k = skipHyphen(tokens, j)
			if k == j && tokens[k].Lower == "and" && s.mayContinue() && k+1 < len(tokens) {
				if _, ok := cardinals[tokens[k+1].Lower]; !ok {
					break
				}
				k++
			}
		}
		if tokens[k].Kind != token.Word || !s.take(tokens[k].Lower, j == i, tokens, k) {
			break
		}
		j = k + 1
	}
	if j == i || s.empty() {
		return Parsed{}, false
	}
	return Parsed{Value: s.value(), First: i, Last: j, Form: InWords, Scaled: s.last < 99, Power: s.power}, true
}

// speller adds up number words. total holds finished groups, group the current
// one (-1 if none), last the power of the latest scale word.
type speller struct {
	total, group int64
	last, power  int
	hundred, has bool
	article      bool
	started      bool
}

func (s *speller) take(w string, first bool, tokens []token.Token, k int) bool {
	if first {
		s.group = -1
		if w == "a" || w == "an" {
			s.article = true
			return k+1 < len(tokens) && (scales[tokens[k+1].Lower] > 0 || tokens[k+1].Lower == "dozen")
		}
	}
	if n, ok := cardinals[w]; ok {
		return s.cardinal(w, n)
	}
	if p, ok := scales[w]; ok {
		return s.scale(p, first)
	}
	return false
}

func (s *speller) cardinal(w string, n int64) bool {
	switch {
	case w == "dozen" && s.group > 0 && s.group < 100:
		s.group *= 12
	case s.group < 0:
		s.group = n
	case s.hundred && s.group%100 == 0 && n > 0 && n < 100 && w != "dozen":
		s.group += n
	case s.group%100 >= 20 && s.group%10 == 0 && n > 0 && n < 10:
		s.group += n
	default:
		return false
	}
	s.has, s.started = true, true
	return true
}

func (s *speller) scale(p int, first bool) bool {
	if s.group < 0 {
		if s.started || !s.article && !first {
			return false
		}
		s.group = 1
	}
	s.started, s.has = true, true
	if p == 2 {
		if s.hundred || s.group > 99 {
			return false
		}
		s.group, s.hundred, s.power = s.group*100, true, 2
		return true
	}
	if p >= s.last || s.group == 0 {
		return false
	}
	s.total += s.group * int64(powers[p])
	s.group, s.last, s.hundred, s.power = -1, p, false, p
	return true
}

// mayContinue reports whether "and" may join more words (two hundred and five).
func (s *speller) mayContinue() bool { return s.hundred || s.group < 0 && s.last < 99 }

func (s *speller) empty() bool { return !s.has }

func (s *speller) value() Decimal { return Int(s.total + max(s.group, 0)) }

// vagueAt reads hundreds, tens of thousands, hundreds of millions.
func vagueAt(tokens []token.Token, i int) (Parsed, bool) {
	v, ok := vague[tokens[i].Lower]
	if !ok {
		return Parsed{}, false
	}
	j := i + 1
	for j+1 < len(tokens) && tokens[j].Lower == "of" {
		w, ok := vague[tokens[j+1].Lower]
		if !ok || w.Exponent < 2 {
			break
		}
		v.Exponent += w.Exponent
		j += 2
	}
	high := v.Scale(1)
	return Parsed{Value: v, High: high, First: i, Last: j, Form: AsVague}, true
}

// multipleAt reads twice, double, sixfold, doubled.
func multipleAt(tokens []token.Token, i int) (Parsed, bool) {
	w := tokens[i].Lower
	v, ok := multiples[w]
	if !ok {
		return Parsed{}, false
	}
	next := ""
	if i+1 < len(tokens) {
		next = tokens[i+1].Lower
		if next == "-" && !tokens[i+1].Space {
			return Parsed{}, false // double-digit, triple-bypass
		}
	}
	if (w == "doubles" || w == "doubling" || w == "doubled") && next == "as" {
		return Parsed{}, false // it doubles as a visa
	}
	switch w {
	case "double", "triple", "treble", "quadruple", "twice", "thrice":
		if !referred(next) && !(w != "twice" && w != "thrice" && i > 0 && tokens[i-1].Is("than", "nearly", "almost", "about", "roughly", "over", "will", "to", "could", "would")) {
			return Parsed{}, false
		}
	}
	return Parsed{Value: v, First: i, Last: i + 1, Form: AsMultiple}, true
}

// referred reports whether a word can begin the thing that a multiple refers to.
func referred(w string) bool {
	switch w {
	case "that", "the", "as", "what", "its", "their", "those", "last", "previous", "his", "her", "our", "this", "of":
		return true
	}
	return false
}

// fractionAt reads half, a third, two-thirds, three quarters, half a million.
func fractionAt(tokens []token.Token, i int) (Parsed, bool) {
	if tokens[i].Lower == "half" {
		return halfAt(tokens, i)
	}
	var top int64 = 1
	article := tokens[i].Lower == "a"
	if !article {
		n, ok := cardinals[tokens[i].Lower]
		if !ok || n == 0 || n > 19 {
			return Parsed{}, false
		}
		top = n
	}
	k := skipHyphen(tokens, i+1)
	if k >= len(tokens) {
		return Parsed{}, false
	}
	w := tokens[k].Lower
	den, ok := parts[w]
	if !ok || top >= den && den != 2 || (w[len(w)-1] == 's') != (top > 1) {
		return Parsed{}, false
	}
	if !partOf(tokens, k+1, article || w == "quarters" && top != 3 || w == "quarter") {
		return Parsed{}, false
	}
	p := Parsed{Value: Decimal{top, 0, den}.reduced(), First: i, Last: k + 1, Form: AsFraction}
	return ofScale(tokens, p), true
}

// partOf reports whether what follows a fraction word lets it be a share. A
// strict fraction (a third, a quarter: also an ordinal or a time) needs a whole
// or a comparison after it.
func partOf(tokens []token.Token, k int, strict bool) bool {
	if k >= len(tokens) {
		return !strict
	}
	switch tokens[k].Lower {
	case "of", "more", "less", "fewer", "higher", "lower", "smaller", "larger", "were", "are", "said", "say", "have", "had", "did", "do":
		return true
	case "-", "time", "party", "quarter", "world":
		return false
	}
	return !strict
}

func halfAt(tokens []token.Token, i int) (Parsed, bool) {
	p := Parsed{Value: Decimal{5, -1, 1}, First: i, Last: i + 1, Form: AsFraction}
	if i > 0 && (tokens[i-1].Is("first", "second", "other", "latter", "former", "last", "better", "-", "next", "final", "this", "each") ||
		tokens[i-1].Is("the", "a", "and") && !(i+1 < len(tokens) && tokens[i+1].Lower == "of")) {
		return p, false
	}
	if i+2 < len(tokens) && tokens[i+1].Is("a", "an") {
		if n := scales[tokens[i+2].Lower]; n > 0 {
			p.Value, p.Last, p.Form, p.Scaled, p.Power = p.Value.Scale(n), i+3, InWords, true, n
			return p, true
		}
		if tokens[i+2].Lower == "dozen" {
			p.Value, p.Last, p.Form = Int(6), i+3, InWords
			return p, true
		}
		p.Last, p.Form = i+2, InDigits // half an hour, half a tonne
		return p, true
	}
	if i+1 < len(tokens) && scales[tokens[i+1].Lower] > 2 { // half million
		n := scales[tokens[i+1].Lower]
		p.Value, p.Last, p.Form, p.Scaled, p.Power = p.Value.Scale(n), i+2, InWords, true, n
		return p, true
	}
	if i+1 == len(tokens) {
		return p, i > 0 && tokens[i-1].Is("by", "nearly", "almost", "about", "in")
	}
	switch tokens[i+1].Lower {
	case "of", "the", "all", "those", "its", "their", "his", "her", "our", "my", "these", "that", "were", "are", "said", "have", "had":
		return ofScale(tokens, p), true
	case ".", ",", ";":
		return p, i > 0 && tokens[i-1].Is("by", "nearly", "almost", "about", "in", "than")
	}
	return p, i > 0 && tokens[i-1].Is("nearly", "almost", "about", "roughly", "than", "over")
}

// ofScale reads "a quarter of a million".
func ofScale(tokens []token.Token, p Parsed) Parsed {
	j := p.Last
	if j+2 >= len(tokens) || tokens[j].Lower != "of" || tokens[j+1].Lower != "a" {
		return p
	}
	if n := scales[tokens[j+2].Lower]; n > 0 {
		p.Value, p.Last, p.Form, p.Scaled, p.Power = p.Value.Scale(n).reduced(), j+3, InWords, true, n
	}
	return p
}
