package inspect

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// Write prints the report for people, without its problems.
func (r *Report) Write(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	line := func(format string, values ...any) { fmt.Fprintf(t, format+"\n", values...) }
	line("pack\t%s", r.Path)
	if r.Root != "" {
		line("root\t%s", r.Root)
	}
	if r.Version > 0 {
		line("version\t%d, for readers from %d", r.Version, r.MinReader)
		line("analysis\t%s", r.Analysis)
		line("languages\t%s", strings.Join(r.Languages, " "))
		line("articles\t%d", r.Articles)
		line("passages\t%d", r.Passages)
		line("terms\t%d, of %d surface forms", r.Terms, r.Surfaces)
		for _, f := range r.Fields {
			line("field %s\t%d tokens, %.1f a passage", f.Name, f.Tokens, f.PerPassage)
		}
	}
	line("files\t%d, %d bytes with the root", len(r.Files), r.Bytes)
	for _, note := range r.Notes {
		line("note\t%s", note)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	return r.writeSections(w)
}

func (r *Report) writeSections(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "\nsection\tchunks\tbytes\tuncompressed\tof the pack\ta passage\t\n")
	for _, s := range r.Sections {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%.1f %%\t%.1f\t\n", s.Kind, s.Chunks, s.Compressed, s.Raw, 100*s.Share, s.PerPassage)
	}
	return t.Flush()
}
