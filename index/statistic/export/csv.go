package export

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"almanac/index/article"
	"almanac/index/statistic"
)

// Entry is a statistic with its article, as the exports need them.
type Entry struct {
	Article   *article.Article
	Statistic *statistic.Statistic
}

// column is one column of the CSV table: its name, CSVW datatype, the property
// it means, a description, and its value.
type column struct {
	name, datatype, property, about string
	value                           func(Entry) string
}

var columns = []column{
	{"id", "string", "", "Identifier of the statistic, unique in the archive", func(e Entry) string { return e.Statistic.ID }},
	{"article", "string", "", "Identifier of the article", func(e Entry) string { return e.Article.ID }},
	{"title", "string", "schema:headline", "Title of the article", func(e Entry) string { return e.Article.Title }},
	{"published", "string", "schema:datePublished", "Date of publication, ISO 8601", func(e Entry) string { return e.Article.Published }},
	{"value", "decimal", "schema:value", "The number, or the lower end of a range", func(e Entry) string { return e.Statistic.Value.String() }},
	{"upper", "decimal", "schema:maxValue", "The upper end of a range", func(e Entry) string {
		if e.Statistic.Bound != "range" {
			return ""
		}
		return e.Statistic.High.String()
	}},
	{"bound", "string", "", "exact, about, more_than, at_least, less_than, at_most or range", func(e Entry) string { return e.Statistic.Bound }},
	{"unit", "string", "schema:unitText", "Normalised unit", func(e Entry) string { return e.Statistic.Unit.Name }},
	{"unit_code", "string", "schema:unitCode", "ISO 4217, UCUM, % or {noun}", func(e Entry) string { return e.Statistic.Unit.Code }},
	{"kind", "string", "schema:statType", "count, money, share, percent_change, point_change, ratio, duration, rate, rank or measurement", func(e Entry) string { return string(e.Statistic.Kind) }},
	{"measure", "string", "schema:variableMeasured", "What is measured, in words", func(e Entry) string { return e.Statistic.Measure.Label }},
	{"series", "string", "", "Sorted stems of the measure: equal for two wordings of one measure", func(e Entry) string { return e.Statistic.Measure.Key }},
	{"of", "string", "schema:measurementDenominator", "Denominator of a share", func(e Entry) string { return e.Statistic.Of }},
	{"agency", "string", "", "Who acted", func(e Entry) string { return e.Statistic.Agent.Name }},
	{"source", "string", "", "Who said so", func(e Entry) string { return e.Statistic.Source.Name }},
	{"place", "string", "schema:observationAbout", "Where", func(e Entry) string { return e.Statistic.Place.Name }},
	{"period_start", "date", "schema:startDate", "First day, empty if open or unknown", func(e Entry) string { return e.Statistic.Period.Start }},
	{"period_end", "date", "schema:endDate", "Last day, empty if open or unknown", func(e Entry) string { return e.Statistic.Period.End }},
	{"period_text", "string", "", "The period in the words of the text", func(e Entry) string { return e.Statistic.Period.Text }},
	{"period_basis", "string", "", "explicit, relative, inherited or none", func(e Entry) string { return string(e.Statistic.Period.Basis) }},
	{"change_percent", "decimal", "", "Change against an earlier value in percent", func(e Entry) string {
		if e.Statistic.Change == nil {
			return ""
		}
		return strconv.FormatFloat(e.Statistic.Change.Percent, 'f', -1, 64)
	}},
	{"change_direction", "string", "", "up or down", func(e Entry) string {
		if e.Statistic.Change == nil {
			return ""
		}
		return e.Statistic.Change.Direction
	}},
	{"salience", "string", "", "core or peripheral", func(e Entry) string { return string(e.Statistic.Salience) }},
	{"confidence", "decimal", "", "Trust in the reading, 0 to 1", func(e Entry) string {
		return strconv.FormatFloat(e.Statistic.Provenance.Confidence, 'f', 2, 64)
	}},
	{"sentence", "string", "schema:text", "The sentence that states it", func(e Entry) string { return e.Statistic.Provenance.SentenceText }},
	{"url", "anyURI", "schema:url", "Address of the article", func(e Entry) string { return e.Article.URL }},
}

// CSV writes a header and one row for each entry, as RFC 4180 with line feeds.
func CSV(w io.Writer, entries []Entry) error {
	out := csv.NewWriter(w)
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for _, e := range entries {
		for i, c := range columns {
			row[i] = c.value(e)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// CSVW writes the description of the table at url (CSV on the Web, W3C 2015): the
// file to lay beside it as url + "-metadata.json".
func CSVW(w io.Writer, url string) error {
	type columnJSON struct {
		Name        string `json:"name"`
		Titles      string `json:"titles"`
		Description string `json:"dc:description"`
		Datatype    string `json:"datatype"`
		Property    string `json:"propertyUrl,omitempty"`
		Required    bool   `json:"required,omitempty"`
	}
	var list []columnJSON
	for _, c := range columns {
		list = append(list, columnJSON{c.name, c.name, c.about, c.datatype, c.property, c.name == "id" || c.name == "value"})
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(map[string]any{
		"@context": []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "en"}},
		"url":      url,
		"dc:title": "Statistics stated in the articles",
		"dialect":  map[string]any{"header": true, "encoding": "utf-8", "lineTerminators": []string{"\n"}},
		"tableSchema": map[string]any{
			"columns": list, "primaryKey": "id",
		},
	})
}
