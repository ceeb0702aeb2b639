package compile

import (
	"fmt"

	"almanac/index/bleveindex"
	"almanac/index/pack"
)

// Statistics are the statistics of an archive, ready to be written.
type Statistics struct {
	// Index holds the texts that find them; its documents are Figures.
	Index *bleveindex.Index
	// Figures and Details are in order of article and ordinal, one for one.
	Figures []pack.Figure
	Details []pack.Detail
	Series  []pack.Series
	Summary pack.Summary
}

// figureBytes and detailBytes estimate what a figure and a detail take in a chunk.
const figureBytes = 24

// statistics writes the sections of the statistics, if there are any.
func (c *compiler) statistics() error {
	if c.stated == nil {
		return nil
	}
	for _, section := range []func() error{c.summary, c.mentions, c.figures, c.details, c.series} {
		if err := section(); err != nil {
			return err
		}
	}
	return nil
}

func (c *compiler) summary() error {
	s := &c.stated.Summary
	return c.out.Add(pack.KindSummary, s.Key(), pack.EncodeSummary(s))
}

// mentions writes the postings of the statistics' words.
func (c *compiler) mentions() error {
	return c.records("writing statistics", pack.KindMentions, pack.EncodeMentions, func(pack.Posting) int { return 4 }, func(term uint32) ([]pack.Record, error) {
		return readParts(c.stated.Index, bleveindex.StatisticFields, c.statedFields, term, c.terms[term], nil)
	})
}

func (c *compiler) figures() error {
	for rest := c.stated.Figures; len(rest) > 0; {
		n := min(len(rest), chunkBytes/figureBytes)
		key := pack.Key{First: rest[0].Article, Second: rest[0].Ordinal}
		if err := c.out.Add(pack.KindFigures, key, pack.EncodeFigures(rest[:n])); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

func (c *compiler) details() error {
	for rest := c.stated.Details; len(rest) > 0; {
		n, size := 0, 0
		for n < len(rest) && (n == 0 || size < chunkBytes) {
			d := &rest[n]
			size += 40 + len(d.Label) + len(d.Sentence) + len(d.Agency) + len(d.PeriodText)
			n++
		}
		key := pack.Key{First: rest[0].Article, Second: rest[0].Ordinal}
		if err := c.out.Add(pack.KindDetails, key, pack.EncodeDetails(rest[:n])); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

func (c *compiler) series() error {
	for first, list := 0, c.stated.Series; first < len(list); {
		n, size := first, 0
		for n < len(list) && (n == first || size < chunkBytes) {
			size += 60 + len(list[n].Label) + 60*len(list[n].Points)
			n++
		}
		if err := c.out.Add(pack.KindSeries, pack.Key{First: uint32(first)}, pack.EncodeSeries(uint32(first), list[first:n])); err != nil {
			return err
		}
		first = n
	}
	return nil
}

// statisticTerms reads the dictionaries of the statistics' fields.
func (c *compiler) statisticTerms() error {
	if c.stated == nil {
		return nil
	}
	if len(c.stated.Figures) != len(c.stated.Details) {
		return fmt.Errorf("compile: %d figures and %d details of statistics", len(c.stated.Figures), len(c.stated.Details))
	}
	var err error
	c.statedFields, err = c.dictionaries(c.stated.Index, bleveindex.StatisticFields)
	return err
}
