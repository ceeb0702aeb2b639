package site

import (
	"almanac/index/article"
	"almanac/index/compile"
	"almanac/index/pack"
	"almanac/index/statistic"
	"almanac/index/statistic/period"
	"almanac/index/statistic/series"
)

// addSeries joins the statistics to series and marks the figures that belong to
// one.
func addSeries(out *compile.Statistics, articles []*article.Article, found [][]statistic.Statistic) {
	var entries []series.Entry
	figure := map[[2]int]*pack.Figure{}
	n := 0
	for i := range found {
		for j := range found[i] {
			entries = append(entries, series.Entry{Article: i, Ordinal: j, Statistic: &found[i][j]})
			figure[[2]int{i, j}] = &out.Figures[n]
			n++
		}
	}
	for number, s := range series.Join(entries) {
		row := pack.Series{ID: s.ID, Label: s.Label, Place: s.Place, Notes: s.Notes,
			Unit: pack.Unit{Name: s.Unit.Name, Code: s.Unit.Code, Class: s.Unit.Class.String()}}
		for _, p := range s.Points {
			e := p.Entry
			point := pack.Point{Article: uint32(e.Article), ArticleID: articles[e.Article].ID, Value: decimal(p.Value),
				Bound: code(pack.BoundNames[:], p.Bound), Start: packDay(p.Start), End: packDay(p.End), Partial: p.Partial}
			if point.High = (pack.Decimal{Divisor: 1}); p.Bound == "range" {
				point.High = decimal(p.High)
			}
			f := figure[[2]int{e.Article, e.Ordinal}]
			f.Series = uint32(number) + 1
			if !p.Calculated {
				point.Ordinal, point.Statistic = uint32(e.Ordinal)+1, e.Statistic.ID
			}
			row.Points = append(row.Points, point)
		}
		out.Series = append(out.Series, row)
	}
}

func packDay(d period.Date) pack.Day { return pack.MakeDay(d.Year, d.Month, d.Day) }
