package site

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"almanac/index/article"
	"almanac/index/bleveindex"
	"almanac/index/compile"
	"almanac/index/pack"
	"almanac/index/passage"
)

// PackDir is the directory of the pack in a site.
const PackDir = "pack"

// Pack indexes the articles with bleve in a directory below work and writes the
// pack into dir.
func Pack(ctx context.Context, dir, work string, articles []*article.Article, progress func(stage string, done, total int)) (*Packed, error) {
	x, err := Index(ctx, work, articles, progress)
	if err != nil {
		return nil, err
	}
	defer x.Close()
	statistics, err := Statistics(ctx, work, articles)
	if err != nil {
		return nil, err
	}
	if statistics != nil {
		defer statistics.Index.Close()
	}
	result, err := compile.CompileWith(x, statistics, dir, languages(articles), progress)
	if err != nil {
		return nil, err
	}
	return &Packed{result.Root, result.RootName}, nil
}

// Index indexes the articles' passages with bleve below work. The caller closes
// the index and deletes work.
func Index(ctx context.Context, work string, articles []*article.Article, progress func(stage string, done, total int)) (*bleveindex.Index, error) {
	dir := filepath.Join(work, "bleve")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	builder, err := bleveindex.NewBuilder(dir)
	if err != nil {
		return nil, err
	}
	for i, a := range articles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, d := range Documents(uint32(i), a) {
			if err := builder.Add(&d); err != nil {
				return nil, fmt.Errorf("%s: %w", a.Origin, err)
			}
		}
		if progress != nil {
			progress("indexing articles", i+1, len(articles))
		}
	}
	return builder.Finish()
}

// Documents returns what is indexed of an article: its passages. An article
// without text is found by its title.
func Documents(number uint32, a *article.Article) []bleveindex.Document {
	meta := &pack.Meta{ID: a.ID, Title: a.Title, Subtitle: a.Subtitle, Author: a.Author, Source: a.Source,
		Published: a.Published, Section: a.Section, URL: a.URL, Language: a.Language}
	headings := map[string]int{}
	for _, h := range a.Headings() {
		if headings[h.Text] == 0 {
			meta.Headings = append(meta.Headings, h.Text)
			headings[h.Text] = len(meta.Headings)
		}
	}
	passages := passage.Cut(a)
	if len(passages) == 0 {
		passages = []passage.Passage{{}}
	}
	out := make([]bleveindex.Document, len(passages))
	for i, p := range passages {
		out[i] = bleveindex.Document{
			Passage: pack.MakePassage(number, uint32(p.Ordinal)),
			Title:   a.Title, Heading: p.Heading, Body: p.Text,
			Shown: pack.Text{Heading: headings[p.Heading], Paragraph: p.Paragraph, Text: p.Text},
		}
	}
	// The standfirst belongs to the article's beginning, though it is shown above it.
	out[0].Meta = meta
	out[0].Body = joinNonEmpty(a.Subtitle, out[0].Body)
	return out
}

func joinNonEmpty(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

// languages lists the articles' languages, the most frequent first.
func languages(articles []*article.Article) []string {
	count := map[string]int{}
	for _, a := range articles {
		if a.Language != "" {
			count[a.Language]++
		}
	}
	out := make([]string, 0, len(count))
	for l := range count {
		out = append(out, l)
	}
	sort.Slice(out, func(i, j int) bool {
		if count[out[i]] != count[out[j]] {
			return count[out[i]] > count[out[j]]
		}
		return out[i] < out[j]
	})
	return out
}
