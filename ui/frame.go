package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/l10n"
	"rawi/ui/theme"
)

// View is the next frame.
func (m *Model) View() tea.View {
	v := tea.NewView(strings.Join(m.frame(), "\n"))
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
	rows   []string
}

// frame is all rows of the screen.
func (m *Model) frame() []string {
	g := &m.geometry
	slots := m.slots()
	rows := slots[0].rows
	if g.framed {
		rows = m.framed(slots)
	}
	if !g.status.empty() {
		rows = append(rows, m.statusLine(g.width))
	}
	if !g.keys.empty() {
		rows = append(rows, m.keyLine(g.width))
	}
	for i, row := range rows {
		rows[i] = m.painter.Finish(row)
	}
	return rows
}

// slots is what is open, with its rows.
func (m *Model) slots() []slot {
	g, say := &m.geometry, m.session.Language.Say
	if m.help != nil {
		body := g.body()
		return []slot{{body, say(l10n.Help), true, m.help.view(m, body)}}
	}
	var slots []slot
	add := func(r rect, title l10n.Word, active bool, view func() []string) {
		if !r.empty() {
			slots = append(slots, slot{r, say(title), active, view()})
		}
	}
	covered := m.overlay != nil
	add(g.panes[articlePane], l10n.Article, !covered && m.focus == articlePane, m.articleView)
	add(g.panes[quotesPane], l10n.Quotes, !covered && m.focus == quotesPane, m.quotesView)
	add(g.panes[partiesPane], l10n.Parties, !covered && m.focus == partiesPane, m.partiesView)
	if covered {
		add(g.overlay, m.overlay.title, true, m.overlayView)
	}
	return slots
}

// framed draws the edges around the slots. Those of one column have the same x.
func (m *Model) framed(slots []slot) []string {
	columns := map[int][]slot{}
	var xs []int
	bottom := 0
	for _, s := range slots {
		if len(columns[s.x]) == 0 {
			xs = append(xs, s.x)
		}
		columns[s.x] = append(columns[s.x], s)
		bottom = max(bottom, s.y+s.h)
	}
	slices.Sort(xs)
	rows := make([]string, 0, bottom+1)
	for y := 0; y <= bottom; y++ {
		var row strings.Builder
		left := false // whether an edge ends here
		for _, x := range xs {
			piece, edge := m.piece(columns[x], y)
			row.WriteString(m.corner(y > 0, y < bottom, left, edge))
			row.WriteString(piece)
			left = edge
		}
		row.WriteString(m.corner(y > 0, y < bottom, left, false))
		rows = append(rows, row.String())
	}
	return rows
}

// piece is row y of a column: a row of a slot, or an edge that bears the title
// of the slot below it.
func (m *Model) piece(column []slot, y int) (text string, edge bool) {
	for i := range column {
		s := &column[i]
		if s.y <= y && y < s.y+s.h {
			return s.rows[y-s.y], false
		}
		if y == s.y-1 {
			return m.edge(s.title, s.w, s.active), true
		}
	}
	return m.edge("", column[0].w, false), true
}

// corners are the box-drawing characters by which of up, down, left and right
// they join.
var corners = map[[4]bool]string{
	{false, true, false, true}: "┌", {false, true, true, true}: "┬", {false, true, true, false}: "┐",
	{true, true, false, true}: "├", {true, true, true, true}: "┼", {true, true, true, false}: "┤",
	{true, false, false, true}: "└", {true, false, true, true}: "┴", {true, false, true, false}: "┘",
	{true, true, false, false}: "│",
}

func (m *Model) corner(up, down, left, right bool) string {
	return m.painter.Label(corners[[4]bool{up, down, left, right}], 1, theme.Border, bidi.LeftToRight)
}

// edge is a horizontal edge with a title near its right end.
func (m *Model) edge(title string, width int, active bool) string {
	border, name := theme.Border, theme.PaneTitle
	if active {
		border = theme.ActiveBorder
	}
	room := width - 3
	if title == "" || room < 3 {
		return m.painter.Label(strings.Repeat("─", width), width, border, bidi.LeftToRight)
	}
	if active {
		title = "◂ " + title
	}
	n := min(measure(title), room)
	before := strings.Repeat("─", width-n-3) + " "
	return m.painter.Label(before, width-n-2, border, bidi.LeftToRight) +
		m.painter.Label(title, n, name, bidi.RightToLeft) +
		m.painter.Label(" ─", 2, border, bidi.LeftToRight)
}

// measure is the width of a label in columns.
func measure(text string) int {
	var t layout.Text
	t.Set(text, layout.Options{})
	return t.Clip(1 << 16).Width
}

// body is the rectangle inside the outer frame.
func (g *geometry) body() rect {
	h := g.height - g.status.h - g.keys.h
	if !g.framed {
		return rect{0, 0, g.width, h}
	}
	return rect{1, 1, g.width - 2, h - 2}
}
