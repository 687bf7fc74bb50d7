package paint

import (
	"strings"

	"rawi/bidi"
	"rawi/bidi/layout"
)

// label is all that the cells of a label depend on.
type label struct {
	text      string
	width     int
	base      bidi.Direction
	hideMarks bool
	typed     bool
}

// unlimited is a width that no label reaches.
const unlimited = 1 << 16

// labels lays labels out, and remembers those of this frame and the last one: from
// one frame to the next most stay as they are.
type labels struct {
	text         layout.Text // for one after another
	now, earlier map[label]*layout.Line
}

// turn begins a frame.
func (l *labels) turn() {
	l.now, l.earlier = l.earlier, l.now
	clear(l.now)
}

// line is the cells of a label.
func (l *labels) line(of label) *layout.Line {
	if line, ok := l.now[of]; ok {
		return line
	}
	line, ok := l.earlier[of]
	if !ok {
		line = l.lay(of)
	}
	if l.now == nil {
		l.now = map[label]*layout.Line{}
	}
	l.now[of] = line
	return line
}

// lay lays a label out. The glyphs get memory of their own.
func (l *labels) lay(of label) *layout.Line {
	l.text.Set(of.text, layout.Options{Base: of.base, HideMarks: of.hideMarks, Unshaped: of.typed})
	line := l.text.Clip(of.width)
	var glyphs strings.Builder
	for i := range line.Cells {
		glyphs.WriteString(line.Cells[i].Glyph)
	}
	rest := glyphs.String()
	for i := range line.Cells {
		c := &line.Cells[i]
		c.Glyph, rest = rest[:len(c.Glyph)], rest[len(c.Glyph):]
	}
	return &line
}
