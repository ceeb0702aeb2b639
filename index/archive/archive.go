// Package archive turns the files of an archive into clean articles, each text
// once: it reads, cleans and finds duplicates, and accounts for every record that
// went in.
package archive

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"

	"almanac/index/article"
	"almanac/index/clean"
	"almanac/index/dedupe"
	"almanac/index/source"
)

// Archive is what was found. Every record is an article, a duplicate or a refusal.
type Archive struct {
	// Articles are to be indexed, in the order of the files.
	Articles []*article.Article
	// Duplicates repeat one of Articles.
	Duplicates []dedupe.Duplicate
	// Refused says for each record that yielded no article where it stands, why,
	// and what to do: first each *source.Error, then each *clean.Error, both in the
	// order of the files.
	Refused []error
	// Skipped are files in folders that are of no known kind.
	Skipped []string
}

// Progress is told how far the work has come: a stage ("reading", "cleaning",
// "comparing"), what is done and, where known, of how much. It is called from one
// goroutine at a time.
type Progress func(stage string, done, total int)

// ErrEmpty means that the paths held no readable record at all.
var ErrEmpty = errors.New("no articles found: give a folder or files ending in .txt or .jsonl")

// Load reads the archive in paths, as source.Read does, and cleans it. Records are
// cleaned on all processors; the result does not depend on how many there are.
// progress may be nil. The error is ctx's, or ErrEmpty if nothing was read and
// nothing refused; what is wrong with single records is in Archive.Refused.
// Memory is a small multiple of the text's size, since what repeats on many pages
// shows only when all have been read.
func Load(ctx context.Context, paths []string, progress Progress) (*Archive, error) {
	if progress == nil {
		progress = func(string, int, int) {}
	}
	a := &Archive{}
	records, repeated := a.read(ctx, paths, progress)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(records) == 0 && len(a.Refused) == 0 {
		return nil, ErrEmpty
	}
	cleaned, err := cleanAll(ctx, records, clean.New(repeated), progress)
	if err != nil {
		return nil, err
	}
	var articles []*article.Article
	refused := a.Refused
	for _, c := range cleaned {
		if c.err != nil {
			refused = append(refused, c.err)
			continue
		}
		articles = append(articles, c.article)
	}
	a.Refused = refused
	progress("comparing", 0, len(articles))
	a.Articles, a.Duplicates = dedupe.Find(articles)
	progress("comparing", len(articles), len(articles))
	return a, nil
}

func (a *Archive) read(ctx context.Context, paths []string, progress Progress) ([]source.Record, *clean.Repetition) {
	var records []source.Record
	repeated := clean.NewRepetition()
	options := source.Options{Skipped: func(p string) { a.Skipped = append(a.Skipped, p) }}
	for rec, err := range source.Read(ctx, paths, options) {
		if err != nil {
			a.Refused = append(a.Refused, err)
			continue
		}
		repeated.Add(rec.Text)
		records = append(records, rec)
		progress("reading", len(records), 0)
	}
	return records, repeated
}

type outcome struct {
	article *article.Article
	err     error
}

// cleanAll cleans records in parallel; each result has its record's place.
func cleanAll(ctx context.Context, records []source.Record, c *clean.Cleaner, progress Progress) ([]outcome, error) {
	out := make([]outcome, len(records))
	var next, done atomic.Int64
	var wait sync.WaitGroup
	var report sync.Mutex
	for range min(runtime.GOMAXPROCS(0), len(records)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(records) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				out[i].article, out[i].err = c.Clean(records[i])
				n := int(done.Add(1))
				report.Lock()
				progress("cleaning", n, len(records))
				report.Unlock()
			}
		})
	}
	wait.Wait()
	return out, ctx.Err()
}
