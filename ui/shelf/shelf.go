// Package shelf is the other articles: the list of the library, what is found in all its
// texts, what one person said in all of them, the question about what was pasted, and the
// quotations that a page changed since it was read.
package shelf

import (
	"strings"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/picker"
	"rawi/ui/room"
)

// Shelf is the room.
type Shelf struct {
	*room.Scene
	Library Library
	Order   Order // of the library's list

	list    *room.Listing // the library's list that was opened last
	entries []entry       // in it
	quoted  said          // what one person said, as listed last
	edits   []model.Edit
}

// pastedWords is how many words are an article and no slip of the mouse.
const pastedWords = 20

// Paste asks whether what was pasted is an article. Less than one is nothing.
func (s *Shelf) Paste(text string) room.Effect {
	n := len(strings.Fields(text))
	if n < pastedWords {
		return room.Effect{}
	}
	open := s.Language.Say(l10n.OpenPasted, s.Language.Count(n, l10n.Words))
	leave := s.Language.Say(l10n.LeavePasted)
	return room.Effect{Ask: &room.Question{
		Picker: picker.New([]picker.Item{{Names: []string{open}, Text: open}, {Names: []string{leave}, Text: leave}}, picker.Narrowing),
		Title:  l10n.Pasted, Prompt: l10n.TypeToSearch, Keys: l10n.ListKeys, Digits: true,
		Choose: func(c picker.Choice) room.Effect {
			if c.Item > 0 {
				return room.Effect{}
			}
			return room.Open(room.Request{Text: text, Title: s.Language.Say(l10n.Pasted)})
		},
	}}
}

// SetEdits takes in the quotations that the page changed, and says how many there are.
func (s *Shelf) SetEdits(edits []model.Edit) (said string) {
	s.edits = edits
	if len(edits) == 0 {
		return ""
	}
	return s.Language.Say(l10n.EditsFound, len(edits))
}

// Edits lists them; choosing one goes there.
func (s *Shelf) Edits() room.Effect {
	if len(s.edits) == 0 {
		return room.Say(s.Language.Say(l10n.NoEdits))
	}
	items := make([]picker.Item, len(s.edits))
	for i, e := range s.edits {
		text := s.Language.Say(l10n.EditedTo, room.OneLine(e.Was), room.OneLine(e.Now))
		if e.Gone {
			text = s.Language.Say(l10n.EditedAway, room.OneLine(e.Was))
		}
		items[i] = picker.Item{Names: []string{text}, Text: text}
	}
	return room.Effect{Ask: &room.Question{
		Picker: picker.New(items, picker.Narrowing), Title: l10n.Edits, Prompt: l10n.TypeToSearch, Keys: l10n.EditsKeys,
		Choose: func(c picker.Choice) room.Effect { return s.goTo(&s.edits[c.Item]) },
	}}
}

func (s *Shelf) goTo(e *model.Edit) room.Effect {
	if e.Gone {
		return room.Say(s.Language.Say(l10n.LostWords, room.OneLine(e.Was)))
	}
	if at := s.Find(e.At); at >= 0 {
		return room.Effect{Quote: at + 1}
	}
	return room.Effect{Show: e.At, Follow: true}
}
