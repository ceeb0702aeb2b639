package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"almanac/index/archive"
	"almanac/index/article"
	"almanac/index/dedupe"
)

// newArticlesCommand returns "almanac articles".
func newArticlesCommand() *cobra.Command {
	var asJSON, explain bool
	cmd := &cobra.Command{
		Use:   "articles SOURCE...",
		Short: "Print the articles as they are read and cleaned",
		Long: `articles prints what is left of each article after cleaning: everything that
would be searched and shown. Duplicates are printed too, marked as such, and are
named on stderr. --explain adds each block that was removed, with the reason.`,
		Example: `  almanac articles build/sample
  almanac articles build/sample --explain
  almanac articles --json archive.jsonl | jq -r .title`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := loadArchive(cmd, args)
			if err != nil {
				return err
			}
			out := bufio.NewWriterSize(cmd.OutOrStdout(), 1<<16)
			print := printText
			if asJSON {
				print = printJSON
			}
			if err := printAll(out, a, explain, print); err != nil {
				return failure{err}
			}
			return nameRefused(cmd.ErrOrStderr(), a)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	cmd.Flags().BoolVar(&explain, "explain", false, "add what was removed, with the reason")
	addProgressFlag(cmd)
	return cmd
}

// loadArchive loads SOURCE arguments, showing progress, and names duplicates and
// skipped files on stderr.
func loadArchive(cmd *cobra.Command, paths []string) (*archive.Archive, error) {
	progress := newReporter(cmd)
	a, err := archive.Load(cmd.Context(), paths, progress.report)
	progress.clear()
	if errors.Is(err, archive.ErrEmpty) {
		return nil, failure{err}
	}
	if err != nil {
		return nil, err
	}
	for _, d := range a.Duplicates {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: duplicate of %s (%.0f%% alike)\n", d.Article.ID, d.Of.ID, d.Similarity*100)
	}
	if n := len(a.Skipped); n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "%d files of other kinds skipped, for instance %s\n", n, a.Skipped[0])
	}
	return a, nil
}

// nameRefused names each refused record on w and returns errRefused if there are
// any.
func nameRefused(w io.Writer, a *archive.Archive) error {
	for _, err := range a.Refused {
		fmt.Fprintf(w, "refused: %v\n", err)
	}
	if len(a.Refused) > 0 {
		return errRefused
	}
	return nil
}

// printAll prints the articles and then the duplicates.
func printAll(out *bufio.Writer, a *archive.Archive, explain bool, print func(io.Writer, *article.Article, *dedupe.Duplicate, bool) error) error {
	for _, x := range a.Articles {
		if err := print(out, x, nil, explain); err != nil {
			return err
		}
	}
	for i := range a.Duplicates {
		if err := print(out, a.Duplicates[i].Article, &a.Duplicates[i], explain); err != nil {
			return err
		}
	}
	return out.Flush()
}

// articleJSON is one line of --json. Fields that are unknown are left out.
type articleJSON struct {
	ID           string        `json:"id"`
	Origin       string        `json:"origin"`
	Title        string        `json:"title"`
	Subtitle     string        `json:"subtitle,omitempty"`
	Author       string        `json:"author,omitempty"`
	Source       string        `json:"source,omitempty"`
	Contributors []string      `json:"contributors,omitempty"`
	Published    string        `json:"published,omitempty"`
	Section      string        `json:"section,omitempty"`
	Language     string        `json:"language,omitempty"`
	URL          string        `json:"url,omitempty"`
	Headings     []headingJSON `json:"headings,omitempty"`
	Captions     []captionJSON `json:"captions,omitempty"`
	Paragraphs   []string      `json:"paragraphs"`
	DuplicateOf  string        `json:"duplicate_of,omitempty"`
	Similarity   float64       `json:"similarity,omitempty"`
	Removed      []removedJSON `json:"removed,omitempty"`
}

type headingJSON struct {
	// Before is the number of the paragraph, from 0, that the heading stands above.
	Before int    `json:"before"`
	Text   string `json:"text"`
}

type captionJSON struct {
	Text   string `json:"text"`
	Credit string `json:"credit,omitempty"`
}

type removedJSON struct {
	Line   int    `json:"line"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

func printJSON(w io.Writer, a *article.Article, d *dedupe.Duplicate, explain bool) error {
	v := articleJSON{ID: a.ID, Origin: a.Origin, Title: a.Title, Subtitle: a.Subtitle, Author: a.Author, Source: a.Source,
		Contributors: a.Contributors, Published: a.Published, Section: a.Section, Language: a.Language, URL: a.URL}
	for _, b := range a.Blocks {
		switch b.Kind {
		case article.Paragraph:
			v.Paragraphs = append(v.Paragraphs, b.Text)
		case article.Heading:
			v.Headings = append(v.Headings, headingJSON{len(v.Paragraphs), b.Text})
		case article.Caption:
			v.Captions = append(v.Captions, captionJSON{b.Text, b.Credit})
		}
	}
	if d != nil {
		v.DuplicateOf, v.Similarity = d.Of.ID, d.Similarity
	}
	if explain {
		for _, r := range a.Removed {
			v.Removed = append(v.Removed, removedJSON(r))
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func printText(w io.Writer, a *article.Article, d *dedupe.Duplicate, explain bool) error {
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "%-11s %s\n", name, value)
		}
	}
	field("article", a.ID)
	if d != nil {
		field("duplicate", fmt.Sprintf("of %s, %.0f%% alike", d.Of.ID, d.Similarity*100))
	}
	field("title", a.Title)
	field("subtitle", a.Subtitle)
	field("author", a.Author)
	field("source", a.Source)
	for _, c := range a.Contributors {
		field("contributor", c)
	}
	field("published", a.Published)
	field("section", a.Section)
	field("language", a.Language)
	field("url", a.URL)
	fmt.Fprintln(w)
	for _, b := range a.Blocks {
		switch b.Kind {
		case article.Heading:
			fmt.Fprintf(w, "## %s\n\n", b.Text)
		case article.Caption:
			fmt.Fprintf(w, "[picture: %s | credit: %s]\n\n", b.Text, b.Credit)
		default:
			fmt.Fprintf(w, "%s\n\n", b.Text)
		}
	}
	if explain {
		for _, r := range a.Removed {
			fmt.Fprintf(w, "removed, line %d, %s: %s\n", r.Line, r.Reason, r.Text)
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}
