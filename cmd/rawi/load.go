package main

import (
	"os"

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
