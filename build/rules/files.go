package rules

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// maxLines is the most a source file may have; review begins well before it.
const maxLines = 400

// drawers are names that say nothing about what is inside, so that everything
// ends up there.
var drawers = []string{"util", "utils", "common", "helper", "helpers", "types", "misc"}

// machinePath finds absolute paths of one machine: they hold nowhere else.
var machinePath = regexp.MustCompile("(?m)(?:^|[\\s\"'`(=:,])(/(?:work|root|home)/[\\w.-])")

var generated = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

// checkFile holds the rules against a file's name, length and text.
func checkFile(name string, data []byte) []Violation {
	found := checkName(name)
	if n := bytes.Count(data, []byte("\n")); n > maxLines && isSource(name, data) {
		found = append(found, Violation{name, maxLines + 1, fmt.Sprintf("has %d lines, more than %d", n, maxLines), "split it where a second reason to change begins"})
	}
	if isBinary(data) {
		return found
	}
	for _, m := range machinePath.FindAllSubmatchIndex(data, -1) {
		line := 1 + bytes.Count(data[:m[2]], []byte("\n"))
		found = append(found, Violation{name, line, "names a directory of one machine", "make the path relative to the repository, or use a temporary directory"})
	}
	return found
}

// checkName refuses drawers: as a directory, as a file, or as the last word of a
// file's name ("query_utils.go").
func checkName(name string) []Violation {
	for segment := range strings.SplitSeq(name, "/") {
		word, _, _ := strings.Cut(segment, ".")
		word = strings.TrimSuffix(word, "_test")
		if i := strings.LastIndexAny(word, "_-"); i >= 0 {
			word = word[i+1:]
		}
		if slices.Contains(drawers, strings.ToLower(word)) && !strings.HasPrefix(segment, ".") {
			return []Violation{{File: name, Problem: fmt.Sprintf("%q says nothing about what is inside", segment), Remedy: "name it after the thing it holds"}}
		}
	}
	return nil
}

// isSource tells whether a person has to read the file to change the product.
func isSource(name string, data []byte) bool {
	ext := path.Ext(name)
	return (ext == ".go" || ext == ".ts") && !isTest(name) && !strings.Contains(name, "/testdata/") && !generated.Match(data)
}

func isBinary(data []byte) bool { return bytes.IndexByte(data, 0) >= 0 }
