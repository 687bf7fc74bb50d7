package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"os/user"
	"path/filepath"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"
	"golang.org/x/term"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/ingest"
	"rawi/model/store"
	"rawi/ui"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// builtIn is rawi's own article, written for it.
//
//go:embed article.txt
var builtIn []byte

// read opens the reader.
func read(s settings, args []string) error {
	language, err := l10n.Parse(s.language)
	if err != nil {
		return usageError{err}
	}
	profile, err := terminal.Choose(s.terminal, os.Getenv)
	if err != nil {
		return usageError{err}
	}
	if !term.IsTerminal(int(os.Stdout.Fd())) {
		return errors.New("standard output is not a terminal; to print an article, use rawi render FILE")
	}
	library, err := store.Open(dataFolder(s.data))
	if err != nil {
		return err
	}
	defer library.Close()
	a, err := choose(library, args)
	if err != nil {
		return err
	}
	return show(ui.New(session(library, a, language, profile)), library, a, profile)
}

func dataFolder(flag string) string {
	if flag != "" {
		return flag
	}
	return filepath.Join(xdg.DataHome, "rawi")
}

// choose is the article to open: the file named, what is piped in, what was
// read last, or rawi's own.
func choose(library *store.Library, args []string) (*model.Article, error) {
	if len(args) > 0 {
		return load(args[0])
	}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return load("-")
	}
	last, err := library.Last()
	if err != nil {
		return nil, err
	}
	if last != "" {
		return library.Article(last)
	}
	return ingest.Read(bytes.NewReader(builtIn), "rawi:article")
}

// session gives the screen what it needs of the library. What cannot be kept
// is said in the status line and does not keep anybody from reading.
func session(library *store.Library, a *model.Article, language l10n.Language, profile terminal.Profile) ui.Session {
	s := ui.Session{
		Article: a, Author: author(), Language: language, Terminal: profile,
		Detect:  detect.Detect,
		History: func() ([]model.Annotation, error) { return library.Decisions(a.ID) },
		Save: func(as []model.Annotation) error {
			if err := library.Keep(a); err != nil {
				return err
			}
			return library.Append(a.ID, as...)
		},
		Keep: func(offset int) error { return library.SetPlace(a.ID, offset) },
	}
	if place, err := library.Place(a.ID); err == nil {
		s.Place = place
	}
	if library.ReadOnly() {
		s.Notice = language.Say(l10n.ReadOnly)
	} else if err := keep(library, a, s.Place); err != nil {
		s.Notice = err.Error()
	}
	return s
}

// keep puts the article into the library, as the one that was read last.
func keep(library *store.Library, a *model.Article, place int) error {
	if err := library.Keep(a); err != nil {
		return err
	}
	return library.SetPlace(a.ID, place)
}

// author is the reader's name, as decisions bear it.
func author() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return os.Getenv("USER")
}

// show runs the program, and leaves the terminal as it was whatever happens.
func show(m *ui.Model, library *store.Library, a *model.Article, profile terminal.Profile) error {
	os.Stdout.WriteString(profile.Enter)
	defer os.Stdout.WriteString(profile.Leave)
	program := tea.NewProgram(m)
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	go func() {
		if _, ok := <-hangup; ok {
			program.Quit()
		}
	}()
	_, err := program.Run()
	if place := library.SetPlace(a.ID, m.Place()); err == nil && !library.ReadOnly() {
		err = place
	}
	if unsaved := m.Unsaved(); len(unsaved) > 0 {
		if failed := library.Append(a.ID, unsaved...); failed != nil {
			err = fmt.Errorf("%d decisions are lost: %w", len(unsaved), failed)
		}
	}
	return err
}
