package main

import (
	"fmt"
	"io"

	"almanac/index/pack"
	"almanac/wasm/engine"
)

// printStatistics prints what the query was read as and the statistics found.
func printStatistics(w io.Writer, r *engine.Result) {
	for _, p := range r.Understood {
		fmt.Fprintf(w, "understood as %s: %s\n", p.Kind, p.Label)
	}
	if r.Nearest != nil {
		fmt.Fprintf(w, "no exact match, closest instead; years there are: %v\n", r.Nearest.Years)
	}
	if len(r.Statistics) == 0 {
		return
	}
	fmt.Fprintf(w, "%d statistics\n", len(r.Statistics))
	for i := range r.Statistics {
		x := &r.Statistics[i]
		value := x.Sentence
		if end := x.ValueStart + x.ValueLength; int(end) <= len(value) {
			value = value[x.ValueStart:end]
		}
		bound := pack.BoundNames[x.Bound]
		fmt.Fprintf(w, "\n%d. %s %s  %s", i+1, value, x.Figure.Unit.Name, x.Label)
		if bound != "exact" {
			fmt.Fprintf(w, "  (%s)", bound)
		}
		if c := x.Change; c != nil {
			fmt.Fprintf(w, "  %s %g %%", pack.TrendNames[c.Trend], float64(c.Percent)/1e6)
		}
		fmt.Fprintf(w, "  [%s to %s, %s, %s, %.3f]\n   %s\n", x.Start, x.End, x.Meta.ID, x.Match, x.Score, x.Sentence)
	}
	fmt.Fprintln(w)
}
