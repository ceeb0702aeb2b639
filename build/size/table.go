package main

import (
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"
)

// printTable prints what was weighed; a budget stands behind its figure.
func printTable(out io.Writer, weights []weight, budgets []budget) error {
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tbytes\tgzip -9\tbrotli -q 11\tmemory pages\tfiles\t")
	for _, w := range weights {
		b := budgetOf(budgets, w.name)
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t\n", w.name, cell(w.raw, b.Raw), cell(w.gzip, b.Gzip), cell(w.brotli, b.Brotli), cell(w.pages, b.MemoryPages), cell(w.files, b.Files))
	}
	first := firstSearch(weights)
	fmt.Fprintf(t, "%s\t%d\t%d\t%d\t\t%d\t\n", first.name, first.raw, first.gzip, first.brotli, first.files)
	return t.Flush()
}

// firstSearch adds up what a first search in the sample loads at most. A pack is
// sent as it is.
func firstSearch(weights []weight) weight {
	sum := weight{name: "first search, sample"}
	for _, w := range weights {
		switch {
		case w.name == samplePack:
			sum.gzip, sum.brotli = sum.gzip+w.raw, sum.brotli+w.raw
		case w.gzip == 0: // another pack
			continue
		}
		sum.raw, sum.gzip, sum.brotli, sum.files = sum.raw+w.raw, sum.gzip+w.gzip, sum.brotli+w.brotli, sum.files+w.files
	}
	return sum
}

func budgetOf(budgets []budget, name string) budget {
	for _, b := range budgets {
		if b.File == name {
			return b
		}
	}
	return budget{}
}

func cell(is, permitted int) string {
	switch {
	case is == 0:
		return "-"
	case permitted == 0:
		return strconv.Itoa(is)
	}
	return fmt.Sprintf("%d of %d", is, permitted)
}
