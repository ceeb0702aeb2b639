package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/spf13/cobra"
)

// reporter writes how far long work has come, on one line that it overwrites. A
// nil reporter is silent. It may be called from several goroutines.
type reporter struct {
	mu      sync.Mutex
	out     io.Writer
	now     func() time.Time
	stage   string
	started time.Time
	shown   time.Time
	width   int
}

// reportEvery is the least time between two lines: more often than a person can
// read would only slow the work down.
const reportEvery = 100 * time.Millisecond

// addProgressFlag gives a command the flag newReporter looks at.
func addProgressFlag(cmd *cobra.Command) {
	cmd.Flags().Bool("progress", false, "show progress on stderr even if that is not a terminal")
}

// newReporter returns a reporter on the command's stderr, or nil if that is not a
// terminal and --progress was not given.
func newReporter(cmd *cobra.Command) *reporter {
	out := cmd.ErrOrStderr()
	if wanted, _ := cmd.Flags().GetBool("progress"); !wanted && !isTerminal(out) {
		return nil
	}
	return &reporter{out: out, now: time.Now}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// report shows that done of total are done in a stage; total 0 means unknown. The
// first report of a stage is always shown.
func (r *reporter) report(stage string, done, total int) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.now()
	if stage != r.stage {
		r.stage, r.started = stage, now
	} else if now.Sub(r.shown) < reportEvery {
		return
	}
	r.shown = now
	line := fmt.Sprintf("%s %d", stage, done)
	if total > 0 {
		line += fmt.Sprintf(" of %d (%d%%)", total, done*100/total)
	}
	if s := now.Sub(r.started).Seconds(); s >= 1 {
		line += fmt.Sprintf(", %.0f a second", float64(done)/s)
	}
	r.write(line)
}

// write replaces the line shown.
func (r *reporter) write(line string) {
	fmt.Fprintf(r.out, "\r%-*s", r.width, line)
	r.width = len(line)
}

// clear removes the line, so that other messages can follow.
func (r *reporter) clear() {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.width > 0 {
		r.write("")
		fmt.Fprint(r.out, "\r")
		r.width, r.stage = 0, ""
	}
}
