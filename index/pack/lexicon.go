package pack

// Entry is one word of the lexicon.
type Entry struct {
	Word string
	// DF is the number of passages that hold the word as a surface form; 0 marks
	// a stem that nobody wrote.
	DF int
	// Term is the number of the word's stem.
	Term uint32
}

// EncodeLexicon returns the payload of one lexicon chunk; entries are in byte
// order of their words.
func EncodeLexicon(entries []Entry) []byte {
	b := appendUint([]byte{byte(KindLexicon)}, uint64(len(entries)))
	var last Entry
	for _, e := range entries {
		b = appendFront(b, last.Word, e.Word)
		b = appendUint(b, uint64(e.DF))
		b = appendInt(b, int64(e.Term)-int64(last.Term))
		last = e
	}
	return b
}

// Lexicon walks over the entries of a lexicon chunk. Bytes of Word are valid
// until the next call of Next only: a walk allocates nothing per entry.
type Lexicon struct {
	d    decoder
	left int
	word []byte
	df   int
	term int64
}

// ReadLexicon begins a walk over a lexicon chunk; name is used in errors.
func ReadLexicon(name string, payload []byte) Lexicon {
	l := Lexicon{d: decoder{chunk: name, data: payload}}
	l.d.kind(KindLexicon)
	l.left = l.d.count()
	return l
}

// Next moves to the next entry and tells whether there is one.
func (l *Lexicon) Next() bool {
	if l.left == 0 {
		l.d.end()
		return false
	}
	if l.d.err != nil {
		return false
	}
	l.left--
	l.word = l.d.front(l.word)
	l.df = int(l.d.uint32())
	l.term += l.d.int()
	if l.term < 0 || l.term > 1<<32-1 {
		l.d.fail("a term number is out of range")
	}
	return l.d.err == nil
}

// Word returns the entry's word; the bytes change with the next call of Next.
func (l *Lexicon) Word() []byte { return l.word }

// DF returns the entry's passage frequency as a surface form.
func (l *Lexicon) DF() int { return l.df }

// Term returns the number of the entry's stem.
func (l *Lexicon) Term() uint32 { return uint32(l.term) }

// Err returns what ended the walk before its time, or nil.
func (l *Lexicon) Err() error { return l.d.error() }

// appendFront appends word front-coded against last.
func appendFront(b []byte, last, word string) []byte {
	n := 0
	for n < len(last) && n < len(word) && last[n] == word[n] {
		n++
	}
	return appendString(appendUint(b, uint64(n)), word[n:])
}

// front reads a front-coded word into the buffer that holds the one before.
func (d *decoder) front(last []byte) []byte {
	shared := d.uint()
	if shared > uint64(len(last)) {
		d.fail("a word shares more bytes than the word before it has")
		return last[:0]
	}
	return append(last[:shared], d.bytes(d.count())...)
}
