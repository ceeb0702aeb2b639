package dump

import (
	"fmt"

	"almanac/index/pack"
)

func (d *dumper) root() {
	d.take(len(pack.Magic), fmt.Sprintf("%q", pack.Magic), "magic: a root")
	d.uint(1<<64-1, "version of the writer")
	if reader := d.uint(1<<64-1, "least version of a reader"); reader > pack.Version {
		d.stop(fmt.Sprintf("this program knows the grammar up to version %d only", pack.Version))
		return
	}
	d.text("analysis")
	for _, what := range []string{"articles", "passages", "terms", "surface forms"} {
		d.uint32(what)
	}
	fields := d.count("fields")
	for i := 0; i < fields && !d.stuck; i++ {
		d.text(fmt.Sprintf("field %d", i))
		d.uint(1<<64-1, "its tokens")
	}
	languages := d.count("languages")
	for i := 0; i < languages && !d.stuck; i++ {
		d.text("language")
	}
	if files, sections := d.files(), d.sections(); files != sections && !d.stuck {
		d.note(fmt.Sprintf("the files hold %d chunks, the sections name %d", files, sections))
	}
}

// files returns the number of chunks in the files.
func (d *dumper) files() (chunks uint64) {
	n := d.count("files")
	for i := 0; i < n && !d.stuck; i++ {
		if d.left() < pack.HashBytes {
			d.stop("a file's hash is cut off")
			return chunks
		}
		var hash [pack.HashBytes]byte
		copy(hash[:], d.data[d.at:])
		d.take(pack.HashBytes, pack.FileName(hash), fmt.Sprintf("file %d", i))
		chunks += uint64(d.uint32("its chunks"))
	}
	return chunks
}

// sections returns the number of chunks in the sections.
func (d *dumper) sections() (chunks uint64) {
	n := d.count("sections")
	for i := 0; i < n && !d.stuck; i++ {
		if d.left() == 0 {
			d.stop("a section is cut off")
			return chunks
		}
		kind := pack.Kind(d.data[d.at])
		d.take(1, fmt.Sprintf("%q", rune(kind)), fmt.Sprintf("section %d: %s", i, kind))
		chunks += d.section(kind, chunks)
	}
	return chunks
}

func (d *dumper) section(kind pack.Kind, first uint64) uint64 {
	n := d.count("chunks")
	word, number := "", uint32(0)
	for i := 0; i < n && !d.stuck; i++ {
		d.uint32(fmt.Sprintf("chunk %d: compressed length", first+uint64(i)))
		if kind == pack.KindLexicon {
			word = d.word(word, "beginning of the first word")
			continue
		}
		before := number
		number += d.uint32(fmt.Sprintf("first number, minus %d", before))
		d.uint32(fmt.Sprintf("second number, beside %d", number))
	}
	return uint64(n)
}
