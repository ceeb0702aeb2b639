package service

import (
	"encoding/json"
	"strings"
	"testing"

	"almanac/index/pack"
	"almanac/index/pack/packtest"
	"almanac/wasm/engine"
	"almanac/wasm/wire"
)

// reply is any answer.
type reply struct {
	OK       bool
	Articles int
	Passages int
	Need     []struct {
		Chunk, Offset, Length, Size int
		File                        string
	}
	Result *struct {
		Articles []struct{ ID string }
		Total    int
		Partial  bool
	}
	Error struct{ Code, Message string }
}

// client drives a Service as the worker does.
type client struct {
	*testing.T
	service *Service
	pack    *packtest.Pack
}

func newClient(t *testing.T) *client {
	return &client{t, New(), packtest.Build(packtest.Tiny(), packtest.Options{LexiconEntries: 12, PostingsPerChunk: 40, PassagesPerChunk: 2})}
}

func (c *client) call(r wire.Request) (a reply) {
	c.Helper()
	return c.send(wire.Encode(r))
}

func (c *client) send(request []byte) (a reply) {
	c.Helper()
	answer := c.service.Call(request)
	if err := json.Unmarshal(answer, &a); err != nil {
		c.Fatalf("%s: %v", answer, err)
	}
	return a
}

func (c *client) open() reply { return c.call(wire.Request{Op: wire.OpOpen, Rest: c.pack.Payload}) }

// supply hands over what a step needs.
func (c *client) supply(a reply) {
	c.Helper()
	for _, n := range a.Need {
		if at := c.pack.Root.Place(n.Chunk); n.File != at.File || n.Offset != at.Offset || n.Length != at.Length || n.Size != at.FileBytes {
			c.Errorf("chunk %d is said to be at %+v, is at %+v", n.Chunk, n, at)
		}
		if a := c.call(wire.Request{Op: wire.OpSupply, Chunk: n.Chunk, Rest: c.pack.Chunks[n.Chunk]}); !a.OK {
			c.Errorf("supply: %+v", a)
		}
	}
}

// finish steps a search to its end.
func (c *client) finish(query uint64, a reply) reply {
	c.Helper()
	for steps := 0; len(a.Need) > 0; steps++ {
		if steps > 9 {
			c.Fatal("the search does not end")
		}
		c.supply(a)
		a = c.call(wire.Request{Op: wire.OpStep, Query: query})
	}
	return a
}

func search(query uint64, text string) wire.Request {
	return wire.Request{Op: wire.OpSearch, Query: query, Limit: 5, Rest: []byte(text)}
}

func (c *client) wantError(a reply, code, says string) {
	c.Helper()
	if a.Error.Code != code || !strings.Contains(a.Error.Message, says) || a.OK || a.Result != nil || a.Need != nil {
		c.Errorf("%+v, want an error of code %s that says %q", a, code, says)
	}
}

func TestDialogue(t *testing.T) {
	c := newClient(t)
	if a := c.open(); !a.OK || a.Articles != 4 || a.Passages != 7 {
		t.Fatalf("open: %+v", a)
	}
	a := c.call(search(1, "cybercrme"))
	if len(a.Need) == 0 {
		t.Fatalf("a first search needs chunks: %+v", a)
	}
	if a = c.finish(1, a); a.Result == nil || a.Result.Total != 1 || a.Result.Articles[0].ID != "cybercrime" {
		t.Fatalf("%+v", a)
	}
	c.wantError(c.call(wire.Request{Op: wire.OpStep, Query: 1}), "request", "this search is over")
	// What it needs is there now.
	if a := c.call(search(2, "cybercrme")); a.Result == nil {
		t.Errorf("%+v", a)
	}
	if a := c.call(search(3, "the")); a.Result == nil || !a.Result.Partial {
		t.Errorf("%+v", a)
	}
	typing := search(4, "cran")
	typing.Flags = wire.FlagTyping
	if a := c.finish(4, c.call(typing)); a.Result == nil || a.Result.Total != 1 {
		t.Errorf("%+v", a)
	}
	if len(c.service.searches) != 0 {
		t.Errorf("searches that are over are kept: %v", c.service.searches)
	}
}

// TestSearchesInterleave: two searches under way at once share chunks.
func TestSearchesInterleave(t *testing.T) {
	c := newClient(t)
	c.open()
	first, second := c.call(search(1, `"rule of the law"`)), c.call(search(2, "night trains"))
	c.supply(first)
	second = c.finish(2, second)
	first = c.finish(1, c.call(wire.Request{Op: wire.OpStep, Query: 1}))
	if first.Result == nil || second.Result == nil || first.Result.Articles[0].ID != "cybercrime" || second.Result.Articles[0].ID != "trains" {
		t.Errorf("%+v %+v", first, second)
	}
}

func TestDrop(t *testing.T) {
	c := newClient(t)
	c.open()
	c.call(search(7, "cranes"))
	for range 2 { // a second time does no harm
		if a := c.call(wire.Request{Op: wire.OpDrop, Query: 7}); !a.OK {
			t.Errorf("%+v", a)
		}
	}
	c.wantError(c.call(wire.Request{Op: wire.OpStep, Query: 7}), "request", "over")
	if len(c.service.searches) != 0 {
		t.Error("a dropped search is kept")
	}
}

func TestErrors(t *testing.T) {
	c := newClient(t)
	for _, r := range []wire.Request{search(1, "x"), {Op: wire.OpStep}, {Op: wire.OpSupply, Rest: []byte("x")}, {Op: wire.OpDrop}} {
		c.wantError(c.call(r), "request", "no pack yet")
	}
	for _, b := range []string{"", "\x00", "\x06", "\xff\xff", "\x02", "\x04\x80"} {
		c.wantError(c.send([]byte(b)), "request", "do not speak the same language")
	}
	c.wantError(c.call(wire.Request{Op: wire.OpOpen, Rest: []byte("<html>")}), "damaged", "root, byte 0: this is not an Almanac pack")
	future := *c.pack.Root
	future.Version, future.MinReader = 77, 76
	c.wantError(c.call(wire.Request{Op: wire.OpOpen, Rest: future.Encode()}), "version", "wants a reader of version 76")
	other := *c.pack.Root
	other.Analysis = "xx"
	c.wantError(c.call(wire.Request{Op: wire.OpOpen, Rest: other.Encode()}), "analysis", "analysed by xx")
	// A failed open leaves the service as it was; a good one makes it work.
	c.wantError(c.call(search(1, "x")), "request", "no pack yet")
	if a := c.open(); !a.OK {
		t.Errorf("%+v", a)
	}
}

// TestDamagedChunk: the answer names the chunk; a fresh search asks for it again.
func TestDamagedChunk(t *testing.T) {
	c := newClient(t)
	c.open()
	a := c.call(search(1, "cranes"))
	bad := a.Need[0].Chunk
	c.call(wire.Request{Op: wire.OpSupply, Chunk: bad, Rest: []byte("garbage")})
	for _, n := range a.Need[1:] {
		c.call(wire.Request{Op: wire.OpSupply, Chunk: n.Chunk, Rest: c.pack.Chunks[n.Chunk]})
	}
	c.wantError(c.call(wire.Request{Op: wire.OpStep, Query: 1}), "damaged", c.pack.Root.Name(bad))
	a = c.call(search(2, "cranes"))
	if len(a.Need) != 1 || a.Need[0].Chunk != bad {
		t.Fatalf("%+v", a)
	}
	if a = c.finish(2, a); a.Result == nil || a.Result.Total != 1 {
		t.Errorf("%+v", a)
	}
	// A chunk that does not exist, or comes twice, is passed over.
	for _, n := range []int{bad, 1 << 30} {
		if a := c.call(wire.Request{Op: wire.OpSupply, Chunk: n, Rest: []byte("x")}); !a.OK {
			t.Errorf("%+v", a)
		}
	}
}

// TestPanicIsContained: a mistake in the engine becomes an answer, and the next
// search works.
func TestPanicIsContained(t *testing.T) {
	c := newClient(t)
	c.open()
	c.service.searches = append(c.service.searches, pending{9, &engine.Search{}}) // it has no engine
	c.wantError(c.call(wire.Request{Op: wire.OpStep, Query: 9}), "internal", "the engine failed on this query")
	if a := c.finish(1, c.call(search(1, "cranes"))); a.Result == nil || a.Result.Total != 1 {
		t.Errorf("%+v", a)
	}
}

// TestReopen: another pack replaces the first, with its searches.
func TestReopen(t *testing.T) {
	c := newClient(t)
	c.open()
	c.call(search(1, "cranes"))
	c.pack = packtest.Build([]packtest.Article{{Meta: pack.Meta{ID: "new"}, Passages: []pack.Text{{Text: "cranes"}}}}, packtest.Options{})
	c.open()
	c.wantError(c.call(wire.Request{Op: wire.OpStep, Query: 1}), "request", "over")
	if a := c.finish(2, c.call(search(2, "cranes"))); a.Result == nil || a.Result.Articles[0].ID != "new" {
		t.Errorf("%+v", a)
	}
}

// FuzzCall: any bytes get an answer that is JSON.
func FuzzCall(f *testing.F) {
	p := packtest.Build(packtest.Tiny(), packtest.Options{})
	f.Add(wire.Encode(search(1, "cranes")), false)
	f.Add(wire.Encode(wire.Request{Op: wire.OpOpen, Rest: p.Payload}), false)
	f.Add(wire.Encode(wire.Request{Op: wire.OpSupply, Chunk: 1, Rest: p.Chunks[1]}), true)
	f.Fuzz(func(t *testing.T, request []byte, opened bool) {
		s := New()
		if opened {
			s.Call(wire.Encode(wire.Request{Op: wire.OpOpen, Rest: p.Payload}))
		}
		for range 2 {
			answer := s.Call(request)
			if !json.Valid(answer) || strings.Contains(string(answer), `"internal"`) {
				t.Errorf("% x: %s", request, answer)
			}
		}
	})
}
