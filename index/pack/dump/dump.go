package dump

import (
	"bufio"
	"fmt"
	"io"

	"almanac/index/pack"
)

// Problem is a place where the bytes are not what the grammar says.
type Problem struct {
	// Offset is the byte offset in the payload.
	Offset int    `json:"offset"`
	Text   string `json:"problem"`
}

// Error implements error.
func (p Problem) Error() string { return fmt.Sprintf("byte %d: %s", p.Offset, p.Text) }

// Part names a record of a postings or positions chunk.
type Part struct{ Term, Part uint32 }

// Frequencies are the frequencies of all postings of a record, in order. A
// positions chunk can only be divided with those of its postings.
type Frequencies map[Part][]uint32

// Write annotates a payload, the root or a chunk of any kind, on w and returns
// what is wrong with it. The frequencies of a postings chunk are added to f, if f
// is not nil; those of a positions chunk are looked up in f. The error is w's.
func Write(w io.Writer, payload []byte, f Frequencies) ([]Problem, error) {
	d := &dumper{out: bufio.NewWriter(w), data: payload, end: len(payload), frequencies: f}
	d.payload()
	return d.problems, d.out.Flush()
}

func (d *dumper) payload() {
	switch {
	case len(d.data) == 0:
		d.stop("there are no bytes")
	case len(d.data) >= len(pack.Magic) && string(d.data[:len(pack.Magic)]) == pack.Magic:
		d.root()
	default:
		d.chunk()
	}
	d.finish("payload")
}

func (d *dumper) chunk() {
	kind := pack.Kind(d.data[0])
	if kind.String() == "unknown" {
		d.stop("no chunk and no root begins with this byte")
		return
	}
	d.take(1, fmt.Sprintf("%q", rune(kind)), kind.String()+" chunk")
	switch kind {
	case pack.KindLexicon:
		d.lexicon()
	case pack.KindPostings:
		d.records(d.postingsList)
	case pack.KindPositions:
		d.records(d.positionsList)
	case pack.KindStore:
		d.store()
	case pack.KindMentions:
		d.frequencies = nil // they are not those of positions
		d.records(d.postingsList)
	case pack.KindSummary:
		d.summary()
	case pack.KindFigures:
		d.figures()
	case pack.KindDetails:
		d.details()
	case pack.KindSeries:
		d.series()
	}
}

// dumper reads a payload field by field and writes a line for each.
type dumper struct {
	out  *bufio.Writer
	data []byte
	at   int
	// end is where the present record or payload ends.
	end int
	// stuck is set by the first problem in a record: what follows it cannot be told
	// apart, so reading is off until the record's end.
	stuck       bool
	problems    []Problem
	frequencies Frequencies
}

func (d *dumper) left() int { return d.end - d.at }

// line writes one line for the bytes from start to here.
func (d *dumper) line(start int, value, meaning string) {
	fmt.Fprintf(d.out, "%6d  %-26s %-22s # %s\n", start, hexBytes(d.data[start:d.at]), value, meaning)
}

func hexBytes(b []byte) string {
	const most = 8
	if len(b) <= most {
		return fmt.Sprintf("% x", b)
	}
	return fmt.Sprintf("% x +%d", b[:most-1], len(b)-most+1)
}

// take writes a line for the next n bytes, which are there.
func (d *dumper) take(n int, value, meaning string) {
	start := d.at
	d.at += n
	d.line(start, value, meaning)
}

// stop notes a problem at the present offset and turns reading off.
func (d *dumper) stop(problem string) {
	if !d.stuck {
		d.stuck = true
		d.note(problem)
	}
}

// note notes a problem without turning reading off.
func (d *dumper) note(problem string) {
	d.problems = append(d.problems, Problem{d.at, problem})
	fmt.Fprintf(d.out, "%6d  !! %s\n", d.at, problem)
}

// finish shows what is left of a record or payload and turns reading on again.
func (d *dumper) finish(what string) {
	if d.left() > 0 && !d.stuck {
		d.stop(fmt.Sprintf("%d bytes after the end of the %s", d.left(), what))
	}
	for d.left() > 0 {
		n := min(16, d.left())
		fmt.Fprintf(d.out, "%6d  % x  # not read\n", d.at, d.data[d.at:d.at+n])
		d.at += n
	}
	d.stuck = false
}
