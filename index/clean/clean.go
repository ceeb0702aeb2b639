// Package clean turns what was scraped from a page into an article: it finds the
// title, the byline and the running text, and takes out what the page put around
// them, naming a reason for each part.
//
// Its rules look at the shape of lines, their script, their place on the page,
// small tables of phrases, and what many pages of one batch have in common. They
// do not know any site. The running text, found first, divides the page: before
// it stand title and byline, behind it footers and links (page.go). Where nothing
// speaks against a line it is kept.
package clean

import (
	"errors"
	"fmt"

	"almanac/index/article"
	"almanac/index/source"
)

// Reasons why a record yields no article; wrapped in *Error.
var (
	ErrOnlySpam = errors.New("holds only spam")
	ErrNothing  = errors.New("nothing is left after cleaning")
)

// Error says that a record yielded no article.
type Error struct {
	Origin string
	Remedy string
	Err    error
}

// Error returns "origin: reason (remedy)".
func (e *Error) Error() string { return fmt.Sprintf("%s: %v (%s)", e.Origin, e.Err, e.Remedy) }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// Cleaner cleans records of one batch. It may be used by several goroutines.
type Cleaner struct{ repeated *Repetition }

// New returns a Cleaner that also removes what repeated knows to stand on many
// pages; repeated may be nil and must not change afterwards.
func New(repeated *Repetition) *Cleaner { return &Cleaner{repeated} }

// Clean returns the article in rec, in time linear in its length. What the
// record's container states (title, date, section, address) wins over what the
// text seems to say. The error is an *Error if no text is left.
func (c *Cleaner) Clean(rec source.Record) (*article.Article, error) {
	p := page{rec: rec, lines: splitLines(rec.Text), repeated: c.repeated}
	p.article = &article.Article{ID: rec.ID, Origin: rec.Origin, URL: rec.URL,
		Title: given(rec.Title), Section: given(rec.Section)}
	p.article.Published, _ = parseDate(rec.Date)
	p.markFurniture()
	p.findBody()
	p.head()
	p.body()
	p.tail()
	return p.finish()
}

// given is a field as the container states it, in visible characters.
func given(s string) string {
	var m markup
	return m.plain(s)
}

// finish turns the decided lines into blocks.
func (p *page) finish() (*article.Article, error) {
	a := p.article
	spam := false
	for i := range p.lines {
		l := &p.lines[i]
		switch l.role {
		case junk:
			text := l.text
			if text == "" {
				text = l.raw
			}
			a.Removed = append(a.Removed, article.Removed{Line: l.number, Text: text, Reason: l.reason})
			spam = spam || l.reason == reasonSpam
		case paragraph, undecided:
			if last := len(a.Blocks) - 1; last >= 0 && p.continues(i, a.Blocks[last]) {
				a.Blocks[last].Text += joint(a.Blocks[last].Text, l.text) + l.text
				a.Blocks[last].End = l.end
				continue
			}
			p.block(article.Paragraph, l)
		case heading:
			p.block(article.Heading, l)
		case caption:
			p.block(article.Caption, l)
		}
	}
	a.Language = detect(p.lines)
	if len(a.Paragraphs()) > 0 {
		return a, nil
	}
	if spam {
		return nil, &Error{Origin: p.rec.Origin, Err: ErrOnlySpam, Remedy: "remove the file, or scrape the page again"}
	}
	return nil, &Error{Origin: p.rec.Origin, Err: ErrNothing, Remedy: "check that the page held an article when it was scraped"}
}

func (p *page) block(kind article.Kind, l *line) {
	p.article.Blocks = append(p.article.Blocks, article.Block{Kind: kind, Text: l.text, Credit: l.credit,
		Line: l.number, Start: l.start, End: l.end})
}
