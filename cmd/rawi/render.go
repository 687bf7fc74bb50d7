package main

import (
	"cmp"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rawi/model"
	"rawi/ui"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// defaultWidth is the width of a page where there is no terminal to ask.
const defaultWidth = 80

// maxWidth is the widest page, in columns.
const maxWidth = 10_000

func renderCommand() *cobra.Command {
	var width int
	var logical bool
	c := &cobra.Command{
		Use:   "render FILE",
		Short: "Print the laid-out article",
		Args: func(c *cobra.Command, args []string) error {
			if err := atLeastOne(c, args); err != nil {
				return err
			}
			return atMostOne(c, args)
		},
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, args []string) error {
			if width < 0 || width > maxWidth {
				return wrongUsage(l10n.NotColumns, maxWidth, strconv.Itoa(width))
			}
			return render(c.OutOrStdout(), args[0], width, logical)
		},
	}
	c.Flags().IntVar(&width, "width", 0, "columns (default: the terminal's, or 80)")
	c.Flags().BoolVar(&logical, "logical", false, "the same lines in logical order and unshaped")
	return c
}

// render prints the articles of a file as they are laid out. Into a terminal it goes in the
// order that the terminal needs, elsewhere in visual order to text.
func render(text io.Writer, file string, width int, logical bool) error {
	articles, err := loadAll(file)
	if err != nil {
		return err
	}
	for i, a := range articles {
		if i > 0 {
			fmt.Fprintln(text)
		}
		if err := renderArticle(text, a, width, logical); err != nil {
			return err
		}
	}
	return nil
}

func renderArticle(text io.Writer, a *model.Article, width int, logical bool) error {
	out := terminalOutput()
	if !term.IsTerminal(int(out.Fd())) {
		return ui.Render(text, a, cmp.Or(width, defaultWidth), terminal.Visual, logical)
	}
	profile, err := terminalCalled("")
	if err != nil {
		return err
	}
	if columns, _, err := term.GetSize(int(out.Fd())); err == nil {
		width = cmp.Or(width, columns)
	}
	width = cmp.Or(width, defaultWidth)
	if logical {
		return ui.Render(text, a, width, profile.Order, logical)
	}
	io.WriteString(out, profile.Enter)
	defer io.WriteString(out, profile.Leave)
	return ui.Render(out, a, width, profile.Order, logical)
}
