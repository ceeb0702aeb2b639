package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// readLines reads a .jsonl file: one JSON object a line with the keys id, title,
// date, section, url and text, of which only text is demanded. Other keys are
// ignored. A bad line is refused and the next one read.
func readLines(in *input) bool {
	lines := lineReader{r: bufio.NewReaderSize(in.file, 1<<16), limit: in.limit}
	for {
		b, err := lines.next()
		switch {
		case err == io.EOF:
			return true
		case errors.Is(err, errTooLong):
			if !in.refuse(&Error{Path: in.path, Line: lines.line, Offset: lines.start,
				Problem: fmt.Sprintf("line is longer than %d MiB", in.limit>>20),
				Remedy:  "write one article a line"}) {
				return false
			}
			continue
		case err != nil:
			return in.refuse(&Error{Path: in.path, Line: lines.line, Offset: lines.start, Problem: "cannot be read further",
				Remedy: "try again, or copy the file", Err: err})
		}
		if lines.start == 0 {
			b = bytes.TrimPrefix(b, []byte(byteOrderMark))
		}
		if b = bytes.TrimSpace(b); len(b) == 0 {
			continue
		}
		rec, bad := parseLine(b, in.path, lines.line, lines.start)
		if bad != nil && !in.refuse(bad) || bad == nil && !in.record(rec) {
			return false
		}
	}
}

func parseLine(b []byte, path string, line int, start int64) (Record, *Error) {
	if bad := checkText(b, path, line, start); bad != nil {
		return Record{}, bad
	}
	var v struct {
		ID, Title, Date, Section, URL scalar
		Text                          *string
	}
	if err := json.Unmarshal(b, &v); err != nil {
		return Record{}, &Error{Path: path, Line: line, Offset: start + jsonOffset(err), Problem: "is no article as JSON",
			Remedy: `write {"id":"...","title":"...","text":"..."} on one line`, Err: plainly(err)}
	}
	if v.Text == nil || strings.TrimSpace(*v.Text) == "" {
		return Record{}, &Error{Path: path, Line: line, Offset: start, Problem: "has no text",
			Remedy: `give the article's text under the key "text"`}
	}
	rec := Record{Origin: fmt.Sprintf("%s:%d", path, line), ID: string(v.ID), Text: *v.Text,
		Title: string(v.Title), Date: string(v.Date), Section: string(v.Section), URL: string(v.URL)}
	if rec.ID == "" {
		name := filepath.Base(path)
		rec.ID = fmt.Sprintf("%s-%d", strings.TrimSuffix(name, filepath.Ext(name)), line)
	}
	return rec, nil
}

// jsonOffset returns the byte within the line at which decoding failed.
func jsonOffset(err error) int64 {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return syntax.Offset
	case errors.As(err, &kind):
		return kind.Offset
	}
	return 0
}

// plainly rewords the decoder's complaint about a value's type, which names our
// types.
func plainly(err error) error {
	var kind *json.UnmarshalTypeError
	if !errors.As(err, &kind) {
		return err
	}
	if kind.Field == "" {
		return fmt.Errorf("it is a JSON %s", kind.Value)
	}
	return fmt.Errorf("%q holds a JSON %s", strings.ToLower(kind.Field), kind.Value)
}

// scalar is a JSON string, or a number or boolean taken as written; null and
// missing are "". Exporters disagree on whether an id is a number.
type scalar string

func (s *scalar) UnmarshalJSON(b []byte) error {
	switch {
	case string(b) == "null":
		return nil
	case b[0] == '"':
		return json.Unmarshal(b, (*string)(s))
	case b[0] == '{' || b[0] == '[':
		return errors.New("a string or a number is needed, not a list or an object")
	}
	*s = scalar(b)
	return nil
}

var errTooLong = errors.New("line too long")

// lineReader reads lines without ever holding more than limit bytes of one.
type lineReader struct {
	r     *bufio.Reader
	limit int
	line  int
	start int64 // offset of the current line
	at    int64 // offset behind it
	buf   []byte
}

// next returns the next line without its end, valid until the call after.
// A line longer than limit is passed over and reported as errTooLong.
func (l *lineReader) next() ([]byte, error) {
	l.line++
	l.start = l.at
	l.buf = l.buf[:0]
	tooLong := false
	for {
		part, err := l.r.ReadSlice('\n')
		l.at += int64(len(part))
		if tooLong = tooLong || len(l.buf)+len(part) > l.limit; !tooLong {
			l.buf = append(l.buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
		case err != nil && (err != io.EOF || l.at == l.start):
			return nil, err
		case tooLong:
			return nil, errTooLong
		default:
			return bytes.TrimSuffix(l.buf, []byte("\n")), nil
		}
	}
}
