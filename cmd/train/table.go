package main

import (
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"rawi/model/detect/score"
)

// rows is the measures of the table.
var rows = []struct {
	title string
	score.Measure
	few bool // so few in one group that it is guarded over all alone
}{
	{"kind", score.Kind, false},
	{"spans between marks, exact", score.MarkedExact, false},
	{"speech spans", score.SpeechOverlap, false},
	{"indirect spans", score.IndirectOverlap, false},
	{"speaker of speech", score.SpeakerOfSpeech, false},
	{"  when found", score.SpeakerOfSpeechFound, false},
	{"speaker of indirect", score.SpeakerOfIndirect, false},
	{"  when found", score.SpeakerOfIndirectFound, false},
	{"mentions, typed", score.MentionTyped, false},
	{"  persons", score.MentionPerson, false},
	{"  bodies", score.MentionOrganisation, false},
	{"  places", score.MentionPlace, false},
	{"  descriptions", score.MentionRole, false},
	{"B-cubed", score.BCubed, false},
	{"speaker when sure (>= 0.9)", score.Sure, true},
	{"  when one spoke", score.SureFound, true},
}

// figures is what a column has to say of a measure: its figure, and beside it
// that of rules alone.
func (c column) figures(m score.Measure) string {
	rules := c.rules.Value(m)
	if c.models == nil {
		return fmt.Sprintf("%.3f", rules)
	}
	return fmt.Sprintf("%.3f (%.3f)", c.models.Value(m), rules)
}

// printTable prints what was measured: a row for each measure, a column for each
// group.
func printTable(w io.Writer, columns []column) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	line(t, "", columns, func(c column) string { return c.name })
	line(t, "articles", columns, func(c column) string { return fmt.Sprint(c.articles) })
	for _, r := range rows {
		line(t, r.title, columns, func(c column) string { return c.figures(r.Measure) })
	}
	if columns[len(columns)-1].models == nil {
		fmt.Fprintln(t, "\nRules alone: there are no models yet.")
	} else {
		fmt.Fprintln(t, "\nModels trained on the other groups (rules alone).")
	}
	if err := t.Flush(); err != nil {
		return err
	}
	return printReliability(w, columns[len(columns)-1])
}

func line(w io.Writer, title string, columns []column, cell func(column) string) {
	fmt.Fprint(w, title)
	for _, c := range columns {
		fmt.Fprint(w, "\t", cell(c))
	}
	fmt.Fprintln(w)
}

// printReliability prints, by tenths of confidence, how often the speaker said
// was right, and how far off that is by chance: the standard deviation of so many.
func printReliability(w io.Writer, c column) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "\nconfidence\tspeakers\tmean\tright\tby chance")
	for i, r := range c.best().Reliability() {
		if r.Of == 0 {
			continue
		}
		n := float64(r.Of)
		mean := r.Confidence / n
		fmt.Fprintf(t, "%.1f to %.1f\t%d\t%.3f\t%.3f\t±%.3f\n", float64(i)/10, float64(i+1)/10, r.Of, mean, float64(r.Right)/n, math.Sqrt(mean*(1-mean)/n))
	}
	return t.Flush()
}

// best is the scores with models, where there are any.
func (c column) best() *score.Scores {
	if c.models != nil {
		return c.models
	}
	return c.rules
}
