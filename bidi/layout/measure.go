package layout

import (
	"slices"
	"unicode/utf8"

	"rawi/bidi"
	"rawi/bidi/internal/linebreak"
	"rawi/bidi/shape"
)

// measure makes the cells and the segments of the text in one walk:
// single characters and words of letters, as nearly all text is, each in a loop of
// their own, and stretches of anything else. It is false where a letter was absorbed
// by one beyond a disputed character, so that it has to be done again apart.
func (t *Text) measure(apart bool) bool {
	m := measurer{
		source: t.source, options: t.options, apart: apart, known: traits(), words: t.words, forms: t.forms,
		cells: t.cells[:0], segments: t.segments[:0], glyphs: t.glyphs[:0],
		brk: linebreak.Allowed, // so that the first cell begins a segment
	}
	m.cells = slices.Grow(m.cells, len(m.source)/2) // characters of two bytes, most often
	m.glyphs = slices.Grow(m.glyphs, len(m.source)*3/2)
	for _, run := range t.par.Runs() {
		m.rightToLeft = run.Level.RightToLeft()
		for i := run.Start; i < run.End; {
			i = m.singles(i, run.End)
			if end := m.word(i, run.End); end > i {
				i = end
			} else {
				i = m.stretch(i, run.End)
			}
		}
	}
	m.brk = max(m.brk, linebreak.Allowed) // LB3
	m.begin(len(m.source), 0, plain)
	if m.cells[0].start > 0 {
		m.cells[0].kind |= leading
	}
	t.cells, t.segments, t.glyphs = m.cells, m.segments[:len(m.segments)-1], m.glyphs
	t.words, t.forms, t.hidden = m.words, m.forms, m.hidden
	return !m.torn
}

// measurer makes cells of characters, one after another.
type measurer struct {
	source      string
	options     Options
	apart       bool // letters do not join over disputed characters, which have cells of their own
	rightToLeft bool // the level of the run that is being measured
	known       *traitTable
	words       []rune
	forms       []rune
	cells       []cell
	segments    []segment
	glyphs      []byte
	whole       int             // where the cluster ends that is one cell as it is
	disputed    int             // how many cells there were after the last disputed one
	marked      int             // how many cells there were at the last mark
	marks       int             // of the cell that had the last mark
	hidden      int             // how many characters are left out though nobody asked
	torn        bool            // that a letter was absorbed beyond a disputed one
	wider       int32           // how many columns the cells have more than one each
	brk         linebreak.Break // where the next cell begins; characters without a cell pass it on
	breaks      linebreak.Breaker
}

// singles adds characters of text[i:end] that are alone, and answers where there is
// another one.
func (m *measurer) singles(i, end int) int {
	for i < end {
		r, size := decode(m.source, i)
		is := m.known.at(r)
		if is == nil || !is.alone {
			break
		}
		m.breakBefore(is.class, i+size)
		if is.mirrored {
			r = m.mirror(r)
		}
		if is.role == breaking {
			m.begin(i, blankColumns(r), blank)
			r = blankGlyph(r)
		} else {
			m.begin(i, int(is.role-spacing), plain)
		}
		m.write(r)
		i += size
	}
	return i
}

// decode is the character at text[i], and its size.
func decode(text string, i int) (r rune, size int) {
	if text[i] < utf8.RuneSelf {
		return rune(text[i]), 1
	}
	if i+1 < len(text) && 0xC2 <= text[i] && text[i] < 0xE0 && text[i+1]&0xC0 == 0x80 {
		return rune(text[i]&0x1F)<<6 | rune(text[i+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(text[i:])
}

// breakBefore takes in a character of a class, the text behind which begins at after.
func (m *measurer) breakBefore(class linebreak.Class, after int) {
	if class.NeedsNext() {
		class = class.WithNext(m.source[after:])
	}
	m.brk = max(m.brk, m.breaks.Before(class))
}

// mirror is what r is shown as at the level of the run (L4).
func (m *measurer) mirror(r rune) rune {
	if m.rightToLeft {
		r, _ = bidi.Mirror(r)
	}
	return r
}

// add adds a character of any role, shown as form.
func (m *measurer) add(start int, r, form rune, role role) {
	switch {
	case start < m.whole:
	case form == shape.Absorbed:
		m.torn = m.torn || m.disputed == len(m.cells)
		m.brk = linebreak.Prohibited
	case role == ignored, role == nonspacing && m.options.HideMarks && vowelMark(r):
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
	if n := len(m.cells); n == 0 || m.cells[n-1].kind&blank != 0 {
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
	m.beginSegment()
	m.put(start, width, kind)
	m.wider += int32(width) - 1
}

// beginSegment begins a segment before the next cell, if a line may break there.
func (m *measurer) beginSegment() {
	if m.brk != linebreak.Prohibited {
		m.endSegment()
		m.segments = append(m.segments, segment{first: int32(len(m.cells)), start: m.columns(), brk: m.brk})
		m.brk = linebreak.Prohibited
	}
}

// put puts a cell behind the others. (Field by field, which is faster than a whole
// cell.)
func (m *measurer) put(start, width int, kind kind) {
	n := len(m.cells)
	m.cells = slices.Grow(m.cells, 1)[:n+1]
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
	for ; i > int(s.first) && m.cells[i-1].kind&blank != 0; i-- {
		s.ink -= int32(m.cells[i-1].width)
	}
	if i == int(s.first) && n > 1 { // all of it hangs behind the segment before
		s.ink = m.segments[n-2].ink
	}
}

// write appends a character to the glyph of the last cell.
func (m *measurer) write(r rune) { m.glyphs = utf8.AppendRune(m.glyphs, r) }
