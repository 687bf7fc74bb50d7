// Package reader is the article pane: the article's blocks laid out for the
// pane's width, the place where the reader is, and the rows to show.
//
// Blocks are laid out when they are first needed and kept for a while, so
// that a text of any length opens at once. The place is anchored to the text:
// it survives a change of width.
package reader

import (
	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/model"
)

// Reader shows one article. It holds the place and the laid-out lines, which
// follow from the article and the size alone; what is marked in the text comes
// with each View.
type Reader struct {
	article       *model.Article
	width, height int // of the pane, margins included
	hideMarks     bool
	unfolded      bool
	parts         []part
	top           place
	laid          map[int][]layout.Line // by part
}

// part is what is laid out as one: a block, or a fold of furniture blocks.
type part struct {
	first, last int // blocks, inclusive
	folded      bool
}

// place is a row of the article: a line of a part. The line after the last
// one is the blank row that separates the part from the next.
type place struct{ part, line int }

// maxLaid bounds the memory for laid-out parts.
const maxLaid = 400

// New is a reader of an article at its beginning.
func New(a *model.Article) Reader {
	r := Reader{article: a, width: 1, height: 1, laid: map[int][]layout.Line{}}
	r.divide()
	return r
}

// divide makes the parts: each block is one, and furniture blocks in a row are
// one fold.
func (r *Reader) divide() {
	r.parts = r.parts[:0]
	for i, b := range r.article.Blocks {
		fold := b.Kind == model.FurnitureBlock && !r.unfolded
		if n := len(r.parts); fold && n > 0 && r.parts[n-1].folded {
			r.parts[n-1].last = i
			continue
		}
		r.parts = append(r.parts, part{first: i, last: i, folded: fold})
	}
	clear(r.laid)
}

// Resize lays the article out for another size; the text at the top stays.
func (r *Reader) Resize(width, height int) {
	r.rebuild(func() { r.width, r.height = max(width, 1), max(height, 1) })
}

// HideMarks says whether vowel marks are left out.
func (r *Reader) HideMarks(hide bool) { r.rebuild(func() { r.hideMarks = hide }) }

// ToggleFolds shows folded furniture, or folds it again.
func (r *Reader) ToggleFolds() {
	r.rebuild(func() { r.unfolded = !r.unfolded })
}

func (r *Reader) rebuild(change func()) {
	offset := r.Offset()
	change()
	r.divide()
	r.ScrollTo(offset)
}

// block is the block that a part begins with.
func (r *Reader) block(p int) model.Block { return r.article.Blocks[r.parts[p].first] }

// span is the text that a part stands for.
func (r *Reader) span(p int) model.Span {
	return model.Span{Start: r.block(p).Start, End: r.article.Blocks[r.parts[p].last].End}
}

// lines is a part's lines; a fold has one, without text.
func (r *Reader) lines(p int) []layout.Line {
	if lines, ok := r.laid[p]; ok {
		return lines
	}
	if len(r.laid) >= maxLaid {
		clear(r.laid)
	}
	lines := []layout.Line{{}}
	if !r.parts[p].folded {
		lines = Lines(r.article, r.parts[p].first, r.textWidth(), r.hideMarks)
	}
	r.laid[p] = lines
	return lines
}

// Lines is one block of an article, laid out. Offsets count from the block's
// start.
func Lines(a *model.Article, block, width int, hideMarks bool) []layout.Line {
	b := a.Blocks[block]
	var text layout.Text
	text.Set(b.In(a.Text), layout.Options{Base: base(a, b), HideMarks: hideMarks})
	return text.Wrap(nil, width)
}

// base is the base direction of a block: the document's, then that of the
// majority of its letters, then that of the first strong one.
func base(a *model.Article, b model.Block) bidi.Direction {
	switch a.Direction {
	case model.LeftToRight:
		return bidi.LeftToRight
	case model.RightToLeft:
		return bidi.RightToLeft
	}
	dir, _ := bidi.Majority(b.In(a.Text))
	return dir
}
