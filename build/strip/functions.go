package strip

import (
	"fmt"
	"maps"
	"slices"
)

// Places of fields in runtime._func, in bytes.
const (
	recordEntry     = 0
	recordName      = 4
	recordStack     = 16 // pcsp: the table of frame sizes
	recordFile      = 20
	recordLine      = 24
	recordValues    = 28 // how many tables of values follow
	recordUnit      = 32
	recordStartLine = 36
	recordData      = 43 // how many data follow, one byte
	recordSize      = 44
)

// How many tables of values and data a function has at most (internal/abi).
const (
	maxValues = 5
	maxData   = 8
)

// none is the place of data that a function does not have.
const none = 1<<32 - 1

// tracedValues are the tables of values that only stack traces read, and those
// for interrupting a function anywhere, which WebAssembly cannot do: unsafe points,
// inlined functions, live arguments. What is left are the stack's maps and bounds.
var tracedValues = []int{0, 2, 3}

// tracedData are the data that only stack traces read: inlined functions,
// arguments, live arguments. What is left are the stack's maps and objects, open
// defers and wrappers.
var tracedData = []int{3, 5, 6}

// record is what the table says of one function.
type record struct {
	entry  uint32
	at     int
	fixed  []byte // the fixed fields
	values []byte // four bytes a table
	data   []byte // four bytes a datum
}

// strip removes what only stack traces read. garble scrambles the entry of
// functions with names; without its name a function must say its true entry.
func (r *record) strip() {
	order.PutUint32(r.fixed[recordEntry:], r.entry)
	for _, field := range []int{recordName, recordFile, recordLine, recordUnit, recordStartLine} {
		order.PutUint32(r.fixed[field:], 0)
	}
	for _, i := range tracedValues {
		if 4*i < len(r.values) {
			order.PutUint32(r.values[4*i:], 0)
		}
	}
	for _, i := range tracedData {
		if 4*i < len(r.data) {
			order.PutUint32(r.data[4*i:], none)
		}
	}
}

// tables lists the places of the function's tables of values.
func (r *record) tables() []uint32 {
	return append(words(r.values), order.Uint32(r.fixed[recordStack:]), order.Uint32(r.fixed[recordFile:]), order.Uint32(r.fixed[recordLine:]))
}

func words(b []byte) []uint32 {
	var out []uint32
	for ; len(b) >= 4; b = b[4:] {
		out = append(out, order.Uint32(b))
	}
	return out
}

// stripTable strips the table of functions in a module's memory.
func stripTable(mem []byte) error {
	t, err := findTable(mem)
	if err != nil {
		return err
	}
	before, after := map[uint32]bool{}, map[uint32]bool{}
	keep := make([]bool, t.index-t.pcs)
	for i := range t.count {
		r, err := t.record(i)
		if err != nil {
			return err
		}
		collect(before, words(r.data))
		r.strip()
		collect(after, words(r.data))
		for _, place := range r.tables() {
			if err := t.mark(keep, int(place)); err != nil {
				return fmt.Errorf("function %d: %w", i, err)
			}
		}
	}
	clear(mem[t.names:t.pcs]) // names, units and files
	for i, k := range keep {
		if !k {
			mem[t.pcs+i] = 0
		}
	}
	return t.clearData(before, after)
}

func collect(set map[uint32]bool, places []uint32) {
	for _, p := range places {
		if p != none {
			set[p] = true
		}
	}
}

// mark marks the bytes of a table of values: pairs of a change of value and a
// number of instructions, up to a change of 0 that is not the first.
func (t *table) mark(keep []bool, place int) error {
	if place == 0 {
		return nil // there is no table
	}
	if place > len(keep) {
		return fmt.Errorf("a table of values at %d of %d", place, len(keep))
	}
	r := reader{data: t.mem[t.pcs:t.index], pos: place}
	for first := true; r.uint() != 0 || first && r.err == nil; first = false {
		r.uint()
	}
	for i := place; i < r.pos; i++ {
		keep[i] = true
	}
	return r.err
}

// clearData clears the data that functions had before and have no more. A datum
// ends at the latest where the next begins; the last is left alone, because
// nothing says where it ends.
func (t *table) clearData(before, after map[uint32]bool) error {
	places := slices.Sorted(maps.Keys(before))
	for i, place := range places {
		if t.gofunc+int(place) >= t.end {
			return fmt.Errorf("data of a function at %d, beyond the end of the table", place)
		}
		if !after[place] && i+1 < len(places) {
			clear(t.mem[t.gofunc+int(place) : t.gofunc+int(places[i+1])])
		}
	}
	return nil
}
