package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/export"
)

// writeTrace writes the rows of rules that fired in an article, a line each: where,
// which, what it gave, and the words.
func writeTrace(w io.Writer, a *model.Article, fired []detect.Fired) error {
	points := export.NewOffsets(a.InputText())
	lines := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range fired {
		words := oneLine(f.Words.In(a.Text))
		at := a.InInput(f.Words)
		fmt.Fprintf(lines, "%d-%d\t%s\t%s\t%s\n", points.CodePoints(at.Start), points.CodePoints(at.End), f.Row, f.Gave, words)
	}
	return lines.Flush()
}
