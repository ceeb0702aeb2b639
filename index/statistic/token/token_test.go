package token

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestScan(t *testing.T) {
	for text, want := range map[string]string{
		"141,870 people":           "141,870|people",
		"up 98.5 percent.":         "up|98.5|percent|.",
		"US$1.5bn":                 "US|$|1.5|bn",
		"a year-on-year rise":      "a|year|-|on|-|year|rise",
		"the U.S. at 5 a.m. today": "the|U.S.|at|5|a.m.|today",
		"Jing'an District’s 10":    "Jing'an|District’s|10",
		"80 m.p.h.":                "80|m.p.h.",
		"a .500 record":            "a|.500|record",
		"in 2021, 2022":            "in|2021|,|2022",
		"1,2 and 3,4567":           "1|,|2|and|3|,|4567",
		"2½ km²":                   "2|½|km|²",
		"192.168.1.2":              "192.168|.|1.2",
	} {
		var got []string
		for _, k := range Scan(nil, text) {
			got = append(got, k.Text)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("In 2021, more than 23,000 people (2.8 times) £1.5bn U.S. l'été")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, k := range Scan(nil, s) {
			if k.Start < last || k.End <= k.Start || k.End > len(s) || s[k.Start:k.End] != k.Text {
				t.Fatalf("%q: token %+v after %d", s, k, last)
			}
			if utf8.ValidString(s) && strings.TrimFunc(s[last:k.Start], func(r rune) bool {
				return r == '\u200b' || r == '\ufeff' || strings.TrimSpace(string(r)) == ""
			}) != "" {
				t.Fatalf("%q: %q is in no token", s, s[last:k.Start])
			}
			last = k.End
		}
	})
}
