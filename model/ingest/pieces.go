package ingest

import (
	"iter"
	"strings"
)

// A long text in Markdown is parsed in pieces: the parser takes some hundred bytes for each
// mark, and what it made of one piece is no longer needed for the next. A piece ends at an empty
// line outside of code before a line that is not indented, so that no list is divided, where there
// is one.
const (
	pieceBytes   = 8 << 10
	dividedBytes = 4 * pieceBytes // a piece so long ends at any empty line
	longestPiece = 8 * pieceBytes // what has no empty line for so long is no Markdown
	maxReference = pieceBytes     // bytes of link definitions that each piece gets
)

// piecesOf yields the pieces of a text and their numbers. In each the addresses of links are known
// that any defines.
func piecesOf(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		if len(text) <= dividedBytes {
			yield(0, text)
			return
		}
		definitions := referencesIn(text)
		n, start, at, fence := 0, 0, 0, ""
		for line := range strings.Lines(text) {
			at += len(line)
			fence = fenceAfter(line, fence)
			if at-start < pieceBytes || fence != "" || strings.TrimSpace(line) != "" || at-start < dividedBytes && indented(text[at:]) {
				continue
			}
			if !yield(n, text[start:at]+definitions) {
				return
			}
			n, start = n+1, at
		}
		yield(n, text[start:]+definitions)
	}
}

func indented(line string) bool {
	return strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "\n")
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
