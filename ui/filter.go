package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/model/arabic"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// filterNames is what the lists of quotations are called.
var filterNames = [room.FilterCount]l10n.Word{room.All: l10n.ShowAll, room.Differing: l10n.ShowDiffering, room.Theirs: l10n.ShowTheirs, room.Mine: l10n.ShowMine}

// showOnly is the action that lists the quotations that a filter names, in any language
// of the interface; without a name it goes on to the next filter.
func showOnly(m *Model, name string) tea.Cmd {
	f := (m.Filter + 1) % room.FilterCount
	if name != "" {
		found, ok := filterCalled(name)
		if !ok {
			m.say(l10n.ShowWrong, name, strings.Join(filtersIn(m.Language), ", "))
			return nil
		}
		f = found
	}
	word := filterNames[f]
	if !m.listOnly(f) {
		word = l10n.NoneListed
	}
	m.say(word)
	return m.moved()
}

func filterCalled(name string) (room.Filter, bool) {
	for f, word := range filterNames {
		for l := range l10n.Language(l10n.LanguageCount) {
			if arabic.Key(l.Say(word)) == arabic.Key(name) {
				return room.Filter(f), true
			}
		}
	}
	return 0, false
}

func filtersIn(l l10n.Language) (names []string) {
	for _, word := range filterNames {
		names = append(names, l.Say(word))
	}
	return names
}
