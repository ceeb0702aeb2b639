package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// The exit codes, as the help states them.
const (
	exitDone    = 0
	exitRefused = 1
	exitUsage   = 2
)

// errRefused ends a command that did all it could but had to refuse some input,
// each piece of which it has already named on stderr.
var errRefused = errors.New("some input was refused")

// failure is an error of the work itself, as opposed to one of usage: exit 1.
type failure struct{ error }

// Unwrap returns the cause.
func (f failure) Unwrap() error { return f.error }

// newRoot returns the command with all its subcommands. A new subcommand is a
// file with its constructor, and a line here.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "almanac",
		Short: "Full-text search over articles, in the reader's browser",
		Long: `almanac turns a folder of articles into a searchable page that any static host
can serve: the search runs in the reader's browser.

A SOURCE is a .txt file (one article), a .jsonl file (one article a line, with the
keys id, title, date, section, url and text), or a folder of such files.

Exit codes: 0 done; 1 some input was refused, each named on stderr, the rest done;
2 wrong usage.`,
		Example: `  almanac build articles/                a site in dist/
  almanac query cybercrime               what the site answers
  almanac articles articles/             what is read from a folder, as text
  almanac articles articles/ --explain   what was removed, and why`,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newBuildCommand(), newServeCommand(), newQueryCommand(), newInspectCommand(), newArticlesCommand(), newStatisticsCommand())
	return root
}

// run executes one command line and returns its exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	root := newRoot()
	root.SetArgs(append([]string{}, args...)) // nil would mean os.Args
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	cmd, err := root.ExecuteContextC(ctx)
	var failed failure
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRefused):
		return exitRefused
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(errOut, "almanac: interrupted")
		return exitRefused
	case errors.As(err, &failed):
		fmt.Fprintf(errOut, "almanac: %v\n", err)
		return exitRefused
	}
	fmt.Fprintf(errOut, "almanac: %v\nSee %q.\n", err, cmd.CommandPath()+" --help")
	return exitUsage
}
