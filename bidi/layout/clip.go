package layout

import (
	"math"
	"slices"

	"rawi/bidi"
)

const ellipsis = "…"

// Clip is the text on one line of at most width columns; what does not fit is
// replaced, at the logical end, by "…": at the end of the words that are cut, as those
// run, or at that of the line where the cut is between words of two directions. The cell of the "…" stands for all the bytes left out. Line
// separators inside the text are blanks. Without a column there is no cell. The
// glyphs hold until the next Set.
func (t *Text) Clip(width int) Line {
	t.width = math.MaxInt32
	if t.prefix(width) >= t.trim(0, t.count()) {
		return t.line(nil, 0, t.count())
	}
	line := t.line(nil, 0, t.trim(0, t.prefix(width-1)))
	if width >= 1 {
		line.end(Cell{Start: line.End, End: len(t.source), Glyph: ellipsis, Width: 1, Level: t.levelThrough(line.End, line.Base)})
	}
	line.End = len(t.source)
	return line
}

// prefix is how many cells, from the first one on, fit into width columns.
func (t *Text) prefix(width int) (n int) {
	for n < t.count() {
		if width -= int(t.cells[n].width); width < 0 {
			break
		}
		n++
	}
	return n
}

// levelThrough is the level of the run that goes on through an offset, or the base where
// one ends there.
func (t *Text) levelThrough(offset int, base bidi.Level) bidi.Level {
	for _, run := range t.par.Runs() {
		if run.Start < offset && offset < run.End {
			return run.Level
		}
	}
	return base
}

// end puts a cell at the logical end of the line.
func (l *Line) end(cell Cell) {
	at := 0
	if len(l.Cells) == 0 {
		cell.Start = l.Start
	}
	for i := range l.Cells { // the last cell in the order of the text
		if l.Cells[i].Start >= l.Cells[at].Start {
			at = i
		}
	}
	switch {
	case cell.Level == l.Base && l.Base.RightToLeft():
		at = 0
	case cell.Level == l.Base:
		at = len(l.Cells)
	case !cell.Level.RightToLeft():
		at++
	}
	l.Cells = slices.Insert(l.Cells, at, cell)
	l.Width += cell.Width
}
