package pack

// Posting is one occurrence of a term in one field of a passage.
type Posting struct {
	Passage Passage
	// Frequency is how often the term occurs in the field, at least 1.
	Frequency uint32
	// Length is the number of words of the field in that passage.
	Length uint32
	// Positions are the places of the occurrences in the field, ascending from 1.
	Positions []uint32
}

// List is the postings of one term in one field.
type List struct {
	// Field is an index into the root's fields.
	Field int
	// DF is the number of postings in all parts of the term.
	DF       int
	Postings []Posting
}

// Record is one part of a term: all its lists, or as much as fits in a chunk.
type Record struct {
	Term, Part uint32
	Lists      []List
}

// EncodePostings returns the payload of one postings chunk; records are in order
// of term and part.
func EncodePostings(records []Record) []byte {
	return encodeRecords(KindPostings, records, appendPostings)
}

// EncodeMentions returns the payload of one chunk of the statistics' postings,
// whose passages are statistics: article and ordinal of the statistic there.
func EncodeMentions(records []Record) []byte {
	return encodeRecords(KindMentions, records, appendPostings)
}

// EncodePositions returns the payload of the positions of the same records.
func EncodePositions(records []Record) []byte {
	return encodeRecords(KindPositions, records, appendPositions)
}

func encodeRecords(kind Kind, records []Record, list func([]byte, List) []byte) []byte {
	b := appendUint([]byte{byte(kind)}, uint64(len(records)))
	var last uint32
	for _, r := range records {
		b = appendUint(appendUint(b, uint64(r.Term-last)), uint64(r.Part))
		last = r.Term
		body := appendUint(nil, uint64(len(r.Lists)))
		for _, l := range r.Lists {
			body = list(body, l)
		}
		b = append(appendUint(b, uint64(len(body))), body...)
	}
	return b
}

func appendPostings(b []byte, l List) []byte {
	b = appendUint(appendUint(b, uint64(l.Field)), uint64(l.DF))
	b = appendUint(b, uint64(len(l.Postings)))
	var last Passage
	for rest := l.Postings; len(rest) > 0; {
		block := rest[:min(BlockPostings, len(rest))]
		body := appendBlock(nil, last, block)
		b = append(appendUint(b, uint64(len(body))), body...)
		last = block[len(block)-1].Passage
		rest = rest[len(block):]
	}
	return b
}

func appendBlock(b []byte, last Passage, block []Posting) []byte {
	most, least := block[0].Frequency, block[0].Length
	for _, p := range block {
		most, least = max(most, p.Frequency), min(least, p.Length)
	}
	b = appendUint(appendUint(b, uint64(most)), uint64(least))
	article := last.Article()
	for _, p := range block {
		b = appendUint(b, uint64(p.Passage.Article()-article))
		article = p.Passage.Article()
	}
	for _, p := range block {
		b = appendUint(b, uint64(p.Passage.Ordinal()))
	}
	for _, p := range block {
		b = appendUint(b, uint64(p.Frequency-1))
	}
	for _, p := range block {
		b = appendUint(b, uint64(p.Length))
	}
	return b
}

func appendPositions(b []byte, l List) []byte {
	b = appendUint(appendUint(b, uint64(l.Field)), uint64(len(l.Postings)))
	for _, p := range l.Postings {
		var last uint32
		for _, at := range p.Positions {
			b = appendUint(b, uint64(at-last))
			last = at
		}
	}
	return b
}
