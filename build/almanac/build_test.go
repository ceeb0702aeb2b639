package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almanac/web"
)

// builtSite builds a site of the sources, which may hold refused ones.
func builtSite(t *testing.T, wantCode int, sources ...string) (site string, errOut string) {
	t.Helper()
	if _, err := web.Asset(web.Engine); errors.Is(err, web.ErrNotBuilt) {
		t.Skip("the browser assets are not built: run make build")
	}
	site = filepath.Join(t.TempDir(), "site")
	code, _, errOut := execute(append([]string{"build", "-o", site}, sources...)...)
	if code != wantCode {
		t.Fatalf("build: exit %d, want %d: %s", code, wantCode, errOut)
	}
	return site, errOut
}

func TestQuery(t *testing.T) {
	site, _ := builtSite(t, exitDone, "../sample")
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"darknet"}, exitDone, "1. Authorities stepping up cybercrime crackdown"},
		{[]string{"--json", "Ge Xaioyan"}, exitDone, `"match":"typo","as":["xiaoyan"]`},
		{[]string{"nothinglikethis"}, exitDone, `no article has "nothinglikethis"`},
		{[]string{}, exitUsage, ""},
		{[]string{"--queries", "nowhere.tsv"}, exitRefused, ""},
	} {
		code, out, errOut := execute(append([]string{"query", "--pack", site}, c.args...)...)
		if code != c.code || !strings.Contains(out, c.want) {
			t.Errorf("query %q: exit %d, want %d with %q: %s%s", c.args, code, c.code, c.want, out, errOut)
		}
	}
}

func TestQueryRun(t *testing.T) {
	site, _ := builtSite(t, exitDone, "../sample")
	queries := filepath.Join(t.TempDir(), "q.tsv")
	if err := os.WriteFile(queries, []byte("q1\tdarknet\nno tab here\nq2\tZhu Qinghua\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, out, errOut := execute("query", "--pack", site, "--queries", queries)
	if code != exitRefused || !strings.Contains(errOut, "q.tsv:2") {
		t.Errorf("exit %d, %q: want line 2 refused", code, errOut)
	}
	for _, want := range []string{"q1 Q0 002_83c2b1ac8ba2be41 1 ", "q2 Q0 004_8c5fd740654b1226 1 "} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in the run:\n%s", want, out)
		}
	}
}

// TestBuildWithBadInput: what is bad is named, the rest is built.
func TestBuildWithBadInput(t *testing.T) {
	dir := t.TempDir()
	good, err := os.ReadFile("../sample/004_8c5fd740654b1226.txt")
	if err != nil {
		t.Fatal(err)
	}
	spam := strings.Repeat("国产免费网站在线观看| 亚洲中文字幕无码| ", 30)
	for name, content := range map[string]string{
		"good.txt": string(good), "empty.txt": "", "latin1.txt": "caf\xe9 society", "spam.txt": spam,
		"long.jsonl": `{"id":"a","text":"` + strings.Repeat("x", 50<<20) + "\"}\n" + `{"id":"b","title":"Whales","text":"Whales sing in the deep ocean every night of the year."}` + "\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	site, errOut := builtSite(t, exitRefused, dir)
	for _, name := range []string{"empty.txt", "latin1.txt", "spam.txt", "long.jsonl:1"} {
		if !strings.Contains(errOut, name) {
			t.Errorf("%s is not named in:\n%s", name, errOut)
		}
	}
	for query, id := range map[string]string{"livestreaming": "good", "whales": "b"} {
		if _, out, _ := execute("query", "--pack", site, query); !strings.Contains(out, "["+id+",") {
			t.Errorf("%s is not found: %s", id, out)
		}
	}
}

func TestDamagedPack(t *testing.T) {
	site, _ := builtSite(t, exitDone, "../sample")
	files, err := filepath.Glob(filepath.Join(site, "pack", "[!r]*.alm"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	if err := os.Truncate(files[0], 1000); err != nil {
		t.Fatal(err)
	}
	code, _, errOut := execute("query", "--pack", site, "fraud")
	if code != exitRefused || !strings.Contains(errOut, filepath.Base(files[0])) {
		t.Errorf("exit %d, %q: want the file named", code, errOut)
	}
}
