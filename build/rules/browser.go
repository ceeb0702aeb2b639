package rules

import (
	"fmt"
	"strings"
)

// heavy lists what must not reach the browser, with the reason. An entry ending
// in a slash stands for all packages below it. The sizes are brotli, added to an
// empty program compiled by Go 1.26.
var heavy = []struct{ pkg, why string }{
	{"fmt", "it costs 126 KB"},
	{"encoding/json", "it costs 244 KB"},
	{"regexp", "it costs 120 KB"},
	{"log", "it costs 88 KB"},
	{"reflect", "it keeps methods alive that nothing calls"},
	{"time", "the page tells the time"},
	{"os", "there are no files; it brings time along"},
	{"net", "the page fetches"},
	{"net/", "the page fetches"},
	{"text/template", "it keeps every method alive"},
	{"html/template", "it keeps every method alive"},
	{"math/rand", "answers do not depend on chance"},
	{"math/rand/", "answers do not depend on chance"},
	{"compress/", "DecompressionStream does it"},
	{"crypto/", "the build checks hashes; random numbers raise the initial memory from 35 to 550 pages"},
	{"go.etcd.io/bbolt", "bleve's storage stays at the build"},
	{"github.com/blevesearch/", "bleve stays at the build"},
}

// light are packages that the entries above would match but that cost little.
var light = []string{"github.com/blevesearch/go-porterstemmer"}

// CheckBrowser finds packages that must not be among the dependencies of ./wasm,
// as `GOOS=js GOARCH=wasm go list -deps ./wasm` lists them.
func CheckBrowser(deps []string) []Violation {
	var found []Violation
	for _, dep := range deps {
		if why, is := isHeavy(dep); is {
			found = append(found, Violation{File: "wasm/main.go", Problem: fmt.Sprintf("depends on %s: %s", dep, why),
				Remedy: "ask `GOOS=js GOARCH=wasm go list -deps -f '{{.ImportPath}} {{.Imports}}' ./wasm` who imports it, and do without"})
		}
	}
	return found
}

func isHeavy(dep string) (why string, is bool) {
	for _, l := range light {
		if dep == l || strings.HasPrefix(dep, l+"/") {
			return "", false
		}
	}
	for _, h := range heavy {
		if dep == h.pkg || strings.HasSuffix(h.pkg, "/") && strings.HasPrefix(dep, h.pkg) {
			return h.why, true
		}
	}
	return "", false
}
