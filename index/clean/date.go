package clean

import (
	"fmt"
	"strings"
	"unicode"
)

// months maps names and abbreviations of months in the languages of the readers
// to their numbers.
var months = func() map[string]int {
	m := map[string]int{}
	for _, year := range []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec",
		"januar februar märz april mai juni juli august september oktober november dezember",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
	} {
		for i, name := range strings.Fields(year) {
			m[name] = i + 1
		}
	}
	m["sept"], m["jänner"] = 9, 1
	return m
}()

// dateWords may stand in a line that states a date and nothing else.
var dateWords = setOf(`updated published posted last modified created date on at am pm a.m p.m gmt utc est edt pst pdt cst bst bjt cet local
time de of the st nd rd th um uhr le el den monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
first release released stand aktualisiert veröffentlicht am publié mis à jour actualizado publicado montag dienstag mittwoch donnerstag freitag
samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo`)

// parseDate finds the first date in s and returns it as ISO 8601, with the time
// if one follows, or "". pure says that s holds nothing but the date. Purely
// numeric dates are read only where the order is certain (year first, or day
// first with points, as in German).
func parseDate(s string) (iso string, pure bool) {
	words := dateTokens(s)
	pure = true
	for i := 0; i < len(words); i++ {
		if iso == "" {
			if date, n := dateAt(words[i:]); n > 0 {
				iso = date
				i += n - 1
				if clock, n := clockAt(words[i+1:]); n > 0 {
					iso += "T" + clock
					i += n
				}
				continue
			}
		}
		if w := words[i]; !dateWords[strings.TrimSuffix(w, ".")] && months[w] == 0 {
			if _, n := clockAt(words[i:]); n == 0 {
				pure = false
			}
		}
	}
	return iso, pure && iso != ""
}

// dateTokens cuts s into lower-case words at spaces and commas; a "T" between
// date and time counts as a space.
func dateTokens(s string) []string {
	s = strings.ToLower(s)
	for _, u := range []string{"年", "月"} {
		s = strings.ReplaceAll(s, u, "-")
	}
	s = strings.ReplaceAll(s, "日", " ")
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",|()[]–—", r) })
	var out []string
	for _, w := range words {
		w = strings.Trim(w, ":;")
		if i := strings.IndexByte(w, 't'); i == 10 && isDigits(w[:4]) {
			out = append(out, w[:i])
			w = strings.TrimSuffix(w[i+1:], "z")
		}
		if w != "" && w != "-" {
			out = append(out, w)
		}
	}
	return out
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// dateAt reads a date from the beginning of words and returns how many it took.
func dateAt(words []string) (string, int) {
	if iso := numericDate(words[0]); iso != "" {
		return iso, 1
	}
	if m := month(words[0]); m > 0 && len(words) >= 3 {
		if d, y := day(words[1]), year(words[2]); d > 0 && y > 0 {
			return isoDate(y, m, d)
		}
	}
	d := day(words[0])
	if d == 0 {
		return "", 0
	}
	rest := words[1:]
	n := 3
	if len(rest) > 0 && (rest[0] == "de" || rest[0] == "of") {
		rest, n = rest[1:], n+1
	}
	if len(rest) < 2 {
		return "", 0
	}
	m := month(rest[0])
	if rest[1] == "de" && len(rest) > 2 {
		rest, n = rest[1:], n+1
	}
	if y := year(rest[1]); m > 0 && y > 0 {
		iso, ok := isoDate(y, m, d)
		return iso, ok * n / 3
	}
	return "", 0
}

// isoDate returns the date and 3, the words of a plain date, or 0 if there is no
// such day.
func isoDate(y, m, d int) (string, int) {
	length := []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	if m < 1 || m > 12 || d < 1 || d > length[m-1] && !(m == 2 && d == 29 && y%4 == 0 && (y%100 != 0 || y%400 == 0)) {
		return "", 0
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), 3
}

func month(w string) int { return months[strings.TrimSuffix(w, ".")] }

func day(w string) int {
	for _, suffix := range []string{"st", "nd", "rd", "th", "er", "."} {
		if t := strings.TrimSuffix(w, suffix); t != w {
			w = t
			break
		}
	}
	if len(w) > 2 || !isDigits(w) {
		return 0
	}
	return number(w)
}

func year(w string) int {
	w = strings.TrimSuffix(w, ".")
	if len(w) != 4 || !isDigits(w) || w[0] != '1' && w[0] != '2' {
		return 0
	}
	return number(w)
}

func number(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// numericDate reads 2024-02-24, 2024/2/24, 2024.2.24 and 24.02.2024.
func numericDate(w string) string {
	w = strings.TrimRight(w, ".-")
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 || !isDigits(parts[0]) || !isDigits(parts[1]) || !isDigits(parts[2]) || len(parts[1]) > 2 {
		return ""
	}
	if y := year(parts[0]); y > 0 && len(parts[2]) <= 2 {
		iso, _ := isoDate(y, number(parts[1]), number(parts[2]))
		return iso
	}
	if y := year(parts[2]); y > 0 && len(parts[0]) <= 2 && strings.Count(w, ".") == 2 {
		iso, _ := isoDate(y, number(parts[1]), number(parts[0]))
		return iso
	}
	return ""
}

// clockAt reads "07:17", "07:17:05", "7:17 pm" and "7.17pm", after "at" or "um",
// as hh:mm:ss, and returns how many words it took.
func clockAt(words []string) (string, int) {
	n := 0
	if len(words) > 0 && (words[0] == "at" || words[0] == "um") {
		n = 1
	}
	if len(words) <= n {
		return "", 0
	}
	w := words[n]
	half := ""
	for _, h := range []string{"am", "pm", "a.m.", "p.m."} {
		if t := strings.TrimSuffix(w, h); t != w {
			w, half = t, h[:1]
			break
		}
	}
	parts := strings.Split(w, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return "", 0
	}
	var v [3]int
	for i, p := range parts {
		if len(p) > 2 || !isDigits(p) {
			return "", 0
		}
		v[i] = number(p)
	}
	n++
	if half == "" && len(words) > n {
		if h := strings.ReplaceAll(words[n], ".", ""); h == "am" || h == "pm" {
			half = h[:1]
			n++
		}
	}
	if half == "p" && v[0] < 12 {
		v[0] += 12
	} else if half == "a" && v[0] == 12 {
		v[0] = 0
	}
	if v[0] > 23 || v[1] > 59 || v[2] > 59 {
		return "", 0
	}
	return fmt.Sprintf("%02d:%02d:%02d", v[0], v[1], v[2]), n
}
