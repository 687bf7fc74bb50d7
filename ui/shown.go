package ui

import (
	"rawi/model"
	"rawi/ui/roster"
)

// shown is what frames are made of that follows from the decisions alone, and
// from which of them are on disk. It is made anew when there are more of them, or
// another reading; the keeper's news drops it.
type shown struct {
	reading   *model.Reading
	decisions int

	quotes  map[int]roster.Item
	parties map[int]roster.Item
	decided int // quotations
	unknown int

	bar    line
	barFor [2]int // the width and the current quotation for which it is
}

// derived is what is shown of the reading as it is.
func (m *Model) derived() *shown {
	if s := &m.shown; s.reading != m.reading || s.decisions != m.reading.Log().Len() {
		*s = m.newShown()
	}
	return &m.shown
}

func (m *Model) newShown() shown {
	quotes := m.reading.Quotes()
	s := shown{
		reading: m.reading, decisions: m.reading.Log().Len(),
		quotes: map[int]roster.Item{}, parties: map[int]roster.Item{},
	}
	for i, standing := range m.reading.Standings() {
		switch {
		case standing == model.StandsUnknown:
			s.unknown++
		case standing == model.StandsDecided && !m.unsaved.Quote(&quotes[i]):
			s.decided++
		}
	}
	return s
}
