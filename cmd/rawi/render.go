package main

import (
	"os"

	"golang.org/x/term"

	"rawi/ui"
	"rawi/ui/terminal"
)

// defaultWidth is the width of a page where there is no terminal to ask.
const defaultWidth = 80

// render prints an article as it is laid out. Into a terminal it goes in the
// order that the terminal needs, elsewhere in visual order.
func render(out *os.File, file string, width int, logical bool) error {
	a, err := load(file)
	if err != nil {
		return err
	}
	profile := terminal.Profile{Order: terminal.Visual}
	columns := defaultWidth
	if term.IsTerminal(int(out.Fd())) {
		if profile, err = terminal.Choose("", os.Getenv); err != nil {
			return err
		}
		if w, _, err := term.GetSize(int(out.Fd())); err == nil && w > 0 {
			columns = w
		}
		if !logical {
			out.WriteString(profile.Enter)
			defer out.WriteString(profile.Leave)
		}
	}
	if width > 0 {
		columns = width
	}
	return ui.Render(out, a, columns, profile.Order, logical)
}
