package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/bidi"
	"rawi/ui/keys"
	"rawi/ui/l10n"
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
func (m *Model) pressHelp(k tea.Key, row *action) tea.Cmd {
	body := m.geometry.body()
	page := body.h
	rows := (len(m.helpRows()) + helpColumns(body.w) - 1) / helpColumns(body.w)
	steps := map[string]int{"down": 1, "up": -1, "screen": page, "screen back": -page, "top": -rows, "bottom": rows}
	if step, ok := steps[row.ID()]; ok {
		m.help.top = max(0, min(m.help.top+step, rows-page))
		return nil
	}
	m.help = nil
	if row.Leaves(k) {
		return row.Run(m, "")
	}
	return m.repaint()
}

// headings of the help, by context.
var headings = [keys.ContextCount]l10n.Word{
	keys.Anywhere: l10n.Anywhere, keys.InArticle: l10n.Article, keys.InQuotations: l10n.Quotes,
	keys.InParties: l10n.InParties, keys.InWords: l10n.InWords,
}

// helpRow is a row of the help: a heading, or what can be done under it.
type helpRow struct {
	heading keys.Context
	action  *action // nil for a heading
}

// helpRows is the whole help: the keyboard by context.
func (m *Model) helpRows() []helpRow {
	var rows []helpRow
	for c := range keys.ContextCount {
		heading := len(rows)
		for i := range m.keyboard.Rows {
			if row := &m.keyboard.Rows[i]; row.Where == c {
				rows = append(rows, helpRow{c, row})
			}
		}
		if len(rows) > heading {
			rows = slices.Insert(rows, heading, helpRow{heading: c})
		}
	}
	return rows
}

// helpColumns is how many columns of help there are in so many of the screen.
func helpColumns(width int) int { return max(1, width/76) }

// helpView paints the help's rows in columns from right to left.
func (m *Model) helpView(to paint.Area) {
	columns, all := helpColumns(to.Width), m.helpRows()
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
	if row.action == nil {
		to.Label(0, 0, width, " "+say(headings[row.heading]), theme.PaneTitle, bidi.RightToLeft)
		return
	}
	keys, name, shown := min(22, width/2), 0, shownKeys(row.action)
	if width >= 50 {
		name = 16
	} else {
		shown = strings.ReplaceAll(shown, "  ", " ")
	}
	to.Label(0, 0, name, row.action.Names[m.session.Language], theme.Dim, bidi.RightToLeft)
	to.Label(name, 0, width-keys-name, say(row.action.Help), theme.Text, bidi.RightToLeft)
	to.Label(width-keys, 0, keys, " "+shown, theme.Key, bidi.RightToLeft)
}

// shownKeys is the names of an action's keys, each isolated: in Arabic text a
// bracket would be turned round, and numbers change places.
func shownKeys(row *action) string {
	shown := row.Shown()
	for i, key := range shown {
		shown[i] = isolate(key)
	}
	return strings.Join(shown, "  ")
}

// isolate is a text that runs from left to right whatever is around it (U+2066,
// U+2069).
func isolate(text string) string { return "\u2066" + text + "\u2069" }
