package inspect

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almanac/build/site"
	"almanac/index/pack"
	"almanac/index/pack/packtest"
	"almanac/index/packfile"
)

var update = flag.Bool("update", false, "write the golden files anew")

// writePack writes a pack of generated articles, large enough for several files.
func writePack(t *testing.T, change func(*pack.Root)) (dir, rootName string) {
	t.Helper()
	p := packtest.Build(packtest.Generate(rand.New(rand.NewPCG(1, 1)), 400, packtest.Words(2000)),
		packtest.Options{LexiconEntries: 500, PostingsPerChunk: 2000, PostingsPerPart: 900, PassagesPerChunk: 60})
	root := *p.Root
	root.Files, root.Sections, root.Lengths = nil, nil, nil
	if change != nil {
		change(&root)
	}
	dir = t.TempDir()
	w, err := packfile.NewWriter(dir, &root)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range p.Root.Sections {
		for i, key := range s.Keys {
			if err := w.Add(s.Kind, key, p.Chunks[s.First+i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	if rootName, err = w.Close(); err != nil {
		t.Fatal(err)
	}
	return dir, rootName
}

func report(t *testing.T, path string) *Report {
	t.Helper()
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return p.Report()
}

func TestSoundPack(t *testing.T) {
	dir, rootName := writePack(t, nil)
	r := report(t, dir)
	if len(r.Problems) != 0 || len(r.Notes) != 0 || r.Root != rootName || r.Articles != 400 || len(r.Files) < 3 || len(r.Sections) != 5 {
		t.Fatalf("%+v", r)
	}
	bytes, share, onDisk := 0, 0.0, 0
	for _, s := range r.Sections {
		bytes, share = bytes+s.Compressed, share+s.Share
		if s.Raw <= s.Compressed && s.Kind != "root" || s.Chunks == 0 {
			t.Errorf("%+v", s)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		onDisk += int(info.Size())
	}
	if bytes != r.Bytes || bytes != onDisk || share < 0.999 || share > 1.001 {
		t.Errorf("sections have %d bytes (%g), the report %d, the directory %d", bytes, share, r.Bytes, onDisk)
	}
	// The root by its name is the same pack.
	if same := report(t, filepath.Join(dir, rootName)); same.Bytes != r.Bytes || len(same.Problems) != 0 {
		t.Errorf("%+v", same)
	}
}

// TestSite opens a pack through a manifest.
func TestSite(t *testing.T) {
	dir, rootName := writePack(t, nil)
	home := t.TempDir()
	if err := os.Rename(dir, filepath.Join(home, site.PackDir)); err != nil {
		t.Fatal(err)
	}
	manifest := `{"format":1,"root":"` + site.PackDir + "/" + rootName + `"}`
	if err := os.WriteFile(filepath.Join(home, site.ManifestName), []byte(manifest), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := report(t, home); r.Root != rootName || len(r.Problems) != 0 {
		t.Errorf("%+v", r)
	}
}

// TestOneFile examines a pack file, with its root beside it and without.
func TestOneFile(t *testing.T) {
	dir, rootName := writePack(t, nil)
	name := report(t, dir).Files[0].Name
	with := report(t, filepath.Join(dir, name))
	if len(with.Files) != 1 || with.Root != rootName || len(with.Problems) != 0 {
		t.Errorf("with its root: %+v", with)
	}
	if err := os.Remove(filepath.Join(dir, rootName)); err != nil {
		t.Fatal(err)
	}
	alone := report(t, filepath.Join(dir, name))
	if len(alone.Files) != 1 || alone.Files[0] != with.Files[0] || alone.Root != "" || len(alone.Problems) != 0 || len(alone.Sections) == 0 {
		t.Errorf("alone: %+v", alone)
	}
	p, err := Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := p.Dump(&out, 0); err != nil || !strings.Contains(out.String(), "chunk 0 of the file") || !strings.Contains(out.String(), "# lexicon chunk") {
		t.Errorf("%v\n%.200s", err, out.String())
	}
}

// TestDamage damages one file in several ways: it is named, and all other files
// are examined.
func TestDamage(t *testing.T) {
	dir, _ := writePack(t, nil)
	sound := report(t, dir)
	name := sound.Files[1].Name
	path := filepath.Join(dir, name)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		data  []byte
		chunk bool
		says  string
	}{
		{"flipped", flip(good, len(good)-30), true, "damaged"},
		{"replaced", bytes.Repeat([]byte("<html>"), len(good)/6+1)[:len(good)], true, "not gzip"},
		{"cut", good[:len(good)-9], true, "cut off"},
		{"longer", append(bytes.Clone(good), "more"...), false, "do not match its name"},
		{"html", []byte("<!doctype html>"), true, "cut off"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := os.WriteFile(path, c.data, 0o644); err != nil {
				t.Fatal(err)
			}
			r := report(t, dir)
			if len(r.Files) != len(sound.Files) || len(r.Problems) == 0 {
				t.Fatalf("%d files, problems %v", len(r.Files), r.Problems)
			}
			found := false
			for _, p := range r.Problems {
				if p.File != name {
					t.Errorf("%v is not in %s", p, name)
				}
				found = found || (p.Chunk != "") == c.chunk && strings.Contains(p.Error(), c.says)
			}
			if !found {
				t.Errorf("none of %.999v says %q", r.Problems, c.says)
			}
		})
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if r := report(t, dir); len(r.Problems) != 1 || r.Problems[0].File != name || len(r.Files) != len(sound.Files)-1 {
		t.Errorf("without the file: %v", r.Problems)
	}
}

func flip(data []byte, at int) []byte {
	out := bytes.Clone(data)
	out[at] ^= 1
	return out
}

// TestBadContent: files whose hashes and checksums are right but whose content is
// not.
func TestBadContent(t *testing.T) {
	dir := t.TempDir()
	w, err := packfile.NewWriter(dir, &pack.Root{Version: pack.Version, MinReader: pack.MinReader, Analysis: "xx-1"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kind    pack.Kind
		payload string
	}{{pack.KindLexicon, "L\x01\x00\x01a\x00\x00more"}, {pack.KindStore, "P\x00"}, {'Z', "anything"}} {
		if err := w.Add(c.kind, pack.Key{}, []byte(c.payload)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := report(t, dir)
	if len(r.Problems) != 2 || len(r.Notes) != 2 || r.Problems[0].PayloadOffset != 7 || !strings.Contains(r.Problems[0].Error(), "lexicon chunk 0, byte 7 of its content: 4 bytes after the end") ||
		!strings.Contains(r.Problems[1].Text, "the root says this is a store chunk") || !strings.Contains(strings.Join(r.Notes, " "), "'Z' is unknown") {
		t.Errorf("problems %v, notes %q", r.Problems, r.Notes)
	}
}

func TestBadRoot(t *testing.T) {
	dir, rootName := writePack(t, func(r *pack.Root) { r.MinReader = 99 })
	r := report(t, dir)
	if len(r.Problems) != 1 || r.Problems[0].File != rootName || !strings.Contains(r.Problems[0].Text, "version 99") {
		t.Errorf("a pack of the future: %v", r.Problems)
	}
	path := filepath.Join(dir, rootName)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data[:len(data)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	if r := report(t, dir); len(r.Problems) != 2 || len(r.Files) < 3 || len(r.Sections) != 5 || !strings.Contains(r.Problems[0].Text, "do not match its name") || !strings.Contains(r.Problems[1].Text, "unexpected EOF") {
		t.Errorf("half a root: %v", r.Problems)
	}
}

func TestNothingThere(t *testing.T) {
	empty := t.TempDir()
	for path, says := range map[string]string{empty: "holds 0 roots", filepath.Join(empty, "x.alm"): "no such file"} {
		if _, err := Open(path); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestGolden holds what is printed for the fixture of version 1.
func TestGolden(t *testing.T) {
	p, err := Open("../../index/pack/testdata/v1")
	if err != nil {
		t.Fatal(err)
	}
	r := p.Report()
	r.Path = "v1"
	var text, dumped bytes.Buffer
	if err := r.Write(&text); err != nil {
		t.Fatal(err)
	}
	if err := p.Dump(&dumped, -1); err != nil {
		t.Fatal(err)
	}
	if d := dumped.String(); len(r.Problems) != 0 || strings.Contains(d, "!!") || strings.Contains(d, "undivided") || strings.Count(d, "== ") != 5 {
		t.Errorf("%v\n%s", r.Problems, d)
	}
	const golden = "testdata/v1.report"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, text.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || !bytes.Equal(want, text.Bytes()) {
		t.Errorf("%s differs (%v); if that is meant, run go test ./build/inspect -update and read the diff. Now:\n%s", golden, err, text.Bytes())
	}
	if _, err := json.Marshal(r); err != nil {
		t.Error(err)
	}
}

// TestDumpOfChunk prints one chunk, also where positions must be divided by
// postings of several chunks.
func TestDumpOfChunk(t *testing.T) {
	dir, _ := writePack(t, nil)
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for n := range p.root.Chunks() {
		var out bytes.Buffer
		if err := p.Dump(&out, n); err != nil || strings.Count(out.String(), "== ") != 1 || !strings.Contains(out.String(), p.root.Name(n)) ||
			strings.Contains(out.String(), "!!") || strings.Contains(out.String(), "undivided") {
			t.Errorf("chunk %d: %v\n%.300s", n, err, out.String())
		}
	}
	if err := p.Dump(&bytes.Buffer{}, p.root.Chunks()); err == nil || !strings.Contains(err.Error(), "there is no chunk") {
		t.Errorf("%v", err)
	}
}
