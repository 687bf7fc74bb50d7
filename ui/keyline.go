package ui

import (
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// shortcuts are the actions of the key line by context, most wanted first.
var shortcuts = [keys.ContextCount][]string{
	keys.InArticle:    {"help", "screen", "search", "next", "to quotation", "copy quotation", "pane", "words", "command", "quit"},
	keys.InQuotations: {"help", "accept", "candidate", "speaker", "not speech", "accept rest", "undecided", "undo", "to article", "command", "quit"},
	keys.InParties:    {"help", "rename", "type", "role", "alias", "merge", "separate", "undo", "to article"},
	keys.InWords:      {"help", "select", "quote", "mention", "other end", "split", "join", "delete quote", "leave"},
}

// keyLine is the keys of what has the focus that matter most, as many as fit.
func (m *Model) keyLine(to paint.Area) {
	shown := m.keyLines[m.context()]
	to.Row(0, shown.Plain, theme.KeyHelp, shown.Marks)
}

// keyLines makes the key line of every context.
func keyLines(all *keys.Table[*Model], say func(l10n.Word, ...any) string) (lines [keys.ContextCount]paint.Text) {
	for in, ids := range shortcuts {
		for _, id := range ids {
			row := all.Named(id)
			lines[in].Add(shortcut(row), theme.Key).Add(" "+say(row.Help)+"   ", theme.KeyHelp)
		}
	}
	return lines
}

// shortcut is the first of an action's keys, "" for a command only.
func shortcut(row *action) string {
	if row.Keys == "" {
		return ""
	}
	return isolate(row.Shown()[0])
}
