package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

// execute runs one command line.
func execute(args ...string) (code int, out, errOut string) {
	var o, e bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(""), &o, &e)
	return code, o.String(), e.String()
}

// TestExplainGolden holds the whole output for the sample archive.
func TestExplainGolden(t *testing.T) {
	code, out, errOut := execute("articles", "../sample", "--explain")
	if code != exitDone || !strings.Contains(errOut, "duplicate of 001_") {
		t.Fatalf("code %d, stderr %q", code, errOut)
	}
	golden := filepath.Join("testdata", "articles-explain.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out != string(want) {
		t.Errorf("output differs from %s; see the change with go test -update and git diff", golden)
	}
}

func TestArticlesJSON(t *testing.T) {
	_, out, _ := execute("articles", "../sample", "--json", "--explain")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 5 {
		t.Fatalf("%d lines", len(lines))
	}
	var last articleJSON
	if err := json.Unmarshal([]byte(lines[4]), &last); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(last.DuplicateOf, "001_") || len(last.Paragraphs) != 28 || len(last.Removed) < 15 ||
		len(last.Headings) != 2 || last.Headings[0].Before != 10 || last.Published != "2022-03-08T07:33:00" {
		t.Errorf("the duplicate is %.300s, headings %+v, %d paragraphs, %d removed", lines[4], last.Headings, len(last.Paragraphs), len(last.Removed))
	}
}

func TestExitCodes(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.txt")
	if err := os.WriteFile(bad, []byte("Title\n\n\xff"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args      []string
		code      int
		out, errs string
	}{
		{[]string{"--help"}, exitDone, "Exit codes:", ""},
		{nil, exitDone, "Available Commands:", ""},
		{[]string{"articles", "--help"}, exitDone, "--explain", ""},
		{[]string{"articles"}, exitUsage, "", "requires at least 1 arg"},
		{[]string{"articles", "--nonsense", "x"}, exitUsage, "", "unknown flag"},
		{[]string{"nonsense"}, exitUsage, "", "unknown command"},
		{[]string{"articles", bad, "../sample"}, exitRefused, "Crackdown intensifies", bad + ": byte 7: is not UTF-8"},
		{[]string{"articles", t.TempDir()}, exitRefused, "", "no articles found"},
	} {
		code, out, errs := execute(c.args...)
		if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(errs, c.errs) {
			t.Errorf("%q: code %d\n%s\n%s", c.args, code, out, errs)
		}
	}
}

func TestProgressLine(t *testing.T) {
	_, _, errs := execute("articles", "../sample", "--progress")
	if !strings.Contains(errs, "reading 1") || !strings.Contains(errs, "cleaning 1 of 5 (20%)") {
		t.Errorf("progress: %q", errs)
	}
	var out bytes.Buffer
	clock := time.Unix(0, 0)
	r := &reporter{out: &out, now: func() time.Time { return clock }}
	r.report("reading", 1, 0)
	clock = clock.Add(time.Millisecond)
	r.report("reading", 2, 0) // too soon
	clock = clock.Add(2 * time.Second)
	r.report("reading", 2001, 4002)
	r.clear()
	if want := "\rreading 1\rreading 2001 of 4002 (50%), 1000 a second"; !strings.HasPrefix(out.String(), want) {
		t.Errorf("%q", out.String())
	}
}
