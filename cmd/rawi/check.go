package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/export"
	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func checkCommand(s *settings) *cobra.Command {
	var rebuild bool
	var salvaged string
	c := &cobra.Command{
		Use:   "check",
		Short: "Check that the library is sound",
		Long: `check reads everything in the library: whether the file is sound, each article is
the text that it was, each decision says what it said and none is missing, and
what was derived from the decisions is what they give.

--salvage writes every decision that can be read as "rawi export" does, also from
a file that no longer opens, and changes nothing; "rawi import" takes it into a
new library.`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, _ []string) error {
			if salvaged != "" {
				return salvage(*s, c.OutOrStdout(), salvaged)
			}
			return check(*s, c.OutOrStdout(), rebuild)
		},
	}
	c.Flags().StringVar(&salvaged, "salvage", "", "write every decision that can be read into a new FILE, however damaged the library is")
	c.Flags().BoolVar(&rebuild, "rebuild", false, "first rebuild what is derived from the decisions")
	c.MarkFlagsMutuallyExclusive("rebuild", "salvage")
	return c
}

func check(s settings, w io.Writer, rebuild bool) error {
	library, err := s.open()
	if err != nil {
		return err
	}
	defer library.Close()
	if rebuild {
		if err := library.Rebuild(); err != nil {
			return err
		}
	}
	report, err := library.Check()
	if err != nil {
		return err
	}
	for _, fault := range report.Faults {
		fmt.Fprintln(w, printable.Text(fault))
	}
	for _, id := range report.Unfit {
		fmt.Fprintln(w, s.language.Say(l10n.LostDecision, printable.Text(id)))
	}
	if n := len(report.Faults); n > 0 {
		return localizedError{word: l10n.FaultsFound, args: []any{count{n, l10n.Faults}}}
	}
	count := s.language.Count
	fmt.Fprintln(w, s.language.Say(l10n.LibrarySound, count(report.Articles, l10n.Articles), count(report.Decisions, l10n.Decisions)))
	return nil
}

// salvage writes what can be read of a library into a new file.
func salvage(s settings, w io.Writer, file string) error {
	where, err := s.where()
	if err != nil {
		return err
	}
	if store.IsAddress(where) {
		return localizedError{word: l10n.NotOnServer}
	}
	found, err := store.Salvage(where)
	if err != nil {
		return err
	}
	if err := writeNew(file, found.Decisions); err != nil {
		return err
	}
	fmt.Fprintln(w, s.language.Say(l10n.Salvaged, len(found.Decisions), found.Missing))
	if found.Uncounted > 0 {
		fmt.Fprintln(w, s.language.Say(l10n.NotCounted, s.language.Count(found.Uncounted, l10n.Articles)))
	}
	return nil
}

// writeNew writes decisions into a file that is not there yet, and leaves none
// that is not whole.
func writeNew(file string, decisions []model.Annotation) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fileError(file, err)
	}
	if err := errors.Join(export.WriteDecisions(f, decisions), f.Sync(), f.Close()); err != nil {
		_ = os.Remove(file) // the error that matters is the first
		return fileError(file, err)
	}
	return nil
}
