// Package passage cuts an article into the pieces that are searched and shown:
// about a paragraph's worth of whole sentences under one heading.
package passage

import (
	"strings"

	"almanac/index/article"
)

// Sizes of a passage in words, counted as runs of non-space. A passage is closed
// at the end of a paragraph once it has Minimum words and never grows beyond
// Maximum; the last one under a heading may be shorter than Minimum.
const (
	Minimum = 40
	Maximum = 120
)

// Passage is a piece of an article.
type Passage struct {
	// Heading is the heading the passage stands under, "" above the first one.
	Heading string
	// Text is whole sentences, paragraphs separated by "\n".
	Text string
	// Ordinal counts the article's passages from 0.
	Ordinal int
	// Paragraph is the number of the paragraph, from 0 and not counting headings
	// and captions, in which the passage begins.
	Paragraph int
}

// Cut returns the article's passages in order. Their texts together hold every
// paragraph, and nothing twice: only the white space between sentences where a
// long paragraph was cut is lost. A sentence longer than Maximum is cut at a
// space. Headings are in Passage.Heading alone, captions nowhere. Linear time.
func Cut(a *article.Article) []Passage {
	var c cutter
	for _, b := range a.Blocks {
		switch b.Kind {
		case article.Heading:
			c.close()
			c.heading = b.Text
		case article.Paragraph:
			c.add(b.Text)
		}
	}
	c.close()
	return c.out
}

// cutter gathers the passage that is being filled.
type cutter struct {
	out       []Passage
	heading   string
	text      strings.Builder
	words     int
	first     int // paragraph in which the passage begins
	paragraph int // paragraphs seen
}

// add appends a paragraph: whole if it fits, in balanced pieces if it does not.
func (c *cutter) add(text string) {
	words := countWords(text)
	if c.words+words > Maximum {
		c.close()
	}
	separator := "\n"
	for _, piece := range split(text, words) {
		if c.words+piece.words > Maximum {
			c.close()
		}
		c.put(piece, separator)
		separator = " "
		if c.words >= Minimum && words > Maximum {
			c.close()
		}
	}
	if c.words >= Minimum {
		c.close()
	}
	c.paragraph++
}

func (c *cutter) put(p piece, separator string) {
	if c.text.Len() > 0 {
		c.text.WriteString(separator)
	} else {
		c.first = c.paragraph
	}
	c.text.WriteString(p.text)
	c.words += p.words
}

func (c *cutter) close() {
	if c.text.Len() > 0 {
		c.out = append(c.out, Passage{Heading: c.heading, Text: c.text.String(), Ordinal: len(c.out), Paragraph: c.first})
	}
	c.text.Reset()
	c.words = 0
}
