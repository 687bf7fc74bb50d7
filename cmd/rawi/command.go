package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"rawi/model/export"
	"rawi/model/store"
	"rawi/ui/l10n"
)

// settings is what the flags say.
type settings struct {
	data, terminal, language, author string

	plain bool
}

// spoken is the language that is asked for, Arabic where there is none of that
// name.
func (s settings) spoken() l10n.Language {
	language, _ := l10n.Parse(s.language)
	return language
}

// folder is the library's.
func (s settings) folder() string {
	return cmp.Or(s.data, filepath.Join(xdg.DataHome, "rawi"))
}

// open opens the library; it must be closed.
func (s settings) open() (*store.Library, error) { return store.Open(s.folder()) }

// command is rawi's command line.
func command() *cobra.Command {
	var s settings
	root := &cobra.Command{
		Use:   "rawi [FILE]",
		Short: "Read an Arabic article and say who spoke",
		Long: `rawi shows an Arabic article, right to left on every terminal, with the people
it quotes and names beside it, and lets you say who said what.

FILE is plain text or HTML; "-" is standard input. Without FILE rawi reads what
is piped into it, else opens what you read last, else an article of its own.
Press ? in the reader for the keys.`,
		Version:           version(),
		Args:              fileToRead,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		SilenceErrors:     true,
		SilenceUsage:      true,
		RunE:              func(c *cobra.Command, args []string) error { return read(c.OutOrStdout(), c.ErrOrStderr(), s, args) },
	}
	root.PersistentFlags().StringVar(&s.data, "data", os.Getenv("RAWI_DATA"), "folder of the library (default: rawi in the XDG data folder)")
	root.PersistentFlags().StringVar(&s.terminal, "terminal", "", "the terminal's name, when rawi mistakes it for another")
	root.PersistentFlags().StringVar(&s.language, "lang", "ar", "language of the interface: "+strings.Join(l10n.Codes(), " or "))
	root.PersistentFlags().StringVar(&s.author, "author", os.Getenv("RAWI_AUTHOR"), "whose decisions these are (default: author in the configuration, or your user name)")
	root.Flags().BoolVar(&s.plain, "plain", false, "print the article and what is known of it as plain text, as for a screen reader")
	root.SetVersionTemplate(versionLine())
	root.SetFlagErrorFunc(flagError)
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.HiddenDefaultCmd = true
	commands := []*cobra.Command{extractCommand(), renderCommand(), doctorCommand(&s), checkCommand(&s), exportCommand(&s), importCommand(&s)}
	for _, c := range commands {
		c.PreRun = func(c *cobra.Command, _ []string) { warnOfConfig(c.ErrOrStderr(), s.spoken()) }
	}
	root.AddCommand(commands...)
	complete(append(commands, root)...)
	return root
}

// fileToRead refuses what is no file and looks like a command.
func fileToRead(root *cobra.Command, args []string) error {
	if len(args) > 0 {
		meant := root.SuggestionsFor(args[0])
		if _, err := os.Lstat(args[0]); errors.Is(err, fs.ErrNotExist) && len(meant) > 0 {
			return misuse(l10n.NoSuchCommand, named(args[0]), meant[0])
		}
	}
	return atMostOne(root, args)
}

func atMostOne(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return misuse(l10n.OneFile, count{len(args), l10n.Files})
	}
	return nil
}

func extractCommand() *cobra.Command {
	var out string
	var o export.Options
	c := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print quotations, parties and speakers as JSON",
		Long: `extract prints one JSON object a file: quotations with kind and speaker, parties
with their mentions, title and what surrounds the article, as rawi finds them by
itself; for what readers decided there is "rawi export --format json". Offsets
count Unicode code points of the article's text, which --text prints too.`,
		Args:              atLeastOne,
		ValidArgsFunction: articles,
		RunE:              func(c *cobra.Command, args []string) error { return extract(c.OutOrStdout(), out, o, args) },
	}
	c.Flags().BoolVar(&o.Explain, "explain", false, "say of each speaker why and how surely: the rule, the words, the confidence")
	c.Flags().BoolVar(&o.Text, "text", false, "add the text in which offsets count, its SHA-256, its source and its title")
	c.Flags().StringVar(&out, "out", "", "folder to write NAME.json into, one a file, instead of printing")
	return c
}

func atLeastOne(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return misuse(l10n.NoFile)
	}
	return nil
}

func doctorCommand(s *settings) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Find out what this terminal needs to show Arabic",
		Long: `doctor says which terminal this is, what it answered and what rawi sends it, then
shows one passage in every way that rawi knows and asks which reads right. The
answer is kept for this terminal.`,
		Args:              none,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(c *cobra.Command, _ []string) error { return consult(c.OutOrStdout(), *s, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print what was found as JSON, for a report, and ask nothing")
	return c
}

func none(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse(l10n.NoArgument, named(args[0]))
	}
	return nil
}

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
				return misuse(l10n.NotColumns, maxWidth, strconv.Itoa(width))
			}
			return render(c.OutOrStdout(), args[0], width, logical)
		},
	}
	c.Flags().IntVar(&width, "width", 0, "columns (default: the terminal's, or 80)")
	c.Flags().BoolVar(&logical, "logical", false, "the same lines in logical order and unshaped")
	return c
}
