package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"

	"almanac/web"
)

// Manifest tells the client where the hash-named files of a site are, relative
// to the manifest.
type Manifest struct {
	Format int    `json:"format"`
	Build  string `json:"build"`
	Root   string `json:"root"`
	Engine struct {
		Wasm string `json:"wasm"`
		Gzip string `json:"gzip"`
	} `json:"engine"`
	Worker string `json:"worker"`
	Chart  string `json:"chart"`
}

// manifestFormat is the version of the manifest's keys; the client reads this one.
const manifestFormat = 1

// placeholder stands in almanac.js for the manifest.
const placeholder = `"__ALMANAC_MANIFEST__"`

// AssetsDir is the directory of the hash-named files that are not the pack.
const AssetsDir = "assets"

// writeAssets adds engine, worker, element, page and manifest to a site whose
// pack is written.
func writeAssets(dir, rootName string) error {
	a := assets{dir: dir}
	a.manifest.Format = manifestFormat
	a.manifest.Root = path.Join(PackDir, rootName)
	a.engine()
	a.manifest.Worker = a.named("worker", ".js", a.read("worker.js"))
	a.manifest.Chart = a.named("chart", ".js", a.read("chart.js"))
	a.manifest.Build = a.buildHash()
	manifest, err := json.Marshal(a.manifest)
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	a.write(ManifestName, append(manifest, '\n'))
	a.script(manifest)
	a.write("index.html", a.read("index.html"))
	return a.err
}

// assets writes files until the first error.
type assets struct {
	dir      string
	manifest Manifest
	err      error
}

func (a *assets) read(name string) []byte {
	if a.err != nil {
		return nil
	}
	data, err := web.Asset(name)
	if err != nil {
		a.err = fmt.Errorf("site: %w", err)
	}
	return data
}

func (a *assets) write(name string, data []byte) {
	if a.err != nil {
		return
	}
	file := filepath.Join(a.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		a.err = fmt.Errorf("site: %w", err)
		return
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		a.err = fmt.Errorf("site: %w", err)
	}
}

// named writes data under a name that tells its content.
func (a *assets) named(name, ending string, data []byte) string {
	sum := sha256.Sum256(data)
	file := path.Join(AssetsDir, name+"."+hex.EncodeToString(sum[:8])+ending)
	a.write(file, data)
	return file
}

// engine writes the engine plain, for hosts that compress, and as a gzip file,
// for those that do not.
func (a *assets) engine() {
	wasm := a.read("engine.wasm")
	a.manifest.Engine.Wasm = a.named("engine", ".wasm", wasm)
	var b bytes.Buffer
	gz, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = gz.Write(wasm)
	}
	if err == nil {
		err = gz.Close()
	}
	if err != nil && a.err == nil {
		a.err = fmt.Errorf("site: compressing the engine: %w", err)
	}
	a.manifest.Engine.Gzip = a.manifest.Engine.Wasm + ".gz"
	a.write(a.manifest.Engine.Gzip, b.Bytes())
}

// buildHash names the whole of a site by the names of its parts.
func (a *assets) buildHash() string {
	sum := sha256.Sum256([]byte(a.manifest.Root + a.manifest.Engine.Wasm + a.manifest.Worker + a.manifest.Chart))
	return hex.EncodeToString(sum[:8])
}

// script writes almanac.js with the manifest inside, so that engine, worker and
// pack are asked for at once.
func (a *assets) script(manifest []byte) {
	script := a.read("almanac.js")
	if a.err == nil && bytes.Count(script, []byte(placeholder)) != 1 {
		a.err = fmt.Errorf("site: almanac.js holds the manifest's place %d times, want once; run make build", bytes.Count(script, []byte(placeholder)))
	}
	a.write("almanac.js", bytes.Replace(script, []byte(placeholder), manifest, 1))
}

// ReadManifest reads the manifest of a site.
func ReadManifest(dir string) (*Manifest, error) {
	file := filepath.Join(dir, ManifestName)
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fmt.Errorf("site: %s: %w; build the site again", file, err)
	}
	return &m, nil
}
