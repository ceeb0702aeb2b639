package statistic

import (
	"strings"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/quantity"
	"almanac/index/statistic/token"
)

// notEnglish is the reason for rejecting numbers of sentences that the grammar
// does not understand.
const notEnglish quantity.Reason = "the sentence is not English"

// foreignWords are function words of languages that stand beside English on one
// page, where English does not use them.
var foreignWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`de la el los las en y que del por con para una un es se su le les des et du au aux dans pour sur est une qui
		der die das und den von mit für im zu auf ist nicht ein eine dem il lo gli di della che per non sono da em os o do na no uma`) {
		if lexicon.Of(w)&lexicon.Function == 0 {
			m[w] = true
		}
	}
	return m
}()

// english reports whether a sentence reads as English: few words outside ASCII,
// and no more function words of other languages than of its own. An article that
// is known to be in another language has no English sentences.
func (s *statement) english() bool {
	if l := s.article.Language; l != "" && !strings.HasPrefix(l, "en") {
		return false
	}
	words, own, foreign, marked := 0, 0, 0, 0
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.Kind != token.Word {
			continue
		}
		words++
		switch {
		case lexicon.Is(t.Lower, lexicon.Function):
			own++
		case foreignWords[t.Lower]:
			foreign++
		}
		if accented(t.Lower) {
			marked++
		}
	}
	return words < 4 || marked*4 <= words && foreign <= max(own, 1)
}

func accented(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] >= 0x80 {
			return true
		}
	}
	return false
}
