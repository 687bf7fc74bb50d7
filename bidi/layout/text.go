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
	columns  int // of the line being made, so far
	runs     []bidi.Run
	forms    []rune // what each character of source is shown as
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

// kind is what a cell is to the lines.
type kind uint8

const (
	plain   kind = iota
	blank        // hangs at the end of a line
	written      // a sign that is written out in several cells of the line
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
	t.form()
	if !t.measure() {
		t.formApart()
		t.measure()
	}
	t.joints = t.joints[:0]
	if opt.Justify {
		t.findJoints()
	}
}

// Base is the paragraph's embedding level.
func (t *Text) Base() bidi.Level { return t.par.Base() }

// Hidden is the number of characters of the text that no line shows although
// they have a shape: marks beyond the first [MaxMarks] on one character, and skin
// tones. Those that Options.HideMarks leaves out do not count.
func (t *Text) Hidden() int { return t.hidden }

// form decides what each character is shown as, one level run at a time:
// letters join only within one (UAX #9, section 3.5).
func (t *Text) form() {
	t.forms = t.forms[:0]
	for _, run := range t.par.Runs() {
		t.formRun(t.source[run.Start:run.End], run.Level)
	}
}

// formApart is form, but letters do not join over disputed characters, which
// have cells of their own.
func (t *Text) formApart() {
	t.forms = t.forms[:0]
	for _, run := range t.par.Runs() {
		text, first := t.source[run.Start:run.End], 0
		for i, r := range text {
			if roleOf(r) == disputed {
				t.formRun(text[first:i], run.Level)
				first = i
			}
		}
		t.formRun(text[first:], run.Level)
	}
}

// formRun forms text of one level. Letters that an override forces left to right
// stand apart.
func (t *Text) formRun(text string, level bidi.Level) {
	if t.options.Unshaped || !level.RightToLeft() {
		t.forms = appendRunes(t.forms, text)
	} else {
		t.forms = shape.Append(t.forms, text)
	}
}

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
