package quantity

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"almanac/index/statistic/number"
	"almanac/index/statistic/period"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

// spec is one case of the measuring sets made from the tests of Recognizers-Text
// and quantulum3.
type spec struct {
	ID, Text   string
	Context    *struct{ ReferenceDateTime string }
	Quantities []struct {
		Surface    string
		Start      int
		Value      float64
		Unit       string
		Resolution struct {
			Value            string
			Unit             string
			PastResolution   struct{ StartDate, EndDate string }
			FutureResolution struct{ StartDate, EndDate string }
		}
	}
}

func specs(t *testing.T, name string) []spec {
	t.Helper()
	file, err := os.Open(filepath.Join(shared, name))
	if err != nil {
		t.Skip("the measuring set is not here: ", err)
	}
	defer file.Close()
	var list []spec
	scan := bufio.NewScanner(file)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		var s spec
		if err := json.Unmarshal(scan.Bytes(), &s); err != nil {
			t.Fatalf("%s line %d: %v", name, len(list)+1, err)
		}
		list = append(list, s)
	}
	return list
}

// TestRecognizers measures recall on the English specs of Recognizers-Text. A spec
// names quantities of one kind only, so precision means nothing here. The floors
// hold what was reached.
func TestRecognizers(t *testing.T) {
	for _, c := range []struct {
		set         string
		class       []unit.Class
		value, unit float64
	}{
		{"NumberWithUnit.CurrencyModel", []unit.Class{unit.Money}, .83, .78},
		{"NumberWithUnit.DimensionModel", nil, .89, .77},
		{"NumberWithUnit.TemperatureModel", []unit.Class{unit.Temperature, unit.Angle}, .72, .65},
		{"NumberWithUnit.AgeModel", []unit.Class{unit.Age}, 1, .94},
		{"Number.PercentModel", []unit.Class{unit.Percent}, .83, .61},
		{"Number.NumberModel", []unit.Class{}, .45, 0},
	} {
		var f Finder
		total, value, withUnit := 0, 0, 0
		for _, s := range specs(t, "recognizers/English."+c.set+".gold.jsonl") {
			tokens := token.Scan(nil, s.Text)
			found, _ := f.Find(tokens, (&period.Finder{}).Find(nil, tokens))
			for _, g := range s.Quantities {
				total++
				want, err := strconv.ParseFloat(strings.TrimSuffix(g.Resolution.Value, "%"), 64)
				if err != nil {
					continue
				}
				v, u := specFound(tokens, found, byteAt(s.Text, g.Start), len(g.Surface), want, c.class)
				value += v
				withUnit += u
				if *misses && (v == 0 || u == 0) {
					fmt.Printf("%s %q: %q value %d unit %d\n", s.ID, s.Text, g.Surface, v, u)
				}
			}
		}
		v, u := float64(value)/float64(total), float64(withUnit)/float64(total)
		t.Logf("%s: %d, value recall %.3f, with unit class %.3f", c.set, total, v, u)
		if v < c.value || u < c.unit {
			t.Errorf("%s: value recall %.3f (floor %.2f), with unit class %.3f (floor %.2f)", c.set, v, c.value, u, c.unit)
		}
	}
}

// byteAt turns an offset in code points into one in bytes.
func byteAt(text string, runes int) int {
	for i := range text {
		if runes == 0 {
			return i
		}
		runes--
	}
	return len(text)
}

func specFound(tokens []token.Token, found []Quantity, start, length int, want float64, class []unit.Class) (value, withUnit int) {
	for _, q := range found {
		a, b := tokens[q.Whole.First].Start, tokens[max(q.Whole.Last, q.Number.Last)-1].End
		if a >= start+length || start >= b {
			continue
		}
		for _, v := range []float64{q.Value.Float(), q.High.Float(), q.Value.Float() * 100} {
			if v == q.Value.Float()*100 && !(q.Form == number.AsFraction && q.Unit.Class == unit.Percent) {
				continue
			}
			if !sameValue([]float64{want}, []float64{v}) {
				continue
			}
			value = 1
			ok := class == nil && q.Unit.Class >= unit.Money
			for _, c := range class {
				ok = ok || q.Unit.Class == c
			}
			if ok {
				return 1, 1
			}
		}
	}
	return value, 0
}

// TestQuantulum measures recall and precision on quantulum3's own tests. They
// count bare years and every number of a physics text.
func TestQuantulum(t *testing.T) {
	var f Finder
	total, value, predicted := 0, 0, 0
	for _, s := range specs(t, "quantulum3/quantities.gold.jsonl") {
		tokens := token.Scan(nil, s.Text)
		found, _ := f.Find(tokens, (&period.Finder{}).Find(nil, tokens))
		predicted += len(found)
		for _, g := range s.Quantities {
			total++
			v, _ := specFound(tokens, found, byteAt(s.Text, g.Start), len(g.Surface), g.Value, nil)
			value += v
			if *misses && v == 0 {
				fmt.Printf("%s %q: %q %v %s\n", s.ID, s.Text, g.Surface, g.Value, g.Unit)
			}
		}
	}
	r := float64(value) / float64(total)
	t.Logf("quantulum3: %d gold, %d predicted, value recall %.3f, precision %.3f", total, predicted, r, float64(value)/float64(predicted))
	if r < .70 {
		t.Errorf("value recall %.3f, floor .70", r)
	}
}

// TestRecognizersPeriods measures the period grammar on Recognizers-Text's date
// periods: right first day, and right last day (theirs is exclusive).
func TestRecognizersPeriods(t *testing.T) {
	total, found, start, both := 0, 0, 0, 0
	for _, s := range specs(t, "recognizers/English.DateTime.DatePeriodParser.gold.jsonl") {
		if s.Context == nil || len(s.Quantities) == 0 {
			continue
		}
		f := period.Finder{}
		f.Ref, _ = period.ParseDate(s.Context.ReferenceDateTime)
		list := f.Find(nil, token.Scan(nil, s.Text))
		for _, g := range s.Quantities {
			r := g.Resolution.PastResolution
			if r.StartDate == "" || r.EndDate == "" {
				continue
			}
			total++
			end, _ := period.ParseDate(r.EndDate)
			last := end.AddDays(-1).String()
			hit, whole := false, false
			for _, m := range list {
				ok := m.Start.String() == r.StartDate
				hit = hit || ok
				whole = whole || ok && (m.End.String() == last || m.End.String() == r.EndDate)
			}
			if len(list) > 0 {
				found++
			}
			if hit {
				start++
			}
			if whole {
				both++
			} else if *misses {
				fmt.Printf("%s %q at %s: want %s/%s, got %v\n", s.ID, s.Text, s.Context.ReferenceDateTime, r.StartDate, last, list)
			}
		}
	}
	t.Logf("date periods: %d, something found %.3f, first day right %.3f, both %.3f", total, float64(found)/float64(total), float64(start)/float64(total), float64(both)/float64(total))
	if float64(both)/float64(total) < .19 {
		t.Error("fewer date periods are right than were")
	}
}
