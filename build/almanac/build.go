package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"almanac/build/site"
)

// newBuildCommand returns "almanac build".
func newBuildCommand() *cobra.Command {
	var out string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "build SOURCE...",
		Short: "Build a searchable site from articles",
		Long: `build writes a directory that any static host can serve: the pack, the engine,
the element and a page. It is written beside its place and put there when it is
complete, so an interrupted build leaves the site that was there.`,
		Example: `  almanac build articles/
  almanac build -o public/search news.jsonl
  almanac build articles/ && almanac serve dist`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := loadArchive(cmd, args)
			if err != nil {
				return err
			}
			if len(a.Articles) == 0 {
				if err := nameRefused(cmd.ErrOrStderr(), a); err != nil {
					return failure{fmt.Errorf("nothing is left to build from: %w", err)}
				}
			}
			progress := newReporter(cmd)
			report, err := site.Build(cmd.Context(), site.Options{Out: out, Articles: a.Articles, Progress: progress.report})
			progress.clear()
			if err != nil {
				return failure{err}
			}
			if err := printReport(cmd, report, asJSON); err != nil {
				return failure{err}
			}
			return nameRefused(cmd.ErrOrStderr(), a)
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "dist", "the directory to write")
	cmd.Flags().BoolVar(&asJSON, "json", false, "report as JSON")
	addProgressFlag(cmd)
	return cmd
}

func printReport(cmd *cobra.Command, r *site.Report, asJSON bool) error {
	w := cmd.OutOrStdout()
	if asJSON {
		return json.NewEncoder(w).Encode(r)
	}
	_, err := fmt.Fprintf(w, "%s: %d articles, %d passages, %d words; pack of %d files, %.1f KB\nLook at it: almanac serve %s\n",
		r.Out, r.Articles, r.Passages, r.Surfaces, r.PackFiles, float64(r.PackBytes)/1000, r.Out)
	return err
}
