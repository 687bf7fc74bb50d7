// Package shelf is what comes in while the reader runs: the list of the library's
// articles, the question about what was pasted, and the quotations that a page changed
// since it was read.
package shelf

import (
	"strings"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/picker"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// Shelf is the room.
type Shelf struct {
	*room.Scene
	list  *room.Question // the list of articles that was opened last
	items []Item         // in it
	edits []model.Edit
}

// Item is an article of the library.
type Item struct {
	ID, Title string
	About     string // where it is from and when
	Opened    bool
}

// List lists the library's articles, which [Shelf.Fill] brings; choosing one shows it.
func (s *Shelf) List() room.Effect {
	s.items = nil
	s.list = &room.Question{
		Picker: picker.New(nil, picker.Narrowing), Title: l10n.Library, Prompt: l10n.TypeToSearch, Keys: l10n.LibraryKeys,
		Choose: func(c picker.Choice) room.Effect {
			return room.Open(room.Request{Article: s.items[c.Item].ID, Title: s.items[c.Item].Title})
		},
	}
	return room.Effect{Ask: s.list}
}

// Lists reports whether a question is the list of articles.
func (s *Shelf) Lists(q *room.Question) bool { return q != nil && q == s.list }

// Fill takes in the library's articles. What was typed meanwhile narrows the list.
func (s *Shelf) Fill(all []Item) {
	items := make([]picker.Item, len(all))
	for i := range all {
		items[i] = s.row(&all[i])
	}
	s.items = all
	s.list.SetItems(items)
	s.list.Set(s.list.Typed())
}

func (s *Shelf) row(item *Item) picker.Item {
	title, role := room.OneLine(item.Title), theme.Text
	if title == "" {
		title = s.Language.Say(l10n.Untitled)
	}
	var t paint.Text
	if !item.Opened {
		role = theme.Unknown
		t.Add(s.Language.Say(l10n.Unopened)+" · ", theme.Unknown)
	}
	t.Add(title, role).Add(" · "+room.OneLine(item.About), theme.Dim)
	return picker.Item{Names: []string{title}, Also: []string{item.About}, Text: t.Plain, Marks: t.Marks}
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
