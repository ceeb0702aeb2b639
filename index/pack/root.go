package pack

import (
	"sort"
	"strconv"
	"strings"
)

// Field is what the scorer must know of one indexed field.
type Field struct {
	Name string
	// Tokens is the sum of the field's lengths over all passages.
	Tokens uint64
}

// File is one pack file.
type File struct {
	Hash   [HashBytes]byte
	Chunks int
}

// Key parts a chunk from the one before: Word for a lexicon chunk, at most its
// first word and greater than the last of the chunk before; for the others the
// two numbers of the first thing in it.
type Key struct {
	Word          string
	First, Second uint32
}

// Section is a run of chunks of one kind.
type Section struct {
	Kind Kind
	// First is the number of the section's first chunk.
	First int
	Keys  []Key
}

// Place tells where a chunk lies.
type Place struct {
	// File is the file's name, FileBytes its size.
	File      string
	FileBytes int
	// Offset and Length delimit the chunk's gzip member in the file.
	Offset, Length int
}

// Root is the first thing a reader needs of a pack.
type Root struct {
	Version, MinReader                  uint64
	Analysis                            string
	Articles, Passages, Terms, Surfaces int
	Fields                              []Field
	Languages                           []string
	Files                               []File
	Sections                            []Section
	// Lengths are the compressed lengths of all chunks, by number.
	Lengths []int

	places []Place
}

// FileName returns the name of a file with the given hash: base32 of RFC 4648 in
// lower case.
func FileName(hash [HashBytes]byte) string {
	const alphabet = "abcdefghijklmnopqrstuvwxyz234567"
	var name [HashBytes * 8 / 5]byte
	for i := range name {
		bit := 5 * i
		pair := uint(hash[bit/8]) << 8
		if bit/8+1 < HashBytes {
			pair |= uint(hash[bit/8+1])
		}
		name[i] = alphabet[pair>>(11-bit%8)&31]
	}
	return string(name[:]) + ".alm"
}

// Place returns where chunk n lies; n must be less than the number of chunks.
func (r *Root) Place(n int) Place { return r.places[n] }

// Chunks returns the number of chunks.
func (r *Root) Chunks() int { return len(r.Lengths) }

// Section returns the section of a kind, or nil.
func (r *Root) Section(kind Kind) *Section {
	for i := range r.Sections {
		if r.Sections[i].Kind == kind {
			return &r.Sections[i]
		}
	}
	return nil
}

// Name names a chunk for messages.
func (r *Root) Name(chunk int) string {
	for i := range r.Sections {
		if s := &r.Sections[i]; chunk < s.First+len(s.Keys) {
			return s.Kind.String() + " chunk " + strconv.Itoa(chunk)
		}
	}
	return "chunk " + strconv.Itoa(chunk)
}

// Words returns the numbers from and to (exclusive) of the lexicon chunks that
// can hold words w with from <= w and, if prefix, w beginning with from.
// Logarithmic in the number of chunks.
func (s *Section) Words(word string, prefix bool) (from, to int) {
	if s == nil || len(s.Keys) == 0 {
		return 0, 0
	}
	to = sort.Search(len(s.Keys), func(i int) bool { return s.Keys[i].Word > word })
	from = max(to-1, 0)
	for prefix && to < len(s.Keys) && strings.HasPrefix(s.Keys[to].Word, word) {
		to++
	}
	return s.First + from, s.First + to
}

// Numbers returns the numbers from and to (exclusive) of the chunks that can
// hold records of first: all parts of a term, all passages of an article.
func (s *Section) Numbers(first uint32) (from, to int) {
	if s == nil || len(s.Keys) == 0 || first < s.Keys[0].First {
		return 0, 0
	}
	// The record may begin inside the last chunk whose key is smaller, and goes on
	// in every chunk whose key says it is a continuation.
	from = sort.Search(len(s.Keys), func(i int) bool { return s.Keys[i].First >= first })
	to = from
	for to < len(s.Keys) && s.Keys[to].First == first {
		to++
	}
	if from == to || s.Keys[from].Second > 0 {
		from = max(from-1, 0)
	}
	return s.First + from, s.First + max(to, from+1)
}

// Encode returns the root's payload.
func (r *Root) Encode() []byte {
	b := append([]byte(nil), Magic...)
	b = appendUint(appendUint(b, r.Version), r.MinReader)
	b = appendString(b, r.Analysis)
	for _, n := range []int{r.Articles, r.Passages, r.Terms, r.Surfaces, len(r.Fields)} {
		b = appendUint(b, uint64(n))
	}
	for _, f := range r.Fields {
		b = appendUint(appendString(b, f.Name), f.Tokens)
	}
	b = appendUint(b, uint64(len(r.Languages)))
	for _, l := range r.Languages {
		b = appendString(b, l)
	}
	b = appendUint(b, uint64(len(r.Files)))
	for _, f := range r.Files {
		b = appendUint(append(b, f.Hash[:]...), uint64(f.Chunks))
	}
	b = appendUint(b, uint64(len(r.Sections)))
	for _, s := range r.Sections {
		b = r.appendSection(b, s)
	}
	return b
}

func (r *Root) appendSection(b []byte, s Section) []byte {
	b = appendUint(append(b, byte(s.Kind)), uint64(len(s.Keys)))
	var last Key
	for i, key := range s.Keys {
		b = appendUint(b, uint64(r.Lengths[s.First+i]))
		if s.Kind == KindLexicon {
			b = appendFront(b, last.Word, key.Word)
		} else {
			b = appendUint(appendUint(b, uint64(key.First-last.First)), uint64(key.Second))
		}
		last = key
	}
	return b
}

// DecodeRoot reads a root's payload and checks that this package and the given
// analysis can read the pack; "" stands for any analysis.
func DecodeRoot(payload []byte, analysis string) (*Root, error) {
	d := &decoder{chunk: "root", data: payload}
	if string(d.bytes(min(len(Magic), len(payload)))) != Magic {
		return nil, damaged("root", 0, "this is not an Almanac pack")
	}
	r := &Root{Version: d.uint(), MinReader: d.uint()}
	if d.err == nil && (r.MinReader > Version || r.Version < MinWriter) {
		return nil, versionError(r)
	}
	r.Analysis = d.string()
	if d.err == nil && analysis != "" && r.Analysis != analysis {
		return nil, &Error{Code: CodeAnalysis, Chunk: "root", Offset: d.at,
			Problem: "its words were analysed by " + r.Analysis + ", this engine analyses by " + analysis, Remedy: remedyRebuild}
	}
	r.decode(d)
	if err := d.done(); err != nil {
		return nil, err
	}
	return r, r.locate()
}

func versionError(r *Root) error {
	return &Error{Code: CodeVersion, Chunk: "root", Offset: len(Magic),
		Problem: "the pack has version " + strconv.FormatUint(r.Version, 10) + " and wants a reader of version " +
			strconv.FormatUint(r.MinReader, 10) + "; this one reads " + strconv.Itoa(MinWriter) + " to " + strconv.Itoa(Version),
		Remedy: "build engine and pack with the same release"}
}

func (r *Root) decode(d *decoder) {
	for _, n := range []*int{&r.Articles, &r.Passages, &r.Terms, &r.Surfaces} {
		*n = int(d.uint32())
	}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		r.Fields = append(r.Fields, Field{d.string(), d.uint()})
	}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		r.Languages = append(r.Languages, d.string())
	}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		var f File
		copy(f.Hash[:], d.bytes(HashBytes))
		f.Chunks = int(d.uint32())
		r.Files = append(r.Files, f)
	}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		r.decodeSection(d)
	}
}

// maxKeyBytes bounds the words of a section's keys: front coding lets a few bytes
// stand for many.
const maxKeyBytes = 16 << 20

func (r *Root) decodeSection(d *decoder) {
	s := Section{Kind: Kind(d.byte()), First: len(r.Lengths)}
	var last Key
	words := 0
	for n := d.count(); n > 0 && d.err == nil; n-- {
		r.Lengths = append(r.Lengths, int(d.uint32()))
		if s.Kind == KindLexicon {
			last.Word = string(d.front([]byte(last.Word)))
			if words += len(last.Word); words > maxKeyBytes {
				d.fail("its words are too long")
			}
		} else {
			last.First += d.uint32()
			last.Second = d.uint32()
		}
		s.Keys = append(s.Keys, last)
	}
	r.Sections = append(r.Sections, s)
}

// locate computes where every chunk lies.
func (r *Root) locate() error {
	for _, f := range r.Files {
		if f.Chunks > len(r.Lengths)-len(r.places) {
			return damaged("root", 0, "its files hold more chunks than its sections name")
		}
		size := 0
		for _, n := range r.Lengths[len(r.places) : len(r.places)+f.Chunks] {
			size += n
		}
		name, offset := FileName(f.Hash), 0
		for range f.Chunks {
			n := r.Lengths[len(r.places)]
			r.places = append(r.places, Place{File: name, FileBytes: size, Offset: offset, Length: n})
			offset += n
		}
	}
	if len(r.places) != len(r.Lengths) {
		return damaged("root", 0, "its sections name more chunks than its files hold")
	}
	return nil
}
