package statistic

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"almanac/index/article"
	"almanac/index/statistic/number"
	"almanac/index/statistic/quantity"
	"almanac/index/statistic/token"
)

// parse makes an article of one paragraph.
func parse(text string) *article.Article {
	return &article.Article{ID: "x", Published: "2021-04-12", Blocks: []article.Block{{Text: text, End: len(text)}}}
}

// TestSentences shows what is read of single sentences, one rule each.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Police arrested 1,200 people last year, up 5 percent.", "1200 people exact count up5 | 5 percent exact percent_change up5"},
		{"Sales rose 60% to 3.9 million headsets.", "60 percent exact percent_change up60 | 3900000 headsets exact count up60"},
		{"Unemployment rose to 5 percent in 2020.", "5 percent exact share"},
		{"Inflation fell below 10% last year.", "10 percent less_than share"},
		{"The fine was at least 187.6 billion yuan ($28.7 billion).", "187600000000 CNY at_least money | 28700000000 USD at_least money"},
		{"About a quarter of pupils passed.", "25 percent about share"},
		{"Nine out of 10 drivers agreed.", "90 percent exact share"},
		{"Between 5,000 and 10,000 protesters marched.", "5000..10000 protesters range count"},
		{"No fewer than 40 cases were heard.", "40 cases at_least count"},
		{"No more than 40 cases were heard.", "40 cases at_most count"},
		{"Up to 300 jobs will go.", "300 jobs at_most count"},
		{"Some 2,000 lawsuits were filed.", "2000 cases about count"},
		{"The number of cases doubled in 2020.", "2 times exact ratio up100"},
		{"Output halved last year.", "0.5 times exact ratio down50"},
		{"Rates rose by 25 basis points.", "25 basis points exact point_change"},
		{"It produces 3,000 tests a day.", "3000 tests per day exact rate"},
		{"He was given a two-year sentence.", "2 years exact duration"},
		{"The reactor makes 1,200 MW of power.", "1200 megawatts exact measurement"},
		{"Losses of £2.7m were reported.", "2700000 GBP exact money"},
		{"It paid USD10m and HK $216,925.", "10000000 USD exact money | 216925 HKD exact money"},
		{"Foreign prisoner numbers rose from 10,231 prisoners to 10,649 prisoners.", "10231 prisoners exact count | 10649 prisoners exact count"},
		{"Drunkenness fell from 24% to 22% last year.", "24 percent exact share | 22 percent exact share"},
		{"Sentences ranging from 5 to 12 years were given.", "5..12 years range duration"},
		{"The rate was 7.33 cases per 100,000 people.", "7.33 cases per 100,000 people exact rate"},
		{"They make up a third of convictions.", "33.333333333333336 percent exact share"},
		{"There were 12 break-ins.", "12 break-ins exact count"},
		{"Shares were down 247p, or 18%, on Monday.", "247 pence exact money down18 | 18 percent exact percent_change down18"},
		{"It doubles as a visa at the Three Cooks.", ""},
		{"Un total de 21 personas en la ciudad de Madrid y en el resto del país.", ""},
		{"Ngày 21 tháng 5 năm 2026 liên quan đến sự cố vật liệu nguy hại.", ""},
		{"Police arrested 330 people, seized 45 guns, impounded 12 cars.", "330 people exact count | 45 guns exact count | 12 cars exact count"},
		{"Two men were fined.", ""},
		{"One high-profile case occurred in 2020.", ""},
		{"Jane Smith, 35, is on the first floor.", ""},
		{"The iPhone 14 Pro and COVID-19 and section 230 are names.", ""},
		{"Hundreds of people fled.", ""},
		{"They live at 350 Jay Street.", ""},
		{"The match ended 2-1 on 5 May 2020 at 10:45.", ""},
		{"A screen of 1024*768 needs licence 0108263.", ""},
	} {
		found, _ := Extract(parse(c.text))
		var got []string
		for _, s := range found {
			if s.Salience == Mention {
				continue
			}
			v := s.Value.String()
			if s.Bound == "range" {
				v += ".." + s.High.String()
			}
			line := v + " " + s.Unit.Name + " " + s.Bound + " " + string(s.Kind)
			if s.Change != nil {
				line += " " + s.Change.Direction + number.Int(int64(math.Round(s.Change.Percent))).String()
			}
			got = append(got, line)
		}
		if g := strings.Join(got, " | "); g != c.want {
			t.Errorf("%s\n   got  %s\n   want %s", c.text, g, c.want)
		}
	}
}

// TestPlaces checks on the gold articles that every span lies in its block, and
// that the text of a value reads as that value by itself.
func TestPlaces(t *testing.T) {
	var f quantity.Finder
	for _, g := range loadGold(t).Articles {
		a := g.clean()
		found, rejected := Extract(a)
		for _, s := range found {
			p := s.Provenance
			text := a.Blocks[p.Block].Text
			if p.SentenceStart > p.WholeStart || p.WholeStart > p.ValueStart || p.ValueStart >= p.ValueEnd || p.ValueEnd > p.WholeEnd || p.WholeEnd > p.SentenceEnd {
				t.Fatalf("%s: spans %+v", s.ValueText, p)
			}
			if text[p.ValueStart:p.ValueEnd] != s.ValueText || text[p.SentenceStart:p.SentenceEnd] != p.SentenceText {
				t.Errorf("%q is not at its place", s.ValueText)
			}
			again, _ := f.Find(token.Scan(nil, s.ValueText+" "+s.Unit.Text), nil)
			if s.Unit.Text != "" && s.Unit.Text != s.ValueText && (len(again) != 1 || !near(again[0].Value.Float(), s.Value.Float())) {
				t.Errorf("%q alone reads as %v, not %v", s.ValueText+" "+s.Unit.Text, again, s.Value)
			}
		}
		for _, r := range rejected {
			if a.Blocks[r.Block].Text[r.Start:r.End] != r.Text || r.Reason == "" {
				t.Errorf("rejected %+v", r)
			}
		}
	}
}

// TestDeterministic extracts twice, with a fresh and a used extractor.
func TestDeterministic(t *testing.T) {
	e := NewExtractor(nil)
	for _, g := range loadGold(t).Articles {
		a := g.clean()
		x, rx := e.Extract(a)
		y, ry := Extract(a)
		if !reflect.DeepEqual(x, y) || !reflect.DeepEqual(rx, ry) {
			t.Errorf("%s: two runs differ", a.ID)
		}
	}
}

// TestOnlyParagraphs shows that captions and headings state nothing.
func TestOnlyParagraphs(t *testing.T) {
	a := parse("There were 500 cases.")
	a.Blocks = append(a.Blocks, article.Block{Kind: article.Caption, Text: "Police seized 900 cars."}, article.Block{Kind: article.Heading, Text: "700 dead"})
	found, rejected := Extract(a)
	if len(found) != 1 || len(rejected) != 0 {
		t.Errorf("%d found, %d rejected", len(found), len(rejected))
	}
}

// FuzzExtract checks that no text breaks the extractor.
// TestBoundAtTheBeginning: a bound may be a sentence's first word.
func TestBoundAtTheBeginning(t *testing.T) {
	for text, want := range map[string]string{
		"Minimum five-year sentences are expected.": "Minimum",
		"Maximum 40 people may enter.":              "Maximum",
		"The hall holds a maximum 40 people.":       "maximum",
		"At least 40 people died.":                  "At least",
	} {
		found, _ := Extract(parse(text))
		if len(found) != 1 || found[0].BoundText != want {
			t.Errorf("%q: %+v, want one statistic bound by %q", text, found, want)
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add("In 2021, more than 23,000 people were prosecuted, 2.8 times the number the previous year.")
	f.Add("Maximum one entry per person per day.")
	f.Add("\"$\" of 5% of, (and 3 to 4) — up 5-; 1/2 °C per per a year earlier, which")
	f.Fuzz(func(t *testing.T, text string) {
		a := parse(text)
		found, _ := Extract(a)
		for _, s := range found {
			p := s.Provenance
			if p.ValueStart < p.SentenceStart || p.ValueEnd > p.SentenceEnd || text[p.ValueStart:p.ValueEnd] != s.ValueText {
				t.Fatalf("%q: %+v", text, p)
			}
			if math.IsNaN(s.Value.Float()) {
				t.Fatalf("%q: value is not a number", text)
			}
		}
	})
}

// BenchmarkExtract reads the sample articles, sentences already known, so that
// the speed is that of this package.
func BenchmarkExtract(b *testing.B) {
	articles, size := sample(b)
	e := NewExtractor(nil)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			e.Extract(a)
		}
	}
}

func sample(b *testing.B) (list []*article.Article, size int) {
	files, err := filepath.Glob("../../build/sample/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("the sample archive is missing: ", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		a := &article.Article{ID: filepath.Base(name), Published: "2021-04-12"}
		for _, p := range strings.Split(string(data), "\n") {
			if p = strings.TrimSpace(p); len(p) > 60 {
				a.Blocks = append(a.Blocks, article.Block{Text: p, End: len(p)})
				size += len(p)
			}
		}
		list = append(list, a)
	}
	return list, size
}
