// Package compile turns a finished bleve index into a pack: it numbers the terms,
// cuts lexicon, postings, positions and stored passages into chunks of bounded
// size and hands them to package packfile in a fixed order, so that the same
// articles give the same bytes.
package compile

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"almanac/index/analyze"
	"almanac/index/bleveindex"
	"almanac/index/pack"
	"almanac/index/packfile"
)

// chunkBytes is the size of an uncompressed payload at which a chunk is closed.
// About a third of it travels; smaller chunks compress worse, larger ones carry
// more than a query wants.
const chunkBytes = 12 << 10

// partPostings is the number of postings at which a term goes on in another
// part, so that a frequent word's chunks stay bounded too.
const partPostings = 24 * pack.BlockPostings

// Progress is told how many of a stage's items are done.
type Progress func(stage string, done, total int)

// Result describes a written pack.
type Result struct {
	Root *pack.Root
	// RootName is the file name of the root.
	RootName string
}

// Compile writes the pack of x into dir. Languages are BCP 47 tags, the most
// frequent first.
func Compile(x *bleveindex.Index, dir string, languages []string, progress Progress) (*Result, error) {
	return CompileWith(x, nil, dir, languages, progress)
}

// CompileWith does what Compile does and adds the statistics of the same
// articles; nil means that there are none.
func CompileWith(x *bleveindex.Index, statistics *Statistics, dir string, languages []string, progress Progress) (*Result, error) {
	c, err := newCompiler(x, statistics, dir, languages, progress)
	if err != nil {
		return nil, err
	}
	// The order of the chunks: what every query needs first, positions last.
	for _, section := range []func() error{c.lexicon, c.postings, c.store, c.statistics, c.positions} {
		if err := section(); err != nil {
			return nil, err
		}
	}
	name, err := c.out.Close()
	return &Result{c.root, name}, err
}

type compiler struct {
	index    *bleveindex.Index
	root     *pack.Root
	out      *packfile.Writer
	terms    []string
	fields   [][]bleveindex.Word // per ranked field
	progress Progress

	stated       *Statistics // nil: none
	statedFields [][]bleveindex.Word
}

func newCompiler(x *bleveindex.Index, statistics *Statistics, dir string, languages []string, progress Progress) (*compiler, error) {
	c := &compiler{index: x, progress: progress, stated: statistics, root: &pack.Root{
		Version: pack.Version, MinReader: pack.MinReader, Analysis: analyze.Version, Languages: languages,
	}}
	if c.progress == nil {
		c.progress = func(string, int, int) {}
	}
	for _, field := range bleveindex.RankedFields {
		c.root.Fields = append(c.root.Fields, pack.Field{Name: field})
	}
	var err error
	if c.fields, err = c.dictionaries(x, bleveindex.RankedFields); err != nil {
		return nil, err
	}
	if err = c.statisticTerms(); err != nil {
		return nil, err
	}
	slices.Sort(c.terms)
	c.terms = slices.Compact(c.terms)
	c.root.Terms = len(c.terms)
	c.out, err = packfile.NewWriter(dir, c.root)
	return c, err
}

// dictionaries reads the words of fields and adds them to the terms.
func (c *compiler) dictionaries(x *bleveindex.Index, fields []string) (out [][]bleveindex.Word, err error) {
	for _, field := range fields {
		words, err := x.Dictionary(field)
		if err != nil {
			return nil, err
		}
		out = append(out, words)
		for _, w := range words {
			c.terms = append(c.terms, w.Word)
		}
	}
	return out, nil
}

func (c *compiler) term(stem string) (uint32, bool) {
	i, ok := slices.BinarySearch(c.terms, stem)
	return uint32(i), ok
}

// lexicon merges surface forms and stems.
func (c *compiler) lexicon() error {
	surfaces, err := c.index.Surfaces()
	if err != nil {
		return err
	}
	c.root.Surfaces = len(surfaces)
	entries := make([]pack.Entry, 0, len(surfaces)+len(c.terms))
	for _, w := range surfaces {
		term, ok := c.term(analyze.Stem(w.Word))
		if !ok {
			return fmt.Errorf("compile: the stem of %q is in no field: the analysis changed while the index was built", w.Word)
		}
		entries = append(entries, pack.Entry{Word: w.Word, DF: w.DF, Term: term})
	}
	for i, stem := range c.terms {
		entries = append(entries, pack.Entry{Word: stem, Term: uint32(i)})
	}
	// A stem that is written as a word too keeps the written entry, which sorts first.
	sort.SliceStable(entries, func(i, j int) bool { return entries[i].Word < entries[j].Word })
	entries = slices.CompactFunc(entries, func(a, b pack.Entry) bool { return a.Word == b.Word && a.Term == b.Term })
	return c.lexiconChunks(entries)
}

func (c *compiler) lexiconChunks(entries []pack.Entry) error {
	last := ""
	for len(entries) > 0 {
		n, size := 0, 0
		// Equal words, one written and one a stem, stay in one chunk.
		for n < len(entries) && (size < chunkBytes || entries[n].Word == entries[n-1].Word) {
			size += len(entries[n].Word)/2 + 5
			n++
		}
		key := pack.Key{Word: separator(last, entries[0].Word)}
		if err := c.out.Add(pack.KindLexicon, key, pack.EncodeLexicon(entries[:n])); err != nil {
			return err
		}
		last, entries = entries[n-1].Word, entries[n:]
	}
	return nil
}

// separator returns the shortest beginning of word that is greater than last: it
// parts two chunks as well as the whole word, and a root does not grow with a
// word of a million letters.
func separator(last, word string) string {
	for i := range word {
		if word[:i] > last {
			return word[:i]
		}
	}
	return word
}

func (c *compiler) postings() error {
	return c.records("writing postings", pack.KindPostings, pack.EncodePostings, func(p pack.Posting) int { return 4 }, func(term uint32) ([]pack.Record, error) {
		return readParts(c.index, bleveindex.RankedFields, c.fields, term, c.terms[term], func(field int, n uint64) { c.root.Fields[field].Tokens += n })
	})
}

func (c *compiler) positions() error {
	return c.records("writing positions", pack.KindPositions, pack.EncodePositions, func(p pack.Posting) int { return len(p.Positions) }, func(term uint32) ([]pack.Record, error) {
		return readParts(c.index, bleveindex.RankedFields, c.fields, term, c.terms[term], nil)
	})
}

// records writes the records of all terms as chunks of one kind; size estimates
// the bytes a posting takes.
func (c *compiler) records(stage string, kind pack.Kind, encode func([]pack.Record) []byte, size func(pack.Posting) int, read func(term uint32) ([]pack.Record, error)) error {
	var open []pack.Record
	bytes := 0
	flush := func() error {
		if len(open) == 0 {
			return nil
		}
		key := pack.Key{First: open[0].Term, Second: open[0].Part}
		payload := encode(open)
		open, bytes = open[:0], 0
		return c.out.Add(kind, key, payload)
	}
	for term := range c.terms {
		parts, err := read(uint32(term))
		if err != nil {
			return err
		}
		for _, record := range parts {
			n := recordBytes(record, size)
			if bytes+n > chunkBytes {
				if err := flush(); err != nil {
					return err
				}
			}
			open = append(open, record)
			bytes += n
		}
		c.progress(stage, term+1, len(c.terms))
	}
	return flush()
}

func recordBytes(r pack.Record, size func(pack.Posting) int) int {
	n := 4
	for _, l := range r.Lists {
		n += 4
		for _, p := range l.Postings {
			n += size(p)
		}
	}
	return n
}

// readParts reads a term's lists in some fields of an index, none if it is in no
// field, and cuts them into records of bounded size. count may be nil; it is told
// the tokens of each field.
func readParts(x *bleveindex.Index, fields []string, words [][]bleveindex.Word, number uint32, term string, count func(field int, n uint64)) ([]pack.Record, error) {
	var lists []pack.List
	for field, name := range fields {
		if !holds(words[field], term) {
			continue
		}
		postings, err := x.Postings(name, term)
		if err != nil {
			return nil, err
		}
		if count != nil {
			for _, p := range postings {
				count(field, uint64(p.Frequency))
			}
		}
		lists = append(lists, pack.List{Field: field, DF: len(postings), Postings: postings})
	}
	if len(lists) == 0 {
		return nil, nil
	}
	return cutParts(number, lists), nil
}

func holds(words []bleveindex.Word, term string) bool {
	_, ok := sort.Find(len(words), func(i int) int { return strings.Compare(term, words[i].Word) })
	return ok
}

func cutParts(term uint32, lists []pack.List) []pack.Record {
	var out []pack.Record
	current, room := pack.Record{Term: term}, partPostings
	for _, list := range lists {
		for rest := list.Postings; len(rest) > 0; {
			if room < min(pack.BlockPostings, len(rest)) {
				out = append(out, current)
				current, room = pack.Record{Term: term, Part: current.Part + 1}, partPostings
			}
			n := len(rest)
			if n > room {
				n = room / pack.BlockPostings * pack.BlockPostings
			}
			current.Lists = append(current.Lists, pack.List{Field: list.Field, DF: list.DF, Postings: rest[:n]})
			rest, room = rest[n:], room-n
		}
	}
	return append(out, current)
}
