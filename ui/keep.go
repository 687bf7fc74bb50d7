package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/keep"
	"rawi/ui/l10n"
)

// decided takes new annotations to be saved.
func (m *Model) decided(as ...model.Annotation) tea.Cmd {
	step := m.keeper.Add(as...)
	m.Clamp()
	m.markUnsaved()
	return m.follow(step)
}

// markUnsaved finds out what must look unsaved: whatever an event that is not on
// disk bears on, be it a decision or what takes one back.
func (m *Model) markUnsaved() {
	m.NotSaved = m.Reading.Touched(m.keeper.Unsaved())
	m.rows.Forget()
	if m.overlay != nil {
		m.overlay.Refresh()
	}
}

// follow carries out what the keeper asks for.
func (m *Model) follow(s keep.Step) tea.Cmd {
	switch {
	case s.Quit:
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

// saved takes in the outcome of a save and says it.
func (m *Model) saved(msg savedMsg) tea.Cmd {
	hadFailed := m.keeper.Failed() != nil
	step := m.keeper.Saved(msg.err)
	m.markUnsaved()
	switch {
	case msg.err != nil:
		m.message.unsaved(&m.keeper, m.Language)
	case msg.notice != "":
		m.message.warn(msg.notice)
	case len(m.keeper.Unsaved()) == 0:
		m.message.allSaved(hadFailed, m.Language)
	case m.message.saving:
		m.message.text = "" // the status line counts what is left
	}
	return m.follow(step)
}

// quit ends the program when everything is saved. While that takes its time, or
// fails, it says so and ends at the second time.
func (m *Model) quit() tea.Cmd {
	step := m.keeper.Quit()
	if step.Quit {
		return m.follow(step)
	}
	m.message.leaving(&m.keeper, m.Language)
	if m.overlay == nil {
		return m.follow(step)
	}
	return tea.Batch(m.ask(nil), m.follow(step)) // q would be typed into it
}

// Unsaved is the decisions that are not on disk, for the caller to try once
// more when the program has ended.
func (m *Model) Unsaved() []model.Annotation { return m.keeper.Unsaved() }

// Place is the byte offset of the text in the top row.
func (m *Model) Place() int { return m.reader.Offset() }

// moved sees to it that the place is kept, before long and not at every row.
func (m *Model) moved() tea.Cmd {
	delay := m.kept.Moved(m.reader.Offset())
	if delay == 0 {
		return nil
	}
	return m.tick(delay, func(time.Time) tea.Msg { return placeMsg{} })
}

func (m *Model) learn(msg learnedMsg) {
	if msg.err != nil {
		m.message.warn(msg.err.Error())
		return
	}
	before := m.Reading.Log().Len()
	m.Reading.Learn(msg.history)
	m.Clamp()
	m.markUnsaved()
	m.say(l10n.Reloaded, m.Reading.Log().Len()-before)
	m.message.report(msg.news)
}
