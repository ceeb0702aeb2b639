// Package service joins wire and engine: request bytes in, answer bytes out. It
// holds the searches under way and turns every failure into an answer.
package service

import (
	"almanac/index/pack"
	"almanac/wasm/engine"
	"almanac/wasm/wire"
)

// Service answers the requests of one client.
type Service struct {
	engine   *engine.Engine
	searches []pending
}

// pending is a search under way. There are few at a time: a list is as good as a
// map and lighter.
type pending struct {
	id     uint64
	search *engine.Search
}

// New returns a Service that has no pack yet.
func New() *Service { return &Service{} }

// Call answers one request. It never panics: whatever goes wrong is an answer.
func (s *Service) Call(request []byte) (answer []byte) {
	defer func() {
		if recover() != nil {
			// Nothing is known of the state that the panic left behind.
			s.searches = nil
			answer = wire.Error("internal", "the engine failed on this query; reload the page, and report the query if it fails again")
		}
	}()
	r, ok := wire.Decode(request)
	if !ok {
		return wire.Error("request", "the page and the engine do not speak the same language; reload the page")
	}
	if r.Op == wire.OpOpen {
		return s.open(r.Rest)
	}
	if s.engine == nil {
		return wire.Error("request", "the engine has no pack yet; open one first")
	}
	return s.answer(r)
}

func (s *Service) open(root []byte) []byte {
	// The bytes belong to the caller, the engine keeps what it decodes.
	e, err := engine.Open(root)
	if err != nil {
		return failure(err)
	}
	s.engine, s.searches = e, nil
	return wire.Opened(e.Root())
}

func (s *Service) answer(r wire.Request) []byte {
	switch r.Op {
	case wire.OpSearch:
		search := s.engine.Begin(engine.Request{Text: string(r.Rest), Limit: r.Limit, Typing: r.Flags&wire.FlagTyping != 0})
		s.drop(r.Query)
		s.searches = append(s.searches, pending{r.Query, search})
		return s.step(r.Query, search)
	case wire.OpSupply:
		s.engine.Supply(r.Chunk, r.Rest)
	case wire.OpStep:
		if search := s.find(r.Query); search != nil {
			return s.step(r.Query, search)
		}
		return wire.Error("request", "this search is over")
	case wire.OpDrop:
		s.drop(r.Query)
	}
	return wire.OK()
}

// find returns the search under way with this number, or nil.
func (s *Service) find(id uint64) *engine.Search {
	for _, p := range s.searches {
		if p.id == id {
			return p.search
		}
	}
	return nil
}

// drop forgets a search, if it is under way.
func (s *Service) drop(id uint64) {
	kept := s.searches[:0]
	for _, p := range s.searches {
		if p.id != id {
			kept = append(kept, p)
		}
	}
	s.searches = kept
}

// step drives a search until it lacks something or is done.
func (s *Service) step(id uint64, search *engine.Search) []byte {
	need, err := search.Step()
	if len(need) > 0 {
		return wire.Need(s.engine.Root(), need)
	}
	s.drop(id)
	if err != nil {
		return failure(err)
	}
	return wire.Result(search.Result())
}

func failure(err error) []byte {
	if e, ok := err.(*pack.Error); ok {
		return wire.Error(string(e.Code), e.Error())
	}
	return wire.Error("internal", err.Error())
}
