// Command gen makes the tables of package linebreak: the classes of all
// characters, from the files in ../testdata, and the automaton that the rules
// of UAX #14 in rules.go amount to. It is run by go generate in package
// linebreak's folder and needs nothing but this repository.
package main

import (
	"log"
	"os"
)

func main() {
	source, err := tables("testdata")
	if err != nil {
		log.Fatalf("gen: %v; run it by go generate in package linebreak's folder", err)
	}
	if err := os.WriteFile("tables.go", source, 0o644); err != nil {
		log.Fatalf("gen: %v", err)
	}
}

// tables is the Go source of all tables, from the data files in folder.
func tables(folder string) ([]byte, error) {
	characters, err := readCharacters(folder)
	if err != nil {
		return nil, err
	}
	classes, numbers := number(characters)
	return source(classes, numbers, build(classes))
}
