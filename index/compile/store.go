package compile

import (
	"almanac/index/pack"
)

// store writes the passages as they are shown, article after article.
func (c *compiler) store() error {
	passages := c.index.Passages()
	c.root.Passages = len(passages)
	s := storeChunks{add: func(key pack.Key, payload []byte) error { return c.out.Add(pack.KindStore, key, payload) }}
	for i, p := range passages {
		text, meta, err := c.index.Shown(p)
		if err != nil {
			return err
		}
		if meta != nil {
			c.root.Articles++
		}
		if err := s.append(p, text, meta); err != nil {
			return err
		}
		c.progress("writing passages", i+1, len(passages))
	}
	return s.flush()
}

// storeChunks gathers records until a chunk is full.
type storeChunks struct {
	add   func(key pack.Key, payload []byte) error
	open  []pack.Stored
	bytes int
}

func (s *storeChunks) append(p pack.Passage, text pack.Text, meta *pack.Meta) error {
	if s.bytes > 0 && s.bytes+len(text.Text) > chunkBytes {
		if err := s.flush(); err != nil {
			return err
		}
	}
	if n := len(s.open); n == 0 || s.open[n-1].Article != p.Article() {
		s.open = append(s.open, pack.Stored{Article: p.Article(), Ordinal: p.Ordinal(), Meta: meta})
	}
	last := &s.open[len(s.open)-1]
	last.Passages = append(last.Passages, text)
	s.bytes += len(text.Text)
	return nil
}

func (s *storeChunks) flush() error {
	if len(s.open) == 0 {
		return nil
	}
	key := pack.Key{First: s.open[0].Article, Second: s.open[0].Ordinal}
	payload := pack.EncodeStore(s.open)
	s.open, s.bytes = nil, 0
	return s.add(key, payload)
}
