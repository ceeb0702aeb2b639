// Package packfile lays the payloads of package pack out as files and reads them
// back: it compresses, groups chunks into files, names files by their content,
// and checks all of it. The browser has its own reader for the same files
// (web/src/worker), since it fetches instead of opening.
//
// A file is closed as soon as it holds FileBytes, so that a small archive is one
// file and a large one stays far below the number of files a host allows, while
// a host that ignores Range requests still answers a chunk with little more
// than itself.
package packfile

// FileBytes is the compressed size at which a pack file is closed.
const FileBytes = 48 << 10

// MaxPayload bounds what a compressed chunk may unfold to.
const MaxPayload = 64 << 20
