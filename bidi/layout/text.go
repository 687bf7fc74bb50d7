package layout

import (
	"unsafe"

	"rawi/bidi"
	"rawi/bidi/internal/linebreak"
	"rawi/bidi/shape"
)

// Text is one paragraph, measured. The zero value is empty; Set may be called
// again and reuses its memory, so that lines made before hold no longer. It is
// for one goroutine at a time.
type Text struct {
	source   string
	options  Options
	par      bidi.Paragraph
	cells    []cell // logical order; a last one, without width, marks the end
	segments []segment
	glyphs   []byte  // those of the cells, one after another
	joints   []joint // where tatweels may be put, in text order
	hidden   int     // characters that are left out though nobody asked

	// What follows is memory to work in.
	width    int // of the lines being made
	indent   int // of the first of them
	columns  int // of the line being made, so far
	runs     []bidi.Run
	forms    []rune // what the characters of a stretch are shown as
	words    []rune // what is written out for a sign
	kashidas []shape.Kashida
	plan     plan
}

// cell is a cell of a text, of which 1 MB has half a million: it ends, in the
// source and in the glyphs, where the next one begins.
type cell struct {
	start int32 // byte offset of its first character that is shown
	glyph int32 // byte offset in the glyphs
	width uint8
	kind  kind
	more  uint16 // how many columns it is stretched by, while its line is made
}

// kind is what a cell is to the lines, as bits; most are none of these.
type kind uint8

const (
	plain     kind = 0
	blank     kind = 1 << iota >> 1 // hangs at the end of a line
	written                         // a sign that is written out in several cells of the line
	stretched                       // more is not 0
	leading                         // the first one, with characters before it that are not shown
)

// segment is what stands between two places where a line may end (UAX #14): a
// word, most often, with the blanks after it.
type segment struct {
	first int32           // cell
	start int32           // columns of the text before it
	ink   int32           // columns of the text up to its end, without the blanks there and right before it
	brk   linebreak.Break // before it
}

// Set measures source, one paragraph.
func (t *Text) Set(source string, opt Options) {
	t.source, t.options = source, opt
	t.par.Set(source, opt.Base)
	if !t.measure(false) {
		t.measure(true)
	}
	t.joints = t.joints[:0]
	if opt.Justify {
		t.findJoints()
	}
}

// Base is the paragraph's embedding level.
func (t *Text) Base() bidi.Level { return t.par.Base() }

// Indent is how many columns shorter the first of the lines made last was.
func (t *Text) Indent() int { return t.indent }

// Hidden is the number of characters of the text that no line shows although
// they have a shape: marks beyond the first [MaxMarks] on one character, and skin
// tones. Those that Options.HideMarks leaves out do not count.
func (t *Text) Hidden() int { return t.hidden }

func appendRunes(dst []rune, text string) []rune {
	for _, r := range text {
		dst = append(dst, r)
	}
	return dst
}

// count is the number of cells, without the one that marks the end.
func (t *Text) count() int { return max(len(t.cells)-1, 0) }

// glyph is the bytes from to to of the glyphs, which change only with Set.
func (t *Text) glyph(from, to int32) string {
	return unsafe.String(unsafe.SliceData(t.glyphs[from:to]), to-from)
}
