// Command gen makes tables.bin of the word lists in the package wordlist. Run it
// in the folder of the package lexicon, as go generate does.
package main

import (
	"log"
	"os"

	"rawi/model/detect/lexicon/wordlist"
)

func main() {
	log.SetFlags(0)
	lists, err := wordlist.Compile(nil)
	if err != nil {
		log.Fatal(err)
	}
	data, err := lists.Encode()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("tables.bin", data, 0o666); err != nil {
		log.Fatal(err)
	}
}
