package analyze

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func scan(text string) []Token {
	var out []Token
	for s := NewScanner(text); s.Next(); {
		out = append(out, s.Token())
	}
	return out
}

const probe = "Procuratorates prosecuted 141,870 people (47.9%) in the U.S. last year, up 1.6 million; Jing'an's COVID-19 " +
	"e-commerce users didn’t pay $28.7bn. It ended yesterday.Although police_said A.B. Müller, naïve Œuvre, 中文双语 Ωμέγα " +
	"cybercrimes cybercriminals running generalizations skies dying news."

func TestAnalysisGolden(t *testing.T) {
	var got strings.Builder
	for _, token := range scan(probe) {
		fmt.Fprintf(&got, "%d\t%d-%d\t%s\t%s\tstop=%v\n", token.Position, token.Start, token.End, token.Surface, Stem(token.Surface), token.Stop)
	}
	file := "testdata/" + Version + ".golden"
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got.String() {
		t.Errorf("analysis changed (%v). Change Version, then run go test ./index/analyze -update. Now:\n%s", err, got.String())
	}
}

func FuzzScanner(f *testing.F) {
	for _, s := range []string{probe, "", "a.b", "...", "\xff\xfe", "1,2,3", "x_y:z", "’s", "'s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last, position := 0, 0
		for s := NewScanner(text); s.Next(); {
			token := s.Token()
			if token.Start < last || token.End <= token.Start || token.End > len(text) || token.Position != position+1 {
				t.Fatalf("token %+v after offset %d, position %d", token, last, position)
			}
			if token.Surface == "" || utf8.ValidString(text) && !utf8.ValidString(token.Surface) {
				t.Fatalf("surface %q of %q", token.Surface, text[token.Start:token.End])
			}
			last, position = token.End, token.Position
		}
	})
}

func TestFoldingIsStable(t *testing.T) {
	for _, token := range scan(probe) {
		if again := Fold(token.Surface); again != token.Surface {
			t.Errorf("folding %q twice gives %q", token.Surface, again)
		}
	}
}

func TestBeginsStop(t *testing.T) {
	for _, c := range []struct {
		prefix      string
		stop, begin bool
	}{
		{"", false, false}, {"w", false, true}, {"wit", false, true}, {"with", true, true}, {"witht", false, false},
		{"ith", false, false}, {" ", false, false}, {"a", true, true}, {"yourselves", true, true}, {"crane", false, false}, {"h i", false, false},
	} {
		if stop, begin := IsStop(c.prefix), BeginsStop(c.prefix); stop != c.stop || begin != c.begin {
			t.Errorf("%q: stop %v, begins one %v", c.prefix, stop, begin)
		}
	}
}
