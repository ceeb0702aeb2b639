package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	is := []weight{{name: "a.js", raw: 100, gzip: 50, brotli: 40, pages: 7, files: 1}}
	for _, c := range []struct {
		budget budget
		want   string // of the only message; "" for none
	}{
		{budget{File: "a.js", Raw: 100, Gzip: 50, Brotli: 40, MemoryPages: 7, Files: 1}, ""},
		{budget{File: "a.js"}, ""},
		{budget{File: "a.js", Raw: 99}, "a.js has 100 bytes, 1 more than its budget of 99"},
		{budget{File: "a.js", Gzip: 30, Remedy: "cut it"}, "a.js has 50 bytes with gzip, 20 more than its budget of 30; cut it"},
		{budget{File: "a.js", Brotli: 39}, "bytes with brotli"},
		{budget{File: "a.js", MemoryPages: 6}, "pages of initial memory"},
		{budget{File: "b.js", Raw: 1}, "b.js has a budget but was not weighed"},
	} {
		got := compare(is, []budget{c.budget})
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)) {
			t.Errorf("%+v: got %q, want %q", c.budget, got, c.want)
		}
	}
}

func TestReportFails(t *testing.T) {
	var out strings.Builder
	err := report(&out, []weight{{name: "a", raw: 2}}, []budget{{File: "a", Raw: 1}})
	if !errors.Is(err, errOverBudget) || !strings.Contains(out.String(), "a has 2 bytes") {
		t.Errorf("got %v and %q", err, out.String())
	}
	if err := report(&out, []weight{{name: "a", raw: 1}}, []budget{{File: "a", Raw: 1}}); err != nil {
		t.Errorf("got %v, want nothing", err)
	}
}

// TestBudgets holds the committed budgets to what is weighed: an entry that names
// nothing, or an asset without a limit, would never fail.
func TestBudgets(t *testing.T) {
	budgets, err := readBudgets("../budgets.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(slices.Clone(assets), samplePack) {
		b := budgetOf(budgets, name)
		if b.Remedy == "" || b.Brotli == 0 && b.Raw == 0 || b.Gzip == 0 && b.Raw == 0 {
			t.Errorf("%s: incomplete budget %+v", name, b)
		}
	}
	engine := budgetOf(budgets, "web/dist/engine.wasm")
	if engine.Gzip > 640_000 || engine.Brotli > 500_000 || engine.MemoryPages == 0 || engine.MemoryPages > 100 {
		t.Errorf("the engine's budget is looser than promised: %+v", engine)
	}
}

func TestSamplePack(t *testing.T) {
	t.Chdir("../..")
	w, err := weighSample(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	budgets, err := readBudgets(budgetsFile)
	if err != nil {
		t.Fatal(err)
	}
	if broken := compare([]weight{w}, []budget{budgetOf(budgets, samplePack)}); len(broken) > 0 {
		t.Error(broken)
	}
	if w.raw < 1000 {
		t.Errorf("the pack weighs %d bytes: it holds nothing", w.raw)
	}
	if _, err := weighPack("none", t.TempDir()); err == nil || !strings.Contains(err.Error(), "no pack file") {
		t.Errorf("an empty directory: got %v", err)
	}
}

func TestPrintTable(t *testing.T) {
	var out strings.Builder
	weights := []weight{{name: "a.wasm", raw: 300, gzip: 100, brotli: 90, pages: 35, files: 1}, {name: samplePack, raw: 50, files: 2}, {name: "pack of x", raw: 7, files: 1}}
	if err := printTable(&out, weights, []budget{{File: "a.wasm", Gzip: 120}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"100 of 120", "first search, sample", "150", "140"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, out.String())
		}
	}
}
