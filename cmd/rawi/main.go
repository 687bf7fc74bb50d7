// Command rawi reads Arabic articles in a terminal, shows who is quoted, and
// lets the reader say who spoke.
//
// This package wires the rooms together: flags and files in, a running program
// out. It decides nothing itself.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"rawi/ui/l10n"
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
	root := command()
	root.SetArgs(harmless(args))
	root.SetOut(door.out)
	root.SetErr(door.err)
	err := root.Execute()
	if unwritten := door.out.Close(); err == nil {
		err = unwritten
	}
	status := report(door.err, languageIn(args), err)
	_ = door.err.Close() // there is nowhere to say it
	return status
}

// report says what failed and returns the exit status.
func report(out io.Writer, language l10n.Language, err error) int {
	var end signalled
	switch {
	case err == nil:
		return 0
	case errors.As(err, &end):
		report(out, language, end.failed)
		return end.status()
	}
	for _, said := range sentences(language, err) {
		fmt.Fprintln(out, "rawi:", said)
	}
	if errors.As(err, &usageError{}) {
		return exitUsage
	}
	return exitFailed
}
