package clean

import (
	"fmt"
	"strings"
	"testing"

	"almanac/index/article"
	"almanac/index/source"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"Updated: 2024-02-24 07:17":            "2024-02-24T07:17:00 true",
		"March 5, 2015":                        "2015-03-05 true",
		"Thursday, March 5, 2015":              "2015-03-05 true",
		"5 March 2015":                         "2015-03-05 true",
		"Sept. 9, 2021, 3:05 p.m.":             "2021-09-09T15:05:00 true",
		"Published 12:30 am on 1 Jan 2020":     "2020-01-01 true",
		"2015-03-05T10:11:12Z":                 "2015-03-05T10:11:12 true",
		"24. Februar 2024, 12:30 Uhr":          "2024-02-24T12:30:00 true",
		"24.02.2024":                           "2024-02-24 true",
		"24 de febrero de 2024":                "2024-02-24 true",
		"2024年2月24日 07:17":                     "2024-02-24T07:17:00 true",
		"It ended on March 5, 2015, he said":   "2015-03-05 false",
		"10/02/2019":                           " false",
		"February 30, 2015":                    " false",
		"2024-13-01":                           " false",
		"about 2,000 people and 24 in May are": " false",
		"":                                     " false",
	} {
		iso, pure := parseDate(in)
		if got := fmt.Sprint(iso, " ", pure); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"YANG ZEKUN": "Yang Zekun", "Yang Zekun": "Yang Zekun", "YANG Zekun": "Yang Zekun", "J.K. ROWLING": "J.K. Rowling",
		"LUDWIG VAN BEETHOVEN": "Ludwig van Beethoven", "JANE O'NEILL": "Jane O'Neill", "JEAN-PAUL MCDONALD": "Jean-Paul McDonald",
		"CAO YIN and LI LEI": "Cao Yin and Li Lei", "JOHN SMITH III": "John Smith III", "ÖZLEM TÜRECI": "Özlem Türeci",
	} {
		if got := personName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"CHINA DAILY": "China Daily", "BBC NEWS": "BBC News", "AFP": "AFP", "Xinhua": "Xinhua", "XINHUA": "Xinhua"} {
		if got := publisherName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestByline(t *testing.T) {
	for in, want := range map[string]string{
		"By YANG ZEKUN | CHINA DAILY | Updated: 2022-03-08 07:33":  "{Yang Zekun China Daily 2022-03-08T07:33:00} true",
		"Xinhua | Updated: 2023-11-02 16:40":                       "{ Xinhua 2023-11-02T16:40:00} true",
		"By CAO YIN in Beijing | chinadaily.com.cn":                "{Cao Yin chinadaily.com.cn } true",
		"By Jane Smith, Political editor":                          "{Jane Smith  } true",
		"Von Anna Müller, Berlin":                                  "{Anna Müller  } true",
		"Source: Xinhua | Editor: Huang Xin":                       "{ Xinhua } true",
		"By Falsifying Records, Bribing a City Employee for Years": "{  } false",
		"By the end of the year the work was done":                 "{  } false",
		"Roads | Railways | Bridges":                               "{ Roads } false",
	} {
		m, ok := parseByline(&line{text: in, shape: measure(in)})
		if got := fmt.Sprint(m, ok); !strings.HasPrefix(got, want) && !(strings.HasSuffix(want, "false") && !ok) {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestCaption(t *testing.T) {
	for in, want := range map[string]string{
		"A robot at the expo. [Photo by Zou Hong/China Daily]":                   "A robot at the expo.|Photo by Zou Hong/China Daily",
		"A robot at the expo (Xinhua/Li Lei)":                                    "A robot at the expo|Xinhua/Li Lei",
		"A robot at the expo in Beijing. FENG YONGBIN/CHINA DAILY":               "A robot at the expo in Beijing.|FENG YONGBIN/CHINA DAILY",
		"Number of people prosecuted CHINA DAILY":                                "Number of people prosecuted|CHINA DAILY",
		"A view of the bridge on Monday. Photograph: Jane Doe/Reuters":           "A view of the bridge on Monday.|Photograph: Jane Doe/Reuters",
		"Image caption, Potholes on the A12. Image source, Getty Images":         "Potholes on the A12.|Image source, Getty Images",
		"[Photo provided to]":                                                    "|Photo provided to",
		"He joined the staff of the BBC":                                         "no",
		"The deal was announced by the company (see page 3).":                    "no",
		"FORMER OFFICER SENTENCED BY ORANGE COUNTY COURT":                        "no",
		"Police said the source: unnamed had left the country before they came.": "no",
	} {
		text, credit, ok := splitCaption(&line{text: in, shape: measure(in)})
		got := "no"
		if ok {
			got = text + "|" + credit
		}
		if got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"a\u200bb\u202ec\u00a0 d":                     "abc d",
		"Tom &amp; Jerry &ldquo;x&rdquo;":             "Tom & Jerry “x”",
		"<p class=\"a\">one</p><p>two</p>":            "one two",
		"H<sub>2</sub>O":                              "H2O",
		"1 < 2 and 3 > 2, <3":                         "1 < 2 and 3 > 2, <3",
		"a <script>alert('x')</script> b<!-- c --> d": "a b d",
		"नम\u200dस्ते":                                "नम\u200dस्ते",
		" \x00 ":                                      "",
	} {
		var m markup
		if got := m.plain(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// shown renders an article in brief: T title, S subtitle, H heading, C caption, P
// paragraph.
func shown(a *article.Article) string {
	out := []string{"T " + a.Title}
	if a.Subtitle != "" {
		out = append(out, "S "+a.Subtitle)
	}
	for _, b := range a.Blocks {
		out = append(out, map[article.Kind]string{article.Paragraph: "P ", article.Heading: "H ", article.Caption: "C "}[b.Kind]+b.Text)
	}
	return strings.Join(out, "\n")
}

const (
	lead = "A council has announced that it will spend three million on repairing roads after a hard winter."
	more = "The work will begin in April, councillors said after a long meeting in the town hall."
)

// TestPages holds pages of kinds that the sample does not have.
func TestPages(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"standfirst with a period above the byline", "Roads to be repaired at last\nCouncillors agreed on a plan for all the roads of the town.\nBy Jane Doe\n" + lead + "\n" + more,
			"T Roads to be repaired at last\nS Councillors agreed on a plan for all the roads of the town.\nP " + lead + "\nP " + more},
		{"a broken sentence", "Roads to be repaired at last\n" + lead + "\nThe plan, which can be\nviewed here\n, names every road in the town and\nits date.",
			"T Roads to be repaired at last\nP " + lead + "\nP The plan, which can be viewed here, names every road in the town and its date."},
		{"short sentences are kept", "Roads to be repaired at last\n\nIt is time.\n\n" + lead + "\n\nHe agreed.\n\n" + more + "\n\nShe did not.",
			"T Roads to be repaired at last\nP It is time.\nP " + lead + "\nP He agreed.\nP " + more + "\nP She did not."},
		{"related links in the middle", "Roads to be repaired at last\n" + lead + "\nRelated stories\nTen Worst Roads in Britain\nPotholes Rise by a Third\n" + more,
			"T Roads to be repaired at last\nP " + lead + "\nP " + more},
		{"one line", lead, "T \nP " + lead},
		{"a poem", "The road\nnot taken\nby two", "T The road\nP not taken by two"},
		{"Chinese with English spam", "市政府宣布修路计划\n\n市政府星期一宣布，将拨款三百万元修复在严冬中受损的道路，工程将于四月开始。\n\n居民表示欢迎，他们已经等待多年，希望工程早日完成。",
			"T 市政府宣布修路计划\nP 市政府星期一宣布，将拨款三百万元修复在严冬中受损的道路，工程将于四月开始。\nP 居民表示欢迎，他们已经等待多年，希望工程早日完成。"},
		{"a foreign quotation stays", "Roads to be repaired at last\n" + lead + "\n“市政府星期一宣布，将拨款三百万元修复道路。”\n" + more,
			"T Roads to be repaired at last\nP " + lead + "\nP “市政府星期一宣布，将拨款三百万元修复道路。”\nP " + more},
		{"an article on copyright", "Music firms sue over copyright\n" + lead + "\nCopyright law protects the work of an author for seventy years after death.\n" + more,
			"T Music firms sue over copyright\nP " + lead + "\nP Copyright law protects the work of an author for seventy years after death.\nP " + more},
	} {
		a, err := New(nil).Clean(source.Record{Origin: c.name, Text: c.in})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := shown(a); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
