package ui

import (
	"slices"
	"strings"

	"rawi/bidi"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

func newHelpPage(actions []action, language l10n.Language) *helpPage {
	return &helpPage{rows: helpRows(actions), language: language}
}

// scroll does what an action does to the help on an area of some size; it reports
// whether it does anything.
func (h *helpPage) scroll(row *action, width, page int) bool {
	height := h.height(helpColumns(width))
	distances := map[string]int{"down": 1, "up": -1, "screen": page, "screen back": -page, "top": -height, "bottom": height}
	distance, ok := distances[row.ID()]
	if ok {
		h.top = max(0, min(h.top+distance, height-page))
	}
	return ok
}

// height is how many rows the help has in a number of columns.
func (h *helpPage) height(columns int) int { return (len(h.rows) + columns - 1) / columns }

// headings of the help, by context.
var headings = [keys.ContextCount]l10n.Word{
	keys.Anywhere: l10n.Anywhere, keys.InArticle: l10n.Article, keys.InQuotations: l10n.Quotes,
	keys.InParties: l10n.InParties, keys.InWords: l10n.InWords,
}

// helpRows is the whole help: the keyboard by context.
func helpRows(actions []action) []helpRow {
	var rows []helpRow
	for c := range keys.ContextCount {
		heading := len(rows)
		for i := range actions {
			if row := &actions[i]; row.Where.Has(c) {
				rows = append(rows, helpRow{c, row})
			}
		}
		if len(rows) > heading {
			rows = slices.Insert(rows, heading, helpRow{heading: c})
		}
	}
	return rows
}

// helpColumns is how many columns of help fit into the screen's width.
func helpColumns(width int) int { return max(1, width/76) }

// View paints the rows in columns from right to left.
func (h *helpPage) View(to paint.Area) {
	columns := helpColumns(to.Width)
	height := h.height(columns)
	width := to.Width / columns
	for c := range columns {
		column := to.Part(to.Width-(c+1)*width, 0, width, to.Height)
		if c == columns-1 {
			column = to.Part(0, 0, to.Width-c*width, to.Height)
		}
		for y := range to.Height {
			if n := c*height + h.top + y; h.top+y < height && n < len(h.rows) {
				h.cell(column.Part(0, y, column.Width, 1), h.rows[n])
			}
		}
	}
}

// cell paints a row of the help: the keys, what they do, and the command's
// name where there is room.
func (h *helpPage) cell(to paint.Area, row helpRow) {
	say, width := h.language.Say, to.Width
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
	to.Label(0, 0, name, row.action.Names[h.language], theme.Dim, bidi.RightToLeft)
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
