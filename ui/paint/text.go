package paint

import "rawi/ui/theme"

// Text is a row built piece by piece: its text, and the roles of its pieces. The
// zero value is empty.
type Text struct {
	Plain string
	Marks []Mark // by byte offset in Plain
}

// Add appends a piece that plays a role.
func (t *Text) Add(text string, role theme.Role) *Text {
	start := len(t.Plain)
	t.Plain += text
	if role != theme.Text {
		t.Marks = append(t.Marks, Mark{Start: start, End: len(t.Plain), Role: role})
	}
	return t
}

// Append appends another text.
func (t *Text) Append(o Text) {
	for _, m := range o.Marks {
		t.Marks = append(t.Marks, Mark{Start: m.Start + len(t.Plain), End: m.End + len(t.Plain), Role: m.Role})
	}
	t.Plain += o.Plain
}
