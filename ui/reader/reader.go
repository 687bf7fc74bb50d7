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
	width, height int // of the pane, margins included; 0 until the first Resize
	wanted        int // the offset to scroll to then
	hideMarks     bool
	unfolded      bool
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
}

// place is a row of the article: a line of a part. The line after the last
// one is the blank row that separates the part from the next.
type place struct{ part, line int }

// maxLaid bounds the memory for laid-out parts: when more bytes of text than that
// are laid out, which is some ten screens, only those on the screen are kept.
const maxLaid = 1 << 16

// New is a reader of an article at its beginning.
func New(a *model.Article) Reader {
	r := Reader{article: a}
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
	for i, b := range r.article.Blocks {
		fold := b.Kind == model.BoilerplateBlock && !r.unfolded
		if n := len(r.parts); fold && n > 0 && r.parts[n-1].folded {
			r.parts[n-1].last, r.parts[n-1].End = int32(i), b.End
			continue
		}
		p := part{b.Span, int32(i), int32(i), fold, false}
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
	r.rebuild(func() { r.width, r.height = max(width, 1), max(height, 1) })
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
		set(&l.text, r.article, int(r.parts[p].first), r.parts[p].Span, r.hideMarks)
	}
	l.Lines = l.text.Lines(r.textWidth())
	r.laid[p] = l
	return l
}

// lineStart is the byte offset in the article at which a line begins.
func (r *Reader) lineStart(at place) int {
	start, _ := r.lines(at.part).Span(at.line)
	return r.parts[at.part].Start + start
}

// line is a line of a part. Its cells hold until the next one is asked for. Its
// offsets count from the part's beginning.
func (r *Reader) line(at place) *layout.Line {
	line := r.lines(at.part).AppendLine(r.cells[:0], at.line)
	r.cells = line.Cells
	return &line
}

// Lines is one block of an article, laid out. Offsets count from the block's
// start.
func Lines(a *model.Article, block, width int, hideMarks bool) []layout.Line {
	var text layout.Text
	set(&text, a, block, a.Blocks[block].Span, hideMarks)
	return text.AppendLines(nil, width)
}

// set measures a part of a block.
func set(text *layout.Text, a *model.Article, block int, part model.Span, hideMarks bool) {
	text.Set(part.In(a.Text), layout.Options{Base: base(a, a.Blocks[block]), HideMarks: hideMarks})
}

// rows is how many rows a part has: its lines, and behind a whole block a blank.
func (r *Reader) rows(p int) int {
	if r.parts[p].continued {
		return r.lines(p).Len()
	}
	return r.lines(p).Len() + 1
}

// base is the base direction of a block: the document's, then that of the
// majority of its letters (the first ones of a long block), then that of the
// first strong one.
func base(a *model.Article, b model.Block) bidi.Direction {
	switch a.Direction {
	case model.LeftToRight:
		return bidi.LeftToRight
	case model.RightToLeft:
		return bidi.RightToLeft
	}
	b.End = min(b.End, b.Start+maxPiece)
	dir, _ := bidi.Majority(b.In(a.Text))
	return dir
}
