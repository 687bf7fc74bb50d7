package ui

import "slices"

// rect is a rectangle of cells; x and y count from the upper left corner.
type rect struct{ x, y, w, h int }

func (r rect) empty() bool { return r.w <= 0 || r.h <= 0 }

// pane names what has a place on the screen.
type pane uint8

const (
	articlePane pane = iota
	quotesPane
	partiesPane
	paneCount
)

// paneNames are what panes are called where the one used last is kept.
var paneNames = [paneCount]string{articlePane: "article", quotesPane: "quotations", partiesPane: "parties"}

// paneCalled is the pane of a name; the article for any other.
func paneCalled(name string) pane { return pane(max(0, slices.Index(paneNames[:], name))) }

// Widths from which the panes stand side by side.
const (
	threeColumns = 120
	twoColumns   = 80
)

// Sizes below which the screen does without frames and lines around the text.
const (
	framedWidth, framedHeight = 20, 8
	keysHeight, statusHeight  = 6, 3
)

// asked is where a question stands that is open.
type asked uint8

const (
	notAsked asked = iota
	inPanel        // over the lists
	inLine         // in the last row
)

// geometry is where everything stands. It follows from the size of the
// screen, the pane that has the focus, and whether an overlay is open.
type geometry struct {
	width, height int
	columns       int // 1 to 3
	framed        bool
	zen           bool            // the article alone
	panes         [paneCount]rect // without their frames; empty when not shown
	overlay       rect            // of a question; empty when closed
	status, keys  rect
}

// arrange places the panes from right to left: the article on the right, the
// quotations on its left, the parties left of them, or below them where there
// is room for two columns only, or only the pane with the focus. Below the
// quotations there are no parties while those have the focus: a list that is
// reviewed is to be seen.
func arrange(width, height int, focus pane, asked asked, zen bool) geometry {
	g := geometry{width: max(width, 1), height: max(height, 1), columns: 1}
	overlaid := asked == inPanel
	g.framed = g.width >= framedWidth && g.height >= framedHeight
	body := rect{0, 0, g.width, g.height}
	if zen && focus == articlePane && !overlaid {
		return g.alone(asked)
	}
	if g.height >= keysHeight {
		body.h--
		g.keys = rect{0, body.h, g.width, 1}
	}
	if g.height >= statusHeight {
		body.h--
		g.status = rect{0, body.h, g.width, 1}
	}
	g.ask(asked)
	if !g.framed {
		g.single(body, focus, overlaid)
		return g
	}
	body = rect{1, 1, body.w - 2, body.h - 2}
	switch {
	case g.width >= threeColumns:
		g.columns = 3
		parties, quotes := g.width*9/40, g.width*3/10
		article := body.w - parties - quotes - 2
		g.panes[partiesPane] = rect{body.x, body.y, parties, body.h}
		g.panes[quotesPane] = rect{body.x + parties + 1, body.y, quotes, body.h}
		g.panes[articlePane] = rect{body.x + parties + quotes + 2, body.y, article, body.h}
		g.cover(rect{body.x, body.y, parties + quotes + 1, body.h}, overlaid)
	case g.width >= twoColumns:
		g.columns = 2
		side := (g.width - 3) * 2 / 5
		upper := (body.h - 1) * 3 / 5
		g.panes[quotesPane] = rect{body.x, body.y, side, body.h}
		if focus != quotesPane {
			g.panes[quotesPane].h = upper
			g.panes[partiesPane] = rect{body.x, body.y + upper + 1, side, body.h - upper - 1}
		}
		g.panes[articlePane] = rect{body.x + side + 1, body.y, body.w - side - 1, body.h}
		g.cover(rect{body.x, body.y, side, body.h}, overlaid)
	default:
		g.single(body, focus, overlaid)
	}
	return g
}

// ask gives a question of one line the row of the keys, or the last one.
func (g *geometry) ask(asked asked) {
	if asked == inLine {
		g.overlay = rect{0, g.height - 1, g.width, 1}
	}
}

// alone gives the whole screen to the article. What is said lies over its last row.
func (g geometry) alone(asked asked) geometry {
	g.framed, g.zen = false, true
	g.panes[articlePane] = rect{0, 0, g.width, g.height}
	g.ask(asked)
	return g
}

// mirror turns everything round, for languages that begin at the left.
func (g *geometry) mirror() {
	for i, r := range g.panes {
		g.panes[i].x = g.width - r.x - r.w
	}
	g.overlay.x = g.width - g.overlay.x - g.overlay.w
}

// cover lays an overlay over the panes that stand in area.
func (g *geometry) cover(area rect, overlaid bool) {
	if overlaid {
		g.overlay = area
		g.panes[quotesPane], g.panes[partiesPane] = rect{}, rect{}
	}
}

// single gives the body to one pane; under an overlay, to the article
// and the overlay below it, or on a very small screen to the overlay alone.
func (g *geometry) single(body rect, focus pane, overlaid bool) {
	if !overlaid {
		g.panes[focus] = body
		return
	}
	if !g.framed {
		g.overlay = body
		return
	}
	upper := (body.h - 1) / 2
	g.panes[articlePane] = rect{body.x, body.y, body.w, upper}
	g.overlay = rect{body.x, body.y + upper + 1, body.w, body.h - upper - 1}
}

// under is the pane under a cell of the screen, and the cell in it; paneCount
// where there is none.
func (g *geometry) under(x, y int) (over pane, px, py int) {
	for p, r := range g.panes {
		if r.x <= x && x < r.x+r.w && r.y <= y && y < r.y+r.h {
			return pane(p), x - r.x, y - r.y
		}
	}
	return paneCount, 0, 0
}

// body is the rectangle inside the outer frame.
func (g *geometry) body() rect {
	h := g.height - g.status.h - g.keys.h
	if !g.framed {
		return rect{0, 0, g.width, h}
	}
	return rect{1, 1, g.width - 2, h - 2}
}
