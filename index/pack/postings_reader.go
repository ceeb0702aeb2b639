package pack

// FindTerm returns the lists of a term in a postings or positions chunk, in
// order of their parts, and hands each to visit. Linear in the records before
// the term; the records of other terms are skipped, not decoded.
func FindTerm(kind Kind, name string, payload []byte, term uint32, visit func(lists *Lists) error) error {
	return eachRecord(kind, name, payload, func(t, _ uint32, body *decoder) (bool, error) {
		if t < term {
			return true, nil
		}
		if t > term {
			return false, nil
		}
		lists := &Lists{d: body, left: body.count()}
		if err := visit(lists); err != nil {
			return false, err
		}
		return true, body.error()
	})
}

// eachRecord calls visit with a decoder confined to each record's body, until
// visit returns false.
func eachRecord(kind Kind, name string, payload []byte, visit func(term, part uint32, body *decoder) (bool, error)) error {
	d := &decoder{chunk: name, data: payload}
	d.kind(kind)
	var term uint32
	for n := d.count(); n > 0 && d.err == nil; n-- {
		term += d.uint32()
		part := d.uint32()
		length := d.count()
		if d.err != nil {
			break
		}
		body := &decoder{chunk: name, data: payload[:d.at+length], at: d.at}
		d.at += length
		if more, err := visit(term, part, body); !more || err != nil {
			return err
		}
	}
	return d.done()
}

// Lists walks over the lists of one record.
type Lists struct {
	d    *decoder
	left int
	// Field and DF describe the list that Next found.
	Field int
	DF    int

	postings int
	last     uint32
	block    Block
}

// Block is up to BlockPostings postings of one list, as columns.
type Block struct {
	Passages    []Passage
	Frequencies []uint32
	Lengths     []uint32
	// MaxFrequency and MinLength bound what any posting of the block can score.
	MaxFrequency, MinLength uint32
}

// NextList moves to the next list of a postings record; the list before must
// have been read to its end.
func (l *Lists) NextList() bool {
	if !l.next() {
		return false
	}
	l.Field, l.DF, l.postings = int(l.d.uint32()), int(l.d.uint32()), int(l.d.uint32())
	l.last = 0
	return l.d.err == nil
}

// next counts a list off; after the last one the record must end.
func (l *Lists) next() bool {
	if l.left == 0 {
		l.d.end()
		return false
	}
	l.left--
	return l.d.err == nil
}

// NextBlock decodes the next block of the list, or returns nil at its end or
// when the bytes are damaged. The block is overwritten by the next call.
func (l *Lists) NextBlock() *Block {
	if l.postings == 0 || l.d.err != nil {
		return nil
	}
	n := min(l.postings, BlockPostings)
	l.postings -= n
	end := l.d.count()
	end += l.d.at
	b := &l.block
	b.MaxFrequency, b.MinLength = l.d.uint32(), l.d.uint32()
	if n > l.d.rest() {
		l.d.fail("a block is cut off")
		return nil
	}
	l.columns(b, n)
	if l.d.err == nil && l.d.at != end {
		l.d.fail("a block's length is wrong")
	}
	if l.d.err != nil {
		return nil
	}
	return b
}

func (l *Lists) columns(b *Block, n int) {
	b.Passages, b.Frequencies, b.Lengths = b.Passages[:0], b.Frequencies[:0], b.Lengths[:0]
	for range n {
		l.last += l.d.uint32()
		b.Passages = append(b.Passages, MakePassage(l.last, 0))
	}
	for i := range n {
		b.Passages[i] |= Passage(l.d.uint32())
	}
	for range n {
		b.Frequencies = append(b.Frequencies, l.d.uint32()+1)
	}
	for range n {
		b.Lengths = append(b.Lengths, l.d.uint32())
	}
}

// NextPositions moves to the next list of a positions record and returns its
// field; false at the end.
func (l *Lists) NextPositions() bool {
	if !l.next() {
		return false
	}
	l.Field, l.postings = int(l.d.uint32()), int(l.d.uint32())
	return l.d.err == nil
}

// Postings returns how many postings the list has that Next found.
func (l *Lists) Postings() int { return l.postings }

// Positions appends the positions of the list's next posting, which occurs
// frequency times, to into. The frequencies are those of the postings chunk.
func (l *Lists) Positions(frequency uint32, into []uint32) []uint32 {
	if uint64(frequency) > uint64(l.d.rest()) {
		l.d.fail("positions are cut off")
		return into
	}
	var at uint32
	for range frequency {
		at += l.d.uint32()
		into = append(into, at)
	}
	return into
}

// Err returns what is wrong with the record, or nil.
func (l *Lists) Err() error { return l.d.error() }
