package clean

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"almanac/index/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// largestLoss is the share of a clean corpus's text that cleaning may take out.
const largestLoss = 0.0005

// TestCorpora cleans whole corpora. The committed figures say what is removed for
// which reason; of the news corpora, which are running text alone, next to
// nothing may be.
func TestCorpora(t *testing.T) {
	for _, c := range []struct {
		name  string
		clean bool
	}{{"bbc", true}, {"gnad_de", true}, {"thucnews_zh", true}, {"prosecutor_releases", false}} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join("../../../shared/corpora", c.name, "articles.jsonl")
			if _, err := os.Stat(path); err != nil {
				t.Skipf("the corpus is not on this machine: %v", err)
			}
			report, loss := survey(t, path)
			if c.clean && loss > largestLoss {
				t.Errorf("%.4f%% of the text was removed", loss*100)
			}
			compareGolden(t, filepath.Join("testdata", c.name+".golden"), report)
		})
	}
}

func survey(t *testing.T, path string) (report string, loss float64) {
	var records []source.Record
	repeated := NewRepetition()
	for rec, err := range source.Read(context.Background(), []string{path}, source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, rec)
		repeated.Add(rec.Text)
	}
	counts := map[string]int{}
	total, removed := 0, 0
	for _, rec := range records {
		total += len(rec.Text)
		a, err := New(repeated).Clean(rec)
		if err != nil {
			counts["refused"]++
			continue
		}
		checkOffsets(t, a, rec.Text)
		for _, r := range a.Removed {
			counts["removed: "+r.Reason]++
			removed += len(r.Text)
		}
		counts["language "+a.Language]++
		counts["paragraphs"] += len(a.Paragraphs())
		counts["headings"] += len(a.Headings())
		counts["captions"] += len(a.Captions())
	}
	var lines []string
	for what, n := range counts {
		lines = append(lines, fmt.Sprintf("%s %d", what, n))
	}
	sort.Strings(lines)
	loss = float64(removed) / float64(total)
	return fmt.Sprintf("records %d\nremoved %.4f%%\n%s\n", len(records), loss*100, strings.Join(lines, "\n")), loss
}

func compareGolden(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s:\n%s", golden, got)
	}
}

func BenchmarkClean(b *testing.B) {
	raw, err := os.ReadFile(sampleDir + "001_4c7f1854934ee353.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := New(nil).Clean(source.Record{Text: string(raw)}); err != nil {
			b.Fatal(err)
		}
	}
}
