package main

import (
	"bytes"
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/user"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"

	"rawi/model"
	"rawi/model/ingest"
	"rawi/model/store"
	"rawi/ui"
	"rawi/ui/config"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// builtIn is rawi's own article, written for it.
//
//go:embed article.txt
var builtIn []byte

// read opens the reader, or prints to out what there is no screen for.
func read(out, warnings io.Writer, s settings, args []string) error {
	language, err := l10n.Parse(s.language)
	if err != nil {
		return misuse(l10n.NoSuchLanguage, named(s.language), strings.Join(l10n.Codes(), ", "))
	}
	memory, profile, err := chooseTerminal(s.terminal)
	if err != nil {
		return err
	}
	desk := newDesk(s.folder(), language)
	defer desk.Close()
	isPlain := s.plain || !paintable(display())
	if err := desk.Absent(); errors.Is(err, store.ErrOrphaned) && !isPlain {
		return err
	}
	a, err := choose(desk, args)
	if err != nil {
		return err
	}
	screen := session(desk, a, profile)
	screen.Author = author(s, memory.config)
	if isPlain {
		warnOfConfig(warnings, language)
		return plain(out, warnings, screen)
	}
	screen.Notice = strings.Join(slices.DeleteFunc([]string{memory.notice(language), screen.Notice}, func(s string) bool { return s == "" }), " · ")
	remember := func(identity string, c terminal.Choice) error {
		return worded(language, memory.remember(identity, c))
	}
	size := screenSize()
	screen.Width, screen.Height = size.Width, size.Height
	screen.Memory = ui.Memory{Recall: memory.recall, Remember: remember, Client: askTmux()}
	return show(screen, desk)
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
	if err != nil {
		said = append(said, err.Error())
	}
	for _, text := range said {
		if text != "" {
			fmt.Fprintln(warnings, "rawi:", text)
		}
	}
	found, fault := s.Detect(s.Article)
	if fault != nil {
		fault = sentence{l10n.NothingGuessed, []any{fault}, fault}
	}
	reading := model.NewReading(s.Article, found, history, s.Author)
	return errors.Join(ui.Plain(out, reading, s.Article, s.Language), fault)
}

// chooseTerminal is the terminal by its name, given now, in the environment or
// in the configuration, else by the environment's signs.
func chooseTerminal(given string) (*memory, terminal.Profile, error) {
	memory, err := openMemory()
	if err != nil {
		return nil, terminal.Profile{}, err
	}
	name := given
	if name == "" && os.Getenv(terminal.Variable) == "" {
		name = memory.config.Terminal
	}
	profile, err := terminalCalled(name)
	if err != nil {
		return nil, profile, err
	}
	if name != given {
		profile.Reason = memory.file
	}
	return memory, profile, nil
}

// terminalCalled is the terminal of a name, by the environment where that is
// "".
func terminalCalled(name string) (terminal.Profile, error) {
	profile, err := terminal.Choose(name, os.Getenv)
	if err != nil {
		name = cmp.Or(name, os.Getenv(terminal.Variable))
		return profile, misuse(l10n.NoSuchTerminal, named(name), strings.Join(terminal.Names(), ", "))
	}
	return profile, nil
}

// choose is the article to open: the file named, what is piped in, what was
// read last, or rawi's own.
func choose(d *desk, args []string) (*model.Article, error) {
	if len(args) > 0 {
		return load(args[0])
	}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return load("-")
	}
	if last := d.last(); last != nil {
		return last, nil
	}
	own, err := ingest.Read(bytes.NewReader(builtIn), "rawi:article")
	if err != nil {
		return nil, err
	}
	return own.Articles[0], nil
}

// session gives the screen what it needs of the library.
func session(d *desk, a *model.Article, profile terminal.Profile) ui.Session {
	d.Show(a)
	return ui.Session{
		Article: a, Language: d.language, Terminal: profile, Place: d.Place(), Notice: d.notice(),
		Background: terminal.BackgroundOf(os.Getenv), Detect: find, History: d.history,
		People: d.people, Save: d.save, Keep: d.SetPlace, News: d.news,
	}
}

// author is the reader's name, as decisions bear it: as it is given, as the
// configuration has it, or as the system knows the user.
func author(s settings, c config.Config) string {
	name := cmp.Or(s.author, c.Author)
	if u, err := user.Current(); name == "" && err == nil {
		name = u.Username
	}
	name = cmp.Or(name, os.Getenv("USER"))
	return strings.Join(strings.Fields(strings.ToValidUTF8(name, "\uFFFD")), " ")
}

// show runs the program, and leaves the terminal as it was whatever happens.
func show(s ui.Session, d *desk) (err error) {
	pace := newPace()
	s.Shown = pace.first
	if len(s.Article.Text) < 1<<20 {
		holdGarbage(pace.first)
	}
	m := ui.New(s)
	signals := catchSignals()
	defer func() { err = signals.stop(err) }()
	out := display()
	io.WriteString(out, m.Terminal().Enter)
	defer func() { io.WriteString(out, m.Terminal().Leave) }() // answers may have changed it
	program := newProgram(m, pace, out, signals.filter)
	go signals.obey(program)
	tell := holdErrors()
	_, err = program.Run()
	tell(errors.Is(err, tea.ErrProgramPanic))
	if path := (*fs.PathError)(nil); errors.As(err, &path) { // Bubble Tea opens none but the terminal
		err = sentence{word: l10n.NoKeyboard, cause: err}
	}
	return errors.Join(err, d.settle(m.Unsaved(), m.Place()))
}
