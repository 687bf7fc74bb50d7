package main

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// translate has a command and those below it speak a language. What the language has no
// words for stays as it is.
func translate(c *cobra.Command, language l10n.Language) {
	path := strings.TrimSpace(strings.TrimPrefix(c.CommandPath(), c.Root().Name()))
	usage, _ := language.Usage(path)
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = language.Say(l10n.UsageHelp)
	if usage.Short != "" {
		c.Short = usage.Short
	}
	if usage.Long != "" {
		c.Long = usage.Long
	}
	say := func(f *pflag.Flag) {
		if said := usage.Flags[f.Name]; said != "" {
			f.Usage = said
		}
	}
	c.Flags().VisitAll(say)
	c.PersistentFlags().VisitAll(say)
	for _, below := range c.Commands() {
		translate(below, language)
	}
}

// speak has the program's help in a language, its own words as well as cobra's.
func speak(root *cobra.Command, language l10n.Language) {
	root.InitDefaultHelpCmd()
	root.InitDefaultVersionFlag()
	translate(root, language)
	root.SetUsageTemplate(usageTemplate(root.UsageTemplate(), language))
	help := root.HelpFunc()
	root.SetHelpFunc(func(c *cobra.Command, args []string) {
		out := c.OutOrStdout()
		defer c.SetOut(out)
		c.SetOut(onTerminal(out))
		help(c, args)
	})
}

// onTerminal is where text goes in the order that the terminal needs, if the standard
// output is one.
func onTerminal(out io.Writer) io.Writer {
	to := terminalOutput()
	if !paintable(to) {
		return out
	}
	width, _, _ := term.GetSize(int(to.Fd()))
	return &arabicLineWriter{out: out, profile: terminal.Detect(os.Getenv), width: width}
}

// usageWords are cobra's words in its template, and what they are in the interface.
var usageWords = []struct {
	cobra string
	word  l10n.Word
}{
	{"Usage:", l10n.UsageLine}, {"Aliases:", l10n.UsageAliases}, {"Examples:", l10n.UsageExamples},
	{"Available Commands:", l10n.UsageCommands}, {"Global Flags:", l10n.UsageGlobalFlags}, {"\nFlags:", l10n.UsageFlags},
	{"Use \"{{.CommandPath}} [command] --help\" for more information about a command.", l10n.UsageMore},
}

// usageTemplate is cobra's template of help in a language.
func usageTemplate(template string, language l10n.Language) string {
	for _, w := range usageWords {
		said := language.Say(w.word)
		if strings.HasPrefix(w.cobra, "\n") {
			said = "\n" + said
		}
		template = strings.ReplaceAll(template, w.cobra, said)
	}
	return template
}
