// Package article holds the noun that the first half of the house passes along:
// a cleaned article. It is produced by package clean from what package source
// read, and consumed by packages passage and statistic.
package article

// Article is one article after cleaning: everything in it may be indexed and
// shown.
type Article struct {
	// ID names the article in results and links. It is the file's name without
	// its extension, or the record's own id, and is unique within an archive.
	ID string
	// Origin is where the article was read, for messages: a path, or path:record.
	Origin string

	Title    string
	Subtitle string
	Author   string
	// Source is the publisher, for instance "China Daily".
	Source string
	// Contributors are agencies or people credited below the text.
	Contributors []string
	// Published is ISO 8601, as exact as the text allowed ("2024-02-24T07:17:00",
	// "2024-02-24", "2024"), without a zone unless one was stated; "" if unknown.
	Published string
	Section   string
	// Language is a BCP 47 tag, for instance "en"; "" if undecided.
	Language string
	URL      string

	// Blocks are the body in reading order.
	Blocks []Block
	// Removed are the blocks that cleaning took out, in the order of the text.
	Removed []Removed
}

// Kind says what a Block is.
type Kind uint8

// The kinds of block. Paragraphs and headings are searched; captions are shown
// with the article but are not evidence for statistics.
const (
	Paragraph Kind = iota
	Heading
	Caption
)

// String returns the kind's lower-case name.
func (k Kind) String() string {
	switch k {
	case Heading:
		return "heading"
	case Caption:
		return "caption"
	}
	return "paragraph"
}

// Block is one paragraph, heading or caption of the body.
type Block struct {
	Kind Kind
	Text string
	// Credit is a caption's credit line ("China Daily"), "" elsewhere.
	Credit string
	// Line is the 1-based line of the raw text on which the block begins.
	Line int
	// Start and End are byte offsets of the block in the raw text, end exclusive.
	Start, End int
}

// Removed is a part of the raw text that cleaning took out, and why.
type Removed struct {
	Line   int
	Text   string
	Reason string
}

// Paragraphs returns the body's paragraphs in order.
func (a *Article) Paragraphs() []Block { return a.only(Paragraph) }

// Headings returns the body's headings in order.
func (a *Article) Headings() []Block { return a.only(Heading) }

// Captions returns the body's image captions in order.
func (a *Article) Captions() []Block { return a.only(Caption) }

func (a *Article) only(kind Kind) []Block {
	var out []Block
	for _, b := range a.Blocks {
		if b.Kind == kind {
			out = append(out, b)
		}
	}
	return out
}
