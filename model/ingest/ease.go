package ingest

import "strings"

// The time or the memory that the parser of Markdown takes grows beyond measure with some
// things, which are bounded before it sees them. No text that somebody wrote has so many.
const (
	maxMarks    = 64      // marks of quotations and lists inside of each other on a line
	maxBrackets = 2000    // opening brackets on a line
	maxEmphasis = 5000    // marks of emphasis and code on a line
	runBrackets = 500     // of both in lines without an empty one between
	runBytes    = 8 << 10 // of such lines
)

// eased is a text that the parser reads in a time that grows with its length: a run of
// lines that is too long gets an empty line. A line that is too much for it is refused.
func eased(text string) (string, error) {
	var out strings.Builder
	out.Grow(len(text))
	brackets, bytes := 0, 0
	for line := range strings.Lines(text) {
		n, stressed := strings.Count(line, "["), emphasis(line)
		if n > maxBrackets || stressed > maxEmphasis || marksTooDeep(line) {
			return "", ErrTooDeep
		}
		n += stressed
		if brackets += n; brackets > runBrackets || bytes+len(line) > runBytes && bytes > 0 {
			out.WriteByte('\n')
			brackets, bytes = n, 0
		}
		if bytes += len(line); strings.TrimSpace(line) == "" {
			brackets, bytes = 0, 0
		}
		out.WriteString(line)
	}
	return out.String(), nil
}

// emphasis counts marks of emphasis and code.
func emphasis(line string) (n int) {
	for _, mark := range [...]string{"*", "_", "`"} {
		n += strings.Count(line, mark)
	}
	return n
}

// marksTooDeep reports whether a line begins with too many marks. A line drawn with them
// is none.
func marksTooDeep(line string) bool {
	if len(line) <= maxMarks || strings.Trim(line, "*-_ \t\r\n") == "" {
		return false
	}
	words := strings.TrimLeft(line, " \t>-+*0123456789.)")
	marks := line[:len(line)-len(words)]
	words = marks[:min(len(marks), 1000*maxMarks)] // blanks before a line are none
	return len(strings.Fields(words)) > maxMarks || strings.Count(marks, ">") > maxMarks
}
