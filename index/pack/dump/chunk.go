package dump

import (
	"fmt"

	"almanac/index/pack"
)

func (d *dumper) lexicon() {
	word, term := "", int64(0)
	n := d.count("entries")
	for i := 0; i < n && !d.stuck; i++ {
		word = d.word(word, fmt.Sprintf("entry %d", i))
		d.uint32(fmt.Sprintf("passages that hold %q", word))
		start := d.at
		term += d.signed(func(v int64) string { return fmt.Sprintf("term %d", term+v) })
		if !d.stuck && (term < 0 || term > most32) {
			d.at = start
			d.stop(fmt.Sprintf("term %d is out of range", term))
		}
	}
}

// records reads the records of a postings or positions chunk; list tells whether
// it read one list and no more.
func (d *dumper) records(list func(Part) bool) {
	n := d.count("records")
	term := uint32(0)
	for i := 0; i < n && !d.stuck; i++ {
		difference := d.uint32(fmt.Sprintf("record %d: term minus the one before", i))
		term += difference
		part := Part{term, d.uint32(fmt.Sprintf("part, of term %d", term))}
		length := d.count("length")
		d.confine(length, "record", func() {
			lists := d.count("lists")
			for j := 0; j < lists && !d.stuck && list(part); j++ {
			}
		})
	}
}

func (d *dumper) postingsList(part Part) bool {
	d.uint32("list: field")
	d.uint32("passages in all parts")
	left := int(d.uint32("postings here"))
	article := uint32(0)
	for left > 0 && !d.stuck {
		n := min(left, pack.BlockPostings)
		left -= n
		length := d.count(fmt.Sprintf("block of %d: length", n))
		if !d.confine(length, "block", func() { article = d.block(part, n, article) }) {
			// What the articles of the next block count from is not known.
			d.stuck = true
		}
	}
	return true
}

func (d *dumper) block(part Part, n int, article uint32) uint32 {
	most := d.uint32("greatest frequency")
	least := d.uint32("least length")
	d.column(n, "articles", func(v uint32) uint64 { article += v; return uint64(article) })
	d.column(n, "ordinals", asItIs)
	frequencies := d.column(n, "frequencies", func(v uint32) uint64 { return uint64(v) + 1 })
	lengths := d.column(n, "lengths", asItIs)
	for i := range lengths {
		if frequencies[i] >= most || lengths[i] < least {
			d.note(fmt.Sprintf("posting %d of the block is beyond the block's bounds", i))
		}
	}
	if d.frequencies != nil {
		for _, f := range frequencies {
			d.frequencies[part] = append(d.frequencies[part], f+1)
		}
	}
	return article
}

func asItIs(v uint32) uint64 { return uint64(v) }

// positionsList uses up the part's frequencies as it goes.
func (d *dumper) positionsList(part Part) bool {
	d.uint32("list: field")
	n := d.uint32("postings here")
	for i := uint32(0); i < n && !d.stuck; i++ {
		if len(d.frequencies[part]) == 0 {
			d.undivided(n - i)
			return false
		}
		frequency := int(d.frequencies[part][0])
		d.frequencies[part] = d.frequencies[part][1:]
		at := uint32(0)
		d.column(frequency, fmt.Sprintf("posting %d: positions", i), func(v uint32) uint64 { at += v; return uint64(at) })
	}
	return true
}

// undivided shows the rest of a record whose frequencies are not known.
func (d *dumper) undivided(postings uint32) {
	numbers := 0
	for _, c := range d.data[d.at:d.end] {
		if c < 0x80 {
			numbers++
		}
	}
	d.column(numbers, fmt.Sprintf("position differences of %d postings and of what follows, undivided:", postings), asItIs)
}

func (d *dumper) store() {
	n := d.count("records")
	for i := 0; i < n && !d.stuck; i++ {
		d.uint32(fmt.Sprintf("record %d: article", i))
		d.uint32("its first passage")
		if d.uint(1, "1: the article's own fields follow") == 1 {
			for _, field := range []string{"id", "title", "subtitle", "author", "source", "published", "section", "url", "language"} {
				d.text(field)
			}
			headings := d.count("headings")
			for j := 0; j < headings && !d.stuck; j++ {
				d.text(fmt.Sprintf("heading %d", j+1))
			}
		}
		passages := d.count("passages")
		for j := 0; j < passages && !d.stuck; j++ {
			d.uint32(fmt.Sprintf("passage %d: heading, 0 for none", j))
			d.uint32("paragraph")
			d.text("text")
		}
	}
}
