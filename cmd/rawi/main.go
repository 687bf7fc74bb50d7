// Command rawi reads Arabic articles in a terminal, shows who is quoted, and
// lets the reader say who spoke.
//
// This package wires the other packages together: flags and files in, a running
// program out. It decides nothing itself.
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

// usageError is an error in the command line.
type usageError struct{ error }

func run() int {
	args := os.Args[1:]
	output := newOutput(args)
	language, err := chooseLanguage(args)
	if err == nil {
		root := rootCommand(language)
		root.SetArgs(printableArgs(args))
		root.SetOut(output.out)
		root.SetErr(output.err)
		err = root.Execute()
	}
	if unwritten := output.out.Close(); err == nil {
		err = unwritten
	}
	status := reportError(output.err, language, err)
	_ = output.err.Close() // nowhere left to report it
	return status
}

// reportError says what failed and returns the exit status.
func reportError(out io.Writer, language l10n.Language, err error) int {
	var end signalError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &end):
		reportError(out, language, end.failed)
		return end.status()
	}
	for _, said := range errorLines(language, err) {
		fmt.Fprintln(out, "rawi:", said)
	}
	if errors.As(err, &usageError{}) {
		return exitUsage
	}
	return exitFailed
}
