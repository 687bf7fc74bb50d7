package main

import (
	"bytes"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rawi/model/printable"
	"rawi/ui/terminal"
)

// Everything that rawi prints passes here, and nothing else names the standard
// streams: text through a filter that lets no control through, painted cells,
// which package paint has filtered, through display.

// output is where a command's text goes. Both writers must be closed.
type output struct{ out, err *printable.Writer }

// newOutput leads to the standard streams. What completes words in a shell is
// tables with tabs.
func newOutput(args []string) output {
	d := output{printable.NewWriter(os.Stdout), printable.NewWriter(stderr())}
	d.out.Tabs = slices.ContainsFunc(args, asksCompletion)
	return d
}

// stderr is the standard error: on a terminal, as that needs Arabic.
func stderr() io.Writer {
	out := terminal.Output{File: os.Stderr}
	if !paintable(out) {
		return out.File
	}
	width, _, _ := term.GetSize(int(out.Fd()))
	return &arabicLineWriter{out: out, profile: terminal.Detect(os.Getenv), width: width}
}

// terminalOutput is the terminal itself: control sequences pass.
func terminalOutput() terminal.Output { return terminal.Output{File: os.Stdout} }

// asksCompletion reports whether an argument asks cobra for words to complete.
func asksCompletion(arg string) bool {
	return arg == "completion" || arg == cobra.ShellCompRequestCmd || arg == cobra.ShellCompNoDescRequestCmd
}

// printableArgs is the arguments as cobra may have them: when it completes a line
// that it does not understand, it prints the words on os.Stderr itself.
func printableArgs(args []string) []string {
	if !slices.ContainsFunc(args, asksCompletion) {
		return args
	}
	shown := make([]string, len(args))
	for i, arg := range args {
		shown[i] = printable.Text(arg)
	}
	return shown
}

// captureStderr keeps what others print on os.Stderr, such as Bubble Tea when it
// has caught a panic, until the function that it returns is called, which
// prints it. Its argument says whether there was a panic: the goroutine
// that reports it may still be running.
func captureStderr() (tell func(caught bool)) {
	stderr := os.Stderr
	r, w, err := os.Pipe()
	if err != nil {
		return func(bool) {}
	}
	os.Stderr = w
	said := make(chan []byte, 1)
	go func() { said <- readStack(r) }()
	return func(caught bool) {
		if caught { // os.Stderr stays: it may be in use
			defer time.AfterFunc(time.Second, func() { _ = w.Close() }).Stop()
		} else {
			os.Stderr = stderr
			_ = w.Close() // a pipe of our own
		}
		out := printable.NewWriter(stderr)
		out.Tabs = true
		_, _ = out.Write(<-said)
		_ = out.Close()
	}
}

// readStack reads up to the end of what [debug.Stack] gave, as Bubble Tea
// prints it, or to the end of all.
func readStack(r io.Reader) (text []byte) {
	piece := make([]byte, 4096)
	for {
		n, err := r.Read(piece)
		text = append(text, piece[:n]...)
		stack := bytes.LastIndex(text, []byte("\ngoroutine "))
		if err != nil || stack >= 0 && bytes.HasSuffix(text[stack:], []byte("\r\n\r\n")) {
			return text
		}
	}
}
