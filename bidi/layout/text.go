package layout

import (
	"cmp"
	"slices"

	"rawi/bidi"
	"rawi/bidi/internal/linebreak"
	"rawi/bidi/shape"
)

// Text is one paragraph, measured. The zero value is empty; Set may be called
// again and reuses its memory. It is for one goroutine at a time.
type Text struct {
	source string
	par    bidi.Paragraph
	cells  []cell // logical order; a last one, without width, marks the end
	glyphs string // those of the cells, one after another

	// What follows is memory to work in.
	runs   []bidi.Run
	runes  []rune // the characters of source
	forms  []rune // what each of them is shown as
	buffer []byte // glyphs in the making
}

// cell is a cell of a text, of which 1 MB has half a million: it ends, in the
// source and in the glyphs, where the next one begins.
type cell struct {
	start int32 // byte offset of its first character that is shown
	glyph int32 // byte offset in the glyphs
	width uint8
	blank bool            // hangs at the end of a line
	brk   linebreak.Break // before the cell
}

// Set measures source, one paragraph.
func (t *Text) Set(source string, opt Options) {
	t.source = source
	t.par.Set(source, opt.Base)
	t.form(opt.Unshaped)
	t.measure(opt.HideMarks)
}

// Base is the paragraph's embedding level.
func (t *Text) Base() bidi.Level { return t.par.Base() }

// form decides what each character is shown as, one level run at a time:
// letters join only within one (UAX #9, section 3.5). Those that an override
// forces left to right stand apart.
func (t *Text) form(unshaped bool) {
	t.runs = t.par.Line(t.runs[:0], 0, len(t.source))
	slices.SortFunc(t.runs, func(a, b bidi.Run) int { return cmp.Compare(a.Start, b.Start) })
	t.runes, t.forms = t.runes[:0], t.forms[:0]
	for _, run := range t.runs {
		text, first := t.source[run.Start:run.End], len(t.forms)
		t.runes = appendRunes(t.runes, text)
		if unshaped || !run.Level.RightToLeft() {
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

// mirror is L4.
func mirror(glyphs []rune) {
	for i, r := range glyphs {
		if m, ok := bidi.Mirror(r); ok {
			glyphs[i] = m
		}
	}
}
