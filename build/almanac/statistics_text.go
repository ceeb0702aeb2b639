package main

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"almanac/index/statistic"
	"almanac/index/statistic/export"
)

func writeLines(w io.Writer, list []mined) error {
	var buf []byte
	var err error
	for i := range list {
		for j := range list[i].found {
			var o export.Offsets
			if j < len(list[i].offsets) {
				o = list[i].offsets[j]
			}
			if buf, err = export.AppendLine(buf[:0], &list[i].found[j], o); err != nil {
				return err
			}
			if _, err := w.Write(buf); err != nil {
				return err
			}
		}
	}
	return nil
}

// writePlain prints one statistic a line for reading.
func writePlain(w io.Writer, list []mined) error {
	for _, m := range list {
		if len(m.found) == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s  %s\n", m.article.ID, m.article.Title); err != nil {
			return err
		}
		for i := range m.found {
			if _, err := fmt.Fprintf(w, "  %s\n", oneLine(&m.found[i])); err != nil {
				return err
			}
		}
	}
	return nil
}

func oneLine(s *statistic.Statistic) string {
	value := s.Value.String()
	if s.Bound == "range" {
		value += ".." + s.High.String()
	} else if s.Bound != "exact" {
		value = s.Bound + " " + value
	}
	line := strings.TrimSpace(value+" "+s.Unit.Name) + ": " + s.Measure.Label
	if p := s.Period; p.Start != "" || p.End != "" {
		line += fmt.Sprintf(" (%s to %s, %s)", orOpen(p.Start), orOpen(p.End), p.Basis)
	}
	if c := s.Change; c != nil && s.Kind != statistic.PercentChange && s.Kind != statistic.Ratio {
		line += fmt.Sprintf(", %s %g%%", c.Direction, c.Percent)
	}
	return line
}

func orOpen(date string) string {
	if date == "" {
		return "open"
	}
	return date
}

// reportLine is one number of the report.
type reportLine struct {
	block, start          int
	verdict, text, reason string
	sentence              string
}

// writeReport prints every number of each article, in the order of the text,
// with what became of it and why.
func writeReport(w io.Writer, list []mined) error {
	for _, m := range list {
		lines := reportLines(m)
		count := map[string]int{}
		for _, l := range lines {
			count[l.verdict]++
		}
		if _, err := fmt.Fprintf(w, "%s  %s\n  %d accepted, %d ambiguous, %d rejected\n", m.article.ID, m.article.Title,
			count["accepted"], count["ambiguous"], count["rejected"]); err != nil {
			return err
		}
		sentence := ""
		for _, l := range lines {
			if l.sentence != sentence {
				sentence = l.sentence
				if _, err := fmt.Fprintf(w, "  > %s\n", sentence); err != nil {
					return err
				}
			}
			if _, err := fmt.Fprintf(w, "    %-9s %-18q %s\n", l.verdict, l.text, l.reason); err != nil {
				return err
			}
		}
	}
	return nil
}

// doubtful is the confidence below which an editor should look.
const doubtful = 0.7

func reportLines(m mined) []reportLine {
	var lines []reportLine
	for i := range m.found {
		s := &m.found[i]
		l := reportLine{s.Provenance.Block, s.Provenance.ValueStart, "accepted", s.ValueText, string(s.Salience) + " " + string(s.Kind) + ", " + oneLine(s), s.Provenance.SentenceText}
		switch {
		case s.Salience == statistic.Mention:
			l.verdict, l.reason = "ambiguous", s.Why
			if s.Why == "part of an expression of time" || s.Why == "an age" {
				l.verdict = "rejected"
			}
		case s.Provenance.Confidence < doubtful:
			l.verdict = "ambiguous"
		}
		if len(s.Provenance.Rules) > 0 {
			l.reason += " [" + strings.Join(s.Provenance.Rules, "; ") + "]"
		}
		lines = append(lines, l)
	}
	for _, r := range m.rejected {
		lines = append(lines, reportLine{r.Block, r.Start, "rejected", r.Text, r.Reason, r.SentenceText})
	}
	sort.SliceStable(lines, func(i, j int) bool {
		if lines[i].block != lines[j].block {
			return lines[i].block < lines[j].block
		}
		return lines[i].start < lines[j].start
	})
	return lines
}
