package packfile

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"almanac/index/analyze"
	"almanac/index/pack"
)

// noise is text that compresses to about three quarters.
func noise(random *rand.Rand, n int) []byte {
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(random.IntN(64))
	}
	return out
}

type written struct {
	dir, rootName string
	payloads      [][]byte
}

// write makes a pack whose chunks have the given sizes, one half of them lexicon.
func write(t *testing.T, sizes ...int) written {
	t.Helper()
	w := written{dir: t.TempDir()}
	out, err := NewWriter(w.dir, &pack.Root{Version: pack.Version, MinReader: pack.MinReader, Analysis: analyze.Version})
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i, n := range sizes {
		kind, key := pack.KindLexicon, pack.Key{Word: string(rune('a' + i))}
		if i >= len(sizes)/2 {
			kind, key = pack.KindStore, pack.Key{First: uint32(i)}
		}
		payload := noise(random, n)
		w.payloads = append(w.payloads, payload)
		if err := out.Add(kind, key, payload); err != nil {
			t.Fatal(err)
		}
	}
	if w.rootName, err = out.Close(); err != nil {
		t.Fatal(err)
	}
	return w
}

// files returns the files' names, the root last.
func (w written) files(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(w.dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if e.Name() != w.rootName {
			out = append(out, e.Name())
		}
	}
	return append(out, w.rootName)
}

func TestRoundTrip(t *testing.T) {
	w := write(t, 10, 0, 20000, 70000, 100, 60000, 60000, 5)
	r, err := Open(w.dir, "")
	if err != nil {
		t.Fatal(err)
	}
	if r.RootName != w.rootName || r.Root.Chunks() != len(w.payloads) {
		t.Fatalf("root %s with %d chunks, want %s with %d", r.RootName, r.Root.Chunks(), w.rootName, len(w.payloads))
	}
	for n, want := range w.payloads {
		if got, err := r.Chunk(n); err != nil || !bytes.Equal(got, want) {
			t.Errorf("chunk %d: %d bytes, want %d: %v", n, len(got), len(want), err)
		}
	}
	for _, n := range []int{-1, len(w.payloads)} {
		if _, err := r.Chunk(n); err == nil || !strings.Contains(err.Error(), "does not exist, the pack has 8") {
			t.Errorf("chunk %d: %v", n, err)
		}
	}
}

// TestGrouping: a file is closed as soon as it holds FileBytes, and not before.
func TestGrouping(t *testing.T) {
	w := write(t, 30000, 30000, 30000, 10, 90000, 90000, 10, 10)
	r, err := Open(w.dir, w.rootName)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i, f := range r.Root.Files {
		size := 0
		for last := f.Chunks - 1; f.Chunks > 0; f.Chunks-- {
			size += r.Root.Lengths[n]
			n++
			if full := size >= FileBytes; full && f.Chunks > 1 || !full && f.Chunks == 1 && i+1 < len(r.Root.Files) {
				t.Errorf("file %d of %d chunks has %d bytes before its last %d", i, last+1, size, f.Chunks-1)
			}
		}
	}
	if len(r.Root.Files) != 4 {
		t.Errorf("%d files", len(r.Root.Files))
	}
}

// TestTinyArchive is a root and one file.
func TestTinyArchive(t *testing.T) {
	if files := write(t, 500, 900, 1200, 300).files(t); len(files) != 2 {
		t.Errorf("files %v", files)
	}
	if files := write(t).files(t); len(files) != 1 {
		t.Errorf("files of a pack without chunks: %v", files)
	}
}

// TestFilesAreGzip: a pack file is the concatenation of its chunks for any tool.
func TestFilesAreGzip(t *testing.T) {
	w := write(t, 500, 900, 1200)
	f, err := os.Open(filepath.Join(w.dir, w.files(t)[0]))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gz, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(gz)
	if err != nil || !bytes.Equal(got, slices.Concat(w.payloads...)) {
		t.Errorf("%d bytes: %v", len(got), err)
	}
}

func TestDeterministic(t *testing.T) {
	a, b := write(t, 10, 70000, 100), write(t, 10, 70000, 100)
	if !slices.Equal(a.files(t), b.files(t)) {
		t.Errorf("%v and %v", a.files(t), b.files(t))
	}
}

func TestKindsStayTogether(t *testing.T) {
	out, err := NewWriter(t.TempDir(), &pack.Root{})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []pack.Kind{pack.KindLexicon, pack.KindStore} {
		if err := out.Add(kind, pack.Key{}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Add(pack.KindLexicon, pack.Key{}, nil); err == nil || !strings.Contains(err.Error(), "lexicon chunk comes after") {
		t.Errorf("%v", err)
	}
}

func TestWriterFails(t *testing.T) {
	out, err := NewWriter(filepath.Join(t.TempDir(), "missing"), &pack.Root{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Close(); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("%v", err)
	}
}

// readAll opens a pack and reads every chunk.
func readAll(dir string) error {
	r, err := Open(dir, "")
	if err != nil {
		return err
	}
	for n := range r.Root.Chunks() {
		if _, err := r.Chunk(n); err != nil {
			return err
		}
	}
	return nil
}

// TestEveryDamageIsFound flips every bit of a small pack and cuts it at every
// byte. The error names the file.
func TestEveryDamageIsFound(t *testing.T) {
	w := write(t, 8, 12)
	for _, name := range w.files(t) {
		path := filepath.Join(w.dir, name)
		good, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		check := func(what string, at int, data []byte) {
			t.Helper()
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
			if err := readAll(w.dir); err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("%s %s at %d: %v", name, what, at, err)
			}
		}
		for n := range good {
			check("cut", n, good[:n])
		}
		check("longer", len(good), append(slices.Clone(good), 0))
		for bit := range 8 * len(good) {
			bad := slices.Clone(good)
			bad[bit/8] ^= 1 << (bit % 8)
			check("flipped", bit, bad)
		}
		if err := os.WriteFile(path, good, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := readAll(w.dir); err != nil {
		t.Error(err)
	}
}

// TestEveryDamageOfAMember does the same without the file's hash: the checksum of
// the gzip member must do, as it does in the browser. The bits of the header that
// say nothing about the content (time, flags of the compressor, system) are free.
func TestEveryDamageOfAMember(t *testing.T) {
	w := write(t, 40)
	want := w.payloads[0]
	good, err := os.ReadFile(filepath.Join(w.dir, w.files(t)[0]))
	if err != nil {
		t.Fatal(err)
	}
	for n := range good {
		if _, err := Unfold(good[:n]); err == nil {
			t.Errorf("cut at %d", n)
		}
	}
	if _, err := Unfold(slices.Concat(good, good)); err == nil || !strings.Contains(err.Error(), "bytes follow the chunk") {
		t.Errorf("two members: %v", err)
	}
	for bit := range 8 * len(good) {
		bad := slices.Clone(good)
		bad[bit/8] ^= 1 << (bit % 8)
		if got, err := Unfold(bad); err == nil && !bytes.Equal(got, want) {
			t.Errorf("bit %d changes the payload unnoticed", bit)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	w := write(t, 10)
	chunks := w.files(t)[0]
	other := write(t, 11)
	data, err := os.ReadFile(filepath.Join(other.dir, other.rootName))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(w.dir, other.rootName), data, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ dir, name, says string }{
		{t.TempDir(), "", "holds 0 roots"}, {w.dir, "", "holds 2 roots"}, {w.dir, "root.missing.alm", "no such file"},
	} {
		if _, err := Open(c.dir, c.name); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.says, err)
		}
	}
	if err := os.Remove(filepath.Join(w.dir, chunks)); err != nil {
		t.Fatal(err)
	}
	r, err := Open(w.dir, w.rootName)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Chunk(0); err == nil || !strings.Contains(err.Error(), "chunk 0") || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("%v", err)
	}
}

// TestOtherAnalysis: a pack whose words were analysed otherwise is refused by
// name.
func TestOtherAnalysis(t *testing.T) {
	dir := t.TempDir()
	out, err := NewWriter(dir, &pack.Root{Version: pack.Version, MinReader: pack.MinReader, Analysis: "xx-1"})
	if err != nil {
		t.Fatal(err)
	}
	name, err := out.Close()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, ""); err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "xx-1") {
		t.Errorf("%v", err)
	}
}
