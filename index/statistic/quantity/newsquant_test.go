package quantity

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"almanac/index/statistic/lexicon"
	"almanac/index/statistic/number"
	"almanac/index/statistic/period"
	"almanac/index/statistic/token"
	"almanac/index/statistic/unit"
)

var (
	misses      = flag.Bool("misses", false, "print what differs from the measuring sets")
	predictions = flag.String("predictions", "", "write the predictions for NewsQuant to this file, for its own scorer")
)

const shared = "../../../../shared/quantity"

// newsQuantity is one quantity of the set NewsQuant (CQE_Evaluation) or of ours in its
// notation.
type newsQuantity struct {
	Value    any      `json:"value"`
	Unit     string   `json:"normalized_unit"`
	Change   string   `json:"change"`
	Concepts []string `json:"referred_concepts,omitempty"`
}

func (n newsQuantity) ends(t *testing.T) []float64 {
	switch v := n.Value.(type) {
	case []float64:
		return v
	case float64:
		return []float64{v}
	case string:
		if !strings.Contains(v, "E") && !strings.HasPrefix(v, "-") && strings.Contains(v, "-") {
			a, b, _ := strings.Cut(v, "-")
			return []float64{parse(t, a), parse(t, b)}
		}
		return []float64{parse(t, v)}
	}
	t.Fatalf("value %v", n.Value)
	return nil
}

func parse(t *testing.T, s string) float64 {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestNewsQuant holds the figures on the development half of NewsQuant, scored
// as its own scorer does. The text is not ours to keep: it is read where it lies.
func TestNewsQuant(t *testing.T) {
	file, err := os.Open(filepath.Join(shared, "newsquant", "dev.gold.jsonl"))
	if err != nil {
		t.Skip("NewsQuant is not here: ", err)
	}
	defer file.Close()
	var score newsScore
	var out []byte
	var f Finder
	scan := bufio.NewScanner(file)
	for scan.Scan() {
		var g struct {
			ID, Text   string
			Quantities []struct {
				Value          string
				NormalizedUnit string `json:"normalized_unit"`
				Change         string
			}
		}
		if err := json.Unmarshal(scan.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		var gold []newsQuantity
		for _, q := range g.Quantities {
			gold = append(gold, newsQuantity{Value: q.Value, Unit: q.NormalizedUnit, Change: q.Change})
		}
		pred := predict(&f, g.Text)
		line, _ := json.Marshal(map[string]any{"quantities": pred})
		out = append(append(out, line...), '\n')
		if extra, missing := score.add(t, gold, pred); *misses && (len(extra) > 0 || len(missing) > 0) {
			fmt.Printf("%s %s\n   missing %v\n   extra   %v\n", g.ID, g.Text, missing, extra)
		}
	}
	if *predictions != "" {
		if err := os.WriteFile(*predictions, out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	value, withUnit := score.f1(score.value), score.f1(score.unit)
	t.Logf("gold %d predicted %d; value F1 %.1f, value+unit F1 %.1f", score.gold, score.tags, value, withUnit)
	// The best published system reaches 92.0 and 85.6; this holds what we reached.
	if value < 96.5 || withUnit < 89.2 {
		t.Errorf("value F1 %.1f (reached 96.6), value+unit F1 %.1f (reached 89.3)", value, withUnit)
	}
}

func predict(f *Finder, text string) []newsQuantity {
	tokens := token.Scan(nil, text)
	times := (&period.Finder{}).Find(nil, tokens)
	found, _ := f.Find(tokens, times)
	list := []newsQuantity{}
	for _, q := range found {
		if q.Form == number.AsMultiple && !strings.HasSuffix(tokens[q.Number.First].Lower, "fold") {
			continue // the set does not label double, twice, halved
		}
		list = append(list, newsForm(tokens, q))
	}
	return list
}

// newsForm writes a quantity in the set's notation: fractions as ratios, vague
// plurals as ranges, units by the names that the set uses.
func newsForm(tokens []token.Token, q Quantity) newsQuantity {
	n := newsQuantity{Change: map[Bound]string{About: "~", MoreThan: ">", AtLeast: ">", LessThan: "<", AtMost: "<"}[q.Bound]}
	if n.Change == "" {
		n.Change = "="
	}
	n.Value = q.Value.Float()
	if q.Bound == Range {
		n.Value = []float64{q.Value.Float(), q.High.Float()}
		if q.Form == number.AsVague && tokens[q.Number.First].Lower == "dozens" {
			n.Value = []float64{12, 120}
		}
	}
	n.Unit = newsUnit(tokens, q)
	return n
}

func newsUnit(tokens []token.Token, q Quantity) string {
	noun := strings.Join(nounWords(tokens, q.Noun), " ")
	switch u := q.Unit; {
	case q.Form == number.AsFraction && u.Class == unit.Percent:
		if noun == "" {
			noun = "-"
		}
		return "% " + noun
	case u.Name == "":
		return "-"
	case u.Class == unit.Percent:
		return "percentage" + strings.TrimPrefix(u.Name, "percent")
	case u.Class == unit.Money:
		return newsMoney(u)
	case u.Class == unit.Times:
		return "count"
	case !q.Noun.Empty():
		if i := strings.Index(u.Name, " per "); i >= 0 {
			return noun + u.Name[i:]
		}
		return noun
	}
	switch q.Unit.Name {
	case "pound":
		return "pound-mass"
	case "degree Celsius":
		return "celsius"
	case "degree Fahrenheit":
		return "fahrenheit"
	case "revolution per minute":
		return "revolutions per minute"
	case "part per billion":
		return "parts-per-billion"
	}
	return strings.ToLower(q.Unit.Name)
}

func newsMoney(u unit.Unit) string {
	name, per, _ := strings.Cut(u.Name, " per ")
	switch name {
	case "US dollar":
		name = "dollar"
	case "yuan":
		name = "chinese yuan"
	case "yen":
		name = "japanese yen"
	case "pound":
		name = "pound sterling"
	case "ringgit":
		name = "malaysian ringgit"
	case "kuna":
		name = "croatian kuna"
	case "penny":
		name = "point"
	}
	if per != "" {
		name += " per " + per
	}
	return strings.ToLower(name)
}

func nounWords(tokens []token.Token, s Span) []string {
	var out []string
	for k := s.First; k < s.Last; k++ {
		w := tokens[k].Lower
		if w == "and" || w == "or" || tokens[k].Kind == token.Symbol {
			continue
		}
		w = strings.TrimSuffix(w, "'s")
		if k < s.Last-1 && (lexicon.IsParticiple(w) || lexicon.IsGerund(w)) {
			continue // the set leaves verbs out of its units
		}
		if k == s.Last-1 && w != "people" && !tokens[k].Capital() {
			w = lexicon.Singular(w)
		}
		out = append(out, lexicon.Positive(w))
	}
	return out
}

// newsScore counts as the set's scorer does: a gold quantity is found if any
// prediction has its value; a prediction is used up only when the unit is right
// too.
type newsScore struct{ gold, tags, value, unit int }

func (s *newsScore) add(t *testing.T, gold, pred []newsQuantity) (extra, missing []newsQuantity) {
	sort.SliceStable(gold, func(i, j int) bool { return gold[i].Unit < gold[j].Unit })
	tags := append([]newsQuantity(nil), pred...)
	sort.SliceStable(tags, func(i, j int) bool { return tags[i].Unit < tags[j].Unit })
	s.gold += len(gold)
	s.tags += len(tags)
	left := len(gold)
	for _, g := range gold {
		hit := false
		for i, p := range tags {
			if !sameValue(g.ends(t), p.ends(t)) {
				continue
			}
			if left > 0 {
				s.value++
				left--
			}
			if p.Unit == strings.ToLower(g.Unit) {
				s.unit++
				tags = append(tags[:i], tags[i+1:]...)
				hit = true
				break
			}
		}
		if !hit {
			missing = append(missing, g)
		}
	}
	return tags, missing
}

func sameValue(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Abs(a[i]-b[i]) > 1e-8+1e-5*math.Abs(b[i]) {
			return false
		}
	}
	return true
}

func (s *newsScore) f1(tp int) float64 {
	p, r := float64(tp)/float64(s.tags), float64(tp)/float64(s.gold)
	return math.Round(2000*p*r/(p+r)) / 10
}
