package main

import (
	"os"
	"path/filepath"
	"runtime/debug"

	"rawi/model"
	"rawi/model/ingest"
)

// load reads an article from a file, or from standard input for "-".
func load(file string) (*model.Article, error) {
	if file == "-" {
		a, err := ingest.Read(os.Stdin, "")
		if err != nil {
			return nil, opening(file, err)
		}
		economise(a)
		return a, nil
	}
	a, err := ingest.Open(file)
	if err != nil {
		return nil, opening(file, err)
	}
	if path, err := filepath.Abs(file); err == nil {
		a.Source = path // another folder's file of that name is another source
	}
	economise(a)
	return a, nil
}

// economise has garbage collected sooner from a large article on. Most of what
// it takes is in use until the end, so that waiting for as much garbage again,
// as is usual, would double the memory at its peak.
func economise(a *model.Article) {
	const large, percent = 2 << 20, 15
	if len(a.Text) >= large && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}
