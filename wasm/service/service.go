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
	searches map[uint64]*engine.Search
}

// New returns a Service that has no pack yet.
func New() *Service { return &Service{searches: map[uint64]*engine.Search{}} }

// Call answers one request. It never panics: whatever goes wrong is an answer.
func (s *Service) Call(request []byte) (answer []byte) {
	defer func() {
		if recover() != nil {
			// Nothing is known of the state that the panic left behind.
			s.searches = map[uint64]*engine.Search{}
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
	s.engine, s.searches = e, map[uint64]*engine.Search{}
	return wire.Opened(e.Root())
}

func (s *Service) answer(r wire.Request) []byte {
	switch r.Op {
	case wire.OpSearch:
		search := s.engine.Begin(engine.Request{Text: string(r.Rest), Limit: r.Limit, Typing: r.Flags&wire.FlagTyping != 0})
		s.searches[r.Query] = search
		return s.step(r.Query, search)
	case wire.OpSupply:
		s.engine.Supply(r.Chunk, r.Rest)
	case wire.OpStep:
		if search := s.searches[r.Query]; search != nil {
			return s.step(r.Query, search)
		}
		return wire.Error("request", "this search is over")
	case wire.OpDrop:
		delete(s.searches, r.Query)
	}
	return wire.OK()
}

// step drives a search until it lacks something or is done.
func (s *Service) step(id uint64, search *engine.Search) []byte {
	need, err := search.Step()
	if len(need) > 0 {
		return wire.Need(s.engine.Root(), need)
	}
	delete(s.searches, id)
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
