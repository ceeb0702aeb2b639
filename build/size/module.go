package main

import (
	"errors"
	"fmt"

	"almanac/index/leb128"
)

// module is what is of interest in a WebAssembly module (WebAssembly Core
// Specification 2.0, chapter 5).
type module struct {
	memoryPages int // initial memory, in pages of 64 KiB
	imported    int // functions that are imported: they have the first numbers
	functions   [][]byte
	dataBytes   int
	names       map[int]string // by number of the function; empty in a stripped module
}

// Section and name subsection numbers.
const (
	sectionCustom    = 0
	sectionImport    = 2
	sectionMemory    = 5
	sectionCode      = 10
	sectionData      = 11
	subsectionOfName = 1 // of the section "name": function names
)

var errCutOff = errors.New("a number or name is cut off")

// bytesReader takes a module apart. After its first error it returns zeroes.
type bytesReader struct {
	data []byte
	pos  int
	err  error
}

func (r *bytesReader) number() int {
	v, n := leb128.Uint(r.data[r.pos:])
	if n == 0 || v > 1<<31 {
		r.fail(errCutOff)
		return 0
	}
	r.pos += n
	return int(v)
}

func (r *bytesReader) take(n int) []byte {
	if n > len(r.data)-r.pos {
		r.fail(errCutOff)
		return nil
	}
	r.pos += n
	return r.data[r.pos-n : r.pos]
}

func (r *bytesReader) fail(err error) {
	if r.err == nil {
		r.err = fmt.Errorf("byte %d: %w", r.pos, err)
	}
	r.pos = len(r.data)
}

func (r *bytesReader) more() bool { return r.err == nil && r.pos < len(r.data) }

// parseModule reads a module. Offsets in the error count from the beginning of the
// section it names.
func parseModule(data []byte) (*module, error) {
	if len(data) < 8 || string(data[:4]) != "\x00asm" {
		return nil, errors.New("not a WebAssembly module; run `make build` again")
	}
	m := &module{names: map[int]string{}}
	r := bytesReader{data: data, pos: 8}
	for r.more() {
		id := r.number()
		section := bytesReader{data: r.take(r.number())}
		m.section(id, &section)
		if section.err != nil {
			return nil, fmt.Errorf("section %d: %w", id, section.err)
		}
	}
	return m, r.err
}

func (m *module) section(id int, r *bytesReader) {
	switch id {
	case sectionImport:
		m.imports(r)
	case sectionMemory:
		if r.number() > 0 {
			r.take(1) // whether there is a maximum
			m.memoryPages = r.number()
		}
	case sectionCode:
		for n := r.number(); n > 0 && r.more(); n-- {
			m.functions = append(m.functions, r.take(r.number()))
		}
	case sectionData:
		m.dataBytes = len(r.data)
	case sectionCustom:
		if string(r.take(r.number())) == "name" {
			m.functionNames(r)
		}
	}
}

// imports counts the imported functions. Go imports nothing else.
func (m *module) imports(r *bytesReader) {
	for n := r.number(); n > 0 && r.more(); n-- {
		r.take(r.number()) // module
		r.take(r.number()) // name
		if kind := r.take(1); len(kind) == 1 && kind[0] != 0 {
			r.fail(errors.New("an import that is no function"))
		}
		r.number() // type
		m.imported++
	}
}

func (m *module) functionNames(r *bytesReader) {
	for r.more() {
		id := r.number()
		sub := bytesReader{data: r.take(r.number())}
		if id != subsectionOfName {
			continue
		}
		for n := sub.number(); n > 0 && sub.more(); n-- {
			number := sub.number()
			m.names[number] = string(sub.take(sub.number()))
		}
		if sub.err != nil {
			r.fail(sub.err)
		}
	}
}
