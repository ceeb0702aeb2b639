package source

import (
	"fmt"
	"strings"
)

// Error says which record could not be read, where, why and what to do.
type Error struct {
	Path string
	// Line is the 1-based line of a line-based file, 0 otherwise.
	Line int
	// Offset is the byte of the file at which the trouble was met, -1 or 0 if the
	// file as a whole is meant.
	Offset  int64
	Problem string
	Remedy  string
	// Err is the cause, if another package reported it.
	Err error
}

// Error returns "path:line: byte n: problem: cause (remedy)".
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Path)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	if e.Offset > 0 {
		fmt.Fprintf(&b, ": byte %d", e.Offset)
	}
	b.WriteString(": " + e.Problem)
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	if e.Remedy != "" {
		b.WriteString(" (" + e.Remedy + ")")
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
