package source

import (
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// format is one kind of file. read emits every record of the input and reports
// whether to go on with the next file.
type format struct {
	extension string
	read      func(*input) bool
}

// formats lists what can be read. A new format is a file with its read function
// and a row here.
var formats = []format{
	{".txt", readText},
	{".jsonl", readLines},
}

// input is an open file together with where its records and refusals go.
type input struct {
	path   string
	file   *os.File
	limit  int
	record func(Record) bool
	refuse func(*Error) bool
}

// Extensions returns the file name extensions that can be read, lower case with
// the dot.
func Extensions() []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.extension)
	}
	return out
}

func formatOf(path string) *format {
	ext := strings.ToLower(filepath.Ext(path))
	for i := range formats {
		if formats[i].extension == ext {
			return &formats[i]
		}
	}
	return nil
}

const byteOrderMark = "\xef\xbb\xbf"

// checkText refuses what is not UTF-8 text. start is the offset of b in the file.
func checkText(b []byte, path string, line int, start int64) *Error {
	if len(b) >= 2 && (b[0] == 0xff && b[1] == 0xfe || b[0] == 0xfe && b[1] == 0xff) {
		return &Error{Path: path, Line: line, Offset: start, Problem: "is UTF-16, not UTF-8",
			Remedy: "convert it, for instance with iconv -f UTF-16 -t UTF-8"}
	}
	if utf8.Valid(b) {
		return nil
	}
	at := 0
	for at < len(b) {
		r, size := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		at += size
	}
	return &Error{Path: path, Line: line, Offset: start + int64(at), Problem: "is not UTF-8",
		Remedy: "convert it to UTF-8, for instance with iconv -f WINDOWS-1252 -t UTF-8"}
}
