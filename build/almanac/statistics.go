package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"almanac/index/article"
	"almanac/index/source"
	"almanac/index/statistic"
	"almanac/index/statistic/export"
)

// mined is what was found in one article.
type mined struct {
	article  *article.Article
	found    []statistic.Statistic
	rejected []statistic.Rejected
	offsets  []export.Offsets
}

// newStatisticsCommand returns "almanac statistics".
func newStatisticsCommand() *cobra.Command {
	var asJSON, report, all bool
	var format, output string
	cmd := &cobra.Command{
		Use:   "statistics SOURCE...",
		Short: "Print the statistics stated in the articles",
		Long: `statistics reads the articles as build does and prints what numbers they state: how
many, how much, what share, what change, of what, when, by whose account.

--report lists every number of each article for an editor: those accepted, those
that are doubtful, and those rejected, each with the reason. --all adds quantities
that state no statistic (the two men, a man aged 35).`,
		Example: `  almanac statistics build/sample
  almanac statistics build/sample --json | jq -r '[.value, .unit, .measure] | @tsv'
  almanac statistics build/sample --report
  almanac statistics build/sample --format csv -o statistics.csv`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := statisticsWriter(asJSON, report, format)
			if err != nil {
				return err
			}
			a, err := loadArchive(cmd, args)
			if err != nil {
				return err
			}
			list, err := mine(cmd.Context(), a.Articles)
			if err != nil {
				return err
			}
			if !all && !report {
				keepStatistics(list)
			}
			locate(cmd.Context(), args, list)
			if err := writeStatistics(cmd.OutOrStdout(), output, format, list, write); err != nil {
				return failure{err}
			}
			return nameRefused(cmd.ErrOrStderr(), a)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	cmd.Flags().BoolVar(&report, "report", false, "every number with the reason why it was accepted or not")
	cmd.Flags().BoolVar(&all, "all", false, "add quantities that state no statistic")
	cmd.Flags().StringVar(&format, "format", "", "export as jsonld (schema.org) or csv (with a CSVW description if -o is given)")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this file instead of stdout")
	cmd.MarkFlagsMutuallyExclusive("json", "report", "format")
	addProgressFlag(cmd)
	return cmd
}

type writer func(w io.Writer, list []mined) error

func statisticsWriter(asJSON, report bool, format string) (writer, error) {
	switch {
	case format == "csv":
		return func(w io.Writer, list []mined) error { return export.CSV(w, entries(list)) }, nil
	case format == "jsonld":
		return func(w io.Writer, list []mined) error { return export.JSONLD(w, entries(list)) }, nil
	case format != "":
		return nil, fmt.Errorf("unknown format %q: give jsonld or csv", format)
	case asJSON:
		return writeLines, nil
	case report:
		return writeReport, nil
	}
	return writePlain, nil
}

// mine extracts the statistics of articles on all processors; each result has
// its article's place.
func mine(ctx context.Context, articles []*article.Article) ([]mined, error) {
	out := make([]mined, len(articles))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(articles)) {
		wait.Go(func() {
			e := statistic.NewExtractor(nil)
			for i := int(next.Add(1)) - 1; i < len(articles) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				found, rejected := e.Extract(articles[i])
				out[i] = mined{article: articles[i], found: found, rejected: rejected}
			}
		})
	}
	wait.Wait()
	return out, ctx.Err()
}

// keepStatistics drops the mentions.
func keepStatistics(list []mined) {
	for i := range list {
		kept := list[i].found[:0]
		for _, s := range list[i].found {
			if s.Salience != statistic.Mention {
				kept = append(kept, s)
			}
		}
		list[i].found = kept
	}
}

func entries(list []mined) []export.Entry {
	var out []export.Entry
	for i := range list {
		for j := range list[i].found {
			out = append(out, export.Entry{Article: list[i].article, Statistic: &list[i].found[j]})
		}
	}
	return out
}

// locate finds the values' places in the raw texts, which it reads once more:
// the archive does not keep them.
func locate(ctx context.Context, paths []string, list []mined) {
	byOrigin := make(map[string]int, len(list))
	for i := range list {
		byOrigin[list[i].article.Origin+"\x00"+list[i].article.ID] = i
	}
	for rec, err := range source.Read(ctx, paths, source.Options{}) {
		if err != nil {
			continue // named already
		}
		i, ok := byOrigin[rec.Origin+"\x00"+rec.ID]
		if !ok {
			continue
		}
		m := &list[i]
		m.offsets = export.Locate(rec.Text, m.article, m.found)
	}
}

func writeStatistics(out io.Writer, path, format string, list []mined, write writer) error {
	if path == "" {
		w := bufio.NewWriterSize(out, 1<<16)
		if err := write(w, list); err != nil {
			return err
		}
		return w.Flush()
	}
	if err := writeFile(path, func(w io.Writer) error { return write(w, list) }); err != nil {
		return err
	}
	if format != "csv" {
		return nil
	}
	return writeFile(path+"-metadata.json", func(w io.Writer) error { return export.CSVW(w, filepath.Base(path)) })
}

func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<16)
	if err := write(w); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
