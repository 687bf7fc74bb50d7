package ui

import (
	"strings"

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
	return isolate(keyName(row.Shown()[0]))
}

// shownKeys is the names of an action's keys, each isolated: in Arabic text a
// bracket would be turned round, and numbers change places.
func shownKeys(row *action) []string {
	shown := row.Shown()
	for i, key := range shown {
		shown[i] = isolate(keyName(key))
	}
	return shown
}

// isolate is a text that runs from left to right whatever is around it (U+2066,
// U+2069).
func isolate(text string) string { return "\u2066" + text + "\u2069" }

// keyNames are keys as keyboards have them printed.
var keyNames = map[string]string{
	"left": "←", "right": "→", "up": "↑", "down": "↓", "pgdown": "PgDn", "pgup": "PgUp", "home": "Home", "end": "End",
	"enter": "Enter", "tab": "Tab", "shift+tab": "Shift-Tab", "space": "Space", "esc": "Esc", "delete": "Del", "f1": "F1", "f3": "F3", "f4": "F4", "f5": "F5", "f6": "F6", "f7": "F7", "f8": "F8", "alt+o": "Alt-O",
}

// keyName is a key as it is named to people.
func keyName(key string) string {
	if name, ok := keyNames[key]; ok {
		return name
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return "Ctrl-" + strings.ToUpper(letter)
	}
	return key
}
