package ui

import (
	"errors"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/taste"
	"rawi/ui/terminal"
)

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

	Background terminal.Background  // as far as is known before the terminal says it
	Colours    colorprofile.Profile // as many as the terminal has; Unknown for all

	Browse func(address string) error   // opens an address in the browser; may be nil
	Read   func(address string) tea.Cmd // opens an address as an article; nil where that is not possible

	Detect  func(*model.Article) (model.Findings, error)        // an error: why nothing was looked for
	History func() ([]model.Annotation, error)                  // all decisions on the article, oldest first
	People  func() ([]model.Party, error)                       // of the library, most used first
	Save    func([]model.Annotation) (notice string, err error) // must be safe to repeat; a notice is said once
	Keep    func(offset int) error                              // remembers the place
	News    func() string                                       // what happened to the library since it was last asked, "" for nothing; may be nil
}

// detect reads the earlier decisions and looks for quotations, once the first
// frame is shown.
func (s *Session) detect() tea.Msg {
	if s.Shown != nil {
		<-s.Shown
	}
	history, err := s.History()
	found, failed := s.Detect(s.Article)
	if failed != nil {
		failed = errors.New(s.Language.Say(l10n.NothingGuessed, failed))
	}
	return detectedMsg{found, history, s.news(err), errors.Join(err, failed)}
}

// loadPeople reads who is known in the library. In a large one that takes a
// while, so the quotations do not wait for it.
func (s *Session) loadPeople() tea.Msg {
	people, err := s.People()
	if len(people) == 0 && err == nil {
		return nil
	}
	return peopleMsg{people, err}
}

// reload fetches what other windows decided.
func (s *Session) reload() tea.Msg {
	all, err := s.History()
	return reloadedMsg{all, s.news(err), err}
}

// keep remembers the place in the text. A failure is not worth a warning: the next
// place is saved soon.
func (s *Session) keep(place int) tea.Cmd {
	return func() tea.Msg {
		_ = s.Keep(place)
		return nil
	}
}

// news is what happened to the library since the last call. It waits while there is
// an error to show.
func (s *Session) news(err error) string {
	if s.News == nil || err != nil {
		return ""
	}
	return s.News()
}
