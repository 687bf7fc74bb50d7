// Package search is finding words in the article: typed, shown as they are typed,
// and gone through by n and N.
//
// What is looked for is an [arabic.Pattern]: hamza, vowel marks, tatweel and the digits'
// script do not matter, but behind =.
package search

import (
	"slices"
	"sort"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/ui/l10n"
	"rawi/ui/picker"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// Search is the room.
type Search struct {
	*room.Scene
	Visible func() model.Span // the text on the screen

	pattern string
	hits    []model.Span // in the order of the text, none overlapping
	at      int          // the hit gone to last; -1 for none
	before  before       // typing began
	past    []string     // patterns that were searched for, the newest last
}

// New is a search that nothing was looked for in.
func New(scene *room.Scene, visible func() model.Span) Search {
	return Search{Scene: scene, Visible: visible, at: -1}
}

// before is how things were when typing began.
type before struct {
	pattern string
	top     int // byte offset of the text in the top row
	recall  int // the past pattern that is shown; len(past) for none
}

// Open lets the reader type what to look for.
func (s *Search) Open() room.Effect {
	s.before = before{s.pattern, s.Visible().Start, len(s.past)}
	return room.Effect{Ask: &room.Question{
		Picker: picker.New(nil, picker.Text), Line: true, Lead: "/", Prompt: l10n.TypeSearch,
		Changed:     s.typed,
		Recall:      s.recall,
		Leave:       s.leave,
		Choose:      func(picker.Choice) room.Effect { return s.done() },
		ChooseTyped: func(string) room.Effect { s.find(s.before.pattern); return s.Next(1) },
	}}
}

// For looks for some words, from the place on the screen on.
func (s *Search) For(words string) room.Effect {
	s.remember(words)
	s.find(words)
	return s.Next(1)
}

// At looks for some words, and goes to where they stand.
func (s *Search) At(words string, at model.Span) room.Effect {
	s.remember(words)
	s.find(words)
	hit := s.from(at.Start)
	if hit == len(s.hits) {
		return s.Next(1)
	}
	return s.goTo(hit)
}

// typed shows the first hit from where typing began.
func (s *Search) typed(pattern string) room.Effect {
	s.find(pattern)
	if len(s.hits) == 0 {
		e := room.Effect{Top: s.before.top + 1}
		if pattern != "" {
			e.Say = s.nowhere()
		}
		return e
	}
	return s.goTo(s.from(s.before.top))
}

// done keeps what was typed.
func (s *Search) done() room.Effect {
	s.remember(s.pattern)
	if len(s.hits) == 0 {
		return room.Say(s.nowhere())
	}
	return s.goTo(s.at)
}

// leave goes back to where typing began.
func (s *Search) leave() room.Effect {
	s.find(s.before.pattern)
	return room.Effect{Top: s.before.top + 1}
}

// recall is the pattern searched for before (step -1) or after the one that is
// shown, "" after the last.
func (s *Search) recall(step int) string {
	s.before.recall = max(0, min(s.before.recall+step, len(s.past)))
	if s.before.recall == len(s.past) {
		return ""
	}
	return s.past[s.before.recall]
}

// most is how many patterns are remembered.
const most = 100

func (s *Search) remember(pattern string) {
	if pattern == "" {
		return
	}
	s.past = slices.DeleteFunc(s.past, func(p string) bool { return p == pattern })
	s.past = append(s.past, pattern)
	s.past = s.past[max(0, len(s.past)-most):]
}

// Next goes to the next hit, or to the last one where step is negative: from the
// one gone to last while that is on the screen, else from the screen.
func (s *Search) Next(step int) room.Effect {
	switch {
	case s.pattern == "":
		return room.Say(s.Language.Say(l10n.NothingSearched))
	case len(s.hits) == 0:
		return room.Say(s.nowhere())
	}
	visible := s.Visible()
	switch {
	case s.at >= 0 && s.hits[s.at].Overlaps(visible):
		return s.goTo(s.at + step)
	case step > 0:
		return s.goTo(s.from(visible.Start))
	}
	return s.goTo(s.from(visible.Start) - 1)
}

// from is the first hit at an offset or behind it; len(hits) for none.
func (s *Search) from(offset int) int {
	return sort.Search(len(s.hits), func(i int) bool { return s.hits[i].Start >= offset })
}

// goTo shows a hit; behind the last one it begins again, and says so.
func (s *Search) goTo(hit int) room.Effect {
	n, wrapped := len(s.hits), hit < 0 || hit >= len(s.hits)
	s.at = ((hit % n) + n) % n
	say := s.Language.Say(l10n.HitOf, s.at+1, n)
	switch {
	case wrapped && hit < 0:
		say += s.Language.Say(l10n.WrappedBack)
	case wrapped:
		say += s.Language.Say(l10n.Wrapped)
	}
	return room.Effect{Say: say, Show: s.hits[s.at], Follow: true}
}

func (s *Search) nowhere() string {
	return s.Language.Say(l10n.NoHit, room.OneLine(arabic.Pattern(s.pattern).Words()))
}

// find looks for a pattern in the whole article.
func (s *Search) find(pattern string) {
	if pattern == s.pattern {
		return
	}
	s.pattern, s.hits, s.at = pattern, s.hits[:0], -1
	for start, end := range arabic.Pattern(pattern).In(s.Article.Text) {
		s.hits = append(s.hits, model.Span{Start: start, End: end})
	}
}

// Clear forgets the hits, so that none is lit.
func (s *Search) Clear() { s.pattern, s.hits, s.at = "", s.hits[:0], -1 }

// Marks are the hits on the screen, and what role they play there.
func (s *Search) Marks(visible model.Span, mark func(model.Span, theme.Role)) {
	first := sort.Search(len(s.hits), func(i int) bool { return s.hits[i].End > visible.Start })
	for i := first; i < len(s.hits) && s.hits[i].Start < visible.End; i++ {
		if i != s.at {
			mark(s.hits[i], theme.Hit)
		} else {
			mark(s.hits[i], theme.CurrentHit)
		}
	}
}
