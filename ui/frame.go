package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rawi/bidi"
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/roster"
	"rawi/ui/rows"
	"rawi/ui/theme"
)

// view makes the next frame.
func (m *Model) view() tea.View {
	m.paint()
	v := tea.NewView(m.screen.String())
	v.AltScreen = true
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.ReportFocus = m.session.Memory.Client != nil // tmux says so when another terminal attaches
	// The physical key is reported only with both flags; while something is typed
	// the letter is wanted, and whatever composed it.
	reportKeys := m.overlay == nil
	v.KeyboardEnhancements.ReportAlternateKeys = reportKeys
	v.KeyboardEnhancements.ReportAllKeysAsEscapeCodes = reportKeys
	return v
}

// slot is what stands in one rectangle of the body.
type slot struct {
	rect
	title  string
	active bool
	view   func(paint.Area)
}

// paint paints all of the screen.
func (m *Model) paint() {
	g := &m.geometry
	frame := m.screen.Start(m.painter, g.width, g.height)
	slots := m.slots()
	for i := range slots {
		slots[i].view(slots[i].on(frame))
	}
	if g.framed {
		m.edges(frame, slots)
	}
	if !g.status.empty() {
		m.statusLine(g.status.on(frame))
	}
	if !g.keys.empty() {
		m.keyLine(g.keys.on(frame))
	}
}

// on is the rectangle as an area of the frame.
func (r rect) on(frame paint.Area) paint.Area { return frame.Part(r.x, r.y, r.w, r.h) }

// slots is what is open.
func (m *Model) slots() []slot {
	g, say := &m.geometry, m.Language.Say
	if m.help != nil {
		return []slot{{g.body(), say(l10n.Help), true, m.helpView}}
	}
	covered := m.overlay != nil
	slots := append(make([]slot, 0, paneCount),
		slot{g.panes[articlePane], say(l10n.Article), !covered && m.focus == articlePane, m.paneView(articlePane)},
		slot{g.panes[quotesPane], say(l10n.Quotes), !covered && m.focus == quotesPane, m.paneView(quotesPane)},
		slot{g.panes[partiesPane], say(l10n.Parties), !covered && m.focus == partiesPane, m.paneView(partiesPane)})
	if covered {
		slots = append(slots, slot{g.overlay, say(m.overlay.Title), true, func(to paint.Area) { m.overlay.View(to, m.Language) }})
	}
	return slices.DeleteFunc(slots, func(s slot) bool { return s.empty() })
}

// paneView is what paints a pane.
func (m *Model) paneView(p pane) func(paint.Area) {
	empty := m.Language.Say(map[bool]l10n.Word{true: nothing[p], false: l10n.Searching}[m.Detected])
	switch p {
	case quotesPane:
		return func(to paint.Area) { m.quotesView(to, empty) }
	case partiesPane:
		chosen := theme.Text // the current quotation stands out, not a party beside it
		if m.focus == partiesPane {
			chosen = theme.Selected
		}
		return func(to paint.Area) { m.parties.View(to, empty, chosen, m.rows.Party) }
	}
	return func(to paint.Area) {
		decor := m.rows.Decor(m.reader.Visible())
		m.words.Marks(func(s model.Span, r theme.Role) {
			decor.Marks = append(decor.Marks, paint.Mark{Start: s.Start, End: s.End, Role: r})
		})
		m.reader.View(to, decor)
	}
}

// nothing is what a list says that is empty.
var nothing = [paneCount]l10n.Word{quotesPane: l10n.NoQuotes, partiesPane: l10n.NoParties}

// quotesView paints the quotations, and below them the bar.
func (m *Model) quotesView(to paint.Area, empty string) {
	list := to.Part(0, 0, to.Width, to.Height-rows.BarHeight(to.Height))
	m.quotes.View(list, empty, theme.Selected, m.quotation)
	if list.Height < to.Height {
		bar := m.rows.Bar(to.Width)
		to.Part(0, list.Height, to.Width, 1).Row(0, bar.Plain, theme.Text, bar.Marks)
	}
}

// quotation is an item of the quotations pane.
func (m *Model) quotation(i int) roster.Item {
	return m.rows.Quotation(i, m.geometry.panes[quotesPane].w)
}

// edges paints the edges around the slots: each edge once, with corners where
// edges meet.
func (m *Model) edges(to paint.Area, slots []slot) {
	for i := range slots {
		s := &slots[i]
		for y := s.y - 1; y <= s.y+s.h; y++ {
			m.corner(to, slots, s.x-1, y)
			m.corner(to, slots, s.x+s.w, y)
		}
		m.edge(to, s.x, s.y+s.h, s.w, "", false)
	}
	for i := range slots { // over the lower edges of the slots above
		s := &slots[i]
		m.edge(to, s.x, s.y-1, s.w, s.title, s.active)
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
func (m *Model) corner(to paint.Area, slots []slot, x, y int) {
	up, down := y > 0, y <= m.geometry.body().h
	left, right := edgeAt(slots, x-1, y), edgeAt(slots, x+1, y)
	to.Repeat(x, y, 1, corners[[4]bool{up, down, left, right}], theme.Border)
}

// edgeAt reports whether a cell lies on an edge above or below a slot.
func edgeAt(slots []slot, x, y int) bool {
	return slices.ContainsFunc(slots, func(s slot) bool {
		return s.x <= x && x < s.x+s.w && (y == s.y-1 || y == s.y+s.h)
	})
}

// edge paints a horizontal edge with a title near its right end.
func (m *Model) edge(to paint.Area, x, y, width int, title string, active bool) {
	border, name := theme.Border, theme.PaneTitle
	if active {
		border = theme.ActiveBorder
	}
	to.Repeat(x, y, width, "─", border)
	room := width - 3
	if title == "" || room < 3 {
		return
	}
	if active {
		title = "◂ " + title
	}
	n := min(m.screen.Measure(title), room)
	to.Repeat(x+room-n, y, 1, " ", border)
	to.Label(x+room-n+1, y, n, title, name, bidi.RightToLeft)
	to.Repeat(x+room+1, y, 1, " ", border)
}

// body is the rectangle inside the outer frame.
func (g *geometry) body() rect {
	h := g.height - g.status.h - g.keys.h
	if !g.framed {
		return rect{0, 0, g.width, h}
	}
	return rect{1, 1, g.width - 2, h - 2}
}
