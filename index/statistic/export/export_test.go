package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"almanac/index/article"
	"almanac/index/statistic"
)

const losses = "Losses of at least 187.6 billion yuan ($28.7 billion) were averted last year, the ministry said. Police arrested 361,000 suspects in 2020, up 5.5 percent year-on-year."

func mined(t *testing.T) []Entry {
	t.Helper()
	a := &article.Article{ID: "a", Title: "A \"title\", with signs", Published: "2021-04-12", Source: "China Daily", Blocks: []article.Block{{Text: losses, End: len(losses)}}}
	found, _ := statistic.Extract(a)
	var list []Entry
	for i := range found {
		list = append(list, Entry{a, &found[i]})
	}
	if len(list) != 4 {
		t.Fatalf("%d statistics, want 4", len(list))
	}
	return list
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(&b, mined(t)); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	for name, want := range map[string]string{"value": "187600000000", "bound": "at_least", "unit": "CNY", "kind": "money", "measure": "losses averted",
		"period_start": "2020-01-01", "period_end": "2020-12-31", "title": "A \"title\", with signs"} {
		if got := rows[1][at[name]]; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// TestCSVW checks that the description names the table's columns in its order.
func TestCSVW(t *testing.T) {
	var b, table bytes.Buffer
	if err := CSVW(&b, "x.csv"); err != nil {
		t.Fatal(err)
	}
	var d struct {
		Context     []any `json:"@context"`
		URL         string
		TableSchema struct {
			Columns []struct{ Name, Titles, Datatype string }
		}
	}
	if err := json.Unmarshal(b.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	if err := CSV(&table, nil); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range d.TableSchema.Columns {
		if c.Datatype == "" || c.Titles != c.Name {
			t.Errorf("column %+v", c)
		}
		names = append(names, c.Name)
	}
	if got := strings.TrimSpace(table.String()); got != strings.Join(names, ",") || d.URL != "x.csv" || d.Context[0] != "http://www.w3.org/ns/csvw" {
		t.Errorf("table %s, description %v", got, names)
	}
}

func TestJSONLD(t *testing.T) {
	var b bytes.Buffer
	if err := JSONLD(&b, mined(t)); err != nil {
		t.Fatal(err)
	}
	var d struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(b.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	byType := map[string][]map[string]any{}
	ids := map[string]bool{}
	for _, n := range d.Graph {
		byType[n["@type"].(string)] = append(byType[n["@type"].(string)], n)
		if ids[n["@id"].(string)] {
			t.Errorf("%s stands twice", n["@id"])
		}
		ids[n["@id"].(string)] = true
	}
	if len(byType["NewsArticle"]) != 1 || len(byType["Observation"]) != 4 || len(byType["StatisticalVariable"]) != 3 || d.Context != "https://schema.org/" {
		t.Fatalf("%d articles, %d observations, %d variables", len(byType["NewsArticle"]), len(byType["Observation"]), len(byType["StatisticalVariable"]))
	}
	o := byType["Observation"][0]
	if o["value"] != 187600000000.0 || o["minValue"] != 187600000000.0 || o["unitCode"] != "ISO4217:CNY" || o["observationDate"] != "2020-01-01" || o["observationPeriod"] != "P1Y" {
		t.Errorf("observation %v", o)
	}
	claim := o["subjectOf"].(map[string]any)
	if claim["@type"] != "Claim" || !strings.HasPrefix(claim["text"].(string), "Losses of") || claim["appearance"].(map[string]any)["@id"] != "#article-a" {
		t.Errorf("claim %v", claim)
	}
	for _, n := range byType["Observation"] {
		for _, key := range []string{"variableMeasured", "valueReference"} {
			if r, ok := n[key].(map[string]any); ok && !ids[r["@id"].(string)] {
				t.Errorf("%s names %v, which is not there", key, r)
			}
		}
	}
}

// TestLocate checks places in a raw text that cleaning changed: spaces and
// letters of several bytes before the block.
func TestLocate(t *testing.T) {
	raw := "Überschrift – 007\n\n  There  were\n500 cases.\n"
	start := strings.Index(raw, "There")
	a := &article.Article{Blocks: []article.Block{{Text: "There were 500 cases.", Start: start, End: len(raw) - 1}}}
	found, _ := statistic.Extract(a)
	if len(found) != 1 {
		t.Fatalf("%d found", len(found))
	}
	o := Locate(raw, a, found)[0]
	if raw[o.ByteStart:o.ByteEnd] != "500" || string([]rune(raw)[o.Start:o.End]) != "500" {
		t.Errorf("%+v is %q", o, raw[o.ByteStart:o.ByteEnd])
	}
}

func TestDuration(t *testing.T) {
	for _, c := range [][3]string{{"2020-01-01", "2020-12-31", "P1Y"}, {"2023-01-01", "2023-11-30", "P11M"}, {"2020-10-01", "2021-04-02", "P184D"}, {"2023-01-01", "", ""}} {
		if got := isoDuration(c[0], c[1]); got != c[2] {
			t.Errorf("%s to %s is %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
