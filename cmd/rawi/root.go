package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rawi/ui/l10n"
)

// settings holds the values of the flags.
type settings struct {
	data, library, terminal, author, weights string
	language                                 l10n.Language // of the interface

	plain, mend bool
}

// rootCommand is the command line of rawi with all subcommands, which speaks a language.
func rootCommand(language l10n.Language) *cobra.Command {
	s := settings{language: language}
	version := version()
	root := &cobra.Command{
		Use:   "rawi [FILE|ADDRESS|FOLDER...]",
		Short: "Read an Arabic article and say who spoke",
		Long: `rawi shows an Arabic article, right to left on every terminal, with the people
it quotes and names beside it, and lets you say who said what.

FILE is plain text, HTML, Markdown, an EPUB book, a page that a browser saved (MHTML)
or a feed (RSS, Atom, JSON Feed); "-" is standard input. ADDRESS is a page or a feed of
the web, and begins with http:// or https://. Of several, and of all files in a FOLDER
that rawi can read, the first is opened, and the others are put into the library.
Without any rawi reads what is piped into it, else opens what you read last, else an
article of its own. Press ? in the reader for the keys.`,
		Version:           version,
		Args:              fileToRead,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		SilenceErrors:     true,
		SilenceUsage:      true,
		RunE:              func(c *cobra.Command, args []string) error { return read(c.OutOrStdout(), c.ErrOrStderr(), s, args) },
	}
	root.PersistentFlags().StringVar(&s.data, "data", "", "folder of the library (default: RAWI_DATA, or rawi in the XDG data folder)")
	root.PersistentFlags().StringVar(&s.library, "library", "", "the library: postgres://USER@HOST/DATABASE for a shared one, or a folder (default: RAWI_LIBRARY, library in the configuration, or --data)")
	root.MarkFlagsMutuallyExclusive("data", "library")
	root.PersistentFlags().StringVar(&s.terminal, "terminal", "", "the terminal's name, when rawi mistakes it for another")
	root.PersistentFlags().Var(languageFlag{&s.language}, "lang", "language of the interface: "+strings.Join(l10n.Codes(), " or ")+" (default: language in the configuration, RAWI_LANG, your locale, else ar)")
	root.PersistentFlags().StringVar(&s.author, "author", os.Getenv("RAWI_AUTHOR"), "whose decisions these are (default: author in the configuration, or your user name)")
	root.PersistentFlags().StringVar(&s.weights, "weights", os.Getenv("RAWI_WEIGHTS"), "FILE of what detection has learnt, or library, or built-in (default: weights in the configuration, or built-in)")
	root.Flags().BoolVar(&s.plain, "plain", false, "print the article and what is known of it as plain text, as for a screen reader")
	root.Flags().BoolVar(&s.mend, "mend", false, "mend a text that another program left in visual order or read in a wrong encoding")
	root.SetVersionTemplate(versionLine(version))
	root.SetFlagErrorFunc(flagError)
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.HiddenDefaultCmd = true
	commands := []*cobra.Command{
		extractCommand(&s),
		renderCommand(),
		doctorCommand(&s),
		checkCommand(&s),
		exportCommand(&s),
		importCommand(&s),
		quotesCommand(&s),
		reportCommand(&s),
		agreeCommand(&s),
		adjudicateCommand(&s),
		corpusCommand(&s),
		trainCommand(&s),
		feedCommand(&s),
		libraryCommand(&s),
		listCommand(&s),
	}
	for _, c := range commands {
		c.PreRun = func(c *cobra.Command, _ []string) { warnOfConfig(c.ErrOrStderr(), s.language) }
	}
	root.AddCommand(commands...)
	complete(append(commands, root)...)
	speak(root, language)
	return root
}

// fewLetters is how many letters look like the beginning of too many commands.
const fewLetters = 2

// fileToRead refuses a missing file whose name looks like a command.
func fileToRead(root *cobra.Command, args []string) error {
	if len(args) > 0 && len(args[0]) > fewLetters {
		meant := root.SuggestionsFor(args[0])
		if _, err := os.Lstat(args[0]); errors.Is(err, fs.ErrNotExist) && len(meant) > 0 {
			return wrongUsage(l10n.NoSuchCommand, quoted(args[0]), meant[0])
		}
	}
	return nil
}

func atMostOne(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return wrongUsage(l10n.OneFile, count{len(args), l10n.Files})
	}
	return nil
}

func atLeastOne(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return wrongUsage(l10n.NoFile)
	}
	return nil
}

func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrongUsage(l10n.NoArgument, quoted(args[0]))
	}
	return nil
}
