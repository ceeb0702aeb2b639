package main

import (
	"bufio"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"almanac/build/inspect"
)

// newInspectCommand returns "almanac inspect".
func newInspectCommand() *cobra.Command {
	var o inspectOptions
	cmd := &cobra.Command{
		Use:   "inspect PACK",
		Short: "Examine a built pack: its sizes, its bytes, its damage",
		Long: `inspect reads every byte of a pack and checks every hash, checksum and field. PACK
is a site, its pack directory, a root, or another file ending in .alm. What is
damaged is named on stderr with file, chunk and offset, and the rest is examined
all the same.

--dump prints each field on a line: offset, bytes, value and meaning.`,
		Example: `  almanac inspect dist
  almanac inspect --json dist | jq .sections
  almanac inspect --dump --chunk 3 dist`,
		Args: cobra.ExactArgs(1),
		PreRunE: func(cmd *cobra.Command, _ []string) error {
			if o.asJSON && (o.dump || cmd.Flags().Changed("chunk")) {
				return fmt.Errorf("--json goes with neither --dump nor --chunk")
			}
			if cmd.Flags().Changed("chunk") && o.chunk < 0 {
				return fmt.Errorf("chunks are numbered from 0")
			}
			o.dump = o.dump || cmd.Flags().Changed("chunk")
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args[0]) },
	}
	cmd.Flags().BoolVar(&o.dump, "dump", false, "print the annotated bytes of the root and of all chunks")
	cmd.Flags().IntVar(&o.chunk, "chunk", -1, "print those of this chunk only")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "print the report as JSON")
	return cmd
}

type inspectOptions struct {
	dump, asJSON bool
	chunk        int
}

func (o *inspectOptions) run(cmd *cobra.Command, path string) error {
	p, err := inspect.Open(path)
	if err != nil {
		return failure{err}
	}
	out := bufio.NewWriterSize(cmd.OutOrStdout(), 1<<16)
	report := p.Report()
	switch {
	case o.dump:
		err = p.Dump(out, o.chunk)
	case o.asJSON:
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(report)
	default:
		err = report.Write(out)
	}
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return failure{err}
	}
	for _, problem := range report.Problems {
		fmt.Fprintf(cmd.ErrOrStderr(), "damaged: %v\n", problem)
	}
	if len(report.Problems) > 0 {
		return errRefused
	}
	return nil
}
