package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/corrected"
	"rawi/model/export"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func importCommand(s *settings) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:   "import FILE...",
		Short: "Import decisions that were exported elsewhere",
		Long: `import adds the decisions in each FILE ("-" is standard input; of a folder, all files
in it and below that end in .jsonl) to the library.
What is there already is left as it is. Wherever authors differ, you among them or
not, all that they say is listed. Your own decisions go before those of others.

With --format import takes back what was corrected in other programs, of articles that
the library holds: what differs from what rawi has becomes your decision, and what does
not fit is listed. Formats:

  events      decisions that rawi export wrote
` + correctedList("  %-12s%s\n"),
		Args:              atLeastOne,
		ValidArgsFunction: files("jsonl", "ann", "json"),
		RunE: func(c *cobra.Command, files []string) error {
			if name == "events" {
				return importDecisions(*s, c.OutOrStdout(), files)
			}
			format, ok := corrected.Find(name)
			if !ok {
				return wrongUsage(l10n.NoSuchFormat, quoted(name), strings.Join(importNames(), ", "))
			}
			return importCorrected(*s, c.OutOrStdout(), format, files)
		},
	}
	c.Flags().StringVar(&name, "format", "events", "one of "+strings.Join(importNames(), ", "))
	return c
}

// importNames are the formats that import reads.
func importNames() []string { return append([]string{"events"}, corrected.Names()...) }

// correctedList is a line for each format of corrections.
func correctedList(line string) string {
	var list strings.Builder
	for f := range corrected.Formats() {
		fmt.Fprintf(&list, line, f.Name, f.About)
	}
	return list.String()
}

func importDecisions(s settings, w io.Writer, files []string) error {
	prefs, err := openPreferences()
	if err != nil {
		return err
	}
	models, err := s.models(prefs.config)
	if err != nil {
		return err
	}
	library, err := s.open()
	if err != nil {
		return err
	}
	defer library.Close()
	var in importer
	if files, err = decisionFiles(files); err != nil {
		return err
	}
	for _, file := range files {
		if err := in.read(file); err != nil {
			return err
		}
	}
	added, err := library.Import(in.decisions)
	if err != nil {
		return in.refused(err)
	}
	d := differences{w, library, author(s, prefs.config), s.language, models}
	fmt.Fprintln(w, d.language.Say(l10n.ImportedCount, added, len(in.decisions)-added))
	return d.show(in.decisions)
}

// importer is decisions with the lines on which they stand.
type importer struct {
	decisions []model.Annotation
	places    []place
}

type place struct {
	file string
	line int
}

// read adds the decisions in a file, "-" for standard input.
func (in *importer) read(file string) error {
	from := os.Stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return fileError(file, err)
		}
		defer f.Close()
		from = f
	}
	err := export.EachDecision(from, func(line int, a model.Annotation) {
		in.decisions = append(in.decisions, a)
		in.places = append(in.places, place{file, line})
	})
	if errors.As(err, new(*fs.PathError)) {
		return fileError(file, err)
	}
	if err != nil {
		return nothingFrom(file, err)
	}
	return nil
}

// refused says where a decision stands that the library refused.
func (in *importer) refused(err error) error {
	var refused *store.Refused
	if !errors.As(err, &refused) {
		return localizedError{l10n.NothingTakenIn, []any{err}, err}
	}
	at := in.places[refused.Index]
	return nothingFrom(at.file, fmt.Errorf("line %d is no decision of rawi: %w", at.line, refused.Reason))
}

// nothingFrom is why a file was not taken in, "-" for standard input.
func nothingFrom(file string, err error) error {
	name := any(quoted(file))
	if file == "-" {
		name = l10n.StandardInput
	}
	return localizedError{l10n.NothingFrom, []any{name, err}, err}
}
