package ui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
)

// keeper is what still has to be kept: decisions that are not on disk yet, and
// the place in the text.
type keeper struct {
	unsaved []model.Annotation // oldest first
	saving  bool               // a save is under way
	failed  error              // of the last save
	leaving bool               // the reader wants to quit

	place  int  // last kept
	timing bool // the place will be kept soon
}

// holds reports whether the decision of that ID is not saved yet.
func (k *keeper) holds(id string) bool {
	return slices.ContainsFunc(k.unsaved, func(a model.Annotation) bool { return a.ID == id })
}

// decided takes new annotations to be saved.
func (m *Model) decided(as ...model.Annotation) tea.Cmd {
	m.keeper.unsaved = append(m.keeper.unsaved, as...)
	m.clamp()
	return m.save()
}

// clamp keeps the current quotation among those there are: some may be gone.
func (m *Model) clamp() { m.current = max(0, min(m.current, len(m.reading.Quotes())-1)) }

// save writes all that is unsaved, one write at a time.
func (m *Model) save() tea.Cmd {
	k := &m.keeper
	if k.saving || len(k.unsaved) == 0 {
		return nil
	}
	k.saving = true
	batch, save := slices.Clone(k.unsaved), m.session.Save
	return func() tea.Msg { return savedMsg{len(batch), save(batch)} }
}

// saved takes in the outcome of a save: what failed is tried again.
func (m *Model) saved(msg savedMsg) tea.Cmd {
	k := &m.keeper
	k.saving, k.failed = false, msg.err
	if msg.err != nil {
		m.warn(m.session.Language.Say(l10n.NotSaved, msg.err))
		if k.leaving {
			m.warnUnsaved()
		}
		return m.tick(retryDelay, func(time.Time) tea.Msg { return retryMsg{} })
	}
	k.unsaved = k.unsaved[msg.count:]
	if len(k.unsaved) == 0 && k.leaving {
		return tea.Quit
	}
	return m.save()
}

// quit ends the program when everything is saved. While something cannot be saved it
// asks, and ends at the second time.
func (m *Model) quit() tea.Cmd {
	k := &m.keeper
	again := k.leaving
	k.leaving = true
	switch {
	case len(k.unsaved) == 0:
		return tea.Quit
	case k.failed == nil && k.saving:
		return nil // saved comes back to this
	case again:
		return tea.Quit
	}
	m.warnUnsaved()
	return m.save()
}

func (m *Model) warnUnsaved() {
	m.warn(m.session.Language.Say(l10n.UnsavedQuit, len(m.keeper.unsaved)))
}

// Unsaved is the decisions that are not on disk, for the caller to try once
// more when the program has ended.
func (m *Model) Unsaved() []model.Annotation { return m.keeper.unsaved }

// Place is the byte offset of the text in the top row.
func (m *Model) Place() int { return m.reader.Offset() }

// placeDelay is how long the text must stand before its place is kept.
const placeDelay = time.Second

// moved sees to it that the place is kept, before long and not at every row.
func (m *Model) moved() tea.Cmd {
	k := &m.keeper
	if k.timing || m.reader.Offset() == k.place {
		return nil
	}
	k.timing = true
	return m.tick(placeDelay, func(time.Time) tea.Msg { return placeMsg{} })
}

// keepPlace remembers the text in the top row. A place that cannot be kept is
// no loss worth a warning: the next one may be.
func (m *Model) keepPlace() tea.Cmd {
	k := &m.keeper
	k.timing, k.place = false, m.reader.Offset()
	place, keep := k.place, m.session.Keep
	return func() tea.Msg {
		_ = keep(place)
		return nil
	}
}

// reload fetches what other windows decided.
func (m *Model) reload() tea.Cmd {
	history := m.session.History
	return func() tea.Msg {
		all, err := history()
		return learnedMsg{all, err}
	}
}

func (m *Model) learn(msg learnedMsg) {
	if msg.err != nil {
		m.warn(msg.err.Error())
		return
	}
	before := m.reading.Log().Len()
	m.reading.Learn(msg.history)
	m.clamp()
	m.say(l10n.Reloaded, m.reading.Log().Len()-before)
}
