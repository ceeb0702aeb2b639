package period

import (
	"testing"
	"time"

	"almanac/index/statistic/token"
)

func TestFind(t *testing.T) {
	const pub = "2021-04-12"
	for _, c := range []struct {
		text, ref, want string
	}{
		{"In 2021, more than 23,000 people", pub, "2021-01-01/2021-12-31 explicit"},
		{"prosecuted last year, a rise", pub, "2020-01-01/2020-12-31 relative"},
		{"From January to November, procuratorates", "2024-02-24", "2023-01-01/2023-11-30 relative"},
		{"cards from October to April 2, effectively", pub, "2020-10-01/2021-04-02 relative"},
		{"Since 2023, prosecutors", "", "2023-01-01/ explicit"},
		{"Since 2019, prosecutors", pub, "2019-01-01/2021-04-12 explicit"},
		{"in July 2020.", pub, "2020-07-01/2020-07-31 explicit"},
		{"In September, the SPP", "2024-02-24", "2023-09-01/2023-09-30 relative"},
		{"In April, the SPP", pub, "2021-04-01/2021-04-30 relative"},
		{"on 24 February 2024", pub, "2024-02-24/2024-02-24 explicit"},
		{"on Feb. 3rd, 2020, police", pub, "2020-02-03/2020-02-03 explicit"},
		{"between March 2015 and December 2016", pub, "2015-03-01/2016-12-31 explicit"},
		{"from 2009 to 2012", pub, "2009-01-01/2012-12-31 explicit"},
		{"in the 2019-20 season", pub, "2019-01-01/2020-12-31 explicit"},
		{"May 5-7, 2020", pub, "2020-05-05/2020-05-07 explicit"},
		{"in the first quarter of 2019", pub, "2019-01-01/2019-03-31 explicit"},
		{"Q3 2020", pub, "2020-07-01/2020-09-30 explicit"},
		{"in the first half of last year", pub, "2020-01-01/2020-06-30 relative"},
		{"in the first nine months of 2020", pub, "2020-01-01/2020-09-30 explicit"},
		{"in the first quarter, sales", pub, "2021-01-01/2021-03-31 relative"},
		{"in the third quarter, sales", pub, "2020-07-01/2020-09-30 relative"},
		{"over the past five years", pub, "2016-04-12/2021-04-12 relative"},
		{"in the last three months", pub, "2021-01-12/2021-04-12 relative"},
		{"in the 1990s", pub, "1990-01-01/1999-12-31 explicit"},
		{"two years ago", pub, "2019-01-01/2019-12-31 relative"},
		{"on Friday", pub, "2021-04-09/2021-04-09 relative"},
		{"last week", pub, "2021-04-05/2021-04-11 relative"},
		{"this year", pub, "2021-01-01/2021-04-12 relative"},
		{"last September", pub, "2020-09-01/2020-09-30 relative"},
		{"in fiscal 2020", pub, "2020-01-01/2020-12-31 explicit"},
		{"in the year to March 2020", pub, "2019-04-01/2020-03-31 explicit"},
		{"the 12 months to September 2020", pub, "2019-10-01/2020-09-30 explicit"},
		{"issued today", "", "/ none"},
	} {
		f := Finder{}
		f.Ref, _ = ParseDate(c.ref)
		got := "nothing"
		for _, m := range f.Find(nil, token.Scan(nil, c.text)) {
			got = m.Start.String() + "/" + m.End.String() + " " + m.Basis.String()
			break
		}
		if got != c.want {
			t.Errorf("%q at %s: %s, want %s", c.text, c.ref, got, c.want)
		}
	}
}

func TestNoPeriod(t *testing.T) {
	f := Finder{Ref: Date{2021, 4, 12}}
	for _, text := range []string{"more than 2000 lawsuits", "2000 people died", "Zhang Jun said", "he may march on", "3,000 rpm", "a second half goal", "the 1500 m race"} {
		for _, m := range f.Find(nil, token.Scan(nil, text)) {
			if m.Resolved() {
				t.Errorf("%q is read as %s/%s", text, m.Start, m.End)
			}
		}
	}
}

func TestRoles(t *testing.T) {
	for text, want := range map[string]Role{
		"2.8 times the number the previous year": Previous,
		"during the period.":                     Anaphor,
		"compared with 2019":                     Baseline,
		"from $6.78 billion a year earlier":      Previous,
		"net zero by 2050":                       Deadline,
		"the lowest level since 2001":            Baseline,
	} {
		f := Finder{Ref: Date{2021, 4, 12}}
		list := f.Find(nil, token.Scan(nil, text))
		if len(list) != 1 || list[0].Role != want {
			t.Errorf("%q: %+v, want role %d", text, list, want)
		}
	}
}

// TestCivil checks the date arithmetic against the standard library.
func TestCivil(t *testing.T) {
	day := time.Date(1896, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := (Date{1896, 1, 1}); d.Year < 2110; day = day.AddDate(0, 0, 1) {
		want := Date{day.Year(), int(day.Month()), day.Day()}
		if d != want || d.Weekday() != (int(day.Weekday())+6)%7 {
			t.Fatalf("%v weekday %d, want %v %v", d, d.Weekday(), want, day.Weekday())
		}
		d = d.AddDays(1)
	}
	if got := (Date{2024, 2, 29}).AddMonths(-12); got != (Date{2023, 2, 28}) {
		t.Errorf("a year before 29 February is %v", got)
	}
	if got := (Date{2021, 1, 31}).AddMonths(1); got != (Date{2021, 2, 28}) {
		t.Errorf("a month after 31 January is %v", got)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"from October to April 2", "since last year", "Q9 2020", "the 12 months to May", "0000-00-00", "Feb 30, 2021", "by the end of the 90s", "May 5-3", "a review of the log by the", "by the", "since the"} {
		f.Add(s, "2021-04-12")
	}
	f.Fuzz(func(t *testing.T, s, ref string) {
		finder := Finder{}
		finder.Ref, _ = ParseDate(ref)
		tokens := token.Scan(nil, s)
		last := 0
		for _, m := range finder.Find(nil, tokens) {
			if m.First < last || m.Last <= m.First || m.Last > len(tokens) {
				t.Fatalf("%q: mention %+v after token %d of %d", s, m, last, len(tokens))
			}
			last = m.Last
			for _, d := range []Date{m.Start, m.End} {
				if !d.IsZero() && (d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > LastDay(d.Year, d.Month)) {
					t.Fatalf("%q with %q: no such day %v", s, ref, d)
				}
			}
		}
	})
}
