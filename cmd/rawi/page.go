package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/ingest"
	"rawi/model/printable"
)

// blockNames are what the report calls the kinds of blocks.
var blockNames = map[model.BlockKind]string{
	model.ParagraphBlock: "paragraph", model.TitleBlock: "title", model.HeadingBlock: "heading", model.BoilerplateBlock: "boilerplate",
	model.CaptionBlock: "caption", model.ImageBlock: "image", model.ItemBlock: "item", model.RowBlock: "row", model.VerseBlock: "verse",
	model.QuotedBlock: "quotation",
}

// longestReported is how many characters of a piece of a page are reported.
const longestReported = 120

// explainPage writes what of a page is read as its article, what it says about itself,
// and what is left out for which row of the table. The report is in English, since it is
// for those who mend it.
func explainPage(w io.Writer, file string) error {
	a, left, err := ingest.Explain(file)
	if err != nil {
		return fileError(file, err)
	}
	out := bufio.NewWriter(w)
	for _, fact := range factsFor(a) {
		if fact[1] != "" {
			fmt.Fprintf(out, "  %-12s %s\n", fact[0], reported(fact[1]))
		}
	}
	if a.Flat {
		fmt.Fprintf(out, "  %-12s %s\n", "whole", "it has too many elements to search them for its article")
	}
	for _, b := range a.Blocks {
		sign := "+"
		if b.Kind == model.BoilerplateBlock {
			sign = "·"
		}
		fmt.Fprintf(out, "%s %-12s %s\n", sign, blockNames[b.Kind], reported(b.In(a.Text)))
	}
	for _, l := range left {
		fmt.Fprintf(out, "- %-12s %s (%s)\n", l.Row, reported(l.Text), l.What)
	}
	return out.Flush()
}

// factsFor are the names and values of what a page says about itself.
func factsFor(a *model.Article) [][2]string {
	published := ""
	if !a.Facts.Published.IsZero() {
		published = a.Facts.Published.Format(time.RFC3339)
	}
	return [][2]string{{"headline", a.Facts.Headline}, {"byline", a.Facts.Byline}, {"site", a.Facts.Site}, {"section", a.Facts.Section},
		{"published", published}, {"address", a.Facts.Address}, {"language", a.WrittenIn().String()}}
}

// reported is the beginning of a text on one line, without what steers a terminal.
func reported(text string) string {
	text = oneLine(text)
	text = strings.Map(func(r rune) rune {
		if printable.Steers(r) {
			return -1
		}
		return r
	}, text)
	if runes := []rune(text); len(runes) > longestReported {
		return string(runes[:longestReported]) + "…"
	}
	return text
}
