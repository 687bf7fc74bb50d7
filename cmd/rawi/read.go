package main

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"

	"rawi/model"
	"rawi/model/store"
	"rawi/ui"
	"rawi/ui/config"
	"rawi/ui/l10n"
	"rawi/ui/pace"
	"rawi/ui/terminal"
)

// builtIn is rawi's own article, written for it.
//
//go:embed article.txt
var builtIn []byte

// read opens the reader, or prints the article to out if there is no screen.
func read(out, warnings io.Writer, s settings, args []string) error {
	return readOn(out, warnings, s, args, way{})
}

// readOn is read on a way through several articles, which says what is shown first.
func readOn(out, warnings io.Writer, s settings, args []string, way way) error {
	language := s.language
	prefs, profile, err := chooseTerminal(s.terminal)
	if err != nil {
		return err
	}
	first, err := begin(args, s.mend)
	if err != nil {
		return err
	}
	where := s.whereIn(prefs.config)
	library := newLibrarySession(where, language)
	defer library.Close()
	isPlain := s.plain || !paintable(terminalOutput())
	if err := library.Absent(); errors.Is(err, store.ErrOrphaned) && !isPlain {
		return err
	}
	models, err := s.models(prefs.config)
	if err != nil {
		return err
	}
	o := &opener{where, language, profile, author(s, prefs.config), detectOnce(models), way, sync.OnceValue(func() string { return s.basisOf(prefs.config) })}
	if first, err = o.along(first); err != nil {
		return err
	}
	screen, err := o.start(library, first, isPlain)
	if err != nil {
		return err
	}
	screen.Capacity = way.as
	screen.Form, screen.Clipboard = prefs.config.Copy, prefs.config.Clipboard
	screen.WriteCopy = func(text string) (string, error) {
		file, err := writeCopy(text)
		return file, inLanguage(language, err)
	}
	if isPlain {
		warnOfConfig(warnings, language)
		return plain(out, warnings, screen)
	}
	screen.Notice = notices(prefs.notice(language), screen.Notice)
	remember := func(identity string, c terminal.Choice) error {
		return inLanguage(language, prefs.remember(identity, c))
	}
	size := screenSize()
	screen.Width, screen.Height, screen.Colours = size.Width, size.Height, first.colours()
	habits := openHabits(where)
	screen.Pane, screen.Taste = cmp.Or(way.pane(), habits.Pane), habits.taste(prefs.config.Taste)
	screen.Preferences = ui.Preferences{ChoiceFor: prefs.choiceFor, Remember: remember, TmuxClient: askTmux(), KeepPane: habits.keepPane, KeepTaste: habits.keepTaste}
	return show(screen)
}

// paintable reports whether out can show more than lines of text.
func paintable(out terminal.Output) bool {
	return term.IsTerminal(int(out.Fd())) && os.Getenv("TERM") != "dumb"
}

// plain prints the article, what is found in it and what was decided. What keeps
// it from that is said beside it.
func plain(out, warnings io.Writer, s ui.Session) error {
	history, err := s.History()
	said := []string{s.Notice, s.News()}
	if s.Later != nil {
		said = append(said, s.Later())
	}
	if err != nil {
		said = append(said, err.Error())
	}
	for _, text := range said {
		if text != "" {
			fmt.Fprintln(warnings, "rawi:", text)
		}
	}
	found, failed := s.Detect(s.Article)
	if failed != nil {
		failed = localizedError{l10n.NothingGuessed, []any{failed}, failed}
	}
	reading := model.NewReading(s.Article, found, history, s.Author)
	return errors.Join(ui.Plain(out, reading, s.Article, s.Language), failed)
}

// chooseTerminal is the terminal by its name, given now, in the environment or
// in the configuration, else by the environment's signs.
func chooseTerminal(given string) (*preferences, terminal.Profile, error) {
	prefs, err := openPreferences()
	if err != nil {
		return nil, terminal.Profile{}, err
	}
	name := given
	if name == "" && os.Getenv(terminal.Variable) == "" {
		name = prefs.config.Terminal
	}
	profile, err := terminalCalled(name)
	if err != nil {
		return nil, profile, err
	}
	if name != given {
		profile.Reason = prefs.file
	}
	return prefs, profile, nil
}

// terminalCalled is the terminal of a name, by the environment where that is
// "".
func terminalCalled(name string) (terminal.Profile, error) {
	profile, err := terminal.Choose(name, os.Getenv)
	if err != nil {
		name = cmp.Or(name, os.Getenv(terminal.Variable))
		return profile, wrongUsage(l10n.NoSuchTerminal, quoted(name), strings.Join(terminal.Names(), ", "))
	}
	return profile, nil
}

// start is what is shown first: the article named or piped in, or else what was read last
// or rawi's own. What must be fetched is on its way, with nothing shown before it.
func (o *opener) start(library *librarySession, first firstInput, isPlain bool) (ui.Session, error) {
	if first.address != "" && !isPlain {
		return o.waiting(ui.Request{Name: first.address}, first.pending), nil
	}
	if first.read == nil && first.address == "" && !isPlain && library.last() == nil && library.HasArticles() {
		return o.shelf(library), nil
	}
	found, err := o.choose(library, first)
	if err != nil {
		return ui.Session{}, err
	}
	found.pending = first.pending
	return o.session(library, found), nil
}

// author is the reader's name in decisions: from the flag, the configuration or the
// system's user name.
func author(s settings, c config.Config) string {
	name := cmp.Or(s.author, c.Author)
	if u, err := user.Current(); name == "" && err == nil {
		name = u.Username
	}
	name = cmp.Or(name, os.Getenv("USER"))
	return strings.Join(strings.Fields(strings.ToValidUTF8(name, "\uFFFD")), " ")
}

// newProgram is a program that shows m on a terminal. Signals are heard by their own
// filter.
func newProgram(m *ui.Model, p *pace.Pace, keyboard io.Reader, out terminal.Output, signals *signals) (program *tea.Program) {
	sizes := &sizeWatch{shown: sizeOf(m), program: func() *tea.Program { return program }}
	filter := func(_ tea.Model, msg tea.Msg) tea.Msg {
		if sizes.known(msg) {
			return nil
		}
		return ui.Filter(m, signals.filter(m, msg))
	}
	program = p.Program(m, out, tea.WithInput(keyboard), tea.WithColorProfile(m.Colours()), tea.WithoutSignalHandler(), tea.WithFilter(filter))
	return program
}

// keyboard is where keys are read: the terminal, also when the article is piped in.
func keyboard() (*os.File, error) {
	if term.IsTerminal(int(os.Stdin.Fd())) {
		return os.Stdin, nil
	}
	in, _, err := tea.OpenTTY()
	if err != nil {
		return nil, localizedError{word: l10n.NoKeyboard, cause: err}
	}
	return in, nil
}

// show runs the program, and leaves the terminal as it was whatever happens.
func show(s ui.Session) (err error) {
	keyboard, err := keyboard()
	if err != nil {
		return err
	}
	pace := pace.New()
	s.Shown = pace.First()
	if len(s.Article.Text) < 1<<20 {
		holdGarbage(s.Shown)
	}
	m := ui.New(s)
	signals := catchSignals()
	defer func() { err = signals.stop(err) }()
	out := terminalOutput()
	io.WriteString(out, m.EnterScreen())
	defer func() { io.WriteString(out, m.LeaveScreen()) }() // answers may have changed it
	defer pace.Leave(out)
	_ = catchPanic(func() error { return pace.Paint(m, out, m.Colours()) }) // the program fails alike, and says it
	program := newProgram(m, pace, keyboard, out, signals)
	go signals.handle(program)
	tell := captureStderr()
	_, err = program.Run()
	tell(errors.Is(err, tea.ErrProgramPanic))
	return errors.Join(err, m.Leave())
}
