//go:build unix

package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"
)

// manual is where the man pages go; a release has them written by this test, so that
// their generator is no part of the program:
//
//	go test ./cmd/rawi -run '^TestManual$' -manual "$PWD/man"
var manual = flag.String("manual", "", "folder to write the man pages into")

// There is a page for each command, which names its flags and the commands below it.
func TestManual(t *testing.T) {
	dir := *manual
	if dir == "" {
		dir = t.TempDir()
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	root := rootCommand()
	// The default of these flags depends on who writes the pages.
	for _, name := range []string{"data", "author"} {
		root.PersistentFlags().Lookup(name).DefValue = ""
	}
	root.InitDefaultVersionFlag()
	root.DisableAutoGenTag = true
	header := &doc.GenManHeader{Section: "1", Source: "rawi", Manual: "rawi"}
	if err := doc.GenManTree(root, header, dir); err != nil {
		t.Fatal(err)
	}
	each(root, func(c *cobra.Command) {
		name := strings.ReplaceAll(c.CommandPath(), " ", "-")
		if c != root {
			above := strings.ReplaceAll(c.Parent().CommandPath(), " ", "-")
			if !strings.Contains(page(t, dir, above), name+"(1)") {
				t.Errorf("the page of %s does not name %s", above, name)
			}
		}
		text := page(t, dir, name)
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !regexp.MustCompile(`--` + f.Name + `\b`).MatchString(text) {
				t.Errorf("the page of %s does not name --%s", name, f.Name)
			}
		})
	})
}

// page is a man page without its marks.
func page(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name+".1"))
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`\\f[BIRP]|\\`).ReplaceAllString(string(text), "")
}
