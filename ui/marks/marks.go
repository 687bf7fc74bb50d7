// Package marks is the ways back to a place: bookmarks, which have a letter and are kept
// in the library, the places that were left by a jump, the headings, and what was
// decided last.
package marks

import (
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// Bookmark is a place with a letter. A small letter is one in each article, a capital one
// in the library.
type Bookmark struct {
	Letter, Article, Title string
	Offset                 int // byte of the text
}

// Library is what keeps bookmarks. Its functions may take their time; nil keeps none.
type Library struct {
	All    func() ([]Bookmark, error)
	Set    func(letter string, offset int) error // in the article that is shown
	Remove func(article, letter string) error
}

// Marks is the room.
type Marks struct {
	*room.Scene
	Library Library
	Jumps   Jumps
	Visible func() model.Span // the text on the screen

	list *room.Listing // of bookmarks
	all  []Bookmark    // in it
}

// isLetter reports whether a key's name is a letter that a place can have.
func isLetter(key string) bool {
	return len(key) == 1 && ('a' <= key[0] && key[0] <= 'z' || 'A' <= key[0] && key[0] <= 'Z')
}

// Set gives the place on the screen the letter of a key.
func (s *Marks) Set(key string) room.Effect {
	switch {
	case s.Library.Set == nil:
		return room.Say(s.Language.Say(l10n.NoBookmarks))
	case !isLetter(key):
		return room.Say(s.Language.Say(l10n.BookmarkWhat))
	}
	offset := s.Visible().Start
	return room.Effect{Fetch: func() func() room.Effect {
		err := s.Library.Set(key, offset)
		return func() room.Effect {
			if err != nil {
				return room.Say(err.Error())
			}
			return room.Say(s.Language.Say(l10n.BookmarkSet, key))
		}
	}}
}

// GoTo goes to the place of a letter, to the one from which the last jump led for ' or `,
// and to what was decided last for a dot.
func (s *Marks) GoTo(key string) room.Effect {
	switch {
	case key == "'", key == "`":
		return s.Back()
	case key == ".":
		return s.LastEdit()
	case !isLetter(key) || s.Library.All == nil:
		return room.Say(s.Language.Say(l10n.BookmarkWhere))
	}
	return room.Effect{Fetch: func() func() room.Effect {
		all, err := s.Library.All()
		return func() room.Effect { return s.goAmong(all, key, err) }
	}}
}

func (s *Marks) goAmong(all []Bookmark, letter string, err error) room.Effect {
	if err != nil {
		return room.Say(err.Error())
	}
	anywhere := letter != strings.ToLower(letter)
	i := slices.IndexFunc(all, func(b Bookmark) bool { return b.Letter == letter && (anywhere || b.Article == s.Article.ID) })
	if i < 0 {
		return room.Say(s.Language.Say(l10n.NoSuchBookmark, letter))
	}
	return s.goTo(Place{all[i].Article, all[i].Title, all[i].Offset})
}

// goTo shows a place of this article or of another.
func (s *Marks) goTo(p Place) room.Effect {
	if p.Article == s.Article.ID {
		return room.Effect{Top: p.Offset + 1, Follow: true}
	}
	return room.Open(p.request())
}

// List lists all bookmarks; those of this article come first.
func (s *Marks) List() room.Effect {
	if s.Library.All == nil {
		return room.Say(s.Language.Say(l10n.NoBookmarks))
	}
	s.list = &room.Listing{Prompt: l10n.NarrowPrompt, Keys: l10n.BookmarkKeys, Empty: s.Language.Say(l10n.Opening),
		Title:  func(int) string { return s.Language.Say(l10n.Bookmarks) },
		Choose: func(line int) room.Effect { b := s.all[line]; return s.goTo(Place{b.Article, b.Title, b.Offset}) },
		Do:     map[string]func(int) room.Effect{"delete": s.remove}}
	return room.Effect{List: s.list, Fetch: s.fetch}
}

func (s *Marks) fetch() func() room.Effect {
	all, err := s.Library.All()
	return func() room.Effect {
		s.list.Empty = s.Language.Say(l10n.NoBookmarksYet)
		if err != nil {
			return room.Say(err.Error())
		}
		s.all = all
		keys := make([]string, len(all))
		for i, b := range all {
			keys[i] = arabic.Fold(b.Letter + " " + b.Title)
		}
		s.list.Fill(room.Lines{Keys: keys, Line: s.line})
		return room.Effect{}
	}
}

func (s *Marks) remove(line int) room.Effect {
	if line < 0 {
		return room.Effect{}
	}
	b := s.all[line]
	return room.Effect{Fetch: func() func() room.Effect {
		if err := s.Library.Remove(b.Article, b.Letter); err != nil {
			return func() room.Effect { return room.Say(err.Error()) }
		}
		return s.fetch()
	}}
}

// line paints a bookmark: its letter, the words there where they are in this article, the
// title where they are not.
func (s *Marks) line(to paint.Area, line int, role theme.Role) {
	b := s.all[line]
	text := room.OneLine(b.Title)
	if b.Article == s.Article.ID && b.Offset < len(s.Article.Text) {
		text = room.OneLine(s.Article.Text[b.Offset:])
	}
	var t paint.Text
	t.Add("\u2066"+b.Letter+"\u2069", theme.Key).Add("   "+text, theme.Text)
	to.Row(0, t.Plain, role, t.Marks)
}

// LastEdit shows what this reader decided last in the article.
func (s *Marks) LastEdit() room.Effect {
	standing := s.Reading.Log().Standing()
	for i := len(standing) - 1; i >= 0; i-- {
		a := &standing[i]
		if a.Author != s.Reading.Author || a.Article != s.Article.ID || a.Anchor.Span.Empty() || a.Anchor.End > len(s.Article.Text) {
			continue
		}
		if at := s.Find(a.Anchor.Span); at >= 0 {
			return room.Effect{Quote: at + 1}
		}
		return room.Effect{Show: a.Anchor.Span, Follow: true}
	}
	return room.Say(s.Language.Say(l10n.NoEditYet))
}

// Outline lists the title and the headings; choosing one goes there.
func (s *Marks) Outline() room.Effect {
	var headings []model.Block
	var keys []string
	selected := 0
	for _, b := range s.Article.Blocks {
		if b.Kind == model.TitleBlock || b.Kind == model.HeadingBlock {
			if b.Start <= s.Visible().Start {
				selected = len(headings)
			}
			headings = append(headings, b)
			keys = append(keys, arabic.Fold(b.In(s.Article.Text)))
		}
	}
	if len(headings) == 0 {
		return room.Say(s.Language.Say(l10n.NoHeadings))
	}
	l := &room.Listing{Prompt: l10n.NarrowPrompt, Keys: l10n.EditsKeys,
		Title:  func(int) string { return s.Language.Say(l10n.Outline) },
		Choose: func(line int) room.Effect { return room.Effect{Top: headings[line].Start + 1, Follow: true} }}
	l.Fill(room.Lines{Keys: keys, Line: func(to paint.Area, line int, role theme.Role) {
		text, look := room.OneLine(headings[line].In(s.Article.Text)), theme.Title
		if headings[line].Kind == model.HeadingBlock {
			text, look = "   "+text, theme.Text
		}
		to.Row(0, text, role, []paint.Mark{{End: len(text), Role: look}})
	}})
	l.Select(selected)
	return room.Effect{List: l}
}
