package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func libraryCommand(s *settings) *cobra.Command {
	library := &cobra.Command{
		Use:   "library",
		Short: "Make and copy libraries that several people share",
		Long: `A shared library is a database of PostgreSQL in which several people read and decide
together, each with: rawi --library postgres://USER@HOST/DATABASE. The password is found as
by all programs of PostgreSQL: in PGPASSWORD or in ~/.pgpass.`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	for _, row := range []struct {
		use, short string
		args       cobra.PositionalArgs
		do         func(libraries, []string) error
	}{
		{"init [ADDRESS]", "Make a shared library in a database, or bring it up to date", atMostOneLibrary, libraries.init},
		{"sql [ADDRESS]", "Print the SQL that makes a shared library and its roles", atMostOneLibrary, libraries.sql},
		{"copy FROM TO", "Copy a library into another one, be it a folder or shared", twoLibraries, libraries.copy},
	} {
		library.AddCommand(&cobra.Command{
			Use: row.use, Short: row.short, Args: row.args, ValidArgsFunction: folders,
			RunE: func(c *cobra.Command, args []string) error {
				return row.do(libraries{*s, func(text string) { fmt.Fprintln(c.OutOrStdout(), text) }}, args)
			},
		})
	}
	return library
}

func atMostOneLibrary(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return wrongUsage(l10n.NeedsServer)
	}
	return nil
}

func twoLibraries(_ *cobra.Command, args []string) error {
	if len(args) != 2 {
		return wrongUsage(l10n.TwoLibraries)
	}
	return nil
}

// libraries is what the commands on whole libraries need.
type libraries struct {
	settings
	print func(line string)
}

func (l libraries) say(w l10n.Word, args ...any) { l.print(l.language.Say(w, args...)) }

// shown is the name of a library, without a password.
func shown(where string) string { return printable.Text(store.PublicName(where)) }

// address is the shared library that is named, by an argument or as for every command.
func (l libraries) address(args []string) (string, error) {
	where, err := l.where()
	if len(args) > 0 {
		where, err = args[0], nil
	}
	if err == nil && !store.IsAddress(where) {
		err = wrongUsage(l10n.NeedsServer)
	}
	return where, err
}

// init makes a shared library or brings it up to date.
func (l libraries) init(args []string) error {
	address, err := l.address(args)
	if err != nil {
		return err
	}
	made, err := store.Init(address)
	if err != nil {
		return err
	}
	word := l10n.LibraryUpToDate
	if made {
		word = l10n.LibraryMade
	}
	l.say(word, shown(address))
	return nil
}

// sql prints what init does, for those who keep a server.
func (l libraries) sql(args []string) error {
	address := ""
	if where, err := l.address(args); err == nil {
		address = where
	} else if len(args) > 0 {
		return err
	}
	commands, err := store.InitSQL(address)
	if err != nil {
		return err
	}
	l.print(commands)
	return nil
}

// copy copies all of a library into another one.
func (l libraries) copy(names []string) (err error) {
	var open [2]*store.Library
	if from := names[0]; !store.IsAddress(from) {
		if _, err := os.Stat(filepath.Join(from, store.FileName)); err != nil {
			return fileError(from, err)
		}
	}
	for i, where := range names {
		if open[i], err = store.Open(where); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, open[i].Close()) }()
	}
	n, err := store.Copy(open[0], open[1])
	if err != nil {
		return err
	}
	count := l.language.Count
	l.say(l10n.LibraryCopied, count(n.Articles, l10n.Articles), count(n.Decisions, l10n.Decisions))
	return nil
}
