package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"almanac/build/site"
	"almanac/index/packfile"
	"almanac/wasm/engine"
	"almanac/wasm/wire"
)

// queryOptions are the flags of "almanac query".
type queryOptions struct {
	pack     string
	queries  string
	limit    int
	asJSON   bool
	finished bool
}

// newQueryCommand returns "almanac query".
func newQueryCommand() *cobra.Command {
	var o queryOptions
	cmd := &cobra.Command{
		Use:   "query [TEXT]",
		Short: "Search a built site from the terminal",
		Long: `query answers with the engine that runs in the browser. The last word counts as
unfinished, as in the search box, unless --finished is given or a space follows it.

--queries reads a file of queries, one "id<TAB>text" a line, and prints a TREC run,
"id Q0 article rank score almanac"; there every word counts as finished.`,
		Example: `  almanac query "cybercrme crackdown"
  almanac query --pack public/search --json --limit 3 fraud
  almanac query --queries queries.tsv --limit 100 > run.txt`,
		Args: func(_ *cobra.Command, args []string) error {
			if (o.queries == "") != (len(args) > 0) {
				return fmt.Errorf("give either a text or --queries FILE")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := site.OpenPack(o.pack)
			if err != nil {
				return failure{err}
			}
			e, err := engine.Open(r.Payload)
			if err != nil {
				return failure{err}
			}
			if o.queries != "" {
				return o.run(cmd, e, r)
			}
			return o.answer(cmd.OutOrStdout(), e, r, strings.Join(args, " "))
		},
	}
	cmd.Flags().StringVar(&o.pack, "pack", "dist", "the site, or its pack directory")
	cmd.Flags().StringVar(&o.queries, "queries", "", "file of queries, id<TAB>text a line")
	cmd.Flags().IntVar(&o.limit, "limit", 10, "articles wanted")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "print what the browser's search() returns")
	cmd.Flags().BoolVar(&o.finished, "finished", false, "the last word is finished")
	return cmd
}

func (o *queryOptions) answer(w io.Writer, e *engine.Engine, r *packfile.Reader, text string) error {
	result, err := e.Begin(engine.Request{Text: text, Limit: o.limit, Typing: !o.finished}).Run(r.Chunk)
	if err != nil {
		return failure{err}
	}
	if !o.asJSON {
		return printResult(w, result)
	}
	var j wire.JSON
	wire.AppendResult(&j, result)
	_, err = fmt.Fprintf(w, "%s\n", j.Bytes())
	return err
}

func printResult(w io.Writer, r *engine.Result) error {
	for _, t := range r.Terms {
		switch {
		case t.Match == engine.Missing:
			fmt.Fprintf(w, "no article has %q\n", t.Text)
		case t.Match == engine.Typo:
			fmt.Fprintf(w, "%q read as %s\n", t.Text, strings.Join(t.As, ", "))
		}
	}
	printStatistics(w, r)
	fmt.Fprintf(w, "%d articles\n", r.Total)
	for i, a := range r.Articles {
		fmt.Fprintf(w, "\n%d. %s  [%s, %s, %.3f]\n", i+1, a.Title, a.ID, a.Match, a.Score)
		for _, p := range a.Passages {
			fmt.Fprintf(w, "   %s\n", strings.ReplaceAll(p.Text, "\n", "\n   "))
		}
	}
	return nil
}

// run answers a file of queries as a TREC run.
func (o *queryOptions) run(cmd *cobra.Command, e *engine.Engine, r *packfile.Reader) error {
	f, err := os.Open(o.queries)
	if err != nil {
		return failure{err}
	}
	defer f.Close()
	out := bufio.NewWriter(cmd.OutOrStdout())
	lines, refused := bufio.NewScanner(f), false
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		id, text, ok := strings.Cut(strings.TrimRight(lines.Text(), "\r"), "\t")
		if !ok || id == "" || strings.ContainsAny(id, " ") {
			fmt.Fprintf(cmd.ErrOrStderr(), "refused: %s:%d: want id<TAB>text, the id without spaces\n", o.queries, n)
			refused = true
			continue
		}
		result, err := e.Begin(engine.Request{Text: text, Limit: o.limit}).Run(r.Chunk)
		if err != nil {
			return failure{fmt.Errorf("%s:%d: %w", o.queries, n, err)}
		}
		for rank, a := range result.Articles {
			fmt.Fprintf(out, "%s Q0 %s %d %.6f almanac\n", id, a.ID, rank+1, a.Score)
		}
	}
	if err := lines.Err(); err != nil {
		return failure{fmt.Errorf("%s: %w", o.queries, err)}
	}
	if err := out.Flush(); err != nil {
		return failure{err}
	}
	if refused {
		return errRefused
	}
	return nil
}
