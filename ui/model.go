package ui

import (
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"rawi/model"
	"rawi/ui/history"
	"rawi/ui/keep"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/links"
	"rawi/ui/listen"
	"rawi/ui/marks"
	"rawi/ui/paint"
	"rawi/ui/parties"
	"rawi/ui/review"
	"rawi/ui/room"
	"rawi/ui/rows"
	"rawi/ui/search"
	"rawi/ui/shelf"
	"rawi/ui/taste"
	"rawi/ui/terminal"
	"rawi/ui/words"
)

// Model is the program's state.
type Model struct {
	*room.Scene
	session  Session
	keyboard *keys.Table[*Model]
	pending  pendingInput // input that waits until the quotations are found

	review  review.Review
	naming  parties.Parties
	words   words.Words
	history history.History
	search  search.Search
	links   links.Links
	foreign bool // the article is in another language, so nothing is guessed
	shelf   shelf.Shelf
	marks   marks.Marks
	jump    jump
	rows    rows.Rows

	panes
	overlay  *room.Question               // nil when closed
	awaited  func(*Model, string) tea.Cmd // takes the next key, by its name; nil for none
	listing  *room.Listing                // over the whole screen; nil when closed
	help     *helpPage                    // nil when closed
	keyLines [keys.ContextCount]paint.Text
	taste    taste.Values // how the screen looks
	mouse    bool         // the mouse is switched on
	locked   bool         // nothing is decided
	reopened bool         // the reader said that the article is not done
	painter  paint.Painter
	screen   *paint.Screen
	last     lastView
	loading  *loading // nil for nothing
	failed   error    // why there is no article
	keeper   keep.Keeper
	said     saidKeeper
	kept     keep.Place // where the reader is in the text
	listener listen.Listener
	message  statusMessage
	tick     func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
}

// action is a row of the table of all that the reader can do.
type action = keys.Row[*Model]

// incomingMsg is a message about other articles, pages and copies.
type incomingMsg interface{ arrive(*Model) tea.Cmd }

// pendingInput is input that came before the quotations were found. What needs them
// waits, and what comes after it waits behind it, so that all is done in its
// order, except for quitting and for scrolling the text, which are answered at once.
type pendingInput struct {
	waiting []pendingAction
	typing  bool // what waits opens something that keys are typed into
	ordered bool // what waits may change what scrolling does
}

// pendingAction is one key, action, click or paste.
type pendingAction struct {
	at  int // byte offset of the text in the top row when it came
	run func(*Model) tea.Cmd
}

// lastView is the view made last.
type lastView struct {
	view  tea.View
	stale bool // something changed since that it shows
	made  int  // how many were made
	clear bool // the screen will be cleared and repainted
	final bool // the program ends: no other is made

	progress   string // as it was said
	progressAt [2]int // per cent and minutes
}

// helpPage is the help while it is open: the table of actions by context, those of
// them that are looked for, scrolled.
type helpPage struct {
	actions  []action
	rows     []helpRow // of what was typed
	typed    string
	language l10n.Language
	top      int // the row of a column that is shown first
}

// helpRow is a row of the help: a heading, or what can be done under it.
type helpRow struct {
	heading keys.Context
	action  *action // nil for a heading
}

// jump notes where a reader was before a key, or several while something is asked, led
// away: see [marks.Jumps].
type jump struct {
	steady bool // the key goes through the text step by step
	from   model.Span
	place  marks.Place
}

// saidKeeper knows up to which decision it is kept.
type saidKeeper struct {
	kept      bool
	decisions int // of the log
}

// What the rest of the package does to a Model.

func (m *Model) say(w l10n.Word, args ...any) {
	m.message, m.last.stale = statusMessage{text: m.Language.Say(w, args...)}, true
}

// focused is the context of each pane.
var focused = [paneCount]keys.Context{articlePane: keys.InArticle, quotesPane: keys.InQuotations, partiesPane: keys.InParties}

// context is where the next key is pressed.
func (m *Model) context() keys.Context {
	if m.words.Marking() {
		return keys.InWords
	}
	return focused[m.focus]
}

// resize lays everything out for a size of the screen.
func (m *Model) resize(width, height int) {
	m.panes.resize(width, height, m.overlay)
	if m.listing != nil {
		body := m.geometry.body()
		m.listing.Resize(body.w, body.h)
	}
	m.rows.Width, m.rows.PaneHeight = m.geometry.panes[quotesPane].w, m.geometry.panes[quotesPane].h
}

// rearrange is resize at the same size, after the focus or an overlay changed.
// Where panes changed places the screen is painted whole: terminals leave specks
// of letters that reach beyond their cells when only cells are painted.
func (m *Model) rearrange() tea.Cmd {
	before := m.geometry
	m.resize(before.width, before.height)
	if m.geometry == before {
		return nil
	}
	return m.repaint()
}

// comeBack gives the focus back to the pane from which words were marked, when
// that is over.
func (m *Model) comeBack() tea.Cmd {
	if !m.away || m.words.Marking() || m.overlay != nil {
		return nil
	}
	m.away, m.focus = false, m.left
	return m.rearrange()
}

// repaint is the [tea.Cmd] to repaint everything.
func (m *Model) repaint() tea.Cmd {
	m.last.clear = true
	return tea.ClearScreen
}

// Repaints reports whether everything is about to be repainted: what is
// painted before is painted twice.
func (m *Model) Repaints() bool { return m.last.clear }

// cleared is the message by which [tea.ClearScreen] comes back.
var cleared = reflect.TypeOf(tea.ClearScreen())

// Terminal is the profile in use, whose modes must be left at the end.
func (m *Model) Terminal() terminal.Profile { return m.listener.Profile() }

// Colours is how many colours the terminal is to be sent at the start.
func (m *Model) Colours() colorprofile.Profile { return m.listener.Colours() }

// Unsaved is the decisions that are not on disk, for the caller to try once
// more when the program has ended.
func (m *Model) Unsaved() []model.Annotation { return m.keeper.Unsaved() }

// Place is the byte offset of the text in the top row.
func (m *Model) Place() int { return m.reader.Offset() }

// moved returns the [tea.Cmd] that saves the place after a delay, nil if it is saved
// or about to be.
func (m *Model) moved() tea.Cmd {
	delay := m.kept.Moved(m.reader.Offset())
	if delay == 0 {
		return nil
	}
	return m.tick(delay, func(time.Time) tea.Msg { return placeMsg{} })
}
