package series

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"almanac/index/statistic"
	"almanac/index/statistic/number"
)

func entry(n int, label, key string, value int64, year string, percent float64) Entry {
	s := &statistic.Statistic{Article: fmt.Sprint(n), Value: number.Int(value), Bound: "exact", Kind: statistic.Count, Salience: statistic.Core,
		Unit: statistic.Unit{Name: "people"}, Measure: statistic.Measure{Label: label, Key: key}, Place: statistic.Named{Name: "China"}}
	s.Period.Start, s.Period.End = year+"-01-01", year+"-12-31"
	if percent != 0 {
		before := fmt.Sprint(number.Int(0), year)[1:]
		var y int
		fmt.Sscan(before, &y)
		s.Change = &statistic.Change{Percent: percent, Direction: "up", Versus: statistic.Period{Start: fmt.Sprint(y-1) + "-01-01", End: fmt.Sprint(y-1) + "-12-31"}}
	}
	return Entry{Article: n, Statistic: s}
}

func show(list []Series) string {
	var out []string
	for _, s := range list {
		line := s.Label + " " + strings.Join(s.Notes, ",") + ":"
		for _, p := range s.Points {
			line += fmt.Sprintf(" %s-%s=%s", p.Start.String()[:7], p.End.String()[:7], p.Value)
			if p.Calculated {
				line += "c"
			}
			if p.Partial {
				line += "p"
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestJoin(t *testing.T) {
	cyber := func(n int, value int64, year string, percent float64) Entry {
		return entry(n, "people prosecuted for cybercrimes", "cybercrim person prosecut", value, year, percent)
	}
	fraud := func(n int, value int64, year string, percent float64) Entry {
		return entry(n, "people prosecuted for online fraud", "fraud onlin person prosecut", value, year, percent)
	}
	elevenMonths := entry(3, "people charged for cybercrimes", "charg cybercrim person", 280000, "2023", 0)
	elevenMonths.Statistic.Period.End = "2023-11-30"
	elsewhere := cyber(4, 500, "2021", 0)
	elsewhere.Statistic.Place.Name = "Japan"
	nowhere := cyber(7, 170000, "2022", 0)
	nowhere.Statistic.Place.Name = ""
	peripheral := cyber(5, 900, "2022", 0)
	peripheral.Statistic.Salience = statistic.Peripheral
	day := cyber(6, 900, "2022", 0)
	day.Statistic.Period = statistic.Period{Start: "2022-05-05", End: "2022-05-05"}
	for _, c := range []struct {
		name    string
		entries []Entry
		want    string
	}{
		{"by arithmetic, with an implied value", []Entry{cyber(0, 141870, "2020", 47.9), fraud(1, 282000, "2021", 98.5)},
			"people prosecuted for cybercrimes calculated,definition: 2019-01-2019-12=95923c 2020-01-2020-12=141870 2021-01-2021-12=282000"},
		{"unlike words and no arithmetic", []Entry{cyber(0, 141870, "2020", 0), fraud(1, 250000, "2021", 98.5)},
			"people prosecuted for online fraud calculated: 2020-01-2020-12=125945c 2021-01-2021-12=250000"},
		{"by words, an unlike length is marked", []Entry{cyber(0, 141870, "2020", 0), elevenMonths},
			"people charged for cybercrimes definition,partial: 2020-01-2020-12=141870 2023-01-2023-11=280000p"},
		{"no place joins the only one", []Entry{cyber(0, 141870, "2020", 0), nowhere}, "people prosecuted for cybercrimes definition: 2020-01-2020-12=141870 2022-01-2022-12=170000"},
		{"no place between two places", []Entry{cyber(0, 141870, "2020", 0), nowhere, elsewhere}, ""},
		{"a contradiction", []Entry{cyber(0, 141870, "2020", 0), cyber(1, 155000, "2020", 0), cyber(2, 200000, "2021", 0)},
			"people prosecuted for cybercrimes conflict: 2020-01-2020-12=141870 2020-01-2020-12=155000 2021-01-2021-12=200000"},
		{"told twice", []Entry{cyber(0, 141870, "2020", 0), cyber(1, 141900, "2020", 0), cyber(2, 200000, "2021", 0)},
			"people prosecuted for cybercrimes : 2020-01-2020-12=141870 2021-01-2021-12=200000"},
		{"a change that contradicts", []Entry{cyber(0, 100000, "2020", 0), cyber(1, 200000, "2021", 10)},
			"people prosecuted for cybercrimes conflict: 2020-01-2020-12=100000 2021-01-2021-12=200000"},
		{"another place, a single case, a day", []Entry{cyber(0, 141870, "2020", 0), elsewhere, peripheral, day}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(Join(c.entries)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestJoinIsStable(t *testing.T) {
	var entries []Entry
	for i := range 60 {
		entries = append(entries, entry(i, fmt.Sprint("people counted in ", i%7), fmt.Sprint("count person x", i%7), int64(1000+i), fmt.Sprint(2000+i%9), float64(i%3)*10))
	}
	first := Join(entries)
	for range 5 {
		if !slices.Equal(strings.Split(show(first), "\n"), strings.Split(show(Join(entries)), "\n")) || first[0].ID != Join(entries)[0].ID {
			t.Fatal("two runs differ")
		}
	}
	if len(first) != 7 {
		t.Errorf("%d series, want 7", len(first))
	}
}
