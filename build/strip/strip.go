// Package strip makes a WebAssembly module that Go compiled lighter to load,
// without changing what it does as long as nobody asks for a stack trace:
//
//   - Go's linker leaves out every run of a few zero bytes of the initial memory,
//     which cuts it into tens of thousands of data segments, each with an address
//     that does not compress. Here the segments are joined, zeroes and all.
//   - Go's table of functions (the pclntab) says for every instruction which line of
//     which inlined function it came from, and for every function its name, file and
//     arguments. Only stack traces read that. Here it becomes zeroes. What the
//     garbage collector, defer and recover read stays.
//
// The layout of the table is that of Go 1.26 (internal/abi/symtab.go and
// runtime/symtab.go and runtime2.go in its source); it is checked before anything
// is written, and a table that looks different is an error.
//
// recover counts the frames above it, and would also count inlined ones. It need
// not know them, because Go inlines no function that calls recover.
package strip

import "fmt"

// Strip returns the module without what only stack traces read. The error says
// what does not look as Go 1.26 writes it. It takes time and memory in proportion
// to the module.
func Strip(module []byte) ([]byte, error) {
	sections, err := parse(module)
	if err != nil {
		return nil, fmt.Errorf("strip: %w", err)
	}
	for i, s := range sections {
		if s.id != sectionData {
			continue
		}
		m, err := load(s.content)
		if err != nil {
			return nil, fmt.Errorf("strip: data section: %w", err)
		}
		if err := stripTable(m.bytes); err != nil {
			return nil, fmt.Errorf("strip: %w", err)
		}
		sections[i].content = m.section()
		return assemble(sections), nil
	}
	return nil, fmt.Errorf("strip: the module has no data section")
}
