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
	"rawi/model/export"
	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func importCommand(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE...",
		Short: "Import decisions that were exported elsewhere",
		Long: `import adds the decisions in each FILE ("-" is standard input) to the library.
What is there already is left as it is. Your own decisions go before those of
others; where they differ, both are listed.`,
		Args:              atLeastOne,
		ValidArgsFunction: files("jsonl"),
		RunE: func(c *cobra.Command, files []string) error {
			return importDecisions(*s, c.OutOrStdout(), files)
		},
	}
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
	fmt.Fprintf(w, "decisions: %d new, %d known already\n", added, len(in.decisions)-added)
	return showDifferences(w, library, author(s, prefs.config), in.decisions)
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

// showDifferences lists where another reader's word is not the author's: on
// parties, and in the articles of the decisions.
func showDifferences(w io.Writer, library *store.Library, author string, decisions []model.Annotation) error {
	contested, err := library.Contested(author)
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
			article, err = library.Article(id)
		}
		if errors.Is(err, store.ErrUnknown) {
			continue
		}
		if err != nil {
			return err
		}
		history, err := library.Decisions(id)
		if err != nil {
			return err
		}
		list(w, model.NewReading(article, model.Findings{}, history, author), id == "")
	}
	return tellUnknown(w, library, about)
}

// tellUnknown says which articles of the decisions the library does not hold.
func tellUnknown(w io.Writer, library *store.Library, about map[string]bool) error {
	held, err := library.Articles()
	if err != nil {
		return err
	}
	for _, id := range held {
		delete(about, id)
	}
	delete(about, "")
	for i, id := range slices.Sorted(maps.Keys(about)) {
		if i == mostNamed {
			fmt.Fprintf(w, "and %d more articles that are not in the library\n", len(about)-mostNamed)
			break
		}
		fmt.Fprintf(w, "\nan article that is not in the library (%.12s): its decisions wait until you open it\n", id)
	}
	return nil
}

// mostNamed is how many articles are named one by one.
const mostNamed = 20

// list writes the differences of a reading: those on parties, or the others.
func list(w io.Writer, r *model.Reading, onParties bool) {
	title := printable.Text(nameOf(r.Article))
	for _, d := range r.Disagreements() {
		if (d.Quote < 0) != onParties {
			continue
		}
		subject := printable.Text(string(d.Party))
		if !onParties {
			subject = "«" + shorten(r.Quotes()[d.Quote].In(r.Article.Text)) + "»"
		}
		if title != "" {
			fmt.Fprintf(w, "\n%s\n", title)
			title = ""
		}
		fmt.Fprintf(w, "  %s\n    mine: %s\n    %s: %s\n", subject, verdict(d.Mine), printable.Text(d.Theirs.Author), verdict(d.Theirs))
	}
}

func nameOf(a *model.Article) string {
	if title := a.Title(); title != "" {
		return title
	}
	return a.Source
}

// verdict is what a decision says.
func verdict(a model.Annotation) string {
	return strings.TrimSpace(a.Deed.String() + " " + shorten(a.Says()))
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
