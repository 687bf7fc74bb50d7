package main

import (
	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/export"
	"rawi/model/ingest"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// completions is what a shell offers for the value of each flag. Flags that are not
// here take a number or nothing.
var completions = map[string]cobra.CompletionFunc{
	"author":   cobra.NoFileCompletions, // any name
	"blind":    words(model.BlindnessNames),
	"corpus":   cobra.NoFileCompletions, // any name
	"guide":    anyFile,
	"task":     words(model.TaskNames),
	"authors":  cobra.NoFileCompletions, // any names
	"data":     folders,
	"by":       words(groupingNames),
	"format":   words(formatCompletions),
	"kind":     words(model.QuoteKinds),
	"output":   anyFile,
	"schema":   words(export.SchemaNames),
	"search":   cobra.NoFileCompletions, // any words
	"since":    cobra.NoFileCompletions, // any day
	"source":   cobra.NoFileCompletions, // any site
	"speaker":  cobra.NoFileCompletions, // any name
	"lang":     words(l10n.Codes),
	"library":  folders,
	"out":      folders,
	"page":     files("html", "htm", "xhtml", "xht"),
	"salvage":  files("jsonl"),
	"terminal": words(terminal.Names),
	"weights":  weightsOffered,
}

// complete has commands complete the values of their own flags.
func complete(commands ...*cobra.Command) {
	for name, offer := range completions {
		for _, c := range commands {
			if c.Flags().Lookup(name) != nil || c.PersistentFlags().Lookup(name) != nil {
				_ = c.RegisterFlagCompletionFunc(name, offer) // fails for a flag that has one
			}
		}
	}
}

// words offers words and no files.
func words(all func() []string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return all(), cobra.ShellCompDirectiveNoFileComp
	}
}

// weightsOffered are the weights that have names, and files.
func weightsOffered(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{libraryWeights, builtInWeights}, cobra.ShellCompDirectiveDefault
}

// anyFile offers all files.
func anyFile(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

func folders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// files offers files whose names have one of the extensions, and folders.
func files(extensions ...string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return extensions, cobra.ShellCompDirectiveFilterFileExt
	}
}

// articles offers the usual extensions of articles. "rawi" itself does not use it, since
// it offers commands too: shells then offer all files where no command fits.
var articles = files(extensions()...)

func extensions() (all []string) {
	for _, extension := range ingest.Extensions() {
		all = append(all, extension[1:])
	}
	return all
}
