package strip

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

var order = binary.LittleEndian

// Sizes in the table of functions, in bytes.
const (
	headerSize = 72 // runtime.pcHeader
	entrySize  = 8  // runtime.functab
	wordSize   = 8  // of a pointer: js/wasm has 64-bit words
)

// Places of addresses in runtime.moduledata, in words. Slices are three words.
const (
	moduleHeader = 0
	moduleNames  = 1
	moduleUnits  = 4
	moduleFiles  = 7
	moduleTables = 10
	moduleFuncs  = 13
	moduleIndex  = 16
	moduleGofunc = 40
	moduleEnd    = 41
	moduleWords  = 42
)

var errNoTable = errors.New("found no table of functions as Go 1.26 writes it; " +
	"ENGINE=plain make build does without stripping, and package build/strip has to learn the new layout")

// table is Go's table of functions. Its parts are addresses in mem, in the order
// in which they lie there.
type table struct {
	mem    []byte
	header int
	names  int // of functions
	units  int // compilation units
	files  int // names of files
	pcs    int // tables of values by instruction
	index  int // runtime.functab: entry and record of each function, by entry
	end    int
	count  int // of functions
	gofunc int // data that records point to, behind the records
}

// findTable finds the table by its header (its first four bytes are not fixed:
// garble changes them) and the module's description, which must say the same.
func findTable(mem []byte) (*table, error) {
	fixed := []byte{0, 0, 1, wordSize} // padding, size of an instruction, of a pointer
	for from := 0; ; {
		i := bytes.Index(mem[from:], fixed)
		if i < 0 {
			return nil, errNoTable
		}
		from += i + 1
		if t, ok := readTable(mem, from-1-4); ok {
			return t, nil
		}
	}
}

// readTable reads the header at an address, if there is one.
func readTable(mem []byte, at int) (*table, bool) {
	if at < 0 || at%wordSize != 0 || at > len(mem)-headerSize {
		return nil, false
	}
	word := func(i int) int { return int(order.Uint64(mem[at+i*wordSize:])) }
	t := &table{mem: mem, header: at, count: word(1), names: at + word(4), units: at + word(5), files: at + word(6), pcs: at + word(7), index: at + word(8)}
	inOrder := at+headerSize <= t.names && t.names <= t.units && t.units <= t.files && t.files <= t.pcs && t.pcs <= t.index && t.index < len(mem)
	if !inOrder || t.count < 1 || t.count > (len(mem)-t.index)/entrySize {
		return nil, false
	}
	return t, t.readModule()
}

// readModule finds the module's description and what only it says.
func (t *table) readModule() bool {
	needle := order.AppendUint64(order.AppendUint64(nil, uint64(t.header)), uint64(t.names))
	at := bytes.Index(t.mem, needle)
	if at < 0 || at > len(t.mem)-moduleWords*wordSize {
		return false
	}
	word := func(i int) int { return int(order.Uint64(t.mem[at+i*wordSize:])) }
	t.gofunc, t.end = word(moduleGofunc), word(moduleEnd)
	return word(moduleUnits) == t.units && word(moduleFiles) == t.files && word(moduleTables) == t.pcs &&
		word(moduleFuncs) == t.index && word(moduleIndex) == t.index && word(moduleIndex+1) == t.count+1 &&
		t.index < t.gofunc && t.gofunc < t.end && t.end <= len(t.mem)
}

// record returns the record of a function: runtime._func.
func (t *table) record(i int) (record, error) {
	entry := t.mem[t.index+i*entrySize:]
	r := record{entry: order.Uint32(entry), at: t.index + int(order.Uint32(entry[4:]))}
	if r.at < t.index || r.at > t.gofunc-recordSize {
		return r, fmt.Errorf("function %d: its record lies outside the table", i)
	}
	r.fixed = t.mem[r.at : r.at+recordSize]
	values, data := int(order.Uint32(r.fixed[recordValues:])), int(r.fixed[recordData])
	if values > maxValues || data > maxData || r.at+recordSize+4*(values+data) > t.gofunc {
		return r, fmt.Errorf("function %d: a record of %d tables and %d data, Go 1.26 has at most %d and %d", i, values, data, maxValues, maxData)
	}
	if name := order.Uint32(r.fixed[recordName:]); name == 0 && order.Uint32(r.fixed[recordEntry:]) != r.entry {
		return r, fmt.Errorf("function %d: record and index disagree about where it begins", i)
	}
	split := r.at + recordSize + 4*values
	r.values, r.data = t.mem[r.at+recordSize:split], t.mem[split:split+4*data]
	return r, nil
}
