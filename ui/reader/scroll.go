package reader

import (
	"sort"

	"rawi/model"
)

// Offset is the byte offset of the text in the top row.
func (r *Reader) Offset() int {
	if len(r.parts) == 0 || r.width == 0 {
		return r.wanted
	}
	return r.offsetOf(r.top)
}

func (r *Reader) offsetOf(at place) int {
	if r.parts[at.part].folded {
		return r.parts[at.part].Start
	}
	if r.lineOf(at) >= r.lines(at.part).Len() {
		return r.parts[at.part].End
	}
	return r.lineStart(at)
}

// placeOf is the row that shows the text at offset, or the next row of text.
func (r *Reader) placeOf(offset int) place {
	p := r.partAt(offset)
	if r.parts[p].End <= offset {
		return place{part: p}
	}
	lines := r.lines(p)
	start := r.parts[p].Start
	l := sort.Search(lines.Len(), func(l int) bool { _, end := lines.Span(l); return start+end > offset })
	return place{p, min(l, lines.Len()-1) * r.step()}
}

// partAt is the part that holds an offset, or the next one; the last one behind it.
func (r *Reader) partAt(offset int) int {
	p := sort.Search(len(r.parts), func(p int) bool { return r.parts[p].End > offset })
	return max(min(p, len(r.parts)-1), 0)
}

// ScrollTo puts the row with the text at offset on top. Before the first Resize
// nothing is laid out for it.
func (r *Reader) ScrollTo(offset int) {
	if r.width == 0 {
		r.wanted = offset
	} else if len(r.parts) > 0 {
		r.top = r.placeOf(offset)
		if p := r.top.part - 1; p >= 0 && r.parts[p].End == offset && r.rows(p) > r.lines(p).Len()*r.step() {
			r.top = place{p, r.lines(p).Len() * r.step()} // the blank row between them
		}
		r.clamp()
	}
}

// Show scrolls as little as needed for the text of the span to be on the
// screen; what is far away comes to the upper third.
func (r *Reader) Show(s model.Span) {
	if len(r.parts) == 0 {
		return
	}
	first, last := r.placeOf(s.Start), r.placeOf(max(s.Start, s.End-1))
	if !first.before(r.top) && r.rowsBetween(r.top, last) < r.height {
		return
	}
	r.top = first
	r.Scroll(-r.height / 3)
	if r.rowsBetween(r.top, last) >= r.height { // longer than two thirds: from its start
		r.top = first
		r.clamp()
	}
}

func (p place) before(o place) bool {
	return p.part < o.part || p.part == o.part && p.row < o.row
}

// rowsBetween is the number of rows from a down to b, counted up to the height.
func (r *Reader) rowsBetween(a, b place) int {
	n := 0
	for a.before(b) && n <= r.height {
		a = r.next(a)
		n++
	}
	return n
}

// Scroll moves by rows, down if positive. It stops at both ends.
func (r *Reader) Scroll(rows int) {
	if len(r.parts) == 0 {
		return
	}
	for ; rows > 0 && r.top != r.end(); rows-- {
		r.top = r.next(r.top)
	}
	for ; rows < 0 && r.top != (place{}); rows++ {
		r.top = r.previous(r.top)
	}
	r.clamp()
}

// Top goes to the beginning, Bottom to the end.
func (r *Reader) Top() { r.top = place{} }

// Bottom shows the last rows of the article.
func (r *Reader) Bottom() {
	if len(r.parts) > 0 {
		r.top = r.end()
		r.clamp()
	}
}

// Paragraph moves to the beginning of the next block (step 1) or of this or
// the previous one (step -1).
func (r *Reader) Paragraph(step int) {
	p := r.top.part + step
	if step < 0 && r.top.row > 0 {
		p = r.top.part
	}
	if 0 <= p && p < len(r.parts) {
		r.top = place{part: p}
		r.clamp()
	}
}

// Height is the number of rows.
func (r *Reader) Height() int { return r.height }

// Visible is the text on the screen, from the top row to the bottom one.
func (r *Reader) Visible() model.Span {
	if len(r.parts) == 0 {
		return model.Span{}
	}
	at := r.top
	for n := 1; n < r.height && at != r.end(); n++ {
		at = r.next(at)
	}
	end := r.parts[at.part].End
	if lines := r.lines(at.part); !r.parts[at.part].folded && !r.blank(at) {
		_, end = lines.Span(r.lineOf(at))
		end += r.parts[at.part].Start
	}
	return model.Span{Start: r.Offset(), End: end}
}

// Percent is how much of the article has been on the screen when it is read down to
// there: 0 at the beginning and there only, 100 at the end and there only.
func (r *Reader) Percent() int {
	v := r.Visible()
	switch {
	case len(r.parts) == 0 || v.End >= r.parts[len(r.parts)-1].End:
		return 100
	case r.top == place{}:
		return 0
	}
	last := &r.parts[len(r.parts)-1]
	return max(1, min(r.read(v.End)*100/max(1, last.before+last.shown()), 99))
}

// end is the last row of text.
func (r *Reader) end() place {
	p := len(r.parts) - 1
	return place{p, (r.lines(p).Len() - 1) * r.step()}
}

func (r *Reader) next(at place) place {
	if at.row+1 < r.rows(at.part) && at != r.end() {
		return place{at.part, at.row + 1}
	}
	if at.part+1 < len(r.parts) {
		return place{part: at.part + 1}
	}
	return at
}

func (r *Reader) previous(at place) place {
	switch {
	case at.row > 0:
		return place{at.part, at.row - 1}
	case at.part > 0:
		return place{at.part - 1, r.rows(at.part-1) - 1}
	}
	return at
}

// clamp keeps the last row of text at the bottom of the screen, not above it.
func (r *Reader) clamp() {
	lowest := r.end()
	for n := 1; n < r.height && lowest != (place{}); n++ {
		lowest = r.previous(lowest)
	}
	if lowest.before(r.top) {
		r.top = lowest
	}
}
