package shelf

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// Library is what the lists ask of the library. Its functions may take their time; those
// that are nil are not to be had.
type Library struct {
	Articles func() ([]Item, error)
	SetRead  func(id string, read bool) error
	Remove   func(id string) error
	Find     func(pattern string) (found []Found, more bool, err error)
	Said     func(by model.PartyID) (said []Said, unread int, err error)
	Read     func() (unread int, err error) // finds what is said in some of the articles in which it is not known yet
}

// Item is an article of the library.
type Item struct {
	ID, Title, Site string
	Date            time.Time // published, or fetched
	Read            bool
	At              time.Time // when it was open last, zero for unknown
	Percent         int       // of it that was on the screen
	Task            Task      // of the reader's, in a corpus
	Counted         bool
	Counts          [model.DecisionStateCount]int // quotations
}

// Task is whether an article is the reader's to annotate.
type Task uint8

const (
	NoTask Task = iota
	TaskLeft
	TaskDone
)

// taskWords say it; that of no task is not said.
var taskWords = [...]l10n.Word{TaskLeft: l10n.MineLeft, TaskDone: l10n.MineDone}

// task is whether the entry is the reader's to annotate, in words, "" where it is not.
func (s *Shelf) task(i *Item) string {
	if i.Task == NoTask {
		return ""
	}
	return s.Language.Say(taskWords[i.Task]) + " · "
}

// entry is an article as it is listed.
type entry struct {
	Item
	key string // folded: what typing is compared with, the title first
}

// undecided is how many quotations wait for a decision.
func (e *entry) undecided() int { return e.Counts[model.StateGuessed] + e.Counts[model.StateUnknown] }

// Order is an order of the library.
type Order int

// orders are those that a key goes through, each with what it is called.
var orders = []struct {
	word    l10n.Word
	compare func(a, b *entry) int
}{
	{l10n.ByDate, func(a, b *entry) int { return b.Date.Compare(a.Date) }},
	{l10n.ByReading, func(a, b *entry) int { return b.At.Compare(a.At) }},
	{l10n.ByTitle, func(a, b *entry) int { return strings.Compare(a.key, b.key) }},
	{l10n.BySite, func(a, b *entry) int { return strings.Compare(a.Site, b.Site) }},
	{l10n.ByUndecided, func(a, b *entry) int { return cmp.Compare(b.undecided(), a.undecided()) }},
}

// List lists the library's articles.
func (s *Shelf) List() room.Effect {
	if s.Library.Articles == nil {
		return room.Say(s.Language.Say(l10n.EmptyLibrary))
	}
	l := &room.Listing{Prompt: l10n.LibraryPrompt, Keys: l10n.LibraryKeys, Empty: s.Language.Say(l10n.Opening), Coming: true, Choose: s.open, Search: s.Look}
	l.Title = func(shown int) string {
		return s.Language.Say(l10n.LibraryTitle, s.Language.Count(shown, l10n.Articles), s.Language.Say(orders[s.Order].word))
	}
	l.Do = map[string]func(int) room.Effect{
		"tab":    func(int) room.Effect { return s.sortBy(1) },
		"ctrl+s": func(int) room.Effect { return s.sortBy(1) }, "shift+tab": func(int) room.Effect { return s.sortBy(-1) },
		"ctrl+r": s.toggleRead, "delete": s.remove,
		"ctrl+f": func(int) room.Effect { return s.Look(l.Text()) },
	}
	s.list, s.entries = l, nil
	return room.Effect{List: l, Fetch: s.fetch}
}

// fetch brings the articles.
func (s *Shelf) fetch() (then func() room.Effect) {
	items, err := s.Library.Articles()
	return func() room.Effect {
		if err != nil {
			return room.Say(err.Error())
		}
		s.list.Empty = s.Language.Say(l10n.EmptyLibrary)
		s.entries = make([]entry, len(items))
		for i := range items {
			s.entries[i] = entry{items[i], arabic.Fold(items[i].Title + " " + items[i].Site + " " + s.task(&items[i]))}
		}
		s.arrange()
		return s.list.Arrived()
	}
}

// arrange lists the entries in the order of now.
func (s *Shelf) arrange() {
	at := s.Article.ID
	if line := s.list.Selected(); line >= 0 && line < len(s.entries) { // some may be gone since they were listed
		at = s.entries[line].ID
	}
	slices.SortStableFunc(s.entries, func(a, b entry) int { return orders[s.Order].compare(&a, &b) })
	keys, selected := make([]string, len(s.entries)), 0
	for i := range s.entries {
		keys[i] = s.entries[i].key
		if s.entries[i].ID == at {
			selected = i
		}
	}
	s.list.Fill(room.Lines{Keys: keys, Head: s.head, Line: s.line})
	s.list.Select(selected)
}

// sortBy goes on to another order.
func (s *Shelf) sortBy(step int) room.Effect {
	s.Order = Order((int(s.Order) + step + len(orders)) % len(orders))
	s.arrange()
	s.list.Move(-len(s.entries))
	return room.Effect{}
}

// open shows an article.
func (s *Shelf) open(line int) room.Effect {
	e := &s.entries[line]
	if e.ID == s.Article.ID {
		return room.Effect{}
	}
	return room.Open(room.Request{Article: e.ID, Title: e.Title})
}

// toggleRead marks an article as read, or as unread.
func (s *Shelf) toggleRead(line int) room.Effect {
	if line < 0 || s.Library.SetRead == nil {
		return room.Effect{}
	}
	e := &s.entries[line]
	id, read := e.ID, !e.Read
	return room.Effect{Fetch: func() func() room.Effect {
		err := s.Library.SetRead(id, read)
		return s.changed(id, err, func(i int) { s.entries[i].Read = read })
	}}
}

// remove removes an article, after a question.
func (s *Shelf) remove(line int) room.Effect {
	if line < 0 || s.Library.Remove == nil {
		return room.Effect{}
	}
	id, title := s.entries[line].ID, room.OneLine(s.entries[line].Title)
	s.list.Ask(s.Language.Say(l10n.RemoveIt, title), func() room.Effect {
		return room.Effect{Fetch: func() func() room.Effect {
			err := s.Library.Remove(id)
			return s.changed(id, err, func(i int) { s.entries = slices.Delete(s.entries, i, i+1) })
		}}
	})
	return room.Effect{}
}

// changed shows what the library took in of an article.
func (s *Shelf) changed(id string, err error, change func(i int)) func() room.Effect {
	return func() room.Effect {
		i := slices.IndexFunc(s.entries, func(e entry) bool { return e.ID == id })
		switch {
		case err != nil:
			return room.Say(err.Error())
		case i >= 0:
			line := s.list.Position()
			change(i)
			s.arrange()
			s.list.SetPosition(line)
		}
		return room.Effect{}
	}
}
