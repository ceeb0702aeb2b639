package pack

// Magic begins every root.
const Magic = "ALMP"

// Version is the version this package writes. History:
//
//	1  first version
const Version = 1

// MinReader is the least version a reader must know to read what is written here.
const MinReader = 1

// MinWriter is the oldest version that this package still reads.
const MinWriter = 1

// Kind is what a chunk holds; its value is the chunk's first byte.
type Kind byte

// The kinds of chunk.
const (
	KindLexicon   Kind = 'L'
	KindPostings  Kind = 'P'
	KindPositions Kind = 'X'
	KindStore     Kind = 'S'
	// The statistics' own; a reader that does not know them finds articles.
	KindSummary  Kind = 'A'
	KindMentions Kind = 'Q'
	KindFigures  Kind = 'N'
	KindDetails  Kind = 'D'
	KindSeries   Kind = 'T'
)

// String returns the kind's name in prose.
func (k Kind) String() string {
	switch k {
	case KindLexicon:
		return "lexicon"
	case KindPostings:
		return "postings"
	case KindPositions:
		return "positions"
	case KindStore:
		return "store"
	case KindSummary:
		return "summary of statistics"
	case KindMentions:
		return "postings of statistics"
	case KindFigures:
		return "figures"
	case KindDetails:
		return "details"
	case KindSeries:
		return "series"
	}
	return "unknown"
}

// BlockPostings is the number of postings in a full block.
const BlockPostings = 128

// HashBytes is how much of a file's SHA-256 names it.
const HashBytes = 10

// Passage names a passage: its article and its ordinal there. Comparing two as
// numbers compares their places in the archive.
type Passage uint64

// MakePassage joins an article number and a passage ordinal.
func MakePassage(article, ordinal uint32) Passage {
	return Passage(article)<<32 | Passage(ordinal)
}

// Article returns the article's number.
func (p Passage) Article() uint32 { return uint32(p >> 32) }

// Ordinal returns the passage's place in its article, from 0.
func (p Passage) Ordinal() uint32 { return uint32(p) }
