package ui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/keep"
)

// decided starts saving new annotations.
func (m *Model) decided(as ...model.Annotation) tea.Cmd {
	effect := m.keeper.Add(slices.Concat(as, m.finished())...)
	m.Clamp()
	m.markUnsaved()
	return m.follow(effect)
}

// markUnsaved finds out what must look unsaved: everything that a decision, or a
// revocation, that is not on disk concerns.
func (m *Model) markUnsaved() {
	m.NotSaved = m.Reading.Touched(m.keeper.Unsaved())
	m.rows.Forget()
	if m.overlay != nil {
		m.overlay.Refresh()
	}
}

// follow carries out an effect of the keeper.
func (m *Model) follow(s keep.Effect) tea.Cmd {
	switch {
	case s.Quit:
		m.last.final = true
		return tea.Quit
	case s.Retry > 0:
		return m.tick(s.Retry, func(time.Time) tea.Msg { return retryMsg{} })
	case len(s.Save) > 0:
		save := m.session.Save
		return func() tea.Msg {
			notice, err := save(s.Save)
			return savedMsg{notice, err}
		}
	}
	return nil
}

// saved handles the outcome of a save and reports it.
func (m *Model) saved(msg savedMsg) tea.Cmd {
	hadFailed := m.keeper.Failed() != nil
	effect := m.keeper.Saved(msg.err)
	m.markUnsaved()
	switch {
	case msg.err != nil:
		m.message.showUnsaved(&m.keeper, m.Language)
	case msg.notice != "":
		m.message.warn(msg.notice)
	case len(m.keeper.Unsaved()) == 0:
		m.message.showSaved(hadFailed, m.Language)
	case m.message.saving:
		m.message.text = "" // the status line counts what is left
	}
	return tea.Batch(m.follow(effect), m.showLoaded())
}
