package rules

import (
	"bytes"
	"fmt"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// module is the path of this module.
const module = "almanac"

// imported is one import.
type imported struct {
	file string
	line int
	// target is a path in the repository (local) or the path of a package.
	target string
	local  bool
}

// typeScriptImport finds what a module imports or exports from: only relative
// paths matter, and those are unlikely in other strings after these words.
var typeScriptImport = regexp.MustCompile(`(?:\bfrom|\bimport)\s*\(?\s*["'](\.\.?/[^"']*)["']`)

// readImports returns the imports of a Go or TypeScript file, none of another one.
func readImports(name string, data []byte) ([]imported, error) {
	switch path.Ext(name) {
	case ".go":
		return goImports(name, data)
	case ".ts":
		return typeScriptImports(name, data), nil
	}
	return nil, nil
}

func goImports(name string, data []byte) ([]imported, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, data, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var out []imported
	for _, spec := range f.Imports {
		target, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		rest, local := strings.CutPrefix(target, module+"/")
		out = append(out, imported{name, fset.Position(spec.Pos()).Line, rest, local})
	}
	return out, nil
}

func typeScriptImports(name string, data []byte) []imported {
	var out []imported
	for _, m := range typeScriptImport.FindAllSubmatchIndex(data, -1) {
		line := 1 + bytes.Count(data[:m[0]], []byte("\n"))
		out = append(out, imported{name, line, path.Join(path.Dir(name), string(data[m[2]:m[3]])), true})
	}
	return out
}

// isTest tells whether a file only serves tests, which may look around more freely.
func isTest(name string) bool {
	return strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, ".test.ts") ||
		within(name, "web/e2e") || strings.Contains(name, "/testing/")
}

// checkImport holds the rules against one import.
func checkImport(i imported) []Violation {
	switch {
	case i.target == "syscall/js" && i.file != "wasm/main.go":
		return broken(i, "only wasm/main.go knows JavaScript", "pass bytes through wasm/service instead")
	case i.local && areaOf(i.target) > areaOf(i.file):
		return broken(i, "imports go from "+strings.Join(areas, " to ")+", never back", "move what is needed to where both may import it")
	case isBleve(i.target) && !isTest(i.file) && !within(i.file, "index/bleveindex") && !mayUseListed(i):
		return broken(i, "only index/bleveindex and tests know bleve", "let index/bleveindex offer what you need")
	case isTest(i.file):
		return nil
	}
	from := layerOf(i.file)
	if from == nil {
		return broken(i, "its directory is in no layer", "add it to build/rules/layers.go with its imports and the reason")
	}
	if i.local {
		return checkLocal(i, from)
	}
	if isThirdParty(i.target) && !from.mayUse(i.target) {
		return broken(i, from.path+" does not list this module ("+from.why+")", "do without, or list it in build/rules/layers.go with a reason")
	}
	return nil
}

func checkLocal(i imported, from *layer) []Violation {
	target := layerOf(i.target)
	if target == nil {
		return broken(i, "its directory is in no layer", "add it to build/rules/layers.go with its imports and the reason")
	}
	if !from.mayImport(target) {
		return broken(i, from.path+" must not know "+target.path+" ("+from.why+")", "move the code to its side of the border, or change build/rules/layers.go and say why")
	}
	return nil
}

func broken(i imported, problem, remedy string) []Violation {
	return []Violation{{i.file, i.line, fmt.Sprintf("imports %q: %s", i.target, problem), remedy}}
}

// mayUseListed tells whether the layer names the package itself, as index/analyze
// names the stemmer that bleve's makers publish apart from bleve.
func mayUseListed(i imported) bool {
	l := layerOf(i.file)
	return l != nil && l.path != "build" && l.mayUse(i.target)
}

func isBleve(pkg string) bool { return strings.HasPrefix(pkg, "github.com/blevesearch/") }

// isThirdParty tells packages of other modules from those of the standard library:
// only the former begin with a host name.
func isThirdParty(pkg string) bool {
	host, _, _ := strings.Cut(pkg, "/")
	return strings.Contains(host, ".")
}
