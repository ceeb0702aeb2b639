// Command size weighs what a reader loads: engine, scripts and the pack of the
// sample archive, plain and compressed as hosts send it, and compares it with
// build/budgets.json. It runs from the root of the repository, after `make build`.
//
//	go run ./build/size               the table; exit code 1 if a budget is broken
//	go run ./build/size -pack DIR     the pack of a site, besides
//	go run ./build/size -packages     the engine's code by package
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
)

const budgetsFile = "build/budgets.json"

// errOverBudget ends the command when the table has said which budget is broken.
var errOverBudget = errors.New("over budget")

func main() {
	packages := flag.Bool("packages", false, "show the engine's code by package")
	pack := flag.String("pack", "", "also weigh the pack of the site in this `directory`")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Stdout, *packages, *pack)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "size: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, packages bool, pack string) error {
	if packages {
		return printPackages(ctx, out)
	}
	budgets, err := readBudgets(budgetsFile)
	if err != nil {
		return err
	}
	weights, err := weighAll(ctx, pack)
	if err != nil {
		return err
	}
	if err := printTable(out, weights, budgets); err != nil {
		return err
	}
	return report(out, weights, budgets)
}

// report names every broken budget and what to do.
func report(out io.Writer, weights []weight, budgets []budget) error {
	broken := compare(weights, budgets)
	for _, b := range broken {
		fmt.Fprintln(out, b)
	}
	if len(broken) > 0 {
		return fmt.Errorf("%w: %d broken; raise a budget in %s only with a reason in the commit's message", errOverBudget, len(broken), budgetsFile)
	}
	return nil
}
