package main

import (
	"bytes"
	"io"
	"strings"
	"unicode"

	"rawi/ui/doctor"
	"rawi/ui/terminal"
)

// arabicLineWriter is a terminal to which lines of text go; those that hold Arabic
// go in the order and the letter forms that it needs. What is written must be
// harmless, and end with a line end.
type arabicLineWriter struct {
	out     io.Writer
	profile terminal.Profile
	width   int // in columns

	rest []byte // of a line that goes on
}

// Write writes the lines that p completes. The number of bytes is that of p.
func (a *arabicLineWriter) Write(p []byte) (int, error) {
	a.rest = append(a.rest, p...)
	for {
		line, rest, whole := bytes.Cut(a.rest, []byte("\n"))
		if !whole {
			return len(p), nil
		}
		text := string(line) + "\n"
		if bytes.ContainsFunc(line, isArabic) {
			text = doctor.Sentences(a.profile, a.width, directed(string(line)))
		}
		if _, err := io.WriteString(a.out, text); err != nil {
			return 0, err
		}
		a.rest = rest
	}
}

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }

// directed is a line whose direction is that of what stands behind rawi's
// name: a RIGHT-TO-LEFT MARK before it decides (UAX #9, P2).
func directed(line string) string {
	said := strings.TrimPrefix(line, "rawi: ")
	if i := strings.IndexFunc(said, unicode.IsLetter); i >= 0 && isArabic([]rune(said[i:])[0]) {
		return "\u200f" + line
	}
	return line
}
