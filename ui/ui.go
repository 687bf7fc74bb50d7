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
	"rawi/ui/l10n"
	"rawi/ui/listen"
	"rawi/ui/paint"
)

// Prepare makes what every first frame needs, so that it can be made while the article
// is read. [New] waits for it, and needs no call of it.
func Prepare() { layout.Prepare() }

// New is the program at its start: the article, with nothing found yet.
func New(s Session) *Model {
	m := &Model{
		keyboard: keyboard(),
		screen:   new(paint.Screen),
		listener: listen.New(s.Terminal, s.Background, s.Colours, s.Preferences.ChoiceFor, s.Preferences.TmuxClient != nil),
		tick:     tea.Tick,
	}
	m.keyLines = keyLines(m.keyboard, s.Language.Say)
	m.geometry.width, m.geometry.height = cmp.Or(s.Width, 80), cmp.Or(s.Height, 24)
	m.painter.FromLeft = s.Language.LeftToRight()
	m.taste = s.Taste
	m.load(s)
	return m
}

// Init starts loading what the frames after the first need.
func (m *Model) Init() tea.Cmd {
	cmds := []tea.Cmd{m.askTerminal(), m.session.begin()}
	if m.session.Shelf {
		cmds = append(cmds, openShelf(m))
	}
	if m.session.Opening != (Request{}) {
		cmds = append(cmds, m.openRequest(m.session.Opening))
	}
	return tea.Batch(cmds...)
}

// Update handles one message.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd, shows := tea.Cmd(nil), true
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
		cmd = m.applyProfile(m.listener.AskTmux())
	case tea.ResumeMsg:
		cmd = tea.Sequence(tea.Raw(m.EnterScreen()), m.repaint())
	case detectedMsg:
		cmd = m.open(msg)
	case peopleMsg:
		m.setPeople(msg)
	case reloadedMsg:
		m.reloaded(msg)
	case savedMsg:
		cmd = m.saved(msg)
	case incomingMsg:
		cmd = msg.arrive(m)
	case retryMsg:
		cmd = m.follow(m.keeper.Retry())
	case SuspendMsg:
		cmd = m.suspend()
	case placeMsg:
		m.kept.Keep(m.Place())
		cmd, shows = m.session.keep(m.reader.Visible()), false
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
		} else if m.listing != nil {
			m.listing.TypeText(msg.Content)
			return nil
		} else if m.session.Open != nil && m.help == nil {
			return m.apply(m.shelf.Paste(msg.Content))
		}
	}
	return nil
}

// pressAndRepaint is press; where the terminal smears, everything is repainted when
// something moved.
func (m *Model) pressAndRepaint(k tea.Key) tea.Cmd {
	before := m.panes.place()
	row, _ := m.keyboard.Find(k, m.context())
	m.jump.begin(m, row.Steady)
	cmd := m.press(k)
	m.jump.end(m)
	if t := m.Terminal(); (t.Smears || t.Trails) && (m.panes.place() != before || m.listing != nil) {
		return tea.Batch(cmd, m.repaint())
	}
	return cmd
}

// open shows what was found, with the earlier decisions applied.
func (m *Model) open(msg detectedMsg) tea.Cmd {
	if msg.article != m.Article {
		return nil // another one is shown by now
	}
	as := m.Reading.Capacity
	m.Reading = model.NewReading(m.Article, msg.findings, msg.history, m.session.Author)
	m.Reading.Adjudicate(as)
	m.Detected = true
	m.markUnsaved()
	if msg.news != "" {
		m.message.warnToo(msg.news)
	}
	if n := len(m.Reading.Unresolved()); n > 0 {
		m.message.warnToo(m.Language.Say(l10n.UnresolvedFound, n))
	}
	m.followText()
	if as == model.Adjudicator {
		m.toUnsettled()
	}
	if m.foreign {
		m.message.showNews(m.Language.Say(l10n.Foreign))
	}
	if msg.err != nil {
		m.message.warnToo(msg.err.Error())
	}
	cmds := []tea.Cmd{m.runPending(), m.session.await(), m.session.loadPeople, m.session.edits(msg.findings.Quotes), m.session.later(), m.keepSaidLater()}
	if m.Terminal().Smears {
		cmds = append(cmds, m.repaint())
	}
	return tea.Batch(cmds...)
}

// setPeople sets the people of the library.
func (m *Model) setPeople(msg peopleMsg) {
	if msg.article != m.Article {
		return // another one is shown by now
	}
	m.People = msg.people
	m.rows.Forget()
	if msg.err != nil {
		m.message.warn(msg.err.Error())
	}
}
