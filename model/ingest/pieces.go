package ingest

import (
	"iter"
	"strings"
)

// A long text in Markdown is parsed in pieces, each of which ends at an empty line outside
// of code: the parser takes some hundred bytes for each mark, and what it made of one
// piece is no longer needed for the next.
const (
	pieceBytes   = 128 << 10
	maxReference = 16 << 10 // bytes of link definitions that each piece gets
)

// piecesOf yields the pieces of a text. In each the addresses of links are known that any
// defines.
func piecesOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if len(text) <= pieceBytes {
			yield(text)
			return
		}
		references := referencesIn(text)
		start, at, fence := 0, 0, ""
		for line := range strings.Lines(text) {
			at += len(line)
			fence = fenceAfter(line, fence)
			if at-start < pieceBytes || fence != "" || strings.TrimSpace(line) != "" {
				continue
			}
			if !yield(text[start:at] + references) {
				return
			}
			start = at
		}
		yield(text[start:] + references)
	}
}

// fenceAfter is the fence of the code that goes on after a line, "" for none.
func fenceAfter(line, fence string) string {
	line = strings.TrimLeft(line, " ")
	for _, mark := range [...]string{"```", "~~~"} {
		switch {
		case !strings.HasPrefix(line, mark):
		case fence == "":
			return mark
		case fence == mark:
			return ""
		}
	}
	return fence
}

// referencesIn is the definitions of links in a text: "[name]: address".
func referencesIn(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		trimmed := strings.TrimLeft(line, " ")
		if strings.HasPrefix(trimmed, "[") && strings.Contains(trimmed, "]: ") && out.Len()+len(line) <= maxReference {
			out.WriteString(trimmed)
		}
	}
	if out.Len() == 0 {
		return ""
	}
	return "\n\n" + out.String()
}
