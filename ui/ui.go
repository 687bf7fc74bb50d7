// Package ui is rawi's screen: one [Model] for Bubble Tea, which joins the
// article pane, the two lists, the picker and the reading.
//
// Data flows one way. A key is looked up in the keyboard table, its action
// changes the model or the [model.Reading], and the next frame shows it; what
// must be kept goes out as a command and comes back as a fact ([savedMsg]).
// Geometry is a pure function of the screen's size and the focus.
package ui

import (
	"cmp"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/history"
	"rawi/ui/keep"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/listen"
	"rawi/ui/paint"
	"rawi/ui/parties"
	"rawi/ui/reader"
	"rawi/ui/review"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/rows"
	"rawi/ui/terminal"
	"rawi/ui/words"
)

// Session is what the screen needs of the world. Its functions are called from
// commands only, never while a frame is made.
type Session struct {
	Article  *model.Article
	Author   string // who decides
	Language l10n.Language
	Terminal terminal.Profile
	Place    int             // byte offset at which to open the article
	Width    int             // of the screen in columns, 0 for unknown
	Height   int             // in rows
	Shown    <-chan struct{} // closed when the first frame is made, before which nothing is looked for; nil to look at once
	Notice   string          // said once, in the status line
	Memory   Memory          // of terminals

	Background terminal.Background // as far as is known before the terminal says it

	Detect  func(*model.Article) (model.Findings, error)        // an error: why nothing was looked for
	History func() ([]model.Annotation, error)                  // all decisions on the article, oldest first
	People  func() ([]model.Party, error)                       // of the library, most used first
	Save    func([]model.Annotation) (notice string, err error) // must be safe to repeat; a notice is said once
	Keep    func(offset int) error                              // remembers the place
	News    func() string                                       // what happened to the library since it was last asked, "" for nothing; may be nil
}

// Model is the program's state.
type Model struct {
	*room.Scene
	session  Session
	keyboard *keys.Table[*Model]
	early    early // input that waits until the quotations are found
	mention  int   // of the selected party, the one shown last

	review  review.Review
	naming  parties.Parties
	words   words.Words
	history history.History
	rows    rows.Rows

	stage
	last     lastView
	keeper   keep.Keeper
	place    keep.Place
	listener listen.Listener
	message  message
	tick     func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
}

// stage is what there is on the screen, and where.
type stage struct {
	focus    pane
	geometry geometry
	reader   reader.Reader
	quotes   roster.Roster
	parties  roster.Roster
	overlay  *room.Question // nil when closed
	help     *helpPage      // nil when closed
	mouse    bool           // the mouse is switched on
	painter  paint.Painter
	screen   *paint.Screen
	keyLines [keys.ContextCount]paint.Text
}

// New is the program at its start: the article, with nothing found yet.
func New(s Session) *Model {
	m := &Model{
		Scene: &room.Scene{
			Article: s.Article, Language: s.Language,
			Reading: model.NewReading(s.Article, model.Findings{}, nil, s.Author),
		},
		session:  s,
		keyboard: keyboard(),
		stage: stage{
			reader:  reader.New(s.Article),
			quotes:  roster.New(rows.Height),
			parties: roster.New(rows.Height),
			screen:  new(paint.Screen),
		},
		listener: listen.New(s.Terminal, s.Background, s.Memory.Recall, s.Memory.Client != nil),
		message:  message{text: s.Notice, warning: s.Notice != ""},
		tick:     tea.Tick,
	}
	m.naming = parties.Parties{Scene: m.Scene}
	m.review = review.Review{Scene: m.Scene, Parties: &m.naming}
	m.words = words.Words{Scene: m.Scene, Parties: &m.naming, WordAt: m.reader.Word}
	m.rows = rows.Rows{Scene: m.Scene, Measure: m.screen.Measure, Candidates: keys.Digits}
	m.history = history.History{Scene: m.Scene}
	m.keyLines = keyLines(m.keyboard, s.Language.Say)
	m.geometry.width, m.geometry.height = cmp.Or(s.Width, 80), cmp.Or(s.Height, 24)
	m.applyProfile(listen.Step{Changed: true})
	m.resize(m.geometry.width, m.geometry.height)
	m.place = keep.At(s.Place)
	m.reader.ScrollTo(s.Place)
	return m
}

// Messages are facts.
type (
	detectedMsg struct {
		findings model.Findings
		history  []model.Annotation
		news     string
		err      error
	}
	peopleMsg struct {
		people []model.Party
		err    error
	}
	learnedMsg struct {
		history []model.Annotation
		news    string
		err     error
	}
	savedMsg struct {
		notice string
		err    error
	}
	retryMsg struct{}
	placeMsg struct{}
)

// SuspendMsg asks for what the key for suspending does.
type SuspendMsg struct{}

// Init asks for what the frames after the first need.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(m.askTerminal(), m.detect)
}

// detect reads the decisions of old and looks for quotations, when there is
// something to read meanwhile.
func (m *Model) detect() tea.Msg {
	if m.session.Shown != nil {
		<-m.session.Shown
	}
	history, err := m.session.History()
	found, fault := m.session.Detect(m.Article)
	if fault != nil {
		fault = errors.New(m.Language.Say(l10n.NothingGuessed, fault))
	}
	return detectedMsg{found, history, m.session.news(err), errors.Join(err, fault)}
}

// meetPeople reads who is known in the library. In a large one that takes a
// while, so the quotations do not wait for it.
func (m *Model) meetPeople() tea.Msg {
	people, err := m.session.People()
	if len(people) == 0 && err == nil {
		return nil
	}
	return peopleMsg{people, err}
}

// Update takes in one fact or one key.
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
		m.met(msg)
	case learnedMsg:
		m.learn(msg)
	case savedMsg:
		cmd = m.saved(msg)
	case retryMsg:
		cmd = m.follow(m.keeper.Retry())
	case SuspendMsg:
		cmd = m.suspend()
	case placeMsg:
		cmd, shows = m.keepPlace(), false
	case tea.KeyPressMsg, tea.MouseMsg, tea.PasteMsg:
		cmd = m.input(msg)
	default:
		cmd, shows = m.handleTerminalMsg(msg), false // which says itself what it changes on the screen
	}
	m.last.stale = m.last.stale || shows
	m.fitLists()
	return m, cmd
}

// fitLists scrolls the lists to what is selected, before they are shown.
func (m *Model) fitLists() {
	if !m.last.stale {
		return
	}
	n, rows := len(m.Reading.Quotes()), 0
	if n > 0 {
		rows = len(m.quotation(min(m.quotes.Selected(), n-1)))
	}
	m.quotes.Fit(n, rows)
	m.parties.Fit(len(m.Reading.Parties()), 0)
}

// resize lays everything out anew.
func (m *Model) resize(width, height int) {
	m.geometry = arrange(width, height, m.focus, m.overlay != nil)
	g := &m.geometry
	if a := g.panes[articlePane]; !a.empty() {
		m.reader.Resize(a.w, a.h)
	}
	m.quotes.Resize(g.panes[quotesPane].w, g.panes[quotesPane].h-rows.BarHeight(g.panes[quotesPane].h))
	m.parties.Resize(g.panes[partiesPane].w, g.panes[partiesPane].h)
	if m.overlay != nil {
		m.overlay.Resize(g.overlay.w, g.overlay.h)
	}
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

// pressCleanly is press; where the terminal smears, all is painted anew when
// something moved.
func (m *Model) pressCleanly(k tea.Key) tea.Cmd {
	place := func() [3]int { return [3]int{m.reader.Offset(), m.Current, m.parties.Selected()} }
	before := place()
	cmd := m.press(k)
	if m.Terminal().Smears && place() != before {
		return tea.Batch(cmd, m.repaint())
	}
	return cmd
}

// open shows what was found, and the decisions of old over it.
func (m *Model) open(msg detectedMsg) tea.Cmd {
	m.Reading = model.NewReading(m.Article, msg.findings, msg.history, m.session.Author)
	m.Detected = true
	m.markUnsaved()
	m.message.report(msg.news)
	if n := len(m.Reading.Unresolved()); n > 0 {
		m.message.warnToo(m.Language.Say(l10n.UnresolvedFound, n))
	}
	m.followText()
	if msg.err != nil {
		m.message.warnToo(msg.err.Error())
	}
	cmds := []tea.Cmd{m.obeyEarly(), m.meetPeople}
	if m.Terminal().Smears {
		cmds = append(cmds, m.repaint())
	}
	return tea.Batch(cmds...)
}

// met takes in the people of the library.
func (m *Model) met(msg peopleMsg) {
	m.People = msg.people
	m.rows.Forget()
	if msg.err != nil {
		m.message.warn(msg.err.Error())
	}
}

func (m *Model) say(w l10n.Word, args ...any) {
	m.message, m.last.stale = message{text: m.Language.Say(w, args...)}, true
}
