package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rawi/bidi"
	"rawi/model/arabic"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

func newHelpPage(actions []action, language l10n.Language) *helpPage {
	return &helpPage{actions: actions, rows: helpRows(actions), language: language}
}

// filter narrows the help to what has a text in its keys, its name or what it does.
func (h *helpPage) filter(typed string) {
	h.typed, h.top = typed, 0
	folded := arabic.Fold(strings.TrimSpace(typed))
	h.rows = helpRows(slices.DeleteFunc(slices.Clone(h.actions), func(a action) bool {
		text := strings.Join(append(shownKeys(&a), h.language.Say(a.Help), a.Names[l10n.Arabic], a.Names[l10n.English]), " ")
		return !strings.Contains(arabic.Fold(text), folded)
	}))
}

// erase takes the last letter away of what was typed.
func (h *helpPage) erase() {
	_, size := utf8.DecodeLastRuneInString(h.typed)
	h.filter(h.typed[:len(h.typed)-size])
}

// scroll does what an action does to the help on an area of some size.
func (h *helpPage) scroll(row *action, width, page int) {
	height := h.height(helpColumns(width))
	distances := map[string]int{"down": 1, "up": -1, "screen": page, "screen back": -page, "top": -height, "bottom": height}
	h.top = max(0, min(h.top+distances[row.ID()], height-page))
}

// title heads the help: what was typed, and which rows are seen of how many.
func (h *helpPage) title(body rect) string {
	say := h.language.Say
	height := h.height(helpColumns(body.w))
	title := say(l10n.Help) + " · " + cmp.Or(h.typed, say(l10n.HelpFilter))
	if height > body.h {
		title += " · " + isolate(fmt.Sprintf("%d–%d/%d", h.top+1, min(h.top+body.h, height), height))
	}
	return title
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
func helpColumns(width int) int { return max(1, width/56) }

// View paints the rows in columns from where rows begin.
func (h *helpPage) View(to paint.Area) {
	columns := helpColumns(to.Width)
	height, width := h.height(columns), to.Width/columns
	for c := range columns {
		column := to.From(c*width, 0, width, to.Height)
		for y := range to.Height {
			if n := c*height + h.top + y; h.top+y < height && n < len(h.rows) {
				h.cell(column.Part(0, y, column.Width, 1), h.rows[n])
			}
		}
	}
	if len(h.rows) == 0 {
		to.Row(0, h.language.Say(l10n.HelpNothing), theme.Dim, nil)
	}
}

const keysWidth, nameWidth = 22, 18 // of columns of the help

// cell paints a row of the help: the keys and right beside them what they do, and the
// command's name, for what has no key or where there is room.
func (h *helpPage) cell(to paint.Area, row helpRow) {
	say := h.language.Say
	if row.action == nil {
		to.Fill(0, " "+say(headings[row.heading]), theme.PaneTitle, nil)
		return
	}
	keys, name := min(keysWidth, to.Width/2), 0
	if to.Width >= keysWidth+nameWidth+35 {
		name = nameWidth
	}
	shown, look := strings.Join(shownKeys(row.action), " "), theme.Key
	if row.action.Keys == "" {
		shown, look = "\u2068:"+row.action.Names[h.language]+"\u2069", theme.Dim // isolated, in its own direction
	}
	at := to.From(0, 0, keys-1, 1)
	at.Label(0, 0, at.Width, shown, look, against(to.Way()))
	to.From(keys, 0, to.Width-keys-name-min(name, 1), 1).Fill(0, say(row.action.Help), theme.Text, nil)
	to.From(to.Width-name, 0, name, 1).Fill(0, row.action.Names[h.language], theme.Dim, nil)
}

// against is the other direction: a label of it ends where one of the direction begins.
func against(way bidi.Direction) bidi.Direction {
	if way == bidi.RightToLeft {
		return bidi.LeftToRight
	}
	return bidi.RightToLeft
}
