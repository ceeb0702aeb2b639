package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almanac/build/inspect"
)

const fixture = "../../index/pack/testdata/v1"

func TestInspect(t *testing.T) {
	damaged := t.TempDir()
	if err := os.CopyFS(damaged, os.DirFS(fixture)); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(damaged, "[^r]*.alm"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v %v", files, err)
	}
	if err := os.Truncate(files[0], 1000); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args      []string
		code      int
		out, errs string
	}{
		{[]string{"inspect", fixture}, exitDone, "passages       7", ""},
		{[]string{"inspect", "--dump", fixture}, exitDone, "# magic: a root", ""},
		{[]string{"inspect", "--chunk", "1", fixture}, exitDone, "# postings chunk", ""},
		{[]string{"inspect", files[0], "--dump"}, exitRefused, "# lexicon chunk", "cut off"},
		{[]string{"inspect", damaged}, exitRefused, "passages       7", "damaged: " + filepath.Base(files[0]) + ", byte 706, store chunk 2, byte 0 of its content: cut off"},
		{[]string{"inspect", "--json", damaged}, exitRefused, `"problem": "cut off`, "positions chunk 3"},
		{[]string{"inspect", "--chunk", "9", fixture}, exitRefused, "", "there is no chunk 9"},
		{[]string{"inspect", t.TempDir()}, exitRefused, "", "holds 0 roots"},
		{[]string{"inspect"}, exitUsage, "", "accepts 1 arg"},
		{[]string{"inspect", "--json", "--dump", fixture}, exitUsage, "", "goes with neither"},
		{[]string{"inspect", "--chunk", "-1", fixture}, exitUsage, "", "numbered from 0"},
	} {
		code, out, errs := execute(c.args...)
		if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(errs, c.errs) || code == exitDone && errs != "" {
			t.Errorf("%q: code %d\n%s\n%s", c.args, code, out, errs)
		}
	}
}

func TestInspectJSON(t *testing.T) {
	_, out, _ := execute("inspect", "--json", fixture)
	var r inspect.Report
	if err := json.Unmarshal([]byte(out), &r); err != nil || r.Articles != 4 || len(r.Sections) != 5 || r.Problems == nil {
		t.Errorf("%v: %+v", err, r)
	}
}
