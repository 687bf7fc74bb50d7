// Command rawi reads Arabic articles in a terminal, shows who is quoted, and
// lets the reader say who spoke.
//
// This package wires the rooms together: flags and files in, a running program
// out. It decides nothing itself.
package main

import (
	"errors"
	"fmt"
	"os"
)

func main() { os.Exit(run()) }

// Exit statuses.
const (
	exitFailed = 1
	exitUsage  = 2
)

// usageError is a command line that rawi does not understand.
type usageError struct{ error }

func run() int {
	args := os.Args[1:]
	door := newDoor(args)
	defer door.Close()
	root := command()
	root.SetArgs(harmless(args))
	root.SetOut(door.out)
	root.SetErr(door.err)
	err := root.Execute()
	if err == nil {
		return 0
	}
	for _, said := range sentences(languageIn(args), err) {
		fmt.Fprintln(door.err, "rawi:", said)
	}
	if errors.As(err, &usageError{}) {
		return exitUsage
	}
	return exitFailed
}
