package source

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// readText reads a .txt file: one article, named after the file.
func readText(in *input) bool {
	b, err := io.ReadAll(io.LimitReader(in.file, int64(in.limit)+1))
	if err != nil {
		return in.refuse(&Error{Path: in.path, Offset: int64(len(b)), Problem: "cannot be read", Remedy: "try again, or copy the file", Err: err})
	}
	if len(b) > in.limit {
		return in.refuse(&Error{Path: in.path, Offset: int64(in.limit), Problem: fmt.Sprintf("is larger than %d MiB", in.limit>>20),
			Remedy: "a .txt file holds one article; split it, or write one article a line as .jsonl"})
	}
	if bad := checkText(b, in.path, 0, 0); bad != nil {
		return in.refuse(bad)
	}
	b = bytes.TrimPrefix(b, []byte(byteOrderMark))
	if len(bytes.TrimSpace(b)) == 0 {
		return in.refuse(&Error{Path: in.path, Problem: "is empty", Remedy: "remove it, or scrape the page again"})
	}
	name := filepath.Base(in.path)
	return in.record(Record{Origin: in.path, ID: strings.TrimSuffix(name, filepath.Ext(name)), Text: string(b)})
}
