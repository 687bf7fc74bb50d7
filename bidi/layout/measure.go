package layout

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"rawi/bidi"
	"rawi/bidi/internal/linebreak"
	"rawi/bidi/shape"
)

// measure makes the cells and the segments of the text from its characters and
// their forms, in one walk. It is false where a letter was absorbed by one beyond
// a disputed character, so that forms and cells do not fit together.
func (t *Text) measure() bool {
	m := measurer{
		source: t.source, hideMarks: t.options.HideMarks, unshaped: t.options.Unshaped, words: t.words,
		cells: slices.Grow(t.cells[:0], len(t.forms)+1), segments: t.segments[:0], glyphs: slices.Grow(t.glyphs[:0], 3*len(t.forms)),
		brk: linebreak.Allowed, // so that the first cell begins a segment
	}
	known := traits()
	runs := t.par.Runs()
	var breaks linebreak.Breaker
	end := 0
	for i := 0; i < len(t.forms); i++ {
		form := t.forms[i]
		start, r := end, rune(m.source[end])
		if r < utf8.RuneSelf {
			end++
		} else if r&0xE0 == 0xC0 && end+1 < len(m.source) && m.source[end+1]&0xC0 == 0x80 && r >= 0xC2 {
			r = r&0x1F<<6 | rune(m.source[end+1]&0x3F)
			end += 2
		} else {
			var size int
			r, size = utf8.DecodeRuneInString(m.source[end:])
			end += size
		}
		var is trait
		if uint(r) < uint(len(known.short)) {
			is = known.short[r]
		} else {
			is = known.of(r)
		}
		if is.class.Asks() {
			is.class = is.class.Knowing(m.source[end:])
		}
		m.brk = max(m.brk, breaks.Before(is.class))
		if is.mirrored {
			for runs[0].End <= start {
				runs = runs[1:]
			}
			if runs[0].Level.RightToLeft() {
				form, _ = bidi.Mirror(r) // L4
			}
		}
		if is.role == spacing+1 && form != shape.Absorbed && start >= m.whole {
			m.begin(start, 1, plain)
			m.write(form)
			if is.class == known.letter && breaks.Within(known.letter) {
				n := m.letters(t.forms[i+1:], end)
				i, end = i+n, end+2*n
			}
		} else {
			m.add(start, r, form, is.role)
		}
	}
	m.brk = max(m.brk, linebreak.Allowed) // LB3
	m.begin(len(m.source), 0, plain)
	t.cells, t.segments, t.glyphs = m.cells, m.segments[:len(m.segments)-1], m.glyphs
	t.words, t.hidden = m.words, m.hidden
	return !m.torn
}

// measurer makes cells of characters, one after another.
type measurer struct {
	source    string
	hideMarks bool
	unshaped  bool
	words     []rune
	cells     []cell
	segments  []segment
	glyphs    []byte
	whole     int             // where the cluster ends that is one cell as it is
	disputed  int             // how many cells there were after the last disputed one
	marked    int             // how many cells there were at the last mark
	marks     int             // of the cell that had the last mark
	hidden    int             // how many characters are left out though nobody asked
	torn      bool            // that a letter was absorbed beyond a disputed one
	wider     int32           // how many columns the cells have more than one each
	brk       linebreak.Break // where the next cell begins; characters without a cell pass it on
}

// letters adds letters from start on that have presentation forms and two bytes
// each, as nearly all Arabic ones have, and answers how many they were. They are
// within a word, and of one class of line breaking.
func (m *measurer) letters(forms []rune, start int) (n int) {
	first, glyph := len(m.cells), len(m.glyphs)
	cells, glyphs := m.cells[first:cap(m.cells)], m.glyphs[:cap(m.glyphs)]
	forms = forms[:min(len(forms), len(cells), (len(glyphs)-glyph-1)/formSize)]
	for n < len(forms) && m.source[start] < 0xE0 && isForm(forms[n]) {
		cells[n] = cell{start: int32(start), glyph: int32(glyph), width: 1}
		binary.LittleEndian.PutUint32(glyphs[glyph:], form(forms[n])) // the next one writes over the fourth byte
		glyph += formSize
		start += 2
		n++
	}
	m.cells, m.glyphs = m.cells[:first+n], glyphs[:glyph]
	return n
}

// add adds a character of any role, shown as form.
func (m *measurer) add(start int, r, form rune, role role) {
	switch {
	case start < m.whole:
	case form == shape.Absorbed:
		m.torn = m.torn || m.disputed == len(m.cells)
		m.brk = linebreak.Prohibited
	case role == ignored, role == nonspacing && m.hideMarks && vowelMark(r):
	case role == nonspacing:
		m.mark(start, r)
	case role == breaking:
		m.begin(start, blankColumns(r), blank)
		m.write(blankGlyph(r))
	case role == disputed:
		m.dispute(start, r)
	default:
		m.begin(start, int(role-spacing), plain)
		m.write(form)
	}
}

// noBreakSpace carries a mark that has no letter (The Unicode Standard, 2.11).
const noBreakSpace = '\u00A0'

// MaxMarks is how many nonspacing marks a cell shows at most: as many as the
// Stream-Safe Text Format allows on one character (UAX #15, section 13), which is
// more than any language needs. A million would keep a terminal busy for minutes.
const MaxMarks = 30

// mark adds a nonspacing mark to the cell before it, or to a blank of its own
// where there is no letter.
func (m *measurer) mark(start int, r rune) {
	if n := len(m.cells); n == 0 || m.cells[n-1].kind == blank {
		m.begin(start, 1, plain)
		m.write(noBreakSpace)
	}
	if m.marked != len(m.cells) {
		m.marked, m.marks = len(m.cells), 0
	}
	if m.marks++; m.marks > MaxMarks {
		m.hidden++
		return
	}
	m.write(r)
}

// begin begins a cell, and a segment where a line may break before it.
func (m *measurer) begin(start, width int, kind kind) {
	if m.brk != linebreak.Prohibited {
		m.endSegment()
		m.segments = append(m.segments, segment{first: int32(len(m.cells)), start: m.columns(), brk: m.brk})
		m.brk = linebreak.Prohibited
	}
	m.put(start, width, kind)
	m.wider += int32(width) - 1
}

// put puts a cell behind the others. There is room: no character has more than
// one cell. (Field by field, which is faster than a whole cell.)
func (m *measurer) put(start, width int, kind kind) {
	n := len(m.cells)
	m.cells = m.cells[:n+1]
	c := &m.cells[n]
	c.start, c.glyph = int32(start), int32(len(m.glyphs))
	c.width, c.kind, c.more = uint8(width), kind, 0
}

// columns is the width of the cells so far.
func (m *measurer) columns() int32 { return int32(len(m.cells)) + m.wider }

// endSegment measures the last segment.
func (m *measurer) endSegment() {
	n := len(m.segments)
	if n == 0 {
		return
	}
	s := &m.segments[n-1]
	s.ink = m.columns()
	i := len(m.cells)
	for ; i > int(s.first) && m.cells[i-1].kind == blank; i-- {
		s.ink -= int32(m.cells[i-1].width)
	}
	if i == int(s.first) && n > 1 { // all of it hangs behind the segment before
		s.ink = m.segments[n-2].ink
	}
}

// write appends a character to the glyph of the last cell. (As utf8.AppendRune,
// but nearly all are forms.)
func (m *measurer) write(r rune) {
	if isForm(r) {
		m.glyphs = appendForm(m.glyphs, r)
		return
	}
	m.glyphs = utf8.AppendRune(m.glyphs, r)
}

// isForm reports whether r may be a presentation form that shape makes.
func isForm(r rune) bool { return 0xFB50 <= r && r <= 0xFEFC }

// formSize is how many bytes of UTF-8 a form has.
const formSize = 3

// form is a character of three bytes of UTF-8, the first one lowest.
func form(r rune) uint32 {
	u := uint32(r)
	return 0x8080E0 | u>>12 | u>>6&0x3F<<8 | u&0x3F<<16
}

// appendForm appends a character of three bytes of UTF-8.
func appendForm(dst []byte, r rune) []byte {
	f := form(r)
	return append(dst, byte(f), byte(f>>8), byte(f>>16))
}
