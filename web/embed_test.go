package web

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadNamesTheRemedy(t *testing.T) {
	files := fstest.MapFS{
		"dist/.keep":       {},
		"dist/worker.js":   {},
		"dist/engine.wasm": {Data: []byte("\x00asm")},
	}
	for _, name := range []string{Script, Worker} {
		_, err := read(files, name)
		if !errors.Is(err, ErrNotBuilt) {
			t.Errorf("%s: got %v, want ErrNotBuilt", name, err)
		} else if !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "make build") {
			t.Errorf("%s: %q names neither the asset nor the remedy", name, err)
		}
	}
	if data, err := read(files, Engine); err != nil || string(data) != "\x00asm" {
		t.Errorf("%s: got %q, %v", Engine, data, err)
	}
}

func TestAssetKnowsOnlyItsDirectory(t *testing.T) {
	for _, name := range []string{"../embed.go", "", "/etc/passwd"} {
		if data, err := Asset(name); err == nil {
			t.Errorf("Asset(%q) returned %d bytes, want an error", name, len(data))
		}
	}
}
