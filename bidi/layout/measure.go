package layout

import (
	"unicode/utf8"

	"rawi/bidi/internal/linebreak"
	"rawi/bidi/shape"
)

// measure makes the cells and the segments of the text from its characters and
// their forms, in one walk.
func (t *Text) measure() {
	m := measurer{cells: t.cells[:0], segments: t.segments[:0], glyphs: t.glyphs[:0], hideMarks: t.options.HideMarks}
	known := traits()
	var breaks linebreak.Breaker
	for i, end := 0, 0; end < len(t.source); i++ {
		start, r := end, rune(t.source[end])
		if r < utf8.RuneSelf {
			end++
		} else if r&0xE0 == 0xC0 && end+1 < len(t.source) && t.source[end+1]&0xC0 == 0x80 && r >= 0xC2 {
			r = r&0x1F<<6 | rune(t.source[end+1]&0x3F)
			end += 2
		} else {
			var size int
			r, size = utf8.DecodeRuneInString(t.source[end:])
			end += size
		}
		var is trait
		if uint(r) < uint(len(known)) {
			is = known[r]
		} else {
			is = traitOf(r)
		}
		if brk := breaks.Before(is.class, t.source, end); brk > m.brk {
			m.brk = brk
		}
		if form := t.forms[i]; is.role == spacing+1 && form != shape.Absorbed && start >= m.whole {
			m.begin(start, 1, false)
			m.write(form)
		} else {
			m.add(t.source, start, r, form, is.role)
		}
	}
	m.begin(len(t.source), 0, false)
	t.cells, t.segments, t.glyphs = m.cells, m.segments, m.glyphs
}

// measurer makes cells of characters, one after another.
type measurer struct {
	cells     []cell
	segments  []segment
	glyphs    []byte
	hideMarks bool
	whole     int             // where the cluster ends that is one cell as it is
	columns   int32           // of the cells so far
	ink       int32           // of the cells so far, without the blanks at their end
	brk       linebreak.Break // where the next cell begins; characters without a cell pass it on
}

// add adds a character of any role, shown as form.
func (m *measurer) add(source string, start int, r, form rune, role role) {
	switch {
	case start < m.whole:
	case form == shape.Absorbed:
		m.brk = linebreak.Prohibited
	case role == ignored, role == nonspacing && m.hideMarks && vowelMark(r):
	case role == nonspacing:
		m.mark(start, r)
	case role == blank:
		m.begin(start, blankColumns(r), true)
		m.write(blankGlyph(r))
	case role == disputed:
		m.dispute(source, start, r)
	default:
		m.begin(start, int(role-spacing), false)
		m.write(form)
	}
}

// noBreakSpace carries a mark that has no letter (The Unicode Standard, 2.11).
const noBreakSpace = '\u00A0'

// mark adds a nonspacing mark to the cell before it, or to a blank of its own
// where there is no letter.
func (m *measurer) mark(start int, r rune) {
	if n := len(m.cells); n == 0 || m.cells[n-1].blank {
		m.begin(start, 1, false)
		m.write(noBreakSpace)
	}
	m.write(r)
}

// dispute adds a character that renderers measure differently.
func (m *measurer) dispute(source string, start int, r rune) {
	if n := wholeCluster(source[start:]); n > 0 {
		m.begin(start, 2, false)
		m.glyphs = append(m.glyphs, source[start:start+n]...)
		m.whole = start + n
		return
	}
	m.begin(start, 1, false)
	m.write(substitute(r))
}

// begin begins a cell, and a segment where a line may break before it.
func (m *measurer) begin(start, width int, blank bool) {
	if m.brk != linebreak.Prohibited || len(m.cells) == 0 {
		m.segments = append(m.segments, segment{int32(len(m.cells)), m.columns, m.ink, m.brk})
		m.brk = linebreak.Prohibited
	}
	m.cells = append(m.cells, cell{int32(start), int32(len(m.glyphs)), uint8(width), blank})
	m.columns += int32(width)
	if !blank {
		m.ink = m.columns
		m.segments[len(m.segments)-1].ink = m.columns
	}
}

// write appends a character to the glyph of the last cell. (As utf8.AppendRune,
// but nearly all are forms, of three bytes.)
func (m *measurer) write(r rune) {
	if 0x0800 <= r && r < 0xD800 || 0xE000 <= r && r < 0x10000 {
		m.glyphs = append(m.glyphs, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0xBF, 0x80|byte(r)&0xBF)
		return
	}
	m.glyphs = utf8.AppendRune(m.glyphs, r)
}
