package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
)

// differences lists where authors differ, whoever they are.
type differences struct {
	w        io.Writer
	library  *store.Library
	author   string
	language l10n.Language
	models   func() *detect.Models // what is found tells who decided on everything
}

// say writes a line.
func (d differences) say(word l10n.Word, args ...any) {
	fmt.Fprintln(d.w, d.language.Say(word, args...))
}

// show lists them on parties, and in the articles of the decisions.
func (d differences) show(decisions []model.Annotation) error {
	contested, err := d.library.Contested()
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
		if id == "" {
			d.parties(model.NewReading(article, model.Findings{}, history, d.author))
			continue
		}
		d.quotations(model.NewReading(article, d.models().Detect(article), history, d.author))
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

// quotations writes the differences on the quotations of a reading.
func (d differences) quotations(r *model.Reading) {
	title := printable.Text(nameOf(r.Article))
	name := func(id model.PartyID) string {
		if p, _, ok := r.Party(id); ok {
			return p.Name
		}
		return string(id)
	}
	for _, one := range r.Differences() {
		if one.Poll == nil {
			continue
		}
		if title != "" {
			fmt.Fprintf(d.w, "\n%s\n", title)
			title = ""
		}
		fmt.Fprintf(d.w, "  «%s»\n", shorten(one.In(r.Article.Text)))
		for i := range one.Opinions {
			o := &one.Opinions[i]
			d.verdict(o.Author, d.language.Opinion(o, one.Differ, r.Article.Text, name))
		}
	}
}

// parties writes the differences on parties, which hold in the whole library.
func (d differences) parties(r *model.Reading) {
	for _, one := range r.Differences() {
		if one.Poll != nil {
			continue
		}
		fmt.Fprintf(d.w, "\n  %s\n", d.language.Say(l10n.OfParty, printable.Text(string(one.Party))))
		for _, a := range one.Words {
			d.verdict(a.Author, strings.TrimSpace(d.language.Deed(a.Deed)+" "+a.Says()))
		}
	}
}

// verdict writes what an author says.
func (d differences) verdict(author, says string) {
	if author == d.author {
		fmt.Fprintf(d.w, "    %s\n", d.language.Say(l10n.MineIs, shorten(says)))
		return
	}
	fmt.Fprintf(d.w, "    %s: %s\n", printable.Text(author), shorten(says))
}

func nameOf(a *model.Article) string {
	if title := a.Title(); title != "" {
		return title
	}
	return a.Source
}

// shorten is the beginning of a text on one line.
func shorten(text string) string {
	const most = 60
	line := []rune(oneLine(text))
	if len(line) > most {
		return string(line[:most-1]) + "…"
	}
	return string(line)
}
