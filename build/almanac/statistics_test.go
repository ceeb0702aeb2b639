package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestStatisticsGolden holds the whole report for the sample archive.
func TestStatisticsGolden(t *testing.T) {
	code, out, _ := execute("statistics", "../sample", "--report")
	if code != exitDone {
		t.Fatalf("code %d", code)
	}
	golden := filepath.Join("testdata", "statistics-report.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out != string(want) {
		t.Errorf("output differs from %s; see the change with go test -update and git diff", golden)
	}
}

// TestStatisticsJSON checks the keys of a line and that its offsets name the
// value in the file, once in code points and once in bytes.
func TestStatisticsJSON(t *testing.T) {
	code, out, _ := execute("statistics", "../sample", "--json")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != exitDone || len(lines) != 46 {
		t.Fatalf("code %d, %d lines, want 46", code, len(lines))
	}
	for _, line := range lines {
		var m map[string]any
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"article", "sentence", "start", "end", "value", "unit", "bound", "kind", "measure", "period", "change", "salience"} {
			if _, ok := m[key]; !ok {
				t.Errorf("no %s in %s", key, line)
			}
		}
		raw, err := os.ReadFile(filepath.Join("..", "sample", m["article"].(string)+".txt"))
		if err != nil || !utf8.Valid(raw) {
			t.Fatal(err)
		}
		start, end := int(m["start"].(float64)), int(m["end"].(float64))
		b := m["bytes"].([]any)
		if got := string([]rune(string(raw))[start:end]); got != m["value_text"] || string(raw[int(b[0].(float64)):int(b[1].(float64))]) != got {
			t.Errorf("%s: offsets name %q", line, got)
		}
	}
}

func TestStatisticsExports(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.csv")
	if code, _, errOut := execute("statistics", "../sample", "--format", "csv", "-o", file); code != exitDone {
		t.Fatalf("code %d: %s", code, errOut)
	}
	table, err := os.ReadFile(file)
	if err != nil || strings.Count(string(table), "\n") != 47 {
		t.Errorf("%d lines, %v", strings.Count(string(table), "\n"), err)
	}
	meta, err := os.ReadFile(file + "-metadata.json")
	if err != nil || !json.Valid(meta) || !strings.Contains(string(meta), `"url": "s.csv"`) {
		t.Errorf("description: %v %.200s", err, meta)
	}
	code, out, _ := execute("statistics", "../sample", "--format", "jsonld")
	if code != exitDone || !json.Valid([]byte(out)) || strings.Count(out, `"@type": "Observation"`) != 46 {
		t.Errorf("code %d, %d observations", code, strings.Count(out, `"@type": "Observation"`))
	}
	if code, _, errOut := execute("statistics", "../sample", "--format", "xml"); code != exitUsage || !strings.Contains(errOut, "jsonld or csv") {
		t.Errorf("code %d: %s", code, errOut)
	}
}
