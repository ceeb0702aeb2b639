package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
)

// `go tool nm` does not read WebAssembly, so the engine is compiled once more with
// its names, and the bytes of each function are counted for its package. Nothing
// is inlined, so that code is counted where it was written; the engine that
// readers load inlines a little. The data (types, tables of functions, strings)
// carries no names and stands in one line.

// share is the code of one package.
type share struct {
	pkg            string
	functions      int
	raw, gzipBytes int
	code           bytes.Buffer
}

func printPackages(ctx context.Context, out io.Writer) error {
	data, deps, err := compileWithNames(ctx)
	if err != nil {
		return err
	}
	m, err := parseModule(data)
	if err != nil {
		return err
	}
	if len(m.names) == 0 {
		return fmt.Errorf("the engine was compiled without names; is GOFLAGS set to strip it?")
	}
	shares, err := sharesOf(m, deps)
	if err != nil {
		return err
	}
	return printShares(out, shares, m.dataBytes)
}

// compileWithNames compiles ./wasm and lists the packages it is made of.
func compileWithNames(ctx context.Context) (wasm []byte, deps []string, err error) {
	work, err := os.MkdirTemp("", "almanac-size-")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(work)
	file := filepath.Join(work, "engine.wasm")
	if _, err := goTool(ctx, "build", "-gcflags=all=-l", "-o", file, "./wasm"); err != nil {
		return nil, nil, err
	}
	list, err := goTool(ctx, "list", "-deps", "./wasm")
	if err != nil {
		return nil, nil, err
	}
	wasm, err = os.ReadFile(file)
	return wasm, strings.Fields(string(list)), err
}

func goTool(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return out, nil
}

// notInName is what Go's linker replaces by "_" in the names of functions
// (cmd/link/internal/wasm).
var notInName = regexp.MustCompile(`[^\w.]`)

// sharesOf counts the code of each package, the largest first.
func sharesOf(m *module, deps []string) ([]*share, error) {
	packages := map[string]string{"main": "almanac/wasm"}
	for _, dep := range deps {
		packages[notInName.ReplaceAllString(dep, "_")] = dep
	}
	shares := map[string]*share{}
	for i, code := range m.functions {
		pkg := packageOf(m.names[m.imported+i], packages)
		if shares[pkg] == nil {
			shares[pkg] = &share{pkg: pkg}
		}
		s := shares[pkg]
		s.functions++
		s.raw += len(code)
		s.code.Write(code)
	}
	for _, s := range shares {
		var err error
		if s.gzipBytes, err = gzipSize(s.code.Bytes()); err != nil {
			return nil, err
		}
	}
	return slices.SortedFunc(maps.Values(shares), func(a, b *share) int {
		return cmp.Or(cmp.Compare(b.raw, a.raw), cmp.Compare(a.pkg, b.pkg))
	}), nil
}

// packageOf returns the package of a function: the longest one whose name and a
// full stop begin the function's.
func packageOf(function string, packages map[string]string) string {
	for end := strings.LastIndexByte(function, '.'); end > 0; end = strings.LastIndexByte(function[:end], '.') {
		if pkg, ok := packages[function[:end]]; ok {
			return pkg
		}
	}
	return "(the compiler's own)"
}

func printShares(out io.Writer, shares []*share, dataBytes int) error {
	total, largest := 0, max(1, dataBytes)
	for _, s := range shares {
		total, largest = total+s.raw, max(largest, s.raw)
	}
	bar := func(n int) string { return strings.Repeat("#", (n*40+largest-1)/largest) }
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "package\tfunctions\tbytes\tgzip alone\t")
	for _, s := range shares {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%s\n", s.pkg, s.functions, s.raw, s.gzipBytes, bar(s.raw))
	}
	fmt.Fprintf(t, "all code\t\t%d\t\t\n", total)
	fmt.Fprintf(t, "all data\t\t%d\t\t%s\n", dataBytes, bar(dataBytes))
	return t.Flush()
}
