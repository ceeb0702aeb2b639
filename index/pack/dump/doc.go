// Package dump annotates the bytes of a pack, for people: every field of a payload
// on a line with its offset, bytes, value and meaning.
//
//	0  4c                      'L'                   # lexicon chunk
//	1  03                      3                     # entries
//	2  00                      0                     # entry 0: bytes shared with the word before
//	3  08 70 72 6f 73 65 63 +2 "prosecut"            # rest
//
// It follows the grammar in package pack's documentation and shares no code with
// the reader there, so that each checks the other. Damage does not end a dump:
// what is wrong is marked with "!!", the bytes that could not be read are shown as
// such, and the dump goes on with the next record where its place is known.
package dump
