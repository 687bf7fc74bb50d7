package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rawi/bidi"
)

// A text whose first line is n columns shorter breaks where it would with n more
// letters before its first word, however it is broken; stretched, its lines are as wide
// as they may be.
func TestIndent(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 71))
	var indented, prefixed Text
	for range 3000 {
		width := 6 + random.IntN(20)
		n := random.IntN(width / 2)
		var source strings.Builder
		for range random.IntN(14) {
			source.WriteString(strings.Repeat("\u0628", 1+random.IntN(width-n)) + " ")
		}
		options := Options{Base: bidi.RightToLeft, Balance: random.IntN(2) == 0, Justify: random.IntN(2) == 0}
		prefix := strings.Repeat("\u0628", n)
		prefixed.Set(prefix+source.String(), options)
		options.Indent = n
		indented.Set(source.String(), options)
		want, got := prefixed.Lines(width), indented.Lines(width)
		if source.Len() == 0 {
			continue
		}
		if got.Len() != want.Len() {
			t.Fatalf("%q at %d: %d lines with an indent of %d, want %d", source.String(), width, got.Len(), n, want.Len())
		}
		for i := range got.Len() {
			_, end := got.Span(i)
			if _, wanted := want.Span(i); end != wanted-len(prefix) {
				t.Fatalf("%q at %d, indent %d: line %d ends at %d, want %d", source.String(), width, n, i, end, wanted-len(prefix))
			}
			line, most := got.AppendLine(nil, i), width
			if i == 0 {
				most -= n
			}
			if line.Width > most || options.Justify && i < got.Len()-1 && strings.Contains(strings.TrimSpace(source.String()[line.Start:line.End]), " ") && line.Width != most {
				t.Fatalf("%q at %d, indent %d: line %d has %d columns of %d", source.String(), width, n, i, line.Width, most)
			}
		}
	}
}
