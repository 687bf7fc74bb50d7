package room

import (
	"slices"

	"rawi/model"
)

// Choice is what a digit says of the current quotation: an opinion that the reader can
// take, or who spoke.
type Choice struct {
	Opinion *model.Choice // nil for a party
	Party   model.Party
}

// Opinions is what others say of the current quotation, where they differ and the reader
// is silent.
func (s *Scene) Opinions() (all []model.Choice) {
	if _, ok := s.Quote(); !ok || s.Reading.Mine(s.Current) || !s.Differs(s.Current) {
		return nil
	}
	for _, c := range s.Reading.PollOf(s.Current).Choices() {
		if !c.Silent || c.Author != s.Reading.Author {
			all = append(all, c)
		}
	}
	return all
}

// Choices is the first n of all there is to choose: opinions, then candidates whom none
// of them names; for every frame, as [Scene.Nearest].
func (s *Scene) Choices(n int) (all []Choice) {
	named := make(map[model.PartyID]bool)
	for _, c := range s.Opinions() {
		all = append(all, Choice{Opinion: &c})
		if len(c.Parts) == 1 {
			named[c.Parts[0].Speaker] = true
		}
	}
	for _, p := range s.Nearest(n + len(named)) {
		if !named[p.ID] {
			all = append(all, Choice{Party: p})
		}
	}
	return slices.Clip(all[:min(n, len(all))])
}

// Differs reports whether authors differ on a quotation, whatever the reader says.
func (s *Scene) Differs(quote int) bool {
	poll := s.Reading.PollOf(quote)
	return poll != nil && poll.Differ != 0
}

// Filter is which quotations are listed.
type Filter uint8

const (
	All         Filter = iota
	Differing          // authors differ on them
	Theirs             // others decided on them
	Mine               // the reader did
	FilterCount = iota
)

// Shows reports whether a filter lists a quotation.
func (s *Scene) Shows(f Filter, quote int) bool {
	switch f {
	case Differing:
		return s.Differs(quote)
	case Theirs:
		return s.others(quote)
	case Mine:
		return s.Reading.Mine(quote)
	}
	return true
}

// others reports whether somebody else decided on a quotation.
func (s *Scene) others(quote int) bool {
	poll := s.Reading.PollOf(quote)
	return poll != nil && slices.ContainsFunc(poll.Opinions, func(o model.Opinion) bool { return !o.Silent && o.Author != s.Reading.Author })
}
