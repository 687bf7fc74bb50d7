package ui

import (
	"slices"

	"rawi/bidi"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// slot is what stands in one rectangle of the body.
type slot struct {
	rect
	title  string
	active bool
	view   func(paint.Area)
}

// on is the rectangle as an area of the frame.
func (r rect) on(frame paint.Area) paint.Area { return frame.Part(r.x, r.y, r.w, r.h) }

// border is the edges around the slots of a frame.
type border struct {
	frame   paint.Area
	height  int // of the body, without its own edges
	slots   []slot
	measure func(text string) int
}

// paint paints each edge once, with corners where edges meet.
func (b border) paint() {
	for i := range b.slots {
		s := &b.slots[i]
		for y := s.y - 1; y <= s.y+s.h; y++ {
			b.corner(s.x-1, y)
			b.corner(s.x+s.w, y)
		}
		b.edge(s.x, s.y+s.h, s.w, "", false)
	}
	for i := range b.slots { // over the lower edges of the slots above
		s := &b.slots[i]
		b.edge(s.x, s.y-1, s.w, s.title, s.active)
	}
}

// corners are the box-drawing characters by which of up, down, left and right
// they join.
var corners = map[[4]bool]string{
	{false, true, false, true}: "┌", {false, true, true, true}: "┬", {false, true, true, false}: "┐",
	{true, true, false, true}: "├", {true, true, true, true}: "┼", {true, true, true, false}: "┤",
	{true, false, false, true}: "└", {true, false, true, true}: "┴", {true, false, true, false}: "┘",
	{true, true, false, false}: "│",
}

// corner paints what stands on the edge between two columns: it joins the edges
// around it.
func (b border) corner(x, y int) {
	up, down := y > 0, y <= b.height
	left, right := edgeAt(b.slots, x-1, y), edgeAt(b.slots, x+1, y)
	b.frame.Repeat(x, y, 1, corners[[4]bool{up, down, left, right}], theme.Border)
}

// edgeAt reports whether a cell lies on an edge above or below a slot.
func edgeAt(slots []slot, x, y int) bool {
	return slices.ContainsFunc(slots, func(s slot) bool {
		return s.x <= x && x < s.x+s.w && (y == s.y-1 || y == s.y+s.h)
	})
}

// pointers mark the pane that has the keys.
var pointers = map[bidi.Direction]string{bidi.RightToLeft: "◂", bidi.LeftToRight: "▸"}

// edge paints a horizontal edge with a title near the end where rows begin.
func (b border) edge(x, y, width int, title string, active bool) {
	look, name := theme.Border, theme.PaneTitle
	if active {
		look = theme.ActiveBorder
	}
	b.frame.Repeat(x, y, width, "─", look)
	room := width - 3
	if title == "" || room < 3 {
		return
	}
	if active {
		title = pointers[b.frame.Way()] + " " + title
	}
	n := min(b.measure(title), room)
	at := b.frame.Part(x, y, width, 1).From(1, 0, n+2, 1)
	at.Repeat(0, 0, 1, " ", look)
	at.Label(1, 0, n, title, name, at.Way())
	at.Repeat(n+1, 0, 1, " ", look)
}
