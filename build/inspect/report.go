package inspect

import (
	"fmt"
	"io"
	"path/filepath"

	"almanac/index/analyze"
	"almanac/index/pack"
	"almanac/index/pack/dump"
)

// Report is what an examination finds. Sizes are bytes.
type Report struct {
	Path string `json:"path"`
	// Root is the root's file name, "" for a pack file alone.
	Root      string   `json:"root,omitempty"`
	Version   uint64   `json:"version,omitempty"`
	MinReader uint64   `json:"minReader,omitempty"`
	Analysis  string   `json:"analysis,omitempty"`
	Articles  int      `json:"articles"`
	Passages  int      `json:"passages"`
	Terms     int      `json:"terms"`
	Surfaces  int      `json:"surfaces"`
	Languages []string `json:"languages"`
	Fields    []Field  `json:"fields"`
	// Bytes are all files, the root included.
	Bytes    int       `json:"bytes"`
	Files    []File    `json:"files"`
	Sections []Section `json:"sections"`
	Problems []Problem `json:"problems"`
	// Notes are what is sound but worth knowing.
	Notes []string `json:"notes"`
}

// Field is an indexed field.
type Field struct {
	Name   string `json:"name"`
	Tokens uint64 `json:"tokens"`
	// PerPassage is the mean number of tokens.
	PerPassage float64 `json:"perPassage"`
}

// File is a pack file.
type File struct {
	Name   string `json:"name"`
	Bytes  int    `json:"bytes"`
	Chunks int    `json:"chunks"`
}

// Section sums the chunks of one kind; the root counts as a kind.
type Section struct {
	Kind       string `json:"kind"`
	Chunks     int    `json:"chunks"`
	Compressed int    `json:"compressed"`
	Raw        int    `json:"raw"`
	// Share is the part of the pack's bytes, from 0 to 1.
	Share float64 `json:"share"`
	// PerPassage is compressed bytes for each passage.
	PerPassage float64 `json:"perPassage"`
}

// Problem is something damaged or missing.
type Problem struct {
	File string `json:"file"`
	// Chunk names the chunk, "" if it is the file as such.
	Chunk string `json:"chunk,omitempty"`
	// Offset is the place in the file; PayloadOffset is one in the chunk's
	// uncompressed bytes, 0 if it could not be uncompressed.
	Offset        int    `json:"offset"`
	PayloadOffset int    `json:"payloadOffset"`
	Text          string `json:"problem"`
}

// Error implements error.
func (p Problem) Error() string {
	where := fmt.Sprintf("%s, byte %d", p.File, p.Offset)
	if p.Chunk != "" {
		where += fmt.Sprintf(", %s, byte %d of its content", p.Chunk, p.PayloadOffset)
	}
	return where + ": " + p.Text
}

// Report examines every byte of the pack.
func (p *Pack) Report() *Report {
	r := &Report{Path: p.dir, Root: p.rootName, Bytes: len(p.rootData), Languages: []string{}, Fields: []Field{},
		Files: []File{}, Sections: []Section{}, Problems: append([]Problem{}, p.rootProblems...), Notes: []string{}}
	if p.only != "" {
		r.Path = filepath.Join(p.dir, p.only)
	}
	if p.rootName != "" {
		r.count("root", len(p.rootData), len(p.payload))
	}
	if p.root != nil {
		r.describe(p.root)
		r.checkPayload(Problem{File: p.rootName, Chunk: "root"}, p.payload, nil)
	}
	for _, name := range p.fileNames() {
		p.checkFile(r, name)
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		s.Share = float64(s.Compressed) / float64(max(r.Bytes, 1))
		s.PerPassage = float64(s.Compressed) / float64(max(r.Passages, 1))
	}
	return r
}

func (r *Report) describe(root *pack.Root) {
	r.Version, r.MinReader, r.Analysis = root.Version, root.MinReader, root.Analysis
	r.Articles, r.Passages, r.Terms, r.Surfaces = root.Articles, root.Passages, root.Terms, root.Surfaces
	r.Languages = append(r.Languages, root.Languages...)
	for _, f := range root.Fields {
		r.Fields = append(r.Fields, Field{f.Name, f.Tokens, float64(f.Tokens) / float64(max(root.Passages, 1))})
	}
	for _, s := range root.Sections {
		r.Sections = append(r.Sections, Section{Kind: s.Kind.String()})
		if s.Kind.String() == "unknown" {
			r.Notes = append(r.Notes, fmt.Sprintf("section %q is unknown to this program", rune(s.Kind)))
		}
	}
	if root.Analysis != analyze.Version {
		r.Notes = append(r.Notes, fmt.Sprintf("the engine built from this source analyses by %s and would refuse this pack", analyze.Version))
	}
}

// checkFile checks a file's name, then each of its chunks.
func (p *Pack) checkFile(r *Report, name string) {
	data, err := p.file(name)
	if err != nil {
		r.Problems = append(r.Problems, Problem{File: name, Text: err.Error()})
		return
	}
	if problem := checkName(name, data); problem != "" {
		r.Problems = append(r.Problems, Problem{File: name, Text: problem})
	}
	members, problem := p.members(name, data)
	if problem != nil {
		r.Problems = append(r.Problems, *problem)
	}
	r.Bytes += len(data)
	r.Files = append(r.Files, File{name, len(data), len(members)})
	for _, m := range members {
		p.checkMember(r, m, data)
	}
}

func (p *Pack) checkMember(r *Report, m member, data []byte) {
	at := Problem{File: m.file, Chunk: m.name, Offset: m.offset}
	payload, err := m.unfold(data)
	r.count(p.kind(m, payload), m.length, len(payload))
	if err != nil {
		at.Text = err.Error()
		r.Problems = append(r.Problems, at)
		return
	}
	if kind := p.kind(m, nil); kind != "" && (len(payload) == 0 || pack.Kind(payload[0]).String() != kind) {
		at.Text = "the root says this is a " + kind + " chunk, its first byte says otherwise"
		r.Problems = append(r.Problems, at)
	}
	if p.root == nil || p.kind(m, payload) != "unknown" {
		r.checkPayload(at, payload, p.frequencies(m, payload))
	}
}

// kind names the section of a chunk: by the root, or by the chunk's first byte.
func (p *Pack) kind(m member, payload []byte) string {
	if p.root != nil {
		for _, s := range p.root.Sections {
			if m.number >= s.First && m.number < s.First+len(s.Keys) {
				return s.Kind.String()
			}
		}
	}
	if len(payload) > 0 {
		return pack.Kind(payload[0]).String()
	}
	return ""
}

func (r *Report) count(kind string, compressed, raw int) {
	for i := range r.Sections {
		if s := &r.Sections[i]; s.Kind == kind {
			s.Chunks, s.Compressed, s.Raw = s.Chunks+1, s.Compressed+compressed, s.Raw+raw
			return
		}
	}
	r.Sections = append(r.Sections, Section{Kind: kind, Chunks: 1, Compressed: compressed, Raw: raw})
}

// checkPayload follows the grammar through a payload.
func (r *Report) checkPayload(at Problem, payload []byte, f dump.Frequencies) {
	problems, _ := dump.Write(io.Discard, payload, f) // io.Discard does not fail
	for _, problem := range problems {
		at.PayloadOffset, at.Text = problem.Offset, problem.Text
		r.Problems = append(r.Problems, at)
	}
}
