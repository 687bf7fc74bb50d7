package paint

import (
	"fmt"
	"testing"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// A terminal that orders whole lines by itself shows a line sent in logical
// order as it was laid out, when the line begins in its own direction.
func TestLogical(t *testing.T) {
	for _, text := range []string{
		"قال زيد (نعم) ثم مضى", "قالت «رويترز» (Reuters) في 1990-1995", "abc قال def", "لا، ١٢٫٥٪ منهم [كلهم]",
		"بَابٌ مُغْلَقٌ", "قال: abc (def) ثم 12 (34)", "",
	} {
		var measured layout.Text
		measured.Set(text, layout.Options{Base: bidi.Auto})
		for _, l := range measured.Wrap(nil, 80) {
			sent := Painter{Order: terminal.Logical}.Line(l, l.Width, theme.Text, nil)
			if got, want := fmt.Sprintf("%q", guessing(sent)), fmt.Sprintf("%q", textOf(l)); got != want {
				t.Errorf("%q is shown as %s, want %s (sent %+q)", text, got, want, sent)
			}
		}
	}
}
