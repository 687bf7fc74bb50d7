package main

import (
	"bytes"
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
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"

	"rawi/model"
	"rawi/model/ingest"
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
	language, err := l10n.Parse(s.language)
	if err != nil {
		return wrongUsage(l10n.NoSuchLanguage, quoted(s.language), strings.Join(l10n.Codes(), ", "))
	}
	prefs, profile, err := chooseTerminal(s.terminal)
	if err != nil {
		return err
	}
	named, colours := begin(args)
	library := newLibrarySession(s.folder(), language)
	defer library.Close()
	isPlain := s.plain || !paintable(terminalOutput())
	if err := library.Absent(); errors.Is(err, store.ErrOrphaned) && !isPlain {
		return err
	}
	a, err := choose(library, named)
	if err != nil {
		return err
	}
	models, err := s.models(prefs.config)
	if err != nil {
		return err
	}
	screen := session(library, a, profile, detectOnce(models))
	screen.Author = author(s, prefs.config)
	if isPlain {
		warnOfConfig(warnings, language)
		return plain(out, warnings, screen)
	}
	screen.Notice = prefs.notice(language)
	remember := func(identity string, c terminal.Choice) error {
		return inLanguage(language, prefs.remember(identity, c))
	}
	size := screenSize()
	screen.Width, screen.Height, screen.Colours = size.Width, size.Height, colours()
	habits := openHabits()
	screen.Pane, screen.Taste = habits.Pane, habits.taste(prefs.config.Taste)
	screen.Preferences = ui.Preferences{ChoiceFor: prefs.choiceFor, Remember: remember, TmuxClient: askTmux(), KeepPane: habits.keepPane, KeepTaste: habits.keepTaste}
	return show(screen, library)
}

// paintable reports whether out can show more than lines of text.
func paintable(out terminal.Output) bool {
	return term.IsTerminal(int(out.Fd())) && os.Getenv("TERM") != "dumb"
}

// plain prints the article, what is found in it and what was decided. What keeps
// it from that is said beside it.
func plain(out, warnings io.Writer, s ui.Session) error {
	history, err := s.History()
	said := []string{s.News()}
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

// begin begins with what does not wait for the library. It returns functions that wait
// for the article named or piped in, nil where there is none, and for how many colours
// the terminal has, which tmux may have to be asked.
func begin(args []string) (named func() (*model.Article, error), colours func() colorprofile.Profile) {
	go ui.Prepare()
	colours = sync.OnceValue(func() colorprofile.Profile { return colorprofile.Detect(terminalOutput(), os.Environ()) })
	go colours()
	file := "-"
	switch {
	case len(args) > 0:
		file = args[0]
	case term.IsTerminal(int(os.Stdin.Fd())):
		return nil, colours
	}
	named = sync.OnceValues(func() (*model.Article, error) { return load(file) })
	go func() { _, _ = named() }() // who waits for it hears of an error
	return named, colours
}

// choose is the article to open: the one named or piped in, what was read last, or
// rawi's own.
func choose(library *librarySession, named func() (*model.Article, error)) (*model.Article, error) {
	if named != nil {
		return named()
	}
	if last := library.last(); last != nil {
		return last, nil
	}
	own, err := ingest.Read(bytes.NewReader(builtIn), "rawi:article")
	if err != nil {
		return nil, err
	}
	return own.Articles[0], nil
}

// session gives the screen what it needs of the library.
func session(library *librarySession, a *model.Article, profile terminal.Profile, find func(*model.Article) (model.Findings, error)) ui.Session {
	library.Show(a)
	return ui.Session{
		Article: a, Language: library.language, Terminal: profile, Place: library.Place(),
		Background: terminal.BackgroundOf(os.Getenv), Browse: browse, Detect: find, History: library.history,
		People: library.people, Save: library.save, Keep: library.SetPlace, News: library.news,
	}
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
func show(s ui.Session, library *librarySession) (err error) {
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
	io.WriteString(out, m.Terminal().Enter)
	defer func() { io.WriteString(out, m.Terminal().Leave) }() // answers may have changed it
	defer pace.Leave(out)
	_ = catchPanic(func() error { return pace.Paint(m, out, m.Colours()) }) // the program fails alike, and says it
	program := newProgram(m, pace, keyboard, out, signals)
	go signals.handle(program)
	tell := captureStderr()
	_, err = program.Run()
	tell(errors.Is(err, tea.ErrProgramPanic))
	return errors.Join(err, library.finish(m.Unsaved(), m.Place()))
}
