package layout

import (
	"slices"

	"rawi/bidi/internal/linebreak"
)

// plan is the lines of least raggedness: for each segment that begins a line,
// the segment that begins the next one.
type plan struct {
	next  []int32
	costs []int64 // of the best lines up to a segment
	from  []int32 // the segment that begins the last of these
	start []int32 // the column where the last line begins that a segment alone needs
}

// end is the segment after the line that the segment i begins.
func (p *plan) end(i int) int {
	if i >= len(p.next) {
		return i + 1
	}
	return int(p.next[i])
}

// balance plans the lines: of all ways to break the text it takes the one with
// the smallest sum of squares of the columns that lines lack, the last line and
// those before line separators not counted (Knuth and Plass, Breaking Paragraphs
// into Lines, 1981, without their penalties). It looks back only as far as a line
// is long, so that the work is linear in the text.
func (t *Text) balance() {
	n := len(t.segments)
	p := &t.plan
	p.next = slices.Grow(p.next[:0], n+1)[:n+1]
	p.costs = slices.Grow(p.costs[:0], n+1)[:n+1]
	p.costs[0] = 0
	p.from = slices.Grow(p.from[:0], n+1)[:n+1]
	p.start = slices.Grow(p.start[:0], n)[:n]
	first, inked := 0, 0 // since the last line separator: the first segment, and the last one with ink
	for end := 1; end <= n; end++ {
		p.start[end-1] = int32(t.lastPiece(end - 1))
		if t.inked(end-1) || inked < first {
			inked = end - 1
		}
		separated := end == n || t.segments[end].brk == linebreak.Mandatory
		p.costs[end], p.from[end] = t.bestLine(first, inked, separated)
		if separated {
			first = end
		}
	}
	for end := n; end > 0; end = int(p.from[end]) {
		p.next[p.from[end]] = int32(end)
	}
}

// inked reports whether the segment i has more than blanks.
func (t *Text) inked(i int) bool {
	return i == 0 || t.segments[i].ink > t.segments[i-1].ink
}

// bestLine is the best segment to begin a line whose ink ends with that of the
// segment last, and the cost of all lines up to it. The segment first begins a
// line in any case.
func (t *Text) bestLine(first, last int, free bool) (cost int64, from int32) {
	from = -1
	for i := last; i >= first; i-- {
		if i < last && i > first && !t.inked(i) {
			continue
		}
		missing := int64(t.width) - int64(t.segments[last].ink-t.plan.start[i])
		if missing < 0 && i < last {
			break
		}
		this := t.plan.costs[i]
		if !free {
			this += max(missing, 0) * max(missing, 0)
		}
		if from < 0 || this < cost {
			cost, from = this, int32(i)
		}
		if t.plan.start[i] != t.segments[i].start { // longer than a line
			break
		}
	}
	return cost, from
}

// lastPiece is the column at which the last line begins that the segment i needs
// when it begins a line.
func (t *Text) lastPiece(i int) (column int) {
	at := t.place(i)
	for int(t.segments[i].ink) > at.column+t.width {
		next := t.cut(at)
		if next.segment != i {
			break
		}
		at = next
	}
	return at.column
}
