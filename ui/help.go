package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/bidi"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// helpPage is the help while it is open: the keyboard table, scrolled.
type helpPage struct{ top int }

func (m *Model) openHelp() tea.Cmd {
	m.help = &helpPage{}
	return m.repaint()
}

// pressHelp scrolls the help; any other key closes it and does nothing else,
// but for those that the terminal's keys for interrupting and stopping are.
func (m *Model) pressHelp(k tea.Key, a action) tea.Cmd {
	body := m.geometry.body()
	page := body.h
	rows := (len(helpRows()) + helpColumns(body.w) - 1) / helpColumns(body.w)
	steps := map[action]int{down: 1, up: -1, screenDown: page, screenUp: -page, top: -rows, bottom: rows}
	if step, ok := steps[a]; ok {
		m.help.top = max(0, min(m.help.top+step, rows-page))
		return nil
	}
	m.help = nil
	if k.Keystroke() == interrupt || a == suspend {
		return actions()[a](m)
	}
	return m.repaint()
}

// helpRow is a row of the help: a heading, or an action.
type helpRow struct {
	heading context
	binding *binding // nil for a heading
}

// helpRows is the whole help: the keyboard by context.
func helpRows() []helpRow {
	var rows []helpRow
	for c := range contextCount {
		rows = append(rows, helpRow{heading: c})
		for i := range keyboard {
			if keyboard[i].context == c {
				rows = append(rows, helpRow{c, &keyboard[i]})
			}
		}
	}
	return rows
}

// helpColumns is how many columns of help there are in so many of the screen.
func helpColumns(width int) int { return max(1, width/76) }

// helpView paints the help's rows in columns from right to left.
func (m *Model) helpView(to paint.Area) {
	columns, all := helpColumns(to.Width), helpRows()
	height := (len(all) + columns - 1) / columns
	width := to.Width / columns
	for c := range columns {
		column := to.Part(to.Width-(c+1)*width, 0, width, to.Height)
		if c == columns-1 {
			column = to.Part(0, 0, to.Width-c*width, to.Height)
		}
		for y := range to.Height {
			if n := c*height + m.help.top + y; m.help.top+y < height && n < len(all) {
				m.helpCell(column.Part(0, y, column.Width, 1), all[n])
			}
		}
	}
}

// helpCell paints a row of the help: the keys, what they do, and the command's
// name where there is room.
func (m *Model) helpCell(to paint.Area, row helpRow) {
	say, width := m.session.Language.Say, to.Width
	if row.binding == nil {
		to.Label(0, 0, width, " "+say(contexts[row.heading]), theme.PaneTitle, bidi.RightToLeft)
		return
	}
	keys, name, shown := min(22, width/2), 0, row.binding.shown()
	if width >= 50 {
		name = 16
	} else {
		shown = strings.ReplaceAll(shown, "  ", " ")
	}
	to.Label(0, 0, name, row.binding.name(m.session.Language), theme.Dim, bidi.RightToLeft)
	to.Label(name, 0, width-keys-name, say(row.binding.help), theme.Text, bidi.RightToLeft)
	to.Label(width-keys, 0, keys, " "+shown, theme.Key, bidi.RightToLeft)
}

// shown is the names of a binding's keys, each isolated: in Arabic text a
// bracket would be turned round, and numbers change places.
func (b *binding) shown() string {
	keys := b.keys
	if b.action == candidate {
		keys = []string{"1-9", "١-٩"}
	}
	var names []string
	for _, k := range keys {
		names = append(names, isolate(k))
	}
	return strings.Join(names, "  ")
}

// shortcut is the first of them.
func (b *binding) shortcut() string {
	first, _, _ := strings.Cut(b.shown(), "  ")
	return first
}

// isolate is a text that runs from left to right whatever is around it (U+2066,
// U+2069).
func isolate(text string) string { return "\u2066" + text + "\u2069" }
