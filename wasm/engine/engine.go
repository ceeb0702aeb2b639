package engine

import (
	"almanac/index/analyze"
	"almanac/index/pack"
)

// cacheBytes bounds the payloads kept between searches. It is well above what
// one search needs and well below what a phone has.
const cacheBytes = 24 << 20

// Engine holds one open pack.
type Engine struct {
	// Weights rank the articles.
	Weights Weights

	root   *pack.Root
	chunks []*chunk // by number; nil: not here
	bytes  int
	clock  int
}

type chunk struct {
	payload []byte
	used    int // the search that used it last
}

// Open reads the payload of a pack's root. The error is a *pack.Error.
func Open(root []byte) (*Engine, error) {
	r, err := pack.DecodeRoot(root, analyze.Version)
	if err != nil {
		return nil, err
	}
	return &Engine{Weights: DefaultWeights, root: r, chunks: make([]*chunk, r.Chunks())}, nil
}

// Root returns the pack's root.
func (e *Engine) Root() *pack.Root { return e.root }

// Supply hands the engine the payload of a chunk. The engine keeps the slice.
func (e *Engine) Supply(number int, payload []byte) {
	if number < 0 || number >= len(e.chunks) || e.chunks[number] != nil {
		return
	}
	if payload == nil {
		payload = []byte{} // nil means that a chunk is missing
	}
	e.chunks[number] = &chunk{payload, e.clock}
	e.bytes += len(payload)
}

// fetch supplies the chunks that are needed.
func (e *Engine) fetch(need []int, fetch func(chunk int) ([]byte, error)) error {
	for _, n := range need {
		payload, err := fetch(n)
		if err != nil {
			return err
		}
		e.Supply(n, payload)
	}
	return nil
}

// CacheBytes returns how much payload the engine holds.
func (e *Engine) CacheBytes() int { return e.bytes }

// chunk returns a payload, or nil if it was not supplied.
func (e *Engine) chunk(number int) []byte {
	c := e.chunks[number]
	if c == nil {
		return nil
	}
	c.used = e.clock
	return c.payload
}

// forget drops a chunk that turned out to be damaged, so that another try
// fetches it again.
func (e *Engine) forget(number int) {
	if c := e.chunks[number]; c != nil {
		e.bytes -= len(c.payload)
		e.chunks[number] = nil
	}
}

// trim drops the chunks used longest ago until the cache is within its bound. It
// runs between searches only, so that a search keeps what it asked for.
func (e *Engine) trim() {
	for e.bytes > cacheBytes {
		oldest := -1
		for n, c := range e.chunks {
			if c != nil && (oldest < 0 || c.used < e.chunks[oldest].used) {
				oldest = n
			}
		}
		e.forget(oldest)
	}
}
