package source

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// write makes files in a new folder and returns it.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read returns what Read yields as text: "id=text" or "! message", with dir cut.
func read(dir string, opts Options, paths ...string) []string {
	var out []string
	for rec, err := range Read(context.Background(), paths, opts) {
		if err != nil {
			out = append(out, "! "+strings.ReplaceAll(err.Error(), dir+"/", ""))
			continue
		}
		out = append(out, rec.ID+"="+rec.Text)
	}
	return out
}

func TestFolder(t *testing.T) {
	dir := write(t, map[string]string{
		"b.txt": "B", "a/x.txt": "AX", "c/x.txt": "CX", "a.txt": byteOrderMark + "A", ".hidden/h.txt": "H", ".h.txt": "H",
		"list.JSONL":  `{"id":"x","title":"T","text":"one","url":"u","date":"d","section":"s"}` + "\r\n\n" + `{"id":7,"text":"two","other":[1]}` + "\n" + `{"text":"three"}`,
		"picture.png": "",
	})
	var skipped []string
	got := read(dir, Options{Skipped: func(p string) { skipped = append(skipped, filepath.Base(p)) }}, dir, filepath.Join(dir, "b.txt"))
	want := []string{"a=A", "x=AX", "b=B", "x~2=CX", "x~3=one", "7=two", "list-4=three"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if !slices.Equal(skipped, []string{"picture.png"}) {
		t.Errorf("skipped %q", skipped)
	}
	for rec := range Read(context.Background(), []string{filepath.Join(dir, "list.JSONL")}, Options{}) {
		if rec.Title != "T" || rec.URL != "u" || rec.Date != "d" || rec.Section != "s" || !strings.HasSuffix(rec.Origin, "list.JSONL:1") {
			t.Errorf("%+v", rec)
		}
		break
	}
}

// TestRefusals pairs every kind of bad record with the place and remedy named.
func TestRefusals(t *testing.T) {
	long := strings.Repeat("x", 5000)
	dir := write(t, map[string]string{
		"binary.txt": "ab\xffc", "empty.txt": "", "blank.txt": byteOrderMark + " \n", "utf16.txt": "\xff\xfea\x00", "large.txt": long,
		"lines.jsonl": "{\"id\":\"a\",\"text\":\"ok\"}\n" + long + "\n{\"text\":\"\xfe\"}\n[1]\n{\"text\":3}\n{\"text\":\" \"}\n{\"id\":{},\"text\":\"t\"}\nnull\n{\"id\":\"b\",\"text\":\"ok\"}\n" + long,
	})
	got := read(dir, Options{Limit: 4096}, dir, filepath.Join(dir, "x.pdf"), filepath.Join(dir, "none"))
	want := []string{
		"! binary.txt: byte 2: is not UTF-8", "! blank.txt: is empty", "! empty.txt: is empty", "! large.txt: byte 4096: is larger than",
		"a=ok", "! lines.jsonl:2: byte 23: line is longer than", "! lines.jsonl:3: byte 5033: is not UTF-8", "! lines.jsonl:4: byte 5038: is no article as JSON",
		"! lines.jsonl:5: byte 50", "! lines.jsonl:6: byte 50", "! lines.jsonl:7: byte 50", "! lines.jsonl:8: byte 50", "b=ok", "! lines.jsonl:10: byte",
		"! utf16.txt: is UTF-16", "! x.pdf: cannot be read", "! none: cannot be read",
	}
	if len(got) != len(want) {
		t.Fatalf("got %d: %s", len(got), strings.Join(got, "\n"))
	}
	for i, w := range want {
		if !strings.HasPrefix(got[i], w) || w[0] == '!' && !strings.HasSuffix(got[i], ")") {
			t.Errorf("got %q, want %q and a remedy", got[i], w)
		}
	}
}

func TestStops(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "A", "b.txt": "B"})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range Read(ctx, []string{dir}, Options{}) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d records after the context was cancelled", n)
	}
	for _, err := range Read(context.Background(), []string{filepath.Join(dir, "none")}, Options{}) {
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%v", err)
		}
	}
}

// FuzzLines reads any bytes as .jsonl: every line that is not blank must come out
// as a record or a refusal, and line numbers must rise.
func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"text\":\"a\"}\n\n{\"id\":1.5e3,\"text\":\"\\ud800\"}\n\xff\n"))
	f.Add([]byte(strings.Repeat("y", 300) + "\n{}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		dir := write(t, map[string]string{"f.jsonl": string(b)})
		lines := 0
		for line := range strings.SplitSeq(strings.TrimPrefix(string(b), byteOrderMark), "\n") {
			if strings.TrimSpace(line) != "" || len(line) > 200 {
				lines++
			}
		}
		got := read(dir, Options{Limit: 200}, dir)
		if len(got) > lines || len(got) < lines-1 && !strings.Contains(fmt.Sprint(got), "longer") {
			t.Errorf("%d results from %d lines: %q", len(got), lines, got)
		}
	})
}
