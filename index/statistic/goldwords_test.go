package statistic

import (
	"regexp"
	"strings"
)

// The comparison of units and measures follows the gold's own scorer.

var people = set("people person persons individual individuals suspect suspects victim victims man men woman women girl girls boy boys child children resident residents defendant defendants offender offenders criminal criminals")

var stopWords = set("a an the of in on at by for to from and or with as is was were are be been that who which their its his her s")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func scoreSingular(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 4 && regexp.MustCompile(`(ch|sh|x|ss)es$`).MatchString(w):
		return w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

func scoreUnit(u string) []string {
	w := strings.Fields(strings.ToLower(u))
	if len(w) == 0 {
		return w
	}
	last := w[len(w)-1]
	switch {
	case people[last]:
		return []string{"people"}
	case last == "lawsuit" || last == "lawsuits":
		last = "case"
	}
	w[len(w)-1] = scoreSingular(last)
	return w
}

func sameUnit(a, b string) bool {
	x, y := scoreUnit(a), scoreUnit(b)
	if strings.Join(x, " ") == strings.Join(y, " ") {
		return true
	}
	return len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] && (len(x) == 1 || len(y) == 1)
}

var word = regexp.MustCompile(`[^\W_]+`)

func scoreWords(t string) map[string]int {
	t = strings.ReplaceAll(strings.ToLower(t), "’", "'")
	m := map[string]int{}
	for _, w := range word.FindAllString(strings.ReplaceAll(t, "'s ", " "), -1) {
		if stopWords[w] {
			continue
		}
		w = scoreSingular(w)
		for _, s := range []string{"ing", "ed"} {
			if strings.HasSuffix(w, s) && len(w)-len(s) >= 4 {
				w = w[:len(w)-len(s)]
				break
			}
		}
		m[w]++
	}
	return m
}

func tokenF1(a, b string) float64 {
	x, y := scoreWords(a), scoreWords(b)
	n, total := 0, 0
	for w, c := range x {
		n += min(c, y[w])
		total += c
	}
	for _, c := range y {
		total += c
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(n) / float64(total)
}
