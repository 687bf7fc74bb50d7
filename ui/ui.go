// Package ui is rawi's screen: one [Model] for Bubble Tea, which wires the rooms
// below it.
//
// A room is a package with one concern of the reader. An action is what a key or a
// name on the command line does, a row of the keyboard table. An effect is what must
// happen after it, returned as a value. A command is a subcommand of the program, as
// in "rawi extract"; what Bubble Tea calls a command is a [tea.Cmd] here.
//
// Data flows one way. A key is looked up in the keyboard table; its action calls a
// room (review, parties, words, history), which changes the [model.Reading] and
// returns a [room.Effect]; apply carries that out, and the next frame shows it. What
// must be kept goes out as a [tea.Cmd] and comes back as a fact ([savedMsg]). Facts
// about the terminal go to the [listen.Listener] and come back the same way.
// Geometry is a pure function of the screen's size and the focus. Files use those
// below them only: types, then what happens to them, then the wiring in this file.
package ui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"rawi/bidi/layout"
	"rawi/model"
	"rawi/ui/history"
	"rawi/ui/keep"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/links"
	"rawi/ui/listen"
	"rawi/ui/paint"
	"rawi/ui/parties"
	"rawi/ui/reader"
	"rawi/ui/review"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/rows"
	"rawi/ui/search"
	"rawi/ui/words"
)

// Prepare makes what every first frame needs, so that it can be made while the article
// is read. [New] waits for it, and needs no call of it.
func Prepare() { layout.Prepare() }

// New is the program at its start: the article, with nothing found yet.
func New(s Session) *Model {
	scene := &room.Scene{
		Article: s.Article, Language: s.Language,
		Reading: model.NewReading(s.Article, model.Findings{}, nil, s.Author),
	}
	m := &Model{
		Scene:    scene,
		session:  s,
		keyboard: keyboard(),
		panes: panes{
			Scene: scene, focus: paneCalled(s.Pane), reader: reader.New(s.Article),
			quotes: roster.New(rows.Height), parties: roster.New(rows.Height),
		},
		screen:   new(paint.Screen),
		listener: listen.New(s.Terminal, s.Background, s.Colours, s.Preferences.ChoiceFor, s.Preferences.TmuxClient != nil),
		message:  statusMessage{text: s.Notice, warning: s.Notice != ""},
		tick:     tea.Tick,
	}
	m.naming = parties.Parties{Scene: scene}
	m.review = review.Review{Scene: scene, Parties: &m.naming}
	m.words = words.Words{Scene: scene, Parties: &m.naming, WordAt: m.reader.Word}
	m.rows = rows.Rows{Scene: scene, Measure: m.screen.Measure, Candidates: keys.Digits}
	m.order = m.rows.Order
	m.history = history.History{Scene: scene}
	m.search = search.New(scene, m.reader.Visible)
	m.foreign = s.Article.Foreign()
	m.links = links.Links{Scene: scene, CanRead: s.Read != nil}
	m.keyLines = keyLines(m.keyboard, s.Language.Say)
	m.geometry.width, m.geometry.height = cmp.Or(s.Width, 80), cmp.Or(s.Height, 24)
	m.painter.FromLeft = s.Language.LeftToRight()
	m.applyProfile(listen.Effect{Changed: true})
	m.taste = s.Taste
	m.dress()
	m.kept = keep.At(s.Place)
	m.reader.ScrollTo(s.Place)
	return m
}

// Init starts loading what the frames after the first need.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(m.askTerminal(), m.session.detect)
}

// Update handles one message.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd, shows := tea.Cmd(nil), true
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
		cmd = m.applyProfile(m.listener.AskTmux())
	case tea.ResumeMsg:
		cmd = tea.Sequence(tea.Raw(m.Terminal().Enter), m.repaint())
	case detectedMsg:
		cmd = m.open(msg)
	case peopleMsg:
		m.setPeople(msg)
	case reloadedMsg:
		m.reloaded(msg)
	case savedMsg:
		cmd = m.saved(msg)
	case browsedMsg:
		m.browsed(msg)
	case retryMsg:
		cmd = m.follow(m.keeper.Retry())
	case SuspendMsg:
		cmd = m.suspend()
	case placeMsg:
		m.kept.Keep(m.Place())
		cmd, shows = m.session.keep(m.Place()), false
	case tea.KeyPressMsg, tea.MouseMsg, tea.PasteMsg:
		cmd = tea.Batch(m.input(msg), m.comeBack())
	default:
		cmd, shows = m.handleTerminalMsg(msg), false // which says itself what it changes on the screen
	}
	if m.last.stale = m.last.stale || shows; m.last.stale {
		m.fit(&m.rows)
	}
	return m, cmd
}

// input handles a key, the mouse or a paste, now or when the quotations are found.
func (m *Model) input(msg tea.Msg) tea.Cmd {
	if len(m.pending.waiting) > 0 && m.mustWait(msg) {
		return m.postpone(func(m *Model) tea.Cmd { return m.handleInput(msg) })
	}
	return m.handleInput(msg)
}

func (m *Model) handleInput(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.pressAndRepaint(tea.Key(msg))
	case tea.MouseMsg:
		return m.handleMouse(msg)
	case tea.PasteMsg:
		if m.overlay != nil {
			return m.apply(m.overlay.TypeText(msg.Content))
		}
	}
	return nil
}

// pressAndRepaint is press; where the terminal smears, everything is repainted when
// something moved.
func (m *Model) pressAndRepaint(k tea.Key) tea.Cmd {
	before := m.panes.place()
	cmd := m.press(k)
	if m.Terminal().Smears && m.panes.place() != before {
		return tea.Batch(cmd, m.repaint())
	}
	return cmd
}

// open shows what was found, with the earlier decisions applied.
func (m *Model) open(msg detectedMsg) tea.Cmd {
	m.Reading = model.NewReading(m.Article, msg.findings, msg.history, m.session.Author)
	m.Detected = true
	m.markUnsaved()
	if msg.news != "" {
		m.message.warnToo(msg.news)
	}
	if n := len(m.Reading.Unresolved()); n > 0 {
		m.message.warnToo(m.Language.Say(l10n.UnresolvedFound, n))
	}
	m.followText()
	if m.foreign {
		m.message.showNews(m.Language.Say(l10n.Foreign))
	}
	if msg.err != nil {
		m.message.warnToo(msg.err.Error())
	}
	cmds := []tea.Cmd{m.runPending(), m.session.loadPeople}
	if m.Terminal().Smears {
		cmds = append(cmds, m.repaint())
	}
	return tea.Batch(cmds...)
}

// setPeople sets the people of the library.
func (m *Model) setPeople(msg peopleMsg) {
	m.People = msg.people
	m.rows.Forget()
	if msg.err != nil {
		m.message.warn(msg.err.Error())
	}
}
