package ask

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"almanac/index/pack"
	"almanac/index/statistic/number"
	"almanac/index/statistic/period"
	tokens "almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

var newest = pack.MakeDay(2024, 2, 24)

// describe writes what was understood and what is left for statistics.
func describe(a Ask) string {
	var out []string
	amount := func(v Value) string {
		s := ""
		if v.HasLow {
			s += map[bool]string{true: ">", false: ">="}[v.LowOpen] + fmt.Sprint(v.Low)
		}
		if v.HasHigh {
			s += map[bool]string{true: "<", false: "<="}[v.HighOpen] + fmt.Sprint(float32(v.High))
		}
		for _, u := range []string{v.Unit.Name, v.Unit.Noun} {
			if u != "" {
				s += " " + u
			}
		}
		return s
	}
	for _, v := range a.Values {
		out = append(out, amount(v))
	}
	for _, v := range a.Equal {
		out = append(out, fmt.Sprint("=", v.Low, " ", v.Unit.Name))
	}
	for _, p := range a.Periods {
		s := p.Start.String() + ".." + p.End.String()
		if p.Loose {
			s += "?"
		}
		out = append(out, s)
	}
	for _, s := range []string{a.Change, a.Class, a.Unit, a.Kind, a.Source} {
		if s != "" {
			out = append(out, s)
		}
	}
	out = append(out, "|", strings.Join(strings.Fields(a.Statistics), " "))
	return strings.Join(out, " ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"> 100000 people", ">100000 people people |"},
		{">=5 million", ">=5e+06 |"},
		{"more than 2,000 lawsuits", ">2000 cases lawsuits |"},
		{"more than 2000 public interest lawsuits", ">2000 cases lawsuits | public interest"},
		{"more than 50 websites blocked", ">50 websites | websites blocked"},
		{"at least 50 percent", ">=50 percent |"},
		{"no more than 40", "<=40 |"},
		{"fewer than 100 people charged", "<100 people people | charged"},
		{"between 5,000 and 10,000", ">=5000<=10000 |"},
		{"between five and ten thousand people", ">=5<=10000 people people |"},
		{"1.5m", "=1.5e+06  |"},
		{"10..20%", ">=10<=20 percent |"},
		{"10-20 percent", ">=10<=20 percent |"},
		{"$1bn+", ">=1e+09 USD |"},
		{"US$5m or more", ">=5e+06 USD |"},
		{"40 or fewer", "<=40 |"},
		{"losses over 100 billion yuan", ">1e+11 CNY | losses"},
		{"over two million", ">2e+06 |"},
		{"more than a million", ">1e+06 |"},
		{"over twenty-five percent", ">25 percent |"},
		{"more than half of cases", ">50 percent | of cases"},
		{"about a quarter", ">=22.5<=27.5 percent |"},
		{"1.6 million", "=1.6e+06  |"},
		{"1,600,000 websites", "=1.6e+06  | websites"},
		{"12,34,567", "=1.234567e+06  |"},
		{"fraud in 2021", "2021-01-01..2021-12-31 | fraud"},
		{"fraud 2021", "2021-01-01..2021-12-31? | fraud"},
		{"since 2020", "2020-01-01.. |"},
		{"after 2020", "2021-01-01.. |"},
		{"before 2020", "..2019-12-31 |"},
		{"2020-2023", "2020-01-01..2023-12-31 |"},
		{"2019-20", "2019-01-01..2020-12-31 |"},
		{"from 2020 to 2022", "2020-01-01..2022-12-31 |"},
		{"between 2019 and 2021", "2019-01-01..2021-12-31 |"},
		{"May 2020", "2020-05-01..2020-05-31 |"},
		{"from May 2020 to February 2021", "2020-05-01..2021-02-28 |"},
		{"Q3 2022", "2022-07-01..2022-09-30 |"},
		{"the first quarter of 2024", "2024-01-01..2024-03-31 |"},
		{"last year", "2023-01-01..2023-12-31 |"},
		{"this year", "2024-01-01..2024-12-31 |"},
		{"last month", "2024-01-01..2024-01-31 |"},
		{"last quarter", "2023-10-01..2023-12-31 |"},
		{"past three years", "2021-02-24..2024-02-24 |"},
		{"2000 people", "=2000  | people"},
		{"over 2000", ">2000 |"},
		{"rose", "up |"},
		{"crimes that fell", "down | crimes that"},
		{"increase > 60%", ">60 percent up |"},
		{"how many people arrested", "people | people arrested"},
		{"how much money was saved", "money | was saved"},
		{"what percentage of cases", "percent | what of cases"},
		{"fraud unit:people kind:share", "people share | fraud"},
		{`source:"China Daily" fraud`, "China Daily | fraud"},
		{"kind:percent_change", "percent_change |"},
		{"one man and two women", "| one man and two women"},
		{"may", "| may"},
		{"unit: people", "| unit: people"},
		{"", "|"},
	} {
		if got := strings.TrimSpace(describe(Parse(c.text, newest))); got != strings.TrimSpace(c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestRelativeIsSaid(t *testing.T) {
	a := Parse("fraud last year", newest)
	if len(a.Parts) != 1 || a.Parts[0].Label != "last year: 2023, counted from the newest article, 2024-02-24" || a.Parts[0].Text != "last year" {
		t.Errorf("%+v", a.Parts)
	}
	if a := Parse("fraud last year", 0); len(a.Parts) != 0 {
		t.Errorf("without a newest article: %+v", a.Parts)
	}
}

// TestNumbersAsInArticles holds the numbers against the grammar of the articles.
func TestNumbersAsInArticles(t *testing.T) {
	for _, text := range []string{"5", "2,000", "1.5 million", "187.6 billion", "12 bn", "3.25", "twelve", "twenty-five", "two hundred", "three hundred thousand",
		"forty-two million", "a hundred", "5 lakh", "2 crore", "seven", "1,234,567", "10 thousand"} {
		p := parser{text: text, tokens: scan(text)}
		got, ok := p.numberAt(0)
		want, wantOK := number.At(tokens.Scan(nil, text), 0)
		if ok != wantOK || got.value != want.Value.Float() {
			t.Errorf("%q: %v %v, the articles' grammar %v %v", text, got.value, ok, want.Value.Float(), wantOK)
		}
	}
}

// TestUnitsAsInArticles holds the units against the grammar of the articles.
func TestUnitsAsInArticles(t *testing.T) {
	for _, list := range []string{currencies, durations, lengths, masses, areas} {
		for _, entry := range strings.Fields(list) {
			word, _, _ := strings.Cut(entry, "=")
			text := "5 million " + word
			if list != currencies {
				text = "5 " + word
			}
			if word == "try" || word == "m" && list == lengths || word == "second" {
				continue // read with more context there
			}
			upper := text
			if len(word) == 3 && list == currencies {
				upper = "5 million " + strings.ToUpper(word)
			}
			scanned := tokens.Scan(nil, upper)
			n, _ := number.At(scanned, 0)
			want, ok := unit.After(scanned, n.Last, unit.Context{Scaled: n.Scaled, Digits: true})
			p := parser{text: text, tokens: scan(text)}
			a, _ := p.amountAt(0)
			name := want.Unit.Plural
			if want.Unit.Class == unit.Money && len(want.Unit.Code) == 3 {
				name = want.Unit.Code
			}
			if !ok || a.unit.Class != want.Unit.Class.String() || a.unit.Name != name {
				t.Errorf("%q: %+v, the articles' grammar %+v %v", text, a.unit, want.Unit, ok)
			}
		}
	}
	for _, list := range []string{people, cases} {
		for _, w := range strings.Fields(list) {
			got, _ := counted(w)
			if want, ok := unit.Counted(w); !ok || got != want {
				t.Errorf("%q: %q, the articles' grammar %q %v", w, got, want, ok)
			}
		}
	}
}

// TestPeriodsAsInArticles holds the periods against the grammar of the articles.
func TestPeriodsAsInArticles(t *testing.T) {
	for _, text := range []string{"2021", "May 2020", "2020-2023", "2019-20", "from 2020 to 2022", "between 2019 and 2021", "last year", "last month", "Q3 2022"} {
		f := period.Finder{Ref: period.Date{Year: 2024, Month: 2, Day: 24}}
		want := f.Find(nil, tokens.Scan(nil, text))
		got := Parse(text, newest).Periods
		if len(got) != 1 || len(want) != 1 || got[0].Start.String() != want[0].Start.String() || got[0].End.String() != want[0].End.String() {
			t.Errorf("%q: %v, the articles' grammar %v", text, got, want)
		}
	}
}

// FuzzParse: nothing panics, parts lie in the text in order, and what is blanked
// keeps its length.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"> 100000 people", "10..20%", "between 2 and", "unit:\"", "$", "since", "€5–€10m", "q9 2021", "no more than", "a hundred and", "２０２１ ½"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := Parse(text, newest)
		at := 0
		for _, p := range a.Parts {
			if p.Start < at || p.End <= p.Start || p.End > len(text) || text[p.Start:p.End] != p.Text {
				t.Fatalf("%q: part %+v", text, p)
			}
			at = p.End
		}
		if len(a.Articles) != len(text) || len(a.Statistics) != len(text) {
			t.Errorf("%q: lengths differ", text)
		}
		if utf8.ValidString(text) && (!utf8.ValidString(a.Articles) || !utf8.ValidString(a.Statistics)) {
			t.Errorf("%q: a letter was cut", text)
		}
	})
}
