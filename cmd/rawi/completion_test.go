//go:build unix

package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// each calls do with a command and every command below it, except for those that cobra
// adds.
func each(c *cobra.Command, do func(*cobra.Command)) {
	do(c)
	for _, below := range c.Commands() {
		if below.Name() != "completion" && below.Name() != "help" {
			each(below, do)
		}
	}
}

// Every flag that takes more than a number offers its values, and every command
// says whether it takes files.
func TestEverythingCompletes(t *testing.T) {
	root, seen := rootCommand(), map[string]bool{}
	each(root, func(c *cobra.Command) {
		if c.ValidArgsFunction == nil {
			t.Errorf("%s does not say what completes its arguments", c.CommandPath())
		}
		c.Flags().VisitAll(func(f *pflag.Flag) { seen[f.Name] = true })
		c.PersistentFlags().VisitAll(func(f *pflag.Flag) { seen[f.Name] = true })
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			_, offers := c.GetFlagCompletionFunc(f.Name)
			if plain := f.Value.Type() == "bool" || f.Value.Type() == "int"; plain == offers {
				t.Errorf("%s --%s takes a %s; that it completes is %v", c.CommandPath(), f.Name, f.Value.Type(), offers)
			}
		})
	})
	for name := range completions {
		if !seen[name] {
			t.Errorf("no command has the flag --%s, for which there are completions", name)
		}
	}
}

// What a shell gets, by cobra's protocol: words, then ":" and a number whose bits
// are 4 for no files, 8 for files with these extensions, 16 for folders.
func TestShellCompletes(t *testing.T) {
	tests := []struct{ line, offers, directive string }{
		{"--lang ", "ar en", ":4"},
		{"--lang e", "en", ":4"},
		{"--terminal mlt", "mlterm", ":4"},
		{"export --format ", "jsonl", ":4"},
		{"extract --out ", "", ":16"},
		{"--data ", "", ":16"},
		{"doctor --data ", "", ":16"},
		{"doctor --page ", "html htm xhtml", ":8"},
		{"--author ", "", ":4"},
		{"import ", "jsonl", ":8"},
		{"render ", "txt html", ":8"},
		{"check ", "", ":4"},
		{"ex", "export extract", ":0"},
	}
	for _, test := range tests {
		stdout, _, status := alone(t, "", append([]string{cobra.ShellCompNoDescRequestCmd}, strings.Split(test.line, " ")...)...)
		got := strings.Fields(stdout)
		if status != 0 || len(got) == 0 || got[len(got)-1] != test.directive {
			t.Errorf("%q: status %d, %q", test.line, status, stdout)
			continue
		}
		for _, word := range strings.Fields(test.offers) {
			if !slices.Contains(got, word) {
				t.Errorf("%q does not offer %q but %q", test.line, word, got)
			}
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish"} {
		if stdout, _, status := alone(t, "", "completion", shell); status != 0 || !strings.Contains(stdout, "rawi") {
			t.Errorf("%s: status %d, %d bytes", shell, status, len(stdout))
		}
	}
}
