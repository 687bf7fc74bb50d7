package layout

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"rawi/bidi/shape"
)

// measure makes the cells of the text from its characters, their forms and the
// line breaks.
func (t *Text) measure(hideMarks bool) {
	m := measurer{cells: t.cells[:0], glyphs: t.buffer[:0], hideMarks: hideMarks}
	breaks := breaks{segments: t.segments.LineIterator()}
	whole := 0 // how many characters to come belong to the cell as they are
	i := 0
	for offset, r := range t.source {
		m.brk = max(m.brk, breaks.before(i))
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

// breaks are the line breaks of a text in their order (UAX #14).
type breaks struct {
	segments *segmenter.LineIterator
	at       int // the next break stands before this character
	brk      brk
}

// before is the break before the character of index i; it is asked for every
// character in turn.
func (b *breaks) before(i int) brk {
	if i != b.at {
		return noBreak
	}
	brk := b.brk // none at the start of the text: LB2
	if b.segments.Next() {
		line := b.segments.Line()
		b.at, b.brk = line.Offset+len(line.Text), mayBreak
		if line.IsMandatoryBreak {
			b.brk = mustBreak
		}
	}
	return brk
}

// measurer makes cells of characters, one after another.
type measurer struct {
	cells     []cell
	glyphs    []byte
	hideMarks bool
	brk       brk // where the next cell begins; characters without a cell pass it on
}

// add adds the character r, shown as form. When whole, a cell of two columns
// begins, and the caller writes its glyph.
func (m *measurer) add(offset int, r, form rune, whole bool) {
	switch role := roleOf(r); {
	case whole:
		m.begin(offset, 2, false)
	case form == shape.Absorbed:
		m.brk = noBreak
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
	m.brk = noBreak
}
