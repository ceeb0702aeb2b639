package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// budget says how much something may weigh at most: bytes as they are, with gzip
// -9 and with brotli -q 11, pages of 64 KiB of initial memory, and files. What is
// 0 is not limited.
type budget struct {
	File        string `json:"file"`
	Raw         int    `json:"raw"`
	Gzip        int    `json:"gzip"`
	Brotli      int    `json:"brotli"`
	MemoryPages int    `json:"memoryPages"`
	Files       int    `json:"files"`
	Remedy      string `json:"remedy"`
}

func readBudgets(file string) ([]budget, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%w; run this from the root of the repository", err)
	}
	var list []budget
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return list, nil
}

// compare returns a message for each budget that is broken, or that nothing was
// weighed for.
func compare(weights []weight, budgets []budget) []string {
	var broken []string
	for _, b := range budgets {
		w, ok := find(weights, b.File)
		if !ok {
			broken = append(broken, fmt.Sprintf("%s has a budget but was not weighed; correct %s", b.File, budgetsFile))
		}
		for _, c := range []struct {
			what          string
			is, permitted int
		}{
			{"bytes", w.raw, b.Raw}, {"bytes with gzip", w.gzip, b.Gzip}, {"bytes with brotli", w.brotli, b.Brotli},
			{"pages of initial memory", w.pages, b.MemoryPages}, {"files", w.files, b.Files},
		} {
			if c.permitted > 0 && c.is > c.permitted {
				broken = append(broken, fmt.Sprintf("%s has %d %s, %d more than its budget of %d; %s", b.File, c.is, c.what, c.is-c.permitted, c.permitted, b.Remedy))
			}
		}
	}
	return broken
}

func find(weights []weight, name string) (weight, bool) {
	for _, w := range weights {
		if w.name == name {
			return w, true
		}
	}
	return weight{}, false
}
