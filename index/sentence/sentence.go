// Package sentence cuts text into sentences.
//
// The decision whether a period ends a sentence rests on the Punkt model for
// English (Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary
// Detection", Computational Linguistics 32:4, 2006) as trained and implemented
// in github.com/neurosnap/sentences. Three things are ours: only the words
// around possible ends are handed to the model, which makes it fast enough for
// large archives (words.go); sentences that a scraper glued together are taken
// apart (glue.go); and a last pass corrects what news text shows the model gets
// wrong, such as a year at a sentence's end (correct.go).
package sentence

import (
	"strings"
	"sync"
	"unicode"

	"github.com/neurosnap/sentences"
	"github.com/neurosnap/sentences/data"
	"github.com/neurosnap/sentences/english"
)

// Span is a part of a text as byte offsets, end exclusive.
type Span struct{ Start, End int }

// Split returns the sentences of text in order, without the white space between
// them: the spans cover every byte of text that is not white space, do not
// overlap and are never empty. A line break always ends a sentence. Closing
// quotation marks and brackets belong to the sentence they close. It takes
// linear time and may be called from several goroutines.
func Split(text string) []Span {
	var out []Span
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:], '\n') + 1
		if end == start {
			end = len(text)
		}
		out = splitLine(out, text, start, end)
		start = end
	}
	return out
}

func splitLine(out []Span, text string, start, end int) []Span {
	tokens := model().AnnotatedTokens(text[start:end])
	from := start
	for _, t := range tokens {
		if t.SentBreak {
			out = appendTrimmed(out, text, from, start+t.Position)
			from = start + t.Position
		}
	}
	return appendTrimmed(out, text, from, end)
}

func appendTrimmed(out []Span, text string, start, end int) []Span {
	s := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
	start = end - len(s)
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	if s == "" {
		return out
	}
	return append(out, Span{start, start + len(s)})
}

// model is the trained tokenizer. Building it decodes 400 KB of JSON, so it is
// made once; afterwards it is only read.
var model = sync.OnceValue(func() *sentences.DefaultSentenceTokenizer {
	asset, err := data.Asset("data/english.json")
	if err != nil {
		panic("sentence: the model is part of the program: " + err.Error())
	}
	training, err := sentences.LoadTraining(asset)
	if err != nil {
		panic("sentence: the model is part of the program: " + err.Error())
	}
	for _, a := range abbreviations {
		training.AbbrevTypes.Add(a)
	}
	marks := sentences.NewPunctStrings()
	w := &words{WordTokenizer: *english.NewWordTokenizer(marks)}
	group := &sentences.DefaultTokenGrouper{}
	ortho := &sentences.OrthoContext{Storage: training, PunctStrings: marks, TokenType: w, TokenFirst: w}
	steps := append(sentences.NewAnnotations(training, marks, w),
		&english.MultiPunctWordAnnotation{Storage: training, TokenParser: w, TokenGrouper: group, Ortho: ortho},
		&correction{starters: training.SentStarters, abbreviations: training.AbbrevTypes})
	return &sentences.DefaultSentenceTokenizer{Storage: training, PunctStrings: marks, WordTokenizer: w, Annotations: steps}
})
