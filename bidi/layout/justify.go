package layout

import (
	"math"
	"sort"

	"rawi/bidi"
	"rawi/bidi/shape"
)

// joint is a place for a tatweel, the best one of its word: behind the letter of
// a cell, which joins that of the next cell.
type joint struct {
	cell     int32
	priority shape.Priority
}

const tatweel = "\u0640"

// findJoints finds the joints of all words.
func (t *Text) findJoints() {
	i := 0
	for _, run := range t.par.Runs() {
		if !run.Level.RightToLeft() {
			continue
		}
		t.kashidas = shape.AppendKashidas(t.kashidas[:0], t.source[run.Start:run.End])
		for _, k := range t.kashidas {
			offset := int32(run.Start + k.Offset)
			i = min(i+int(offset-t.cells[i].start-1)/2, t.count()-1) // most cells are letters of two bytes
			for t.cells[i].start >= offset {
				i--
			}
			for t.cells[i+1].start < offset {
				i++
			}
			if t.cells[i+1].start == offset { // else the two letters are one cell
				t.joints = append(t.joints, joint{int32(i), k.Priority})
			}
		}
	}
}

// stretch spreads what the line from at to next lacks in width over its cells:
// one tatweel a word at most, the best joints first, and what is left over its
// blanks. A line without blanks has longer tatweels, if it has any. The last line
// of a paragraph, or before a line separator, is left alone.
func (t *Text) stretch(at, next place) {
	if t.isLast(next) {
		return
	}
	end := t.trim(at.cell, next.cell)
	missing := t.missing(at, next, end)
	if missing <= 0 {
		return
	}
	joints := t.jointsIn(at.cell, end)
	missing -= t.stretchWords(joints, missing)
	if missing > 0 {
		missing -= t.stretchBlanks(at.cell, end, missing)
	}
	if missing > 0 {
		for i, j := range joints {
			t.cells[j.cell].widen(share(missing, len(joints), i))
		}
	}
}

// missing is how many columns the line from at to next lacks, whose last cell
// with ink is the one before end.
func (t *Text) missing(at, next place, end int) int {
	if next.cell == int(t.segments[next.segment].first) && int(t.segments[next.segment-1].ink) <= at.column+t.width {
		return at.column + t.width - int(t.segments[next.segment-1].ink)
	}
	missing := t.room(at) // of a line that ends within a word, or is shorter than a sign
	for _, c := range t.cells[at.cell:end] {
		if c.kind&written != 0 && int(c.width) > t.width {
			c.width = 1
		}
		missing -= int(c.width)
	}
	return missing
}

// jointsIn are the joints between the cells first to end.
func (t *Text) jointsIn(first, end int) []joint {
	from := sort.Search(len(t.joints), func(i int) bool { return int(t.joints[i].cell) >= first })
	to := from
	for to < len(t.joints) && int(t.joints[to].cell)+1 < end {
		to++
	}
	return t.joints[from:to]
}

// stretchWords puts a tatweel into at most n words, those with the best joints;
// where some of equal joints are enough, these are spread over the line. It
// answers how many it put.
func (t *Text) stretchWords(joints []joint, n int) int {
	n = min(n, len(joints))
	var count [shape.BeforeAnother + 1]int // by priority
	for _, j := range joints {
		count[j.priority]++
	}
	worst, left := shape.Priority(0), n // left: for the worst priority that is used
	for worst < shape.BeforeAnother && left > count[worst] {
		left -= count[worst]
		worst++
	}
	seen := 0
	for _, j := range joints {
		switch {
		case j.priority < worst:
			t.cells[j.cell].widen(1)
		case j.priority == worst:
			t.cells[j.cell].widen(share(left, count[worst], seen))
			seen++
		}
	}
	return n
}

// stretchBlanks makes the blanks of a line n columns wider, but not those at its
// start. It answers n, or 0 where there are none.
func (t *Text) stretchBlanks(first, end, n int) int {
	for first < end && t.cells[first].kind&blank != 0 {
		first++
	}
	blanks := 0
	for _, c := range t.cells[first:end] {
		if c.kind&blank != 0 {
			blanks++
		}
	}
	if blanks == 0 {
		return 0
	}
	seen := 0
	for i := range t.cells[first:end] {
		if c := &t.cells[first+i]; c.kind&blank != 0 {
			c.widen(share(n, blanks, seen))
			seen++
		}
	}
	return n
}

// share is what the i-th of count gets of n that are spread evenly.
func share(n, count, i int) uint16 { return uint16(min((i+1)*n/count-i*n/count, math.MaxUint16)) }

// widen stretches the cell by n columns.
func (c *cell) widen(n uint16) {
	if n > 0 {
		c.more += n
		c.kind |= stretched
	}
}

// appendStretch appends what the cell i is stretched by, in cells of one column:
// blanks like it, or tatweels behind its letter. With that it is as it was.
func (t *Text) appendStretch(cells []Cell, i int, level bidi.Level) []Cell {
	for range t.cells[i].more {
		cells = t.appendCell(cells, i, level)
		c := &cells[len(cells)-1]
		c.Width = 1
		if c.Glyph = tatweel; t.cells[i].kind&blank != 0 {
			c.Glyph = " "
		}
	}
	t.cells[i].more = 0
	t.cells[i].kind &^= stretched
	return cells
}
