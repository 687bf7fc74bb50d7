// Package reader is the article pane: the article's blocks laid out for the
// pane's width, the place where the reader is, and the rows to show.
//
// Blocks are laid out when they are first needed and kept for a while, so
// that a text of any length opens at once; cells are made for the rows on the
// screen only. The place is anchored to the text: it survives a change of width.
package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/model"
)

// Reader shows one article. It holds the place and the laid-out lines, which
// follow from the article and the size alone; what is marked in the text comes
// with each View.
type Reader struct {
	article       *model.Article
	width, height int // of a column of text, margins included, and the rows of all columns; 0 until the first Resize
	columns       int // side by side
	style         Style
	wanted        int  // the offset to scroll to then
	wordBytes     int  // bytes that a word takes
	bare          bool // without margins
	way           Way
	hideMarks     bool
	unfolded      bool
	verses        bool // some blocks are verses
	parts         []part
	top           place
	laid          map[int]*laid // by part
	laidBytes     int           // of their text
	last          laidPart      // that was asked for: most questions are about one part
	cells         []layout.Cell // of the line being shown
}

// laid is a part that is laid out: its text measured, and where its lines begin.
type laid struct {
	text layout.Text
	layout.Lines
}

type laidPart struct {
	part int
	*laid
}

// part is what is laid out as one: a block or a piece of a long one, or a fold of
// boilerplate blocks.
type part struct {
	model.Span
	first, last int32 // blocks, inclusive
	folded      bool
	continued   bool // the next part is another piece of the block
	half        bool // the second half of a verse that does not fit on one line
	before      int  // bytes of text in earlier parts that are not folded
}

// place is a row of the article: of a part, whose lines stand in every step-th one
// ([Reader.step]). The rows between them are blank, as those behind the last line,
// which separate the part from the next.
type place struct{ part, row int }

// maxLaid bounds the memory for laid-out parts: when more bytes of text than that
// are laid out, which is some ten screens, only those on the screen are kept.
const maxLaid = 1 << 16

// New is a reader of an article at its beginning.
func New(a *model.Article) Reader {
	r := Reader{article: a, way: WayOf(a), columns: 1, wordBytes: wordBytes(a)}
	r.divide()
	r.forget()
	return r
}

// maxPiece is how many bytes are laid out as one at most. A longer block is laid
// out in pieces, each of which begins a line.
const maxPiece = 1 << 16

// pieceOf is where the first piece of a long text ends: behind a blank, or inside
// of a word that is as long as a piece.
func pieceOf(text string) int {
	text = text[:maxPiece]
	if end := strings.LastIndexByte(text, ' ') + 1; end > 0 {
		return end
	}
	end := maxPiece - 1
	for end > 1 && !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}

// divide makes the parts: each block is one, and boilerplate blocks in a row are
// one fold.
func (r *Reader) divide() {
	r.parts = slices.Grow(r.parts[:0], len(r.article.Blocks))
	defer r.measure()
	for i, b := range r.article.Blocks {
		fold := b.Kind == model.BoilerplateBlock && !r.unfolded
		if n := len(r.parts); fold && n > 0 && r.parts[n-1].folded {
			r.parts[n-1].last, r.parts[n-1].End = int32(i), b.End
			continue
		}
		p := part{Span: b.Span, first: int32(i), last: int32(i), folded: fold}
		if b.Kind == model.VerseBlock {
			r.verses = true
			r.parts = append(r.parts, r.halves(p)...)
			continue
		}
		for !fold && p.Len() > maxPiece {
			rest := p
			rest.Start += pieceOf(p.In(r.article.Text))
			p.End, p.continued = rest.Start, true
			r.parts = append(r.parts, p)
			p = rest
		}
		r.parts = append(r.parts, p)
	}
}

// Where lines begin that stand apart: those of a quotation, in a pane of some width,
// and the second half of a verse that does not fit on one, at a part of the width.
const (
	quotedIndent = 3
	quotedWidth  = 40
	verseIndent  = 4
)

// indentOf is the column at which the lines of a part begin.
func (r *Reader) indentOf(p int) int {
	switch width := r.TextWidth(); {
	case r.parts[p].half:
		return width / verseIndent
	case r.block(p).Kind == model.QuotedBlock && width >= quotedWidth:
		return quotedIndent
	}
	return 0
}

// halves is a verse as one part if it fits on a line, else as its two hemistichs.
func (r *Reader) halves(p part) []part {
	at := strings.Index(p.In(r.article.Text), model.Caesura)
	var text layout.Text
	r.set(&text, p)
	if lines := text.Lines(r.TextWidth()); at < 0 || lines.Len() < 2 {
		return []part{p}
	}
	second := p
	second.Start += at + len(model.Caesura)
	p.End, p.continued, second.half = second.Start, true, true
	return []part{p, second}
}

// Force sets the direction of all blocks, or gives each its own again.
func (r *Reader) Force(dir bidi.Direction) { r.rebuild(func() { r.way.forced = dir }) }

// Forced is the direction that was set for all blocks, [bidi.Auto] for none.
func (r *Reader) Forced() bidi.Direction { return r.way.forced }

// forget drops what is laid out.
func (r *Reader) forget() { r.laid, r.laidBytes, r.last = map[int]*laid{}, 0, laidPart{} }

// keep drops what is laid out except for the parts first to last and the last part
// of all, by which the end of the article is known.
func (r *Reader) keep(first, last int) {
	earlier := r.laid
	r.forget()
	for p, l := range earlier {
		if first <= p && p <= last || p == len(r.parts)-1 {
			r.laid[p] = l
			r.laidBytes += r.parts[p].Len()
		}
	}
}

// Resize lays the article out for another size; the text at the top stays.
func (r *Reader) Resize(width, height int) {
	lay := func(columns int) func() {
		return func() { r.columns, r.width, r.height = columns, max(width/columns, 1), max(height, 1)*columns }
	}
	r.rebuild(lay(1))
	if r.style.Spread && width/2 >= spreadWidth && r.overflows() {
		r.rebuild(lay(2))
	}
}

// overflows reports whether the article has more rows than the screen.
func (r *Reader) overflows() bool {
	return len(r.parts) > 0 && r.rowsBetween(place{}, r.end()) >= r.height
}

// HideMarks says whether vowel marks are left out.
func (r *Reader) HideMarks(hide bool) { r.rebuild(func() { r.hideMarks = hide }) }

// ToggleFolds shows folded boilerplate, or folds it again.
func (r *Reader) ToggleFolds() {
	r.rebuild(func() {
		r.unfolded = !r.unfolded
		r.divide()
	})
}

// rebuild lays out anew after a change; the text at the top stays.
func (r *Reader) rebuild(change func()) {
	offset := r.Offset()
	change()
	if r.verses { // which are divided by the width
		r.divide()
	}
	r.forget()
	r.ScrollTo(offset)
}

// block is the block that a part begins with.
func (r *Reader) block(p int) *model.Block { return &r.article.Blocks[r.parts[p].first] }

// lines is a part's lines; a fold has one, without text.
func (r *Reader) lines(p int) *laid {
	if r.last.laid == nil || r.last.part != p {
		l, ok := r.laid[p]
		if !ok {
			l = r.lay(p)
		}
		r.last = laidPart{p, l}
	}
	return r.last.laid
}

// lay lays a part out.
func (r *Reader) lay(p int) *laid {
	l := new(laid)
	if !r.parts[p].folded {
		r.laidBytes += r.parts[p].Len()
		r.set(&l.text, r.parts[p])
	}
	l.Lines = l.text.Lines(r.partWidth(p))
	r.laid[p] = l
	return l
}

// lineStart is the byte offset in the article at which the line of a row begins, or the
// next one.
func (r *Reader) lineStart(at place) int {
	start, _ := r.lines(at.part).Span(r.lineOf(at))
	return r.parts[at.part].Start + start
}

// step is how many rows a line takes.
func (r *Reader) step() int { return 1 + r.style.Spacing }

// lineOf is the line of a row, or the next one; the number of lines behind the last.
func (r *Reader) lineOf(at place) int { return (at.row + r.style.Spacing) / r.step() }

// blank reports whether a row has no line.
func (r *Reader) blank(at place) bool {
	return at.row%r.step() > 0 || r.lineOf(at) >= r.lines(at.part).Len()
}

// line is the line of a row. Its cells hold until the next one is asked for. Its
// offsets count from the part's beginning.
func (r *Reader) line(at place) *layout.Line {
	line := r.lines(at.part).AppendLine(r.cells[:0], r.lineOf(at))
	r.cells = line.Cells
	return &line
}

// set measures a part.
func (r *Reader) set(text *layout.Text, p part) {
	base := r.way.Of(r.article.Blocks[p.first].In(r.article.Text))
	prose := r.style.Indent && r.article.Blocks[p.first].Kind == model.ParagraphBlock
	text.Set(p.In(r.article.Text), layout.Options{
		Base: base, HideMarks: r.hideMarks, Justify: r.style.Justify, Balance: r.style.Even, Unshaped: r.style.Typed, Indent: r.firstIndent(prose, p),
	})
}

// firstIndent is how much shorter the first line of a paragraph is.
func (r *Reader) firstIndent(prose bool, p part) int {
	if !prose || p.Start > r.article.Blocks[p.first].Start {
		return 0
	}
	return min(paragraphIndent, r.TextWidth()/8)
}

// partWidth is the width of a part's lines.
func (r *Reader) partWidth(p int) int { return max(1, r.TextWidth()-r.indentOf(p)) }

// lineIndent is how far in the line of a row begins.
func (r *Reader) lineIndent(at place) int {
	if at.row > 0 {
		return r.indentOf(at.part)
	}
	return r.indentOf(at.part) + r.lines(at.part).text.Indent()
}

// rows is how many rows a part has: its lines, and behind a whole block a blank unless
// the next one stands right below it.
func (r *Reader) rows(p int) int {
	rows := r.lines(p).Len() * r.step()
	if r.parts[p].continued || r.tight(p) {
		return rows
	}
	return rows + 1
}

// tight reports whether the block behind a part is of a kind with it that stands right
// below it: another item, row or verse.
func (r *Reader) tight(p int) bool {
	kind := r.block(p).Kind
	tight := kind.Tight() || r.style.Indent && kind == model.ParagraphBlock
	return tight && p+1 < len(r.parts) && r.block(p+1).Kind == kind && !r.parts[p].folded
}
