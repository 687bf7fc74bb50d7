package layout

import (
	"slices"
	"sort"
	"unsafe"

	"rawi/bidi"
	"rawi/bidi/internal/linebreak"
)

// AppendLines appends the lines of the text at the given width (at least 1 column).
// Lines break by UAX #14; a word longer than a line is cut between clusters.
// An empty text has one empty line. Lines that lie in lines beyond its length
// give their cells' memory to the new ones: pass old[:0] only when the old
// lines are not needed any more. The glyphs of the lines are the Text's memory,
// and hold until the next Set.
func (t *Text) AppendLines(lines []Line, width int) []Line {
	t.begin(width)
	for at := t.place(0); ; {
		next := t.fit(at)
		n := len(lines)
		lines = slices.Grow(lines, 1)[:n+1]
		lines[n] = t.lineAt(lines[n].Cells[:0], at, next)
		if at = next; at.cell >= t.count() {
			return lines
		}
	}
}

// place is where a line begins.
type place struct {
	cell    int
	segment int // that holds the cell
	column  int // columns of the text before the cell; before the first one those of the indent are missing
}

// fit is where the line after that from at begins: the line is as long as its
// width allows, or as the plan says, but holds at least one cell.
func (t *Text) fit(at place) place {
	limit := at.column + t.width
	if at.segment < len(t.segments) && int(t.segments[at.segment].ink) > limit {
		return t.cut(at)
	}
	if t.options.Balance {
		return t.place(t.plan.end(at.segment))
	}
	i := at.segment + 1
	for i < len(t.segments) && t.segments[i].brk != linebreak.Mandatory && int(t.segments[i].ink) <= limit {
		i++
	}
	return t.place(i)
}

// place is where the segment i begins, or the end of the text.
func (t *Text) place(i int) place {
	if i >= len(t.segments) {
		return place{cell: t.count(), segment: len(t.segments)}
	}
	at := place{int(t.segments[i].first), i, int(t.segments[i].start)}
	if i == 0 {
		at.column -= t.indent
	}
	return at
}

// room is how many columns the line from at has.
func (t *Text) room(at place) int {
	if at.cell == 0 {
		return t.width - t.indent
	}
	return t.width
}

// cut is where the line after that from at begins when the segment is longer
// than the line.
func (t *Text) cut(at place) place {
	first, end, room := at.cell, t.place(at.segment+1), t.room(at)
	at.column += t.width - room
	for ; at.cell < end.cell; at.cell++ {
		c := &t.cells[at.cell]
		width := int(c.width)
		if c.kind&written != 0 && width > t.width {
			width = 1
		}
		if at.cell > first && c.kind&blank == 0 && width > room {
			return at
		}
		room -= width
		at.column += int(c.width)
	}
	return end
}

// line is the line of the cells first to next, its cells appended to cells.
func (t *Text) line(cells []Cell, first, next int) Line {
	line := Line{Base: t.par.Base()}
	line.Start, line.End = t.span(first, next)
	next = t.trim(first, next)
	line.Cells = slices.Grow(cells, next-first)
	t.columns = 0
	t.runs = t.par.AppendLine(t.runs[:0], line.Start, line.End)
	for _, run := range t.runs {
		line.Cells = t.appendCells(line.Cells, t.find(run.Start, first, next), t.find(run.End, first, next), run.Level)
	}
	line.Width = t.columns
	return line
}

// span is the bytes of the line of the cells first to next, with those before the
// first cell and behind the last that make none.
func (t *Text) span(first, next int) (start, end int) {
	end = len(t.source)
	if first > 0 {
		start = int(t.cells[first].start)
	}
	if next < t.count() {
		end = int(t.cells[next].start)
	}
	return start, end
}

// trim is next without the blanks that hang at the end of the line of the cells
// first to next.
func (t *Text) trim(first, next int) int {
	for next > first && t.cells[next-1].kind&blank != 0 {
		next--
	}
	return next
}

// find is the first of the cells first to next that begins at offset or after.
func (t *Text) find(offset, first, next int) int {
	switch {
	case first == next || offset <= int(t.cells[first].start):
		return first
	case offset > int(t.cells[next-1].start):
		return next
	}
	return first + sort.Search(next-first, func(i int) bool { return int(t.cells[first+i].start) >= offset })
}

// appendCells appends the cells from to to, all of one level, from left to right
// (L2), and adds their columns up.
func (t *Text) appendCells(cells []Cell, from, to int, level bidi.Level) []Cell {
	i, step := from, 1
	if level.RightToLeft() {
		i, step = to-1, -1
	}
	for left := to - from; left > 0; {
		first := len(cells)
		n := t.plainCells(cells[first:min(first+left, cap(cells))], i, step, level)
		cells = cells[:first+n]
		if left -= n; left <= 0 {
			break
		}
		i += n * step
		columns, before := t.columns, i
		cells, i = t.appendAny(cells, i, to, level)
		t.columns = columns // a sign has appended its digits
		for _, c := range cells[first+n:] {
			t.columns += c.Width
		}
		i += step
		left -= (i - before) * step
	}
	return cells
}

// plainCells fills room with the cells from i on, one a step, up to one that
// stands for several, and answers how many those are.
func (t *Text) plainCells(room []Cell, i, step int, level bidi.Level) int {
	glyphs, columns := unsafe.String(unsafe.SliceData(t.glyphs), len(t.glyphs)), 0
	cells := t.cells
	for n := range room {
		two := cells[i : i+2]
		this, next := &two[0], &two[1]
		if this.kind > blank {
			t.columns += columns
			return n
		}
		c := &room[n] // filled in place: a Cell is large
		c.Start, c.End = int(this.start), int(next.start)
		c.Glyph = glyphs[this.glyph:next.glyph]
		c.Width, c.Level = int(this.width), level
		columns += int(this.width)
		i += step
	}
	t.columns += columns
	return len(room)
}

// appendAny appends the cell i as appendCells does, and with a sign its digits
// before to. It answers the last cell, in the order of the text, that it appended.
func (t *Text) appendAny(cells []Cell, i, to int, level bidi.Level) (_ []Cell, last int) {
	switch {
	case t.cells[i].kind&written == 0 && level.RightToLeft():
		return t.appendCell(t.appendStretch(cells, i, level), i, level), i
	case t.cells[i].kind&written == 0:
		return t.appendStretch(t.appendCell(cells, i, level), i, level), i
	case level.RightToLeft(): // its digits are of another level
		cells, _ = t.appendSign(cells, i, i+1, level)
		return cells, i
	}
	cells, next := t.appendSign(cells, i, to, level)
	return cells, next - 1
}

// appendCell appends the cell i.
func (t *Text) appendCell(cells []Cell, i int, level bidi.Level) []Cell {
	this, next := &t.cells[i], &t.cells[i+1]
	start := int(this.start)
	if this.kind&leading != 0 {
		start = 0
	}
	return append(cells, Cell{start, int(next.start), t.glyph(this.glyph, next.glyph), int(this.width), level})
}
