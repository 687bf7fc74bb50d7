package ui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/taste"
)

// settings is a command for each setting: with a value it sets that, without one it
// goes on to the next.
func settings() []action {
	rows := make([]action, 0, len(taste.Settings)+2)
	for k := range taste.Settings {
		s := &taste.Settings[k]
		rows = append(rows, action{Names: s.Names, Help: s.Help, DoWith: set(taste.Key(k))})
	}
	rows[taste.Justify].Keys = "J"
	return append(rows, in(keys.In(keys.InArticle), []action{
		{Keys: "t", Habits: "Z", Names: names{"النص وحده", "zen"}, Help: l10n.ZenKey, Do: (*Model).toggleZen},
		{Keys: "+", Names: names{"أعرض", "wider"}, Help: l10n.ColumnWider, Do: with((*Model).widen, 1)},
		{Keys: "-", Names: names{"أضيق", "narrower"}, Help: l10n.ColumnNarrower, Do: with((*Model).widen, -1)},
	})...)
}

// set is the action that changes a setting.
func set(k taste.Key) func(*Model, string) tea.Cmd {
	return func(m *Model, value string) tea.Cmd {
		s, now := &taste.Settings[k], m.taste
		if value == "" {
			now.Next(k)
		} else if v, ok := s.Parse(value); ok {
			now[k] = v
		} else {
			m.say(l10n.SettingWrong, value, m.Language.Say(s.Help), s.Allowed(m.Language))
			return nil
		}
		return m.prefer(now, k)
	}
}

// widen makes the column of text wider by some steps, or narrower.
func (m *Model) widen(steps int) tea.Cmd {
	s, now := &taste.Settings[taste.Column], m.taste
	width := m.reader.TextWidth() + steps*s.Step
	width = max(s.Least, min(width-width%s.Step, s.Most))
	now[taste.Column], _ = s.Parse(strconv.Itoa(width))
	return m.prefer(now, taste.Column)
}
