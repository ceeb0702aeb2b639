package inspect

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"

	"almanac/index/pack"
	"almanac/index/pack/dump"
	"almanac/index/packfile"
)

// member is one chunk and where it lies.
type member struct {
	file           string
	offset, length int
	// number is the chunk's number; without a root they are counted in the file.
	number int
	name   string
}

// members lists the chunks of a file: as the root says, or without a root as the
// gzip members that are found.
func (p *Pack) members(file string, data []byte) (out []member, problem *Problem) {
	if p.root == nil {
		return scan(file, data)
	}
	for n := range p.root.Chunks() {
		if at := p.root.Place(n); at.File == file {
			out = append(out, member{file, at.Offset, at.Length, n, p.root.Name(n)})
		}
	}
	return out, nil
}

// scan finds the gzip members of a file one after the other.
func scan(file string, data []byte) (out []member, problem *Problem) {
	in := bytes.NewReader(data)
	gz := new(gzip.Reader)
	for in.Len() > 0 {
		offset := len(data) - in.Len()
		err := gz.Reset(in)
		if err == nil {
			gz.Multistream(false)
			_, err = io.Copy(io.Discard, io.LimitReader(gz, packfile.MaxPayload+1))
		}
		if err != nil {
			return out, &Problem{File: file, Offset: offset, Text: fmt.Sprintf("no whole gzip member begins here: %v", err)}
		}
		out = append(out, member{file, offset, len(data) - in.Len() - offset, len(out), fmt.Sprintf("chunk %d of the file", len(out))})
	}
	return out, nil
}

// unfold returns a chunk's payload.
func (m member) unfold(data []byte) ([]byte, error) {
	if m.offset+m.length > len(data) {
		return nil, fmt.Errorf("cut off: the chunk is bytes %d to %d, the file has %d", m.offset, m.offset+m.length, len(data))
	}
	return packfile.Unfold(data[m.offset : m.offset+m.length])
}

// payload returns the payload of chunk n of the root.
func (p *Pack) chunk(n int) ([]byte, error) {
	at := p.root.Place(n)
	data, err := p.file(at.File)
	if err != nil {
		return nil, err
	}
	return member{offset: at.Offset, length: at.Length}.unfold(data)
}

// frequencies returns the frequencies that divide a positions chunk, from the
// postings chunks of the same terms; nil for other chunks and without a root.
func (p *Pack) frequencies(m member, payload []byte) dump.Frequencies {
	if p.root == nil || len(payload) == 0 || pack.Kind(payload[0]) != pack.KindPositions {
		return nil
	}
	positions, postings := p.root.Section(pack.KindPositions), p.root.Section(pack.KindPostings)
	if positions == nil || postings == nil {
		return nil
	}
	i := m.number - positions.First
	from, _ := postings.Numbers(positions.Keys[i].First)
	to := postings.First + len(postings.Keys)
	if i+1 < len(positions.Keys) {
		_, to = postings.Numbers(positions.Keys[i+1].First)
	}
	f := dump.Frequencies{}
	for n := from; n < to; n++ {
		if payload, err := p.chunk(n); err == nil {
			_, _ = dump.Write(io.Discard, payload, f) // what is wrong there is told there
		}
	}
	return f
}

// Dump writes the annotated bytes of chunk number, or of everything if it is
// negative. Chunks that cannot be unfolded are told and passed over.
func (p *Pack) Dump(w io.Writer, number int) error {
	found := false
	if number < 0 && p.rootName != "" && p.only == "" {
		found = true
		if err := p.dumpPayload(w, fmt.Sprintf("%s: root", p.rootName), p.payload, nil); err != nil {
			return err
		}
	}
	for _, file := range p.fileNames() {
		data, err := p.file(file)
		if err != nil {
			if _, err := fmt.Fprintf(w, "== %s: %v\n", file, err); err != nil {
				return err
			}
			continue
		}
		members, _ := p.members(file, data)
		for _, m := range members {
			if number >= 0 && m.number != number {
				continue
			}
			found = true
			if err := p.dumpMember(w, m, data); err != nil {
				return err
			}
		}
	}
	if !found {
		return fmt.Errorf("inspect: there is no chunk %d", number)
	}
	return nil
}

func (p *Pack) dumpMember(w io.Writer, m member, data []byte) error {
	title := fmt.Sprintf("%s, bytes %d to %d: %s", m.file, m.offset, m.offset+m.length, m.name)
	payload, err := m.unfold(data)
	if err != nil {
		_, err = fmt.Fprintf(w, "== %s: %v\n", title, err)
		return err
	}
	return p.dumpPayload(w, title, payload, p.frequencies(m, payload))
}

func (p *Pack) dumpPayload(w io.Writer, title string, payload []byte, f dump.Frequencies) error {
	if _, err := fmt.Fprintf(w, "== %s, %d bytes uncompressed\n", title, len(payload)); err != nil {
		return err
	}
	_, err := dump.Write(w, payload, f)
	return err
}

// fileNames lists the pack files to examine, in order: those of the root, or if
// that cannot be read all that are there.
func (p *Pack) fileNames() (names []string) {
	if p.only != "" {
		return []string{p.only}
	}
	if p.root == nil {
		_, names = p.list()
		return names
	}
	for _, f := range p.root.Files {
		if name := pack.FileName(f.Hash); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
