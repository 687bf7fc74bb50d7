package ui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/marks"
	"rawi/ui/room"
	"rawi/ui/shelf"
	"rawi/ui/take"
	"rawi/ui/taste"
	"rawi/ui/terminal"
)

// Request is another article that the reader wants to see.
type Request = room.Request

// Session is what the screen needs of the world. Its functions are called from
// a [tea.Cmd] only, never while a frame is made.
type Session struct {
	Article     *model.Article
	Author      string // who decides
	Language    l10n.Language
	Terminal    terminal.Profile
	Place       int             // byte offset at which to open the article
	Taste       taste.Values    // how the screen looks at first
	Pane        string          // the pane that gets the focus, "" for the article
	Width       int             // of the screen in columns, 0 for unknown
	Height      int             // in rows
	Shown       <-chan struct{} // closed when the first frame is made, before which nothing is looked for; nil to look at once
	Notice      string          // said once, in the status line
	Preferences Preferences     // of terminals

	Form      take.Form                                  // of quotations that are copied
	Clipboard *bool                                      // whether the terminal takes copies (OSC 52), nil where the reader does not say
	WriteCopy func(text string) (file string, err error) // keeps a copy for a terminal that takes none; may be nil

	Background terminal.Background  // as far as is known before the terminal says it
	Colours    colorprofile.Profile // as many as the terminal has; Unknown for all

	Browse func(address string) error // opens an address in the browser; may be nil

	Detect  func(*model.Article) (model.Findings, error)        // an error: why nothing was looked for
	History func() ([]model.Annotation, error)                  // all decisions on the article, oldest first
	People  func() ([]model.Party, error)                       // of the library, most used first
	Save    func([]model.Annotation) (notice string, err error) // must be safe to repeat; a notice is said once
	Keep    func(onScreen model.Span) error                     // remembers the place
	Await   func() error                                        // waits until others may have decided something on Article; an error ends that; may be nil
	News    func() string                                       // what happened to the library since it was last asked, "" for nothing; may be nil

	// What concerns other articles; each may be nil.
	Shelf     bool                                                                                        // the list of the library is opened first
	Opening   Request                                                                                     // loaded at once, and shown in place of Article
	Open      func(ctx context.Context, r Request, progress func(received, total int64)) (Session, error) // another article
	Bookmarks marks.Library                                                                               // of places
	Library   shelf.Library                                                                               // the other articles
	Edits     func(found []model.Quote) []model.Edit                                                      // quotations of an earlier text of Article that it changed
	Later     func() (notice string)                                                                      // what is done when all is shown
	KeepSaid  func(said []model.Said, decisions int) error                                                // stores what is said in Article, as that many decisions have it; may be nil
	Leave     func(unsaved []model.Annotation, onScreen model.Span) error                                 // ends the work on Article
	Corpus    *model.Corpus                                                                               // that Article is annotated for, nil for none
	Capacity  model.Capacity                                                                              // in which the reader decides
	Next      func(as model.Capacity) (Request, error)                                                    // the next article that is left to do, the zero Request for none
}

// begin is what is done as soon as an article is shown. Without Detect there is none
// yet.
func (s Session) begin() tea.Cmd {
	if s.Detect == nil {
		return nil
	}
	return s.detect
}

// edits finds the quotations that the page changed.
func (s Session) edits(found []model.Quote) tea.Cmd {
	if s.Edits == nil {
		return nil
	}
	return func() tea.Msg { return editsMsg{s.Article, s.Edits(found)} }
}

// later does what is done when all is shown.
func (s Session) later() tea.Cmd {
	if s.Later == nil {
		return nil
	}
	return func() tea.Msg { return laterMsg{s.Later()} }
}

// detect reads the earlier decisions and looks for quotations, once the first
// frame is shown.
func (s Session) detect() tea.Msg {
	if s.Shown != nil {
		<-s.Shown
	}
	history, err := s.History()
	found, failed := s.Detect(s.Article)
	if failed != nil {
		failed = errors.New(s.Language.Say(l10n.NothingGuessed, failed))
	}
	return detectedMsg{s.Article, found, history, s.news(err), errors.Join(err, failed)}
}

// loadPeople reads who is known in the library. In a large one that takes a
// while, so the quotations do not wait for it.
func (s Session) loadPeople() tea.Msg {
	people, err := s.People()
	if len(people) == 0 && err == nil {
		return nil
	}
	return peopleMsg{s.Article, people, err}
}

// reload fetches what other windows decided.
func (s Session) reload() tea.Msg {
	all, err := s.History()
	return reloadedMsg{s.Article, all, s.news(err), err}
}

// keep remembers the place in the text. A failure is not worth a warning: the next
// place is saved soon.
func (s Session) keep(onScreen model.Span) tea.Cmd {
	return func() tea.Msg {
		_ = s.Keep(onScreen)
		return nil
	}
}

// news is what happened to the library since the last call. It waits while there is
// an error to show.
func (s Session) news(err error) string {
	if s.News == nil || err != nil {
		return ""
	}
	return s.News()
}

// leave brings what is left to do for an article to its end.
func (s Session) leave(onScreen model.Span) tea.Cmd {
	if s.Leave == nil {
		return nil
	}
	return func() tea.Msg {
		_ = s.Leave(nil, onScreen) // no decision is unsaved, and a place is not worth a warning
		return nil
	}
}
