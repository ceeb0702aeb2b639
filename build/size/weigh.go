package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/andybalholm/brotli"

	"almanac/build/site"
	"almanac/index/archive"
)

// assets are what every site has.
var assets = []string{"web/dist/engine.wasm", "web/dist/almanac.js", "web/dist/worker.js", "web/dist/chart.js"}

const (
	sampleDir  = "build/sample"
	samplePack = "pack of " + sampleDir
)

// weight is what one thing weighs, in bytes. gzip and brotli are 0 for a pack,
// whose chunks are compressed already; pages is 0 for what is not WebAssembly.
type weight struct {
	name              string
	raw, gzip, brotli int
	pages, files      int
}

// weighAll weighs the assets, the sample's pack and, if dir is not empty, the pack
// in dir.
func weighAll(ctx context.Context, dir string) ([]weight, error) {
	weights, err := weighAssets()
	if err != nil {
		return nil, err
	}
	sample, err := weighSample(ctx)
	if err != nil {
		return nil, err
	}
	weights = append(weights, sample)
	if dir != "" {
		w, err := weighPack("pack of "+dir, packDir(dir))
		if err != nil {
			return nil, err
		}
		weights = append(weights, w)
	}
	return weights, nil
}

// weighAssets weighs all assets at once: brotli takes seconds for the engine.
func weighAssets() ([]weight, error) {
	weights, errs := make([]weight, len(assets)), make([]error, len(assets))
	var wg sync.WaitGroup
	for i, name := range assets {
		wg.Go(func() { weights[i], errs[i] = weighFile(name) })
	}
	wg.Wait()
	return weights, errors.Join(errs...)
}

func weighFile(name string) (weight, error) {
	data, err := os.ReadFile(filepath.FromSlash(name))
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(data) == 0 {
		return weight{}, fmt.Errorf("%s is not there; run `make build`", name)
	}
	if err != nil {
		return weight{}, err
	}
	w := weight{name: name, raw: len(data), files: 1}
	if w.gzip, err = gzipSize(data); err != nil {
		return weight{}, fmt.Errorf("%s: %w", name, err)
	}
	if w.brotli, err = brotliSize(data); err != nil {
		return weight{}, fmt.Errorf("%s: %w", name, err)
	}
	if filepath.Ext(name) == ".wasm" {
		module, err := parseModule(data)
		if err != nil {
			return weight{}, fmt.Errorf("%s: %w", name, err)
		}
		w.pages = module.memoryPages
	}
	return w, nil
}

// gzipSize and brotliSize return the compressed sizes at the highest levels, which
// is what a host that compresses ahead of time sends.
func gzipSize(data []byte) (int, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	return compressedSize(&b, w, data)
}

func brotliSize(data []byte) (int, error) {
	var b bytes.Buffer
	return compressedSize(&b, brotli.NewWriterLevel(&b, brotli.BestCompression), data)
}

func compressedSize(b *bytes.Buffer, w io.WriteCloser, data []byte) (int, error) {
	if _, err := w.Write(data); err != nil {
		return 0, err
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	return b.Len(), nil
}

// weighSample builds the sample's pack in a temporary directory.
func weighSample(ctx context.Context) (weight, error) {
	a, err := archive.Load(ctx, []string{sampleDir}, nil)
	if err != nil {
		return weight{}, fmt.Errorf("%s: %w", sampleDir, err)
	}
	work, err := os.MkdirTemp("", "almanac-size-")
	if err != nil {
		return weight{}, err
	}
	defer os.RemoveAll(work)
	dir := filepath.Join(work, "pack")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return weight{}, err
	}
	if _, err := site.Pack(ctx, dir, work, a.Articles, nil); err != nil {
		return weight{}, err
	}
	return weighPack(samplePack, dir)
}

// packDir returns where the pack is: below a site, or dir itself.
func packDir(dir string) string {
	if below := filepath.Join(dir, site.PackDir); isDir(below) {
		return below
	}
	return dir
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

func weighPack(name, dir string) (weight, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.alm"))
	if err != nil {
		return weight{}, err
	}
	if len(files) == 0 {
		return weight{}, fmt.Errorf("%s holds no pack file (*.alm); build a site there first", dir)
	}
	w := weight{name: name, files: len(files)}
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			return weight{}, err
		}
		w.raw += int(info.Size())
	}
	return w, nil
}
