package pack

// Meta is what is shown of an article beside its passages.
type Meta struct {
	ID, Title, Subtitle, Author, Source, Published, Section, URL, Language string
	Headings                                                               []string
}

// Text is a passage as it is shown.
type Text struct {
	// Heading is 0, or 1 more than the index of the heading above the passage.
	Heading int
	// Paragraph is the number of the paragraph in which the passage begins.
	Paragraph int
	Text      string
}

// Stored is one record of a store chunk: an article, or a part of one.
type Stored struct {
	Article, Ordinal uint32
	// Meta is nil in the parts after the first.
	Meta     *Meta
	Passages []Text
}

func (m *Meta) strings() []*string {
	return []*string{&m.ID, &m.Title, &m.Subtitle, &m.Author, &m.Source, &m.Published, &m.Section, &m.URL, &m.Language}
}

// EncodeStore returns the payload of one store chunk.
func EncodeStore(records []Stored) []byte {
	b := appendUint([]byte{byte(KindStore)}, uint64(len(records)))
	for i := range records {
		b = appendStored(b, &records[i])
	}
	return b
}

func appendStored(b []byte, r *Stored) []byte {
	b = appendUint(appendUint(b, uint64(r.Article)), uint64(r.Ordinal))
	if r.Meta == nil {
		b = append(b, 0)
	} else {
		b = append(b, 1)
		for _, s := range r.Meta.strings() {
			b = appendString(b, *s)
		}
		b = appendUint(b, uint64(len(r.Meta.Headings)))
		for _, h := range r.Meta.Headings {
			b = appendString(b, h)
		}
	}
	b = appendUint(b, uint64(len(r.Passages)))
	for _, p := range r.Passages {
		b = appendUint(appendUint(b, uint64(p.Heading)), uint64(p.Paragraph))
		b = appendString(b, p.Text)
	}
	return b
}

// ReadStore hands the records of a store chunk to visit until it returns false,
// those of articles before first left out: they are passed over, not decoded.
func ReadStore(name string, payload []byte, first uint32, visit func(Stored) bool) error {
	d := &decoder{chunk: name, data: payload}
	d.kind(KindStore)
	for n := d.count(); n > 0; n-- {
		r := Stored{Article: d.uint32(), Ordinal: d.uint32()}
		if r.Article < first {
			d.skipStored()
		} else {
			r.decode(d)
		}
		if d.err != nil {
			return d.error()
		}
		if r.Article >= first && !visit(r) {
			return nil
		}
	}
	return d.done()
}

func (r *Stored) decode(d *decoder) {
	if d.hasMeta() {
		r.Meta = readMeta(d)
	}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		r.Passages = append(r.Passages, Text{int(d.uint32()), int(d.uint32()), d.string()})
	}
}

// skipStored passes over what decode reads.
func (d *decoder) skipStored() {
	if d.hasMeta() {
		for range new(Meta).strings() {
			d.bytes(d.count())
		}
		for n := d.count(); n > 0 && d.err == nil; n-- {
			d.bytes(d.count())
		}
	}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		d.uint32()
		d.uint32()
		d.bytes(d.count())
	}
}

func (d *decoder) hasMeta() bool {
	mark := d.uint()
	if mark > 1 {
		d.fail("a record is neither the first part of an article nor another")
	}
	return mark == 1
}

func readMeta(d *decoder) *Meta {
	m := new(Meta)
	for _, s := range m.strings() {
		*s = d.string()
	}
	for n := d.count(); n > 0 && d.err == nil; n-- {
		m.Headings = append(m.Headings, d.string())
	}
	return m
}
