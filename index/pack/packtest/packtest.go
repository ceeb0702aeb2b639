// Package packtest makes small packs in memory, for tests: it inverts articles in
// the plainest way and cuts them into as many chunks as a test wants. It knows
// neither bleve nor files, so that its packs are also there under js/wasm, and
// shares no code with package compile, which is checked against it.
package packtest

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"almanac/index/analyze"
	"almanac/index/pack"
)

// The fields, in the order of the pack.
const (
	Title = iota
	Heading
	Body
	fields
)

// Article is an article to pack. Every passage is indexed with the article's
// title and with the heading it names.
type Article struct {
	Meta     pack.Meta
	Passages []pack.Text
}

// Text returns what is indexed in a field of a passage.
func (a *Article) Text(ordinal, field int) string {
	p := a.Passages[ordinal]
	switch {
	case field == Title:
		return a.Meta.Title
	case field == Body:
		return p.Text
	case p.Heading > 0:
		return a.Meta.Headings[p.Heading-1]
	}
	return ""
}

// Options are the sizes of chunks; what is 0 becomes large.
type Options struct {
	LexiconEntries, PostingsPerChunk, PostingsPerPart, PassagesPerChunk int
}

// Pack is a pack in memory.
type Pack struct {
	Root    *pack.Root
	Payload []byte // of the root
	Chunks  [][]byte
	Index   *Index
}

// Fetch returns the payload of a chunk, as engine.Search.Run wants it.
func (p *Pack) Fetch(n int) ([]byte, error) {
	if n < 0 || n >= len(p.Chunks) {
		return nil, fmt.Errorf("packtest: there is no chunk %d", n)
	}
	return p.Chunks[n], nil
}

// Build makes a pack of the articles.
func Build(articles []Article, o Options) *Pack {
	for _, size := range []*int{&o.LexiconEntries, &o.PostingsPerChunk, &o.PostingsPerPart, &o.PassagesPerChunk} {
		if *size == 0 {
			*size = 1 << 20
		}
	}
	x := Invert(articles)
	p := &Pack{Index: x, Root: &pack.Root{Version: pack.Version, MinReader: pack.MinReader, Analysis: analyze.Version,
		Articles: len(articles), Passages: x.Passages, Terms: len(x.Terms), Surfaces: len(x.Surfaces), Languages: []string{"en"}}}
	for field, name := range []string{"title", "heading", "body"} {
		p.Root.Fields = append(p.Root.Fields, pack.Field{Name: name, Tokens: x.Tokens[field]})
	}
	p.lexicon(x.Entries(), o)
	p.records(x, o)
	p.store(articles, o)
	p.seal()
	return p
}

// add appends a chunk to the last section, or begins one.
func (p *Pack) add(kind pack.Kind, key pack.Key, payload []byte) {
	if n := len(p.Root.Sections); n == 0 || p.Root.Sections[n-1].Kind != kind {
		p.Root.Sections = append(p.Root.Sections, pack.Section{Kind: kind, First: len(p.Chunks)})
	}
	s := &p.Root.Sections[len(p.Root.Sections)-1]
	s.Keys = append(s.Keys, key)
	p.Chunks = append(p.Chunks, payload)
	p.Root.Lengths = append(p.Root.Lengths, len(payload))
}

// seal encodes the root and decodes it again, which fills in the places. All
// chunks are in one file, uncompressed as far as the root knows.
func (p *Pack) seal() {
	sum := sha256.Sum256(slices.Concat(p.Chunks...))
	f := pack.File{Chunks: len(p.Chunks)}
	copy(f.Hash[:], sum[:])
	if f.Chunks > 0 {
		p.Root.Files = []pack.File{f}
	}
	p.Payload = p.Root.Encode()
	root, err := pack.DecodeRoot(p.Payload, analyze.Version)
	if err != nil {
		panic(err)
	}
	p.Root = root
}

func (p *Pack) lexicon(entries []pack.Entry, o Options) {
	for len(entries) > 0 {
		n := min(o.LexiconEntries, len(entries))
		for n < len(entries) && entries[n].Word == entries[n-1].Word {
			n++
		}
		p.add(pack.KindLexicon, pack.Key{Word: entries[0].Word}, pack.EncodeLexicon(entries[:n]))
		entries = entries[n:]
	}
}

func (p *Pack) records(x *Index, o Options) {
	var chunks [][]pack.Record
	size := o.PostingsPerChunk
	for term := range x.Terms {
		for _, r := range x.Records(uint32(term), o.PostingsPerPart) {
			n := 0
			for _, l := range r.Lists {
				n += len(l.Postings)
			}
			if size+n > o.PostingsPerChunk {
				chunks, size = append(chunks, nil), 0
			}
			chunks[len(chunks)-1] = append(chunks[len(chunks)-1], r)
			size += n
		}
	}
	for _, c := range chunks {
		p.add(pack.KindPostings, pack.Key{First: c[0].Term, Second: c[0].Part}, pack.EncodePostings(c))
	}
	for _, c := range chunks {
		p.add(pack.KindPositions, pack.Key{First: c[0].Term, Second: c[0].Part}, pack.EncodePositions(c))
	}
}

func (p *Pack) store(articles []Article, o Options) {
	var open []pack.Stored
	n := 0
	flush := func() {
		if len(open) > 0 {
			p.add(pack.KindStore, pack.Key{First: open[0].Article, Second: open[0].Ordinal}, pack.EncodeStore(open))
		}
		open, n = nil, 0
	}
	for i := range articles {
		for at, text := range articles[i].Passages {
			if n == o.PassagesPerChunk {
				flush()
			}
			if at == 0 || len(open) == 0 {
				r := pack.Stored{Article: uint32(i), Ordinal: uint32(at)}
				if at == 0 {
					r.Meta = &articles[i].Meta
				}
				open = append(open, r)
			}
			last := &open[len(open)-1]
			last.Passages = append(last.Passages, text)
			n++
		}
	}
	flush()
}
