package site

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almanac/index/archive"
	"almanac/index/article"
	"almanac/web"
)

func sampleArticles(t *testing.T) []*article.Article {
	t.Helper()
	if _, err := web.Asset(web.Engine); errors.Is(err, web.ErrNotBuilt) {
		t.Skip("the browser assets are not built: run make build")
	}
	a, err := archive.Load(t.Context(), []string{"../sample"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a.Articles
}

// contents reads all files of a directory tree.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		out[strings.TrimPrefix(path, dir)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestBuildTwiceGivesTheSameBytes(t *testing.T) {
	articles := sampleArticles(t)
	first, second := filepath.Join(t.TempDir(), "site"), filepath.Join(t.TempDir(), "other", "name")
	for _, out := range []string{first, second} {
		if _, err := Build(t.Context(), Options{Out: out, Articles: articles}); err != nil {
			t.Fatal(err)
		}
	}
	a, b := contents(t, first), contents(t, second)
	if len(a) != len(b) {
		t.Fatalf("%d files, then %d", len(a), len(b))
	}
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs", name)
		}
	}
}

func TestTinyArchiveIsTwoPackFiles(t *testing.T) {
	report, err := Build(t.Context(), Options{Out: filepath.Join(t.TempDir(), "site"), Articles: sampleArticles(t)})
	if err != nil {
		t.Fatal(err)
	}
	if report.PackFiles != 2 || report.Articles != 4 {
		t.Errorf("%+v, want 4 articles in a root and one file", report)
	}
}

func TestInterruptedBuildLeavesTheOldSite(t *testing.T) {
	articles := sampleArticles(t)
	parent := t.TempDir()
	out := filepath.Join(parent, "site")
	if _, err := Build(t.Context(), Options{Out: out, Articles: articles[:1]}); err != nil {
		t.Fatal(err)
	}
	before := contents(t, out)
	ctx, cancel := context.WithCancel(t.Context())
	stop := func(stage string, done, _ int) {
		if done == 2 {
			cancel()
		}
	}
	if _, err := Build(ctx, Options{Out: out, Articles: articles, Progress: stop}); !errors.Is(err, context.Canceled) {
		t.Fatalf("%v, want context.Canceled", err)
	}
	after := contents(t, out)
	for name := range before {
		if before[name] != after[name] {
			t.Errorf("%s changed", name)
		}
	}
	if left, _ := os.ReadDir(parent); len(left) != 1 {
		t.Errorf("%d entries beside the site, want none", len(left)-1)
	}
}

func TestBuildReplacesOnlySites(t *testing.T) {
	articles := sampleArticles(t)
	out := t.TempDir()
	precious := filepath.Join(out, "thesis.txt")
	if err := os.WriteFile(precious, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Build(t.Context(), Options{Out: out, Articles: articles}); err == nil || !strings.Contains(err.Error(), "not a site") {
		t.Errorf("%v, want a refusal", err)
	}
	if _, err := os.Stat(precious); err != nil {
		t.Error(err)
	}
}

func TestManifestNamesWhatIsThere(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	if _, err := Build(t.Context(), Options{Out: out, Articles: sampleArticles(t)}); err != nil {
		t.Fatal(err)
	}
	m, err := ReadManifest(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{m.Root, m.Engine.Wasm, m.Engine.Gzip, m.Worker, m.Chart, "index.html"} {
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
	script, err := os.ReadFile(filepath.Join(out, "almanac.js"))
	if err != nil || !strings.Contains(string(script), m.Root) || strings.Contains(string(script), placeholder) {
		t.Errorf("almanac.js does not hold the manifest (%v)", err)
	}
}
