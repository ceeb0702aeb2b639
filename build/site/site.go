// Package site writes a directory that any static host can serve: the pack, the
// engine, the worker, the element and a page.
package site

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"almanac/index/article"
	"almanac/index/pack"
	"almanac/index/packfile"
)

// ManifestName is the manifest's file name; it also marks a directory as a site.
const ManifestName = "almanac.json"

// Options say what to build and where.
type Options struct {
	// Out is the site's directory. An older site there is replaced.
	Out      string
	Articles []*article.Article
	// Progress may be nil.
	Progress func(stage string, done, total int)
}

// Report describes a finished site.
type Report struct {
	Out      string `json:"out"`
	Articles int    `json:"articles"`
	Passages int    `json:"passages"`
	Terms    int    `json:"terms"`
	Surfaces int    `json:"surfaces"`
	// PackFiles and PackBytes count the pack, its root included.
	PackFiles int   `json:"packFiles"`
	PackBytes int64 `json:"packBytes"`
}

// Build writes the site into a directory beside Out and puts it in Out's place
// when it is complete: whatever interrupts it, Out holds a whole site, the old
// one or the new one.
func Build(ctx context.Context, o Options) (*Report, error) {
	out, err := filepath.Abs(o.Out)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	if err := replaceable(out); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	work, err := os.MkdirTemp(filepath.Dir(out), "."+filepath.Base(out)+"-building-")
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	defer os.RemoveAll(work)
	fresh := filepath.Join(work, "site")
	result, err := writeSite(ctx, fresh, work, o)
	if err != nil {
		return nil, err
	}
	report, err := describe(fresh, result)
	if err != nil {
		return nil, err
	}
	report.Out = o.Out
	return report, swap(fresh, out, work)
}

// replaceable refuses to build over what is not a site: the old directory will
// be deleted.
func replaceable(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if _, err := os.Stat(filepath.Join(out, ManifestName)); err != nil {
		return fmt.Errorf("site: %s holds files but no %s, so it is not a site of ours and would be deleted; name another directory or empty this one", out, ManifestName)
	}
	return nil
}

// swap puts fresh in the place of out; the old site goes into work, which the
// caller deletes, or back where it was if the new one cannot be put there.
func swap(fresh, out, work string) error {
	old := filepath.Join(work, "old")
	err := os.Rename(out, old)
	hadOld := err == nil
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("site: moving the old site away: %w", err)
	}
	if err := os.Rename(fresh, out); err != nil {
		err = fmt.Errorf("site: moving the new site into place: %w", err)
		if hadOld {
			err = errors.Join(err, os.Rename(old, out))
		}
		return err
	}
	return nil
}

func writeSite(ctx context.Context, fresh, work string, o Options) (*Packed, error) {
	packDir := filepath.Join(fresh, PackDir)
	if err := os.MkdirAll(packDir, 0o755); err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	result, err := Pack(ctx, packDir, work, o.Articles, o.Progress)
	if err != nil {
		return nil, err
	}
	return result, writeAssets(fresh, result.RootName)
}

func describe(fresh string, p *Packed) (*Report, error) {
	r := &Report{Articles: p.Root.Articles, Passages: p.Root.Passages, Terms: p.Root.Terms, Surfaces: p.Root.Surfaces}
	entries, err := os.ReadDir(filepath.Join(fresh, PackDir))
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return nil, fmt.Errorf("site: %w", err)
		}
		r.PackFiles++
		r.PackBytes += info.Size()
	}
	return r, nil
}

// OpenPack opens the pack of a site, or of a bare pack directory.
func OpenPack(dir string) (*packfile.Reader, error) {
	m, err := ReadManifest(dir)
	if errors.Is(err, os.ErrNotExist) {
		return packfile.Open(dir, "")
	}
	if err != nil {
		return nil, err
	}
	return packfile.Open(filepath.Join(dir, filepath.Dir(m.Root)), filepath.Base(m.Root))
}

// Packed is a written pack.
type Packed struct {
	Root     *pack.Root
	RootName string
}
