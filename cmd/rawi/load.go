package main

import (
	"os"
	"runtime/debug"

	"rawi/model"
	"rawi/model/ingest"
)

// load reads an article from a file, or from standard input for "-".
func load(file string) (*model.Article, error) {
	document, err := document(file)
	if err != nil {
		return nil, fileError(file, err)
	}
	a := document.Articles[0]
	collectSooner(a)
	return a, nil
}

func document(file string) (*ingest.Document, error) {
	if file == "-" {
		return ingest.Read(os.Stdin, "")
	}
	return ingest.Open(file)
}

// collectSooner has garbage collected sooner from a large article on. Most of what
// it takes is in use until the end, so that waiting for as much garbage again,
// as is usual, would double the memory at its peak.
func collectSooner(a *model.Article) {
	const large, percent = 2 << 20, 15
	if len(a.Text) >= large && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}
