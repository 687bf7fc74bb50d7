package layout

import (
	"slices"
	"sort"

	"rawi/bidi"
	"rawi/bidi/internal/linebreak"
)

// Wrap appends the lines of the text at the given width (at least 1 column).
// Lines break by UAX #14; a word longer than a line is cut between clusters.
// An empty text has one empty line. Lines that lie in lines beyond its length
// give their cells' memory to the new ones: pass old[:0] only when the old
// lines are not needed any more.
func (t *Text) Wrap(lines []Line, width int) []Line {
	for first := 0; ; {
		next := t.fit(first, width)
		lines = t.appendLine(lines, first, next)
		if first = next; first >= t.count() {
			return lines
		}
	}
}

// count is the number of cells, without the one that marks the end.
func (t *Text) count() int { return max(len(t.cells)-1, 0) }

// fit is the cell after the last one of a line that begins with the cell first
// and is as long as width allows, but holds at least one cell.
func (t *Text) fit(first, width int) int {
	columns, last := 0, first // last: where the line may break
	for i := first; i < t.count(); i++ {
		cell := &t.cells[i]
		if i > first && cell.brk == linebreak.Mandatory {
			return i
		}
		if i > first && cell.brk == linebreak.Allowed {
			last = i
		}
		if columns += int(cell.width); columns <= width || cell.blank {
			continue
		}
		if last == first {
			return max(i, first+1)
		}
		return last
	}
	return t.count()
}

// appendLine appends the line of the cells first to next.
func (t *Text) appendLine(lines []Line, first, next int) []Line {
	n := len(lines)
	lines = slices.Grow(lines, 1)[:n+1]
	lines[n] = t.line(lines[n].Cells[:0], first, next)
	return lines
}

// line is the line of the cells first to next, its cells appended to cells.
func (t *Text) line(cells []Cell, first, next int) Line {
	line := Line{Start: 0, End: len(t.source), Base: t.par.Base()}
	if first > 0 {
		line.Start = int(t.cells[first].start)
	}
	if next < t.count() {
		line.End = int(t.cells[next].start)
	}
	next = t.trim(first, next)
	line.Cells = slices.Grow(cells, next-first)
	t.runs = t.par.Line(t.runs[:0], line.Start, line.End)
	for _, run := range t.runs {
		from, to := t.find(run.Start, first, next), t.find(run.End, first, next)
		line.Width += t.fill(&line, from, to, run.Level)
	}
	return line
}

// trim is next without the blanks that hang at the end of the line of the cells
// first to next.
func (t *Text) trim(first, next int) int {
	for next > first && t.cells[next-1].blank {
		next--
	}
	return next
}

// find is the first of the cells first to next that begins at offset or after.
func (t *Text) find(offset, first, next int) int {
	return first + sort.Search(next-first, func(i int) bool { return int(t.cells[first+i].start) >= offset })
}

// fill appends the cells from to to, all of one level, to a line from left to
// right, and answers their width.
func (t *Text) fill(line *Line, from, to int, level bidi.Level) (width int) {
	first := len(line.Cells)
	for i := from; i < to; i++ {
		this, next := &t.cells[i], &t.cells[i+1]
		line.Cells = append(line.Cells, Cell{
			Start: int(this.start),
			End:   int(next.start),
			Glyph: t.glyphs[this.glyph:next.glyph],
			Width: int(this.width),
			Level: level,
		})
		if i == 0 {
			line.Cells[first].Start = 0 // with the characters before it that are not shown
		}
		width += int(this.width)
	}
	if level.RightToLeft() { // L2
		slices.Reverse(line.Cells[first:])
	}
	return width
}
