package pack

import "strconv"

// Code classes an Error for a program.
type Code string

// The codes of Error.
const (
	// CodeDamaged: the bytes are not what a writer makes.
	CodeDamaged Code = "damaged"
	// CodeVersion: the pack needs another reader.
	CodeVersion Code = "version"
	// CodeAnalysis: the pack's terms were made by another analysis.
	CodeAnalysis Code = "analysis"
)

// Error says what is wrong with a payload, where, and what to do.
type Error struct {
	Code Code
	// Chunk names the payload: "root", or a section's name and the chunk's number.
	Chunk string
	// Offset is the byte offset in the uncompressed payload.
	Offset int
	// Problem and Remedy are clauses for a reader.
	Problem string
	Remedy  string
}

// Error implements error.
func (e *Error) Error() string {
	s := "pack: " + e.Chunk + ", byte " + strconv.Itoa(e.Offset) + ": " + e.Problem
	if e.Remedy != "" {
		s += "; " + e.Remedy
	}
	return s
}

const remedyRebuild = "build the site again and upload all of it"

func damaged(chunk string, offset int, problem string) *Error {
	return &Error{Code: CodeDamaged, Chunk: chunk, Offset: offset, Problem: problem, Remedy: remedyRebuild}
}
