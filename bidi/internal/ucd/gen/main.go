// Command gen makes the tables of package ucd from the files of the Unicode
// Character Database in ../testdata. It is run by go generate in package ucd's
// folder and needs nothing but this repository.
package main

import (
	"log"
	"os"
	"path/filepath"
)

func main() {
	source, err := tables("testdata")
	if err != nil {
		log.Fatalf("gen: %v; run it by go generate in package ucd's folder", err)
	}
	if err := os.WriteFile("tables.go", source, 0o644); err != nil {
		log.Fatalf("gen: %v", err)
	}
}

// tables is the Go source of all tables, from the data files in folder.
func tables(folder string) ([]byte, error) {
	var e emitter
	for _, emit := range []func(*emitter, data) error{emitProperties, emitJoining, emitForms} {
		if err := emit(&e, data(filepath.Clean(folder))); err != nil {
			return nil, err
		}
	}
	return e.source()
}
