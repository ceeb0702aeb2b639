package packfile

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"almanac/index/analyze"
	"almanac/index/pack"
)

// Reader reads the chunks of a pack from a directory.
type Reader struct {
	// Root is the pack's root; Payload its bytes.
	Root    *pack.Root
	Payload []byte
	// RootName is the root's file name.
	RootName string
	dir      string
	files    map[string][]byte
}

// Open reads the root in dir. There must be exactly one unless name names it.
func Open(dir, name string) (*Reader, error) {
	if name == "" {
		found, err := filepath.Glob(filepath.Join(dir, RootPrefix+"*.alm"))
		if err != nil || len(found) != 1 {
			return nil, fmt.Errorf("packfile: %s holds %d roots (%s*.alm), want one; name a directory that almanac build wrote", dir, len(found), RootPrefix)
		}
		name = filepath.Base(found[0])
	}
	r := &Reader{dir: dir, RootName: name, files: map[string][]byte{}}
	data, err := r.file(name)
	if err != nil {
		return nil, err
	}
	if r.Payload, err = Unfold(data); err != nil {
		return nil, fmt.Errorf("packfile: %s: %w", filepath.Join(dir, name), err)
	}
	if r.Root, err = pack.DecodeRoot(r.Payload, analyze.Version); err != nil {
		return nil, fmt.Errorf("packfile: %s: %w", filepath.Join(dir, name), err)
	}
	return r, nil
}

// Chunk returns the payload of chunk n.
func (r *Reader) Chunk(n int) ([]byte, error) {
	if n < 0 || n >= r.Root.Chunks() {
		return nil, fmt.Errorf("packfile: chunk %d does not exist, the pack has %d", n, r.Root.Chunks())
	}
	at := r.Root.Place(n)
	data, err := r.file(at.File)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.Root.Name(n), err)
	}
	path := filepath.Join(r.dir, at.File)
	if at.Offset+at.Length > len(data) {
		return nil, fmt.Errorf("packfile: %s, %s: cut off at byte %d, the chunk is bytes %d to %d; upload or build the site again",
			path, r.Root.Name(n), len(data), at.Offset, at.Offset+at.Length)
	}
	payload, err := Unfold(data[at.Offset : at.Offset+at.Length])
	if err != nil {
		return nil, fmt.Errorf("packfile: %s, %s at byte %d: %w", path, r.Root.Name(n), at.Offset, err)
	}
	return payload, nil
}

// file reads a whole file once and checks it against the hash in its name.
func (r *Reader) file(name string) ([]byte, error) {
	if data, ok := r.files[name]; ok {
		return data, nil
	}
	path := filepath.Join(r.dir, name)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("packfile: %w; upload or build the site again", err)
	}
	if want := strings.TrimPrefix(name, RootPrefix); Name(data) != want {
		return nil, fmt.Errorf("packfile: %s: its %d bytes do not match its name (they hash to %s); upload or build the site again",
			path, len(data), Name(data))
	}
	r.files[name] = data
	return data, nil
}

// Name returns the name of a file with the given content, without RootPrefix.
func Name(data []byte) string {
	sum := sha256.Sum256(data)
	return pack.FileName([pack.HashBytes]byte(sum[:pack.HashBytes]))
}

// Unfold decompresses one gzip member, which must be all of data, and checks its
// checksum.
func Unfold(data []byte) ([]byte, error) {
	in := bytes.NewReader(data)
	gz, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("not gzip: %w; upload or build the site again", err)
	}
	gz.Multistream(false)
	payload, err := io.ReadAll(io.LimitReader(gz, MaxPayload+1))
	if err != nil {
		return nil, fmt.Errorf("damaged: %w; upload or build the site again", err)
	}
	if len(payload) > MaxPayload {
		return nil, fmt.Errorf("a chunk unfolds to more than %d bytes; build the site again", MaxPayload)
	}
	if in.Len() > 0 {
		return nil, fmt.Errorf("damaged: %d bytes follow the chunk; upload or build the site again", in.Len())
	}
	return payload, nil
}
