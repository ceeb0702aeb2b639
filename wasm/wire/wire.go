// Package wire is the language between the engine and JavaScript: requests are
// bytes, answers are JSON. web/src/wire mirrors it; the golden messages in
// testdata are checked from both sides.
//
// A request is an operation byte and its fields: u is an unsigned LEB128 number,
// the last field takes the rest.
//
//	1 open    root payload                       -> {"ok":true,"articles":n,"passages":n}
//	2 search  u query, u limit, u flags, text    -> a step
//	3 supply  u chunk, payload                   -> {"ok":true}
//	4 step    u query                            -> a step
//	5 drop    u query                            -> {"ok":true}
//
// A step is {"need":[…]}, the chunks to fetch and supply, or {"result":{…}}, or
// {"error":{"code":…,"message":…}}; any operation may answer with an error.
package wire

import "almanac/index/leb128"

// Op is an operation.
type Op byte

// The operations.
const (
	OpOpen Op = iota + 1
	OpSearch
	OpSupply
	OpStep
	OpDrop
)

// FlagTyping says that the last word may be unfinished.
const FlagTyping = 1

// Request is a decoded request. Which fields are set depends on Op.
type Request struct {
	Op    Op
	Query uint64
	Limit int
	Flags uint64
	Chunk int
	// Rest is the root's or a chunk's payload, or the text of a search.
	Rest []byte
}

// maxNumber bounds limits and chunk numbers to what fits in an int everywhere.
const maxNumber = 1<<31 - 1

// Decode reads a request; ok is false if it is not one.
func Decode(b []byte) (r Request, ok bool) {
	if len(b) == 0 {
		return r, false
	}
	r.Op, b, ok = Op(b[0]), b[1:], true
	number := func() uint64 {
		v, n := leb128.Uint(b)
		if n <= 0 || v > maxNumber {
			ok = false
			return 0
		}
		b = b[n:]
		return v
	}
	switch r.Op {
	case OpOpen:
	case OpSearch:
		r.Query, r.Limit, r.Flags = number(), int(number()), number()
	case OpSupply:
		r.Chunk = int(number())
	case OpStep, OpDrop:
		r.Query = number()
	default:
		ok = false
	}
	r.Rest = b
	return r, ok
}

// Encode is the inverse of Decode.
func Encode(r Request) []byte {
	b := []byte{byte(r.Op)}
	switch r.Op {
	case OpSearch:
		b = leb128.Append(b, r.Query)
		b = leb128.Append(b, uint64(r.Limit))
		b = leb128.Append(b, r.Flags)
	case OpSupply:
		b = leb128.Append(b, uint64(r.Chunk))
	case OpStep, OpDrop:
		b = leb128.Append(b, r.Query)
	}
	return append(b, r.Rest...)
}
