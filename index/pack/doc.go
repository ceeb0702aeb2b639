// Package pack owns the format of an Almanac pack: the bytes that the build
// writes and the engine reads. Package packfile lays these bytes out as files.
//
// # Overview
//
// A pack is one root and many chunks. Each is a payload described here, stored
// as one gzip member (RFC 1952), whose CRC-32 and length are its checksum. The
// root is a file of its own; chunks follow each other in pack files, in order of
// their number, and a pack file is at the same time a valid gzip file. Files are
// named after their content: the first 10 bytes of their SHA-256 in lower-case
// base32, with the ending ".alm".
//
// The reader has the root, computes which chunks a query needs and asks for
// them by number; the root tells the file, offset and length of each.
//
// # Notation
//
//	u       unsigned LEB128 number, at most 10 bytes
//	s       signed number, zigzag in u
//	str     u length, then so many bytes of UTF-8
//	byte    one byte
//	x*n     n times x
//
// Articles are numbered from 0 in archive order, the passages of an article from
// 0 in reading order. A passage is named by the pair (article, ordinal). A term
// is a stem, numbered from 0 in byte order of the stems.
//
// # Root
//
//	"ALMP"                    magic
//	u version                 Version of the writer
//	u minReader               least Version a reader must know
//	str analysis              analyze.Version the terms were made with
//	u articles u passages u terms u surfaces
//	u fields, then each:      str name, u tokens (sum of the field's lengths)
//	u languages, then each:   str BCP 47 tag, most frequent first
//	u files, then each:       10 bytes of hash, u chunks
//	u sections, then each:    byte kind, u chunks, then each chunk's
//	                          u compressed length and key
//
// Sections stand in the order of their chunks, so a section's first chunk is the
// sum of the chunks before it. A key parts a chunk from the one before:
//
//	kind 'L'  lexicon    u shared, str rest: a beginning of the chunk's first word
//	                     that is greater than the last word of the chunk before,
//	                     front-coded against the key before (the first against "")
//	other     the first thing in the chunk:
//	          u first number, as a difference to the key before; then u second
//	                     number: 'P', 'X' and 'Q' (term, part), 'S' (article,
//	                     ordinal), 'N' and 'D' (article, statistic), 'T' (series, 0),
//	                     'A' (newest day, statistics in all)
//
// A reader skips the sections whose kind it does not know: the key of an unknown
// kind is two numbers.
//
// # Lexicon chunk, 'L'
//
//	byte 'L', u entries, then each:
//	u shared, str rest        the word, front-coded inside the chunk
//	u df                      passages that hold the word as a surface form;
//	                          0: the word is only a stem, nobody wrote it
//	s term                    its stem's number minus the one of the entry before
//
// Words are in byte order. Surface forms and stems are in one list, so that a
// word nobody wrote can still meet its stem ("prosecutes" meets "prosecut").
//
// # Postings chunk, 'P'
//
//	byte 'P', u records, then each:
//	u term                    minus the term of the record before (the first: as it is)
//	u part                    0, or 1, 2, … where a term goes on in this chunk
//	u length                  bytes of the rest of the record
//	u lists, then each:
//	u field, u df             index of the field; passages holding the term, all parts
//	u postings                in this part
//	blocks until postings are read, each of BlockPostings or what is left:
//	  u length                bytes of the rest of the block
//	  u maxFrequency u minLength   bounds for the block's best score
//	  u article*n             minus the one before (in this part; from 0)
//	  u ordinal*n
//	  u frequency*n           minus 1
//	  u fieldLength*n         words of the field in that passage, stop words left out
//
// A term whose record would be larger than a chunk goes on in the next chunk as
// the next part. The four columns of a block stand one after the other because
// like numbers compress better side by side.
//
// # Positions chunk, 'X'
//
// Records as in 'P', with the same terms; a list is
//
//	u field, u postings, then for each posting in the order of 'P':
//	u position*frequency      minus the one before (from 0)
//
// # Store chunk, 'S'
//
//	byte 'S', u records, then each:
//	u article, u ordinal      the first passage of the record
//	u meta                    1: the article's own fields follow, 0: they do not
//	str*9                     id title subtitle author source published section url language
//	u headings, str*headings
//	u passages, then each:    u heading (0: none, else index+1), u paragraph, str text
//
// An article larger than a chunk goes on in the next chunk as a record without
// fields of its own.
//
// # Statistics
//
// The statistics of an article are numbered from 0 in the order of its text. A
// pack without statistics has none of these sections. Three kinds of number more:
//
//	day      u: year<<9 | month<<5 | day; 0 unknown or open
//	decimal  s mantissa, s exponent, u divisor (at least 1): m * 10^e / divisor
//	code     u, an index into the lists of names in figure.go
//
// Summary, 'A', one chunk; its key tells the root's reader the first two:
//
//	byte 'A', day of the newest article, u statistics
//	u years, then each: u year, u statistics that begin in it
//
// Postings of statistics, 'Q': as 'P', where a passage is (article, statistic), df
// counts statistics, and the fields are 0 measure (label, unit, role,
// denominator), 1 subject (agency, source, place), 2 the sentence's other words.
// Their terms are those of the lexicon.
//
// Figures, 'N', in columns:
//
//	byte 'N', u units, then each: str name, str code, str class
//	u publishers, str*publishers
//	u figures (n)
//	u publisher*n            the source of its article
//	u article*n              minus the one before (from 0)
//	u statistic*n, u passage*n (that holds its sentence)
//	u unit*n, code kind*n, code bound*n
//	u flags*n                1 peripheral, 2 has a high end, 4 is a conversion, and 8 times the trend
//	day first*n, day last*n
//	u parent*n               0, or 1 more than the statistic on whose card it belongs
//	u series*n               0, or 1 more than the number of its series
//	decimal value*n
//	decimal high             for those that have a high end
//
// Details, 'D', in columns, one for each figure but in chunks of their own:
//
//	byte 'D', u details (n)
//	u article*n              minus the one before (from 0)
//	u statistic*n
//	u offset*n, u length*n   the sentence in its passage's text, in bytes; length 0: see below
//	u start*n, u length*n    the number in the sentence
//	u paragraph*n, u sentence*n   both from 1
//	byte confidence*n        in hundredths
//	byte bases*n             2 bits each, from the lowest: agency, source, place, period
//	text*n, 8 times          label, unit as written, role, denominator, agency, source,
//	                         place, period as written; a text is u 0 and str where the
//	                         string is new in the chunk, later u 1 more than its place
//	                         among the strings so far
//	str sentence             for those of length 0: it was cut between passages
//	change*n                 byte 0, or: byte 1 more than the trend, u millionths of a
//	                         percent, day first, day last (of the period compared with),
//	                         u 0 or 1 more than the statistic that states it
//
// Series, 'T':
//
//	byte 'T', u number of the first series, u series, then each:
//	str*6                    id label place, unit's name code class
//	u notes, str*notes
//	u points, then each:     u article, u 1 more than the statistic (0: calculated),
//	                         str article's id, str statistic's id, decimal value,
//	                         decimal high end (0 if none), byte bound, byte 1 if its
//	                         period is shorter than the others', day first, day last
//
// # Worked example
//
// The lexicon of three words, prosecut (a stem, term 0), prosecuted (term 0, in 2
// passages) and prosecutor (its stem is term 1, in 5 passages):
//
//	4c             'L'
//	03             3 entries
//	00 08 prosecut shares 0 bytes, 8 more
//	00 00          df 0, term 0
//	08 02 ed       shares 8 bytes
//	02 00          df 2, term 0+0
//	08 02 or
//	05 02          df 5, term 0+1
//
// # Sizes
//
// `almanac inspect` prints the bytes of every section of a pack and, with --dump,
// this annotation of every byte; RATIONALE.md has the figures of the sample
// archive and of larger ones.
package pack
