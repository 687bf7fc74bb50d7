// Package layout turns a paragraph into lines of terminal cells in visual
// order, and maps byte offsets to columns and back.
//
// A [Text] is measured once ([Text.Set]: cells, widths, line breaks, embedding
// levels, letter forms) and wrapped for each width ([Text.AppendLines]):
//
//	var text layout.Text
//	text.Set(paragraph, layout.Options{Base: bidi.RightToLeft})
//	lines := text.AppendLines(nil, 80)
//	for _, cell := range lines[0].Cells {
//		fmt.Print(cell.Glyph) // left to right
//	}
//
// For long texts of which few lines are seen, [Text.Lines] keeps where the lines
// begin, and makes the cells of those that are asked for.
//
// # Cells
//
// A cell is a grapheme cluster (UAX #29), or the ligature of a lam and an
// alef. Its width is go-runewidth's, with ambiguous characters narrow. A glyph
// is made so that every terminal and every library measures it alike and none
// draws it together with its neighbour's: one spacing character with its
// nonspacing marks, a flag, or a Hangul syllable. Whatever would break that is
// decided here:
//
//   - controls, bidi controls and all other default ignorable characters make
//     no cell and no glyph; their bytes belong to the cell before them
//   - a tab or another line separator is one blank
//   - a mark without a letter stands on a no-break space
//   - the sequences joined by U+200D are cells of their own, one after another
//   - the ten signs that stand before a number (U+0600 and others) and the two
//     ligatures of a sentence (U+FDFA, U+FDFD) are written out, in words or in
//     parentheses, one ordinary cell a letter; all these cells stand for the
//     bytes of the sign. A line shorter than that has one ordinary sign instead
//   - spacing vowels of Indic scripts, consonants that a virama would join, Thai
//     and Lao am, and jamo that make no syllable are cells of their own. They must
//     be kept apart from what is printed beside them: see [Cell.Apart]
//   - skin tones are left out behind their emoji, half a flag is its letter
//   - of the marks of one cell the first [MaxMarks] are shown
//
// # Lines
//
// Lines break by UAX #14 (Unicode 17.0.0), each as full as it can be or, with
// Options.Balance, so that the paragraph is least ragged. Blanks at the end of a
// line hang: they make no cell and take no width. A word longer than a line is
// cut between cells. A cell wider than the line has a line of its own, the only
// one that is wider than asked.
//
// With Options.Justify all lines are exactly as wide as asked, but for the last
// of a paragraph and those before a line separator: by tatweels where
// calligraphers put them ([shape.AppendKashidas]), one a word at most, the best
// places first and those equally good spread over the line; and where these are
// not enough by blanks, spread evenly. What is put in are cells that stand for
// the same bytes as the letter or the blank before them. Only a line of a single
// word that takes no tatweel stays short.
//
// All offsets are bytes of the UTF-8 text that was set; columns count from 0
// at the left edge of the line. [Line.OffsetAt] and [Line.AppendColumns] are inverse:
// the columns of the character at a column's offset hold that column.
//
// # Cost
//
// Setting and wrapping are linear in the text, whatever it holds (balancing, in
// the text times the words of a line), and a Text used again allocates nothing.
// The README of package bidi has the measurements.
//
// [Text] is for cells; [AppendVisual] for those who want code points.
package layout

import "rawi/bidi"

// Options say how a text is laid out.
type Options struct {
	Base      bidi.Direction // base direction of the paragraph
	Unshaped  bool           // leave letters in their nominal forms
	HideMarks bool           // leave out vowel marks (nonspacing marks on Arabic letters)
	Justify   bool           // stretch all lines but the last to the full width
	Balance   bool           // break the paragraph into lines of least raggedness
	Indent    int            // columns that the first line is shorter, half a line at most
}

// Cell is one grapheme cluster, or one ligature of two, as a terminal shows it.
// Several cells stand for the same bytes where a sign is written out and where a
// line is stretched.
type Cell struct {
	Start, End int        // the bytes of the source it stands for
	Glyph      string     // what to print: shaped, mirrored, marks after their letter; no control character; holds until Text.Set
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

// OffsetAt is the byte offset of the character shown at a column, or of the
// nearest character where the column is outside the line.
func (l *Line) OffsetAt(column int) int {
	offset := l.Start
	for i := range l.Cells {
		cell := &l.Cells[i]
		offset = cell.Start
		if column -= cell.Width; column < 0 {
			break
		}
	}
	return offset
}

// AppendColumns appends the columns that show the bytes start to end, left to right:
// on a line of two directions one stretch of text may be several ranges. Bytes
// that have no cell (blanks at the line's end) have no columns.
func (l *Line) AppendColumns(dst []Columns, start, end int) []Columns {
	first, column := len(dst), 0
	for i := range l.Cells {
		cell := &l.Cells[i]
		next := column + cell.Width
		switch shown := cell.Start < end && start < cell.End; {
		case !shown:
		case len(dst) > first && dst[len(dst)-1].End == column:
			dst[len(dst)-1].End = next
		default:
			dst = append(dst, Columns{column, next})
		}
		column = next
	}
	return dst
}
