package rules

import (
	"fmt"
	"slices"
	"strings"
)

// layer is a directory with all that is below it, or a single file, and what it
// may import.
type layer struct {
	path string
	// may lists the layers it imports. All of them stand above it in the table, so
	// the table is the one direction of the house.
	may []string
	// modules lists the third-party packages it imports, by prefix of their paths.
	modules []string
	why     string
}

// layers goes from the articles to the page. What a layer does not list it may
// not import. Inside a layer everything may import everything: Go forbids cycles.
var layers = []layer{
	{path: "index/article", why: "the noun of the first half imports nothing, so that everything can import it"},
	{path: "index/source", why: "readers of formats know bytes and records, not what an article is"},
	{path: "index/clean", may: []string{"index/article", "index/source"}, why: "cleaning turns a record into an article"},
	{path: "index/dedupe", may: []string{"index/article"}, why: "duplicates are a property of articles, however they were read"},
	{path: "index/sentence", modules: []string{"github.com/neurosnap/sentences"}, why: "sentences are found in any text"},
	{path: "index/passage", may: []string{"index/article", "index/sentence"}, why: "a passage ends where a sentence does"},
	{path: "index/archive", may: []string{"index/article", "index/source", "index/clean", "index/dedupe"}, why: "the archive runs reading, cleaning and comparing"},
	{path: "index/statistic/token", why: "words and numbers of a text, for the grammars below"},
	{path: "index/statistic/lexicon", why: "closed classes of English words"},
	{path: "index/statistic/number", may: []string{"index/statistic/token", "index/statistic/lexicon"}, why: "the grammar of numbers"},
	{path: "index/statistic/unit", may: []string{"index/statistic/token", "index/statistic/lexicon"}, why: "the grammar of units"},
	{path: "index/statistic/period", may: []string{"index/statistic/token", "index/statistic/lexicon", "index/statistic/number"}, why: "the grammar of periods"},
	{path: "index/statistic/identity", why: "the name of a statistic, made at build time and again in the browser"},
	{path: "index/statistic", may: []string{"index/article", "index/sentence", "index/statistic/token", "index/statistic/lexicon", "index/statistic/number", "index/statistic/unit", "index/statistic/period", "index/statistic/identity"}, why: "statistics are read from clean articles, not from the index"},
	{path: "index/statistic/export", may: []string{"index/article", "index/statistic", "index/statistic/number", "index/statistic/unit", "index/statistic/period"}, why: "extraction does not know the formats it is written in"},

	{path: "index/statistic/series", may: []string{"index/statistic", "index/statistic/number", "index/statistic/period", "index/statistic/identity"}, why: "series join statistics that are read already"},

	{path: "index/leb128", why: "numbers as bytes, for pack and wire alike"},
	{path: "index/analyze", modules: []string{"github.com/clipperhouse/uax29", "github.com/blevesearch/go-porterstemmer"}, why: "it runs at build time and in the browser, and must weigh little"},
	{path: "index/pack", may: []string{"index/leb128"}, why: "the format knows neither bleve nor files nor words; the browser reads it"},
	{path: "index/pack/dump", may: []string{"index/pack"}, why: "printing a pack is not for the browser"},
	{path: "index/pack/packtest", may: []string{"index/analyze", "index/pack"}, why: "packs for tests"},
	{path: "index/packfile", may: []string{"index/analyze", "index/pack"}, why: "a pack in a directory: here files do what fetching does in the browser"},
	{path: "index/bleveindex", may: []string{"index/analyze", "index/pack"}, modules: []string{"github.com/blevesearch/"}, why: "the only user of bleve, so that it can be replaced"},
	{path: "index/compile", may: []string{"index/analyze", "index/pack", "index/packfile", "index/bleveindex"}, why: "index in, pack out"},

	{path: "wasm/engine", may: []string{"index/leb128", "index/analyze", "index/pack", "index/statistic/identity"}, modules: []string{"github.com/agnivade/levenshtein"}, why: "the engine knows packs, not how they are made"},
	{path: "wasm/wire", may: []string{"index/leb128", "index/pack", "wasm/engine"}, why: "the engine's answers as bytes"},
	{path: "wasm/service", may: []string{"index/pack", "wasm/engine", "wasm/wire"}, why: "bytes in, bytes out, natively testable"},
	{path: "wasm", may: []string{"wasm/service"}, why: "the bridge to JavaScript only copies bytes"},

	{path: "web/src/error.ts", why: "errors are plain data that every part throws"},
	{path: "web/src/strings.ts", why: "the wording stands in one place"},
	{path: "web/src/wire", may: []string{"web/src/error.ts"}, why: "the protocol's mirror knows no user of it"},
	{path: "web/src/manifest", may: []string{"web/src/error.ts"}, why: "where a site's files are"},
	{path: "web/src/worker", may: []string{"web/src/error.ts", "web/src/wire", "web/src/manifest"}, why: "the worker knows engine and pack, not the page"},
	{path: "web/src/client", may: []string{"web/src/error.ts", "web/src/wire", "web/src/manifest", "web/src/worker"}, why: "the client speaks to the worker and touches no element"},
	{path: "web/src/state", may: []string{"web/src/error.ts", "web/src/wire", "web/src/client"}, why: "what is shown, without a DOM"},
	{path: "web/src/format", may: []string{"web/src/strings.ts", "web/src/wire"}, why: "how figures and periods are written, without a DOM"},
	{path: "web/src/query", may: []string{"web/src/wire"}, why: "filters are text, and text needs no page"},
	{path: "web/src/export", may: []string{"web/src/wire"}, why: "files are for other programs: no language, no page"},
	{path: "web/src/chart", why: "a script of its own, loaded when needed: what it imported would be loaded twice"},
	{path: "web/src/combobox", why: "keyboard and ARIA know no search"},
	{path: "web/src/element", may: []string{"web/src/error.ts", "web/src/strings.ts", "web/src/wire", "web/src/client", "web/src/state", "web/src/combobox", "web/src/format", "web/src/query", "web/src/export", "web/src/chart"}, why: "the element joins client, state and combobox"},
	{path: "web/src", may: []string{"web/src/error.ts", "web/src/strings.ts", "web/src/wire", "web/src/client", "web/src/element"}, why: "the entry point says what is public"},
	{path: "web", why: "the built assets, embedded"},

	{path: "build", may: []string{"index", "wasm", "web"}, modules: []string{"*"}, why: "commands and tools stand at the end: nothing imports them"},
}

// areas are the parts of the house in their order. Tests may look anywhere in
// their own area and those before it.
var areas = []string{"index", "wasm", "web", "build"}

// within tells whether a path is the directory or file, or below it.
func within(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, dir+"/")
}

// layerOf returns the most specific layer of a path, or nil.
func layerOf(path string) *layer {
	var best *layer
	for i := range layers {
		if l := &layers[i]; within(path, l.path) && (best == nil || len(l.path) > len(best.path)) {
			best = l
		}
	}
	return best
}

// areaOf returns the place of a path's area in areas, or -1.
func areaOf(path string) int {
	return slices.IndexFunc(areas, func(a string) bool { return within(path, a) })
}

func (l *layer) mayImport(target *layer) bool {
	return l == target || slices.ContainsFunc(l.may, func(m string) bool {
		return m == target.path || slices.Contains(areas, m) && within(target.path, m)
	})
}

// mayUse tells whether a layer lists a third-party package.
func (l *layer) mayUse(pkg string) bool {
	return slices.ContainsFunc(l.modules, func(m string) bool { return m == "*" || strings.HasPrefix(pkg, m) })
}

// CheckLayers finds layers that may import what does not stand above them in the
// table, and layers that none of the files belongs to any more.
func CheckLayers(files []string) []Violation { return checkLayers(layers, files) }

func checkLayers(table []layer, files []string) []Violation {
	var found []Violation
	report := func(format string, args ...any) {
		found = append(found, Violation{File: "build/rules/layers.go", Problem: fmt.Sprintf(format, args...), Remedy: "correct the table"})
	}
	for i, l := range table {
		for _, m := range l.may {
			if !slices.ContainsFunc(table[:i], func(above layer) bool { return within(above.path, m) }) {
				report("%s may import %s, which does not stand above it", l.path, m)
			}
		}
		if !slices.ContainsFunc(files, func(f string) bool { return within(f, l.path) }) {
			report("%s is listed, but no file belongs to it", l.path)
		}
		if l.why == "" {
			report("%s has no reason", l.path)
		}
	}
	return found
}
