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
	glyphs   []byte // those of the cells, one after another

	// What follows is memory to work in.
	runs  []bidi.Run
	forms []rune // what each character of source is shown as
}

// cell is a cell of a text, of which 1 MB has half a million: it ends, in the
// source and in the glyphs, where the next one begins.
type cell struct {
	start int32 // byte offset of its first character that is shown
	glyph int32 // byte offset in the glyphs
	width uint8
	blank bool // hangs at the end of a line
}

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
	t.form()
	t.measure()
}

// Base is the paragraph's embedding level.
func (t *Text) Base() bidi.Level { return t.par.Base() }

// form decides what each character is shown as, one level run at a time:
// letters join only within one (UAX #9, section 3.5). Those that an override
// forces left to right stand apart.
func (t *Text) form() {
	t.forms = t.forms[:0]
	for _, run := range t.par.Runs() {
		text, first := t.source[run.Start:run.End], len(t.forms)
		if t.options.Unshaped || !run.Level.RightToLeft() {
			t.forms = appendRunes(t.forms, text)
		} else {
			t.forms = shape.Append(t.forms, text)
		}
		if run.Level.RightToLeft() {
			mirror(t.forms[first:])
		}
	}
}

func appendRunes(dst []rune, text string) []rune {
	for _, r := range text {
		dst = append(dst, r)
	}
	return dst
}

// mirror is L4. No letter of Arabic, shaped or not, has a mirror.
func mirror(glyphs []rune) {
	for i, r := range glyphs {
		if r < 0x0600 || within(r, 0x2000, 0xFAFF) || r > 0xFEFF {
			glyphs[i], _ = bidi.Mirror(r)
		}
	}
}

// count is the number of cells, without the one that marks the end.
func (t *Text) count() int { return max(len(t.cells)-1, 0) }

// glyph is the bytes from to to of the glyphs, which change only with Set.
func (t *Text) glyph(from, to int32) string {
	return unsafe.String(unsafe.SliceData(t.glyphs[from:to]), to-from)
}
