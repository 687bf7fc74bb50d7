package ui

import (
	"rawi/bidi"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// shortcuts are the actions of the key line by context, most wanted first. Where
// there are none, those of anywhere are shown.
var shortcuts = [keys.ContextCount][]string{
	keys.Anywhere:  {"accept", "candidate", "speaker", "not speech", "accept rest", "undecided", "undo", "command", "help", "quit"},
	keys.InParties: {"rename", "type", "role", "alias", "merge", "separate", "pane", "undo", "help"},
	keys.InWords:   {"select", "quote", "mention", "other end", "split", "join", "delete quote", "leave", "help"},
}

// keyLine is the candidates for the current quotation where their pane is not
// shown, else the keys that matter most; as many as fit.
func (m *Model) keyLine(to paint.Area) {
	in := m.context()
	if shortcuts[in] == nil {
		in = keys.Anywhere
	}
	if in == keys.Anywhere && m.geometry.panes[quotesPane].empty() && m.overlay == nil && m.help == nil {
		if rows := m.rows.CandidateRows(to.Width); len(rows) > 0 {
			to.LabelMarks(0, 0, to.Width, rows[0].Text, theme.KeyHelp, bidi.RightToLeft, rows[0].Marks)
			return
		}
	}
	shown := m.keyLines[in]
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
