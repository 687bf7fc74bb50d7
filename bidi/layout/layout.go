// Package layout turns a paragraph into lines of terminal cells in visual
// order, and maps byte offsets to columns and back.
//
// A [Text] is measured once ([Text.Set]: clusters, widths, line breaks,
// embedding levels, letter forms) and wrapped for each width ([Text.Wrap]).
package layout

import "rawi/bidi"

// Options say how a text is laid out.
type Options struct {
	Base      bidi.Direction // base direction of the paragraph
	Unshaped  bool           // leave letters in their nominal forms
	HideMarks bool           // leave out vowel marks (nonspacing marks on Arabic letters)
}

// Text is one paragraph, measured. The zero value is empty; Set may be called
// again and reuses its memory.
type Text struct {
	source string
	par    bidi.Paragraph
}

// Cell is one grapheme cluster, or one ligature of two, as a terminal shows it.
type Cell struct {
	Start, End int        // the bytes of the source it stands for
	Glyph      string     // what to print: shaped, mirrored, marks after their letter; no control character
	Width      int        // columns: 1 or 2
	Level      bidi.Level // embedding level after L1
}

// Line is one line of a paragraph.
type Line struct {
	Start, End int        // bytes of the source; the spans of the lines join to the whole text
	Cells      []Cell     // left to right; blanks at the line's end make no cell
	Width      int        // columns: the sum of the cells' widths
	Base       bidi.Level // the paragraph's level
}

// Columns is a half-open range of columns, counted from the left edge of a line.
type Columns struct{ Start, End int }

// Set measures source, one paragraph.
func (t *Text) Set(source string, opt Options) {}

// Base is the paragraph's embedding level.
func (t *Text) Base() bidi.Level { return t.par.Base() }

// Wrap appends the lines of the text at the given width (at least 1 column).
// Lines break by UAX #14; a word longer than a line is cut between clusters.
// An empty text has one empty line.
func (t *Text) Wrap(lines []Line, width int) []Line { return lines }

// Clip is the text on one line of at most width columns; what does not fit is
// replaced, at the logical end, by "…".
func (t *Text) Clip(width int) Line { return Line{} }

// OffsetAt is the byte offset of the character shown at a column, or of the
// nearest character where the column is outside the line.
func (l *Line) OffsetAt(column int) int { return l.Start }

// Columns appends the columns that show the bytes start to end, left to right:
// on a line of two directions one stretch of text may be several ranges.
func (l *Line) Columns(dst []Columns, start, end int) []Columns { return dst }
