package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func checkCommand(s *settings) *cobra.Command {
	var rebuild bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Look whether the library is sound",
		Long: `check reads everything in the library: whether the file is sound, each article is
the text that it was, each decision stands on the words that it names, and what
was derived from the decisions is what they give.`,
		Args: none,
		RunE: func(c *cobra.Command, _ []string) error { return check(*s, c.OutOrStdout(), rebuild) },
	}
	c.Flags().BoolVar(&rebuild, "rebuild", false, "derive everything anew from the decisions first")
	return c
}

func check(s settings, w io.Writer, rebuild bool) error {
	library, err := store.Open(dataFolder(s.data))
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
	if n := len(report.Faults); n > 0 {
		return sentence{word: l10n.FaultsFound, args: []any{count{n, l10n.Faults}}}
	}
	count := l10n.English.Count
	fmt.Fprintf(w, "the library is sound: %s, %s\n", count(report.Articles, l10n.Articles), count(report.Decisions, l10n.Decisions))
	return nil
}
