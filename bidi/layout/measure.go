package layout

import (
	"unicode/utf8"

	"rawi/bidi/internal/linebreak"
	"rawi/bidi/shape"
)

// measure makes the cells of the text from its characters, their forms and the
// line breaks.
func (t *Text) measure(hideMarks bool) {
	m := measurer{cells: t.cells[:0], glyphs: t.buffer[:0], hideMarks: hideMarks}
	var breaks linebreak.Breaker
	whole := 0 // how many characters to come belong to the cell as they are
	i := 0
	for offset, r := range t.source {
		_, size := utf8.DecodeRuneInString(t.source[offset:])
		m.brk = max(m.brk, breaks.Before(linebreak.ClassOf(r), t.source[offset+size:]))
		if whole == 0 {
			whole = wholeCluster(t.runes[i:])
			m.add(offset, r, t.forms[i], whole > 0)
		}
		if whole > 0 {
			m.glyphs = utf8.AppendRune(m.glyphs, r)
			whole--
		}
		i++
	}
	m.begin(len(t.source), 0, false)
	t.cells, t.buffer, t.glyphs = m.cells, m.glyphs, string(m.glyphs)
}

// measurer makes cells of characters, one after another.
type measurer struct {
	cells     []cell
	glyphs    []byte
	hideMarks bool
	brk       linebreak.Break // where the next cell begins; characters without a cell pass it on
}

// add adds the character r, shown as form. When whole, a cell of two columns
// begins, and the caller writes its glyph.
func (m *measurer) add(offset int, r, form rune, whole bool) {
	switch role := roleOf(r); {
	case whole:
		m.begin(offset, 2, false)
	case form == shape.Absorbed:
		m.brk = linebreak.Prohibited
	case role == ignored, role == nonspacing && m.hideMarks && vowelMark(r):
	case role == nonspacing:
		m.mark(offset, r)
	case role == blank:
		m.begin(offset, max(1, columns(r)), true)
		m.glyphs = utf8.AppendRune(m.glyphs, blankGlyph(r))
	case role == disputed:
		m.begin(offset, 1, false)
		m.glyphs = utf8.AppendRune(m.glyphs, substitute(r))
	default:
		m.begin(offset, int(role-spacing), false)
		m.glyphs = utf8.AppendRune(m.glyphs, form)
	}
}

// noBreakSpace carries a mark that has no letter (The Unicode Standard, 2.11).
const noBreakSpace = '\u00A0'

// mark adds a nonspacing mark to the cell before it, or to a blank of its own
// where there is no letter.
func (m *measurer) mark(offset int, r rune) {
	if n := len(m.cells); n == 0 || m.cells[n-1].blank {
		m.begin(offset, 1, false)
		m.glyphs = utf8.AppendRune(m.glyphs, noBreakSpace)
	}
	m.glyphs = utf8.AppendRune(m.glyphs, r)
}

// begin begins a cell.
func (m *measurer) begin(offset, width int, blank bool) {
	m.cells = append(m.cells, cell{int32(offset), int32(len(m.glyphs)), uint8(width), blank, m.brk})
	m.brk = linebreak.Prohibited
}
