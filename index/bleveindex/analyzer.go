package bleveindex

import (
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"almanac/index/analyze"
)

// The names under which the analysers are registered with bleve.
const (
	// TermAnalyzer gives the stems that ranking works on.
	TermAnalyzer = "almanac_terms"
	// SurfaceAnalyzer gives each folded word of a text once.
	SurfaceAnalyzer = "almanac_surfaces"
)

func init() {
	register(TermAnalyzer, &termAnalyzer{})
	register(SurfaceAnalyzer, surfaceAnalyzer{})
}

// register panics when the name is taken: that is a mistake in this program.
func register(name string, a analysis.Analyzer) {
	err := registry.RegisterAnalyzer(name, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) { return a, nil })
	if err != nil {
		panic(err)
	}
}

// termAnalyzer is package analyze in bleve's clothes. It remembers stems, of
// which an archive has few compared with its words.
type termAnalyzer struct{ stems sync.Map }

// Analyze implements analysis.Analyzer.
func (a *termAnalyzer) Analyze(text []byte) analysis.TokenStream {
	var out analysis.TokenStream
	for s := analyze.NewScanner(string(text)); s.Next(); {
		t := s.Token()
		if t.Stop {
			continue
		}
		out = append(out, &analysis.Token{Start: t.Start, End: t.End, Position: t.Position, Term: a.stem(t.Surface)})
	}
	return out
}

func (a *termAnalyzer) stem(surface string) []byte {
	if stem, ok := a.stems.Load(surface); ok {
		return stem.([]byte)
	}
	stem := []byte(analyze.Stem(surface))
	a.stems.Store(surface, stem)
	return stem
}

type surfaceAnalyzer struct{}

// Analyze implements analysis.Analyzer.
func (surfaceAnalyzer) Analyze(text []byte) analysis.TokenStream {
	seen := map[string]bool{}
	var out analysis.TokenStream
	for s := analyze.NewScanner(string(text)); s.Next(); {
		t := s.Token()
		if t.Stop || seen[t.Surface] {
			continue
		}
		seen[t.Surface] = true
		out = append(out, &analysis.Token{Start: t.Start, End: t.End, Position: t.Position, Term: []byte(t.Surface)})
	}
	return out
}
