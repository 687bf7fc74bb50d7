package paint

import (
	"rawi/bidi"
	"rawi/ui/theme"
)

// Row is a right-to-left label with a blank of its own at either end, where
// there is room for that: a row of a list.
func (p Painter) Row(text string, width int, role theme.Role, marks []Mark) string {
	if width < 3 {
		return p.LabelMarks(text, width, role, bidi.RightToLeft, marks)
	}
	blank := p.Label("", 1, role, bidi.RightToLeft)
	return blank + p.LabelMarks(text, width-2, role, bidi.RightToLeft, marks) + blank
}
