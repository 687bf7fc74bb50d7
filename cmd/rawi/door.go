package main

import (
	"bytes"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"rawi/model/printable"
	"rawi/ui/terminal"
)

// Everything that rawi prints passes here, and nothing else names the standard
// streams: text through a filter that lets no control through, painted cells,
// which package paint has filtered, through display.

// door is where a command's text goes. It must be closed.
type door struct{ out, err *printable.Writer }

// newDoor leads to the standard streams. What completes words in a shell is
// tables with tabs.
func newDoor(args []string) door {
	d := door{printable.NewWriter(os.Stdout), printable.NewWriter(os.Stderr)}
	d.out.Tabs = slices.ContainsFunc(args, completes)
	return d
}

func (d door) Close() {
	d.out.Close()
	d.err.Close()
}

// display is the terminal itself: control sequences pass.
func display() terminal.Output { return terminal.Output{File: os.Stdout} }

// completes reports whether an argument asks cobra for words to complete.
func completes(arg string) bool {
	return arg == "completion" || arg == cobra.ShellCompRequestCmd || arg == cobra.ShellCompNoDescRequestCmd
}

// harmless is the arguments as cobra may have them: when it completes a line
// that it does not understand, it prints the words on os.Stderr itself.
func harmless(args []string) []string {
	if !slices.ContainsFunc(args, completes) {
		return args
	}
	shown := make([]string, len(args))
	for i, arg := range args {
		shown[i] = printable.Text(arg)
	}
	return shown
}

// holdErrors keeps what others print on os.Stderr, such as Bubble Tea when it
// has caught a panic, until the function that it returns is called, which
// prints it.
func holdErrors() (print func()) {
	stderr := os.Stderr
	r, w, err := os.Pipe()
	if err != nil {
		return func() {}
	}
	os.Stderr = w
	held := make(chan []byte)
	go func() {
		said, _ := io.ReadAll(r)
		r.Close()
		held <- said
	}()
	return func() {
		os.Stderr = stderr
		w.Close()
		out := printable.NewWriter(stderr)
		io.Copy(out, bytes.NewReader(<-held))
		out.Close()
	}
}
