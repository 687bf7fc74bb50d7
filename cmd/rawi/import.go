package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/corrected"
	"rawi/model/export"
	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func importCommand(s *settings) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:   "import FILE...",
		Short: "Import decisions that were exported elsewhere",
		Long: `import adds the decisions in each FILE ("-" is standard input) to the library.
What is there already is left as it is. Your own decisions go before those of
others; where they differ, both are listed.

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
	library, err := s.open()
	if err != nil {
		return err
	}
	defer library.Close()
	var in importer
	for _, file := range files {
		if err := in.read(file); err != nil {
			return err
		}
	}
	added, err := library.Import(in.decisions)
	if err != nil {
		return in.refused(err)
	}
	d := differences{w, library, author(s, prefs.config), s.language}
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

// differences are where another reader's word is not the author's.
type differences struct {
	w        io.Writer
	library  *store.Library
	author   string
	language l10n.Language
}

// say writes a line.
func (d differences) say(word l10n.Word, args ...any) {
	fmt.Fprintln(d.w, d.language.Say(word, args...))
}

// show lists them on parties, and in the articles of the decisions.
func (d differences) show(decisions []model.Annotation) error {
	contested, err := d.library.Contested(d.author)
	if err != nil {
		return err
	}
	about := map[string]bool{"": true}
	for _, a := range decisions {
		about[a.Article] = true
	}
	for _, id := range contested {
		if !about[id] {
			continue
		}
		article, err := model.NewArticle("", nil), error(nil)
		if id != "" {
			article, err = d.library.Article(id)
		}
		if errors.Is(err, store.ErrUnknown) {
			continue
		}
		if err != nil {
			return err
		}
		history, err := d.library.Decisions(id)
		if err != nil {
			return err
		}
		d.list(model.NewReading(article, model.Findings{}, history, d.author), id == "")
	}
	return d.tellUnknown(about)
}

// tellUnknown says which articles of the decisions the library does not hold.
func (d differences) tellUnknown(about map[string]bool) error {
	held, err := d.library.Articles()
	if err != nil {
		return err
	}
	for _, id := range held {
		delete(about, id)
	}
	delete(about, "")
	for i, id := range slices.Sorted(maps.Keys(about)) {
		if i == mostNamed {
			d.say(l10n.ImportedMore, len(about)-mostNamed)
			break
		}
		fmt.Fprintln(d.w)
		d.say(l10n.ImportedUnknown, id[:min(len(id), 12)])
	}
	return nil
}

// mostNamed is how many articles are named one by one.
const mostNamed = 20

// list writes the differences of a reading: those on parties, or the others.
func (d differences) list(r *model.Reading, onParties bool) {
	title := printable.Text(nameOf(r.Article))
	for _, one := range r.Disagreements() {
		if (one.Quote < 0) != onParties {
			continue
		}
		subject := printable.Text(string(one.Party))
		if !onParties {
			subject = "«" + shorten(r.Quotes()[one.Quote].In(r.Article.Text)) + "»"
		}
		if title != "" {
			fmt.Fprintf(d.w, "\n%s\n", title)
			title = ""
		}
		fmt.Fprintf(d.w, "  %s\n    %s\n    %s: %s\n", subject, d.language.Say(l10n.MineIs, d.verdict(one.Mine)), printable.Text(one.Theirs.Author), d.verdict(one.Theirs))
	}
}

func nameOf(a *model.Article) string {
	if title := a.Title(); title != "" {
		return title
	}
	return a.Source
}

// verdict is what a decision says.
func (d differences) verdict(a model.Annotation) string {
	return strings.TrimSpace(d.language.Deed(a.Deed) + " " + shorten(a.Says()))
}

// shorten is the beginning of a text on one line.
func shorten(text string) string {
	const most = 60
	line := []rune(strings.Join(strings.Fields(text), " "))
	if len(line) > most {
		return string(line[:most-1]) + "…"
	}
	return string(line)
}
