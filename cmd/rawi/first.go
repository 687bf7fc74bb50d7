package main

import (
	"bytes"
	"context"
	"os"
	"sync"

	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"

	"rawi/model"
	"rawi/model/fetch"
	"rawi/model/ingest"
	"rawi/ui"
	"rawi/ui/terminal"
)

// firstInput is what a command line names to be shown first.
type firstInput struct {
	read    func() (opening, error)     // waits for the article named or piped in; nil where there is none
	address string                      // that must be fetched, "" for none
	pending []string                    // names of the rest
	colours func() colorprofile.Profile // waits for how many the terminal has, which tmux may have to be asked
}

// begin begins with what does not wait for the library.
func begin(args []string, mend bool) (f firstInput, err error) {
	go ui.Prepare()
	f.colours = sync.OnceValue(func() colorprofile.Profile { return colorprofile.Detect(terminalOutput(), os.Environ()) })
	go f.colours()
	name := "-"
	switch {
	case len(args) > 0:
		if args, err = expand(args); err != nil {
			return firstInput{}, err
		}
		name, f.pending = args[0], args[1:]
	case term.IsTerminal(int(os.Stdin.Fd())):
		return f, nil
	}
	if fetch.IsAddress(name) {
		f.address = name
		return f, nil
	}
	f.read = sync.OnceValues(func() (opening, error) {
		document, err := loadDocument(name)
		if err == nil && mend {
			mendAll(document)
		}
		return firstOf(document, err)
	})
	go func() { _, _ = f.read() }() // who waits for it hears of an error
	return f, nil
}

// mendAll mends the articles of a document, as far as they are damaged.
func mendAll(d *ingest.Document) {
	for i, a := range d.Articles {
		if mended := ingest.Mend(a); mended != nil {
			d.Articles[i] = mended
		}
	}
}

// choose is the article to open: the one named or piped in, what was read last, or
// rawi's own.
func (o *opener) choose(library *librarySession, first firstInput) (opening, error) {
	switch {
	case first.address != "":
		return web{o, context.Background(), library, nil}.page(first.address, true)
	case first.read != nil:
		return first.read()
	}
	if last := library.last(); last != nil {
		return opening{Article: last}, nil
	}
	return firstOf(ingest.Read(bytes.NewReader(builtIn), "rawi:article"))
}

// shelf is the list of the library, with no article behind it, where nothing was being
// read.
func (o *opener) shelf(library *librarySession) ui.Session {
	s := o.waiting(ui.Request{}, nil)
	s.Library = (&lists{librarySession: library, opener: o}).library()
	s.Shelf = true
	return s
}

// waiting is a screen without an article, until one is fetched. What else was named goes
// into the library with that.
func (o *opener) waiting(r ui.Request, pending []string) ui.Session {
	return ui.Session{
		Article: model.NewArticle("", nil), Author: o.author, Language: o.language, Terminal: o.profile, Opening: r,
		Background: terminal.BackgroundOf(os.Getenv),
		History:    func() ([]model.Annotation, error) { return nil, nil },
		People:     func() ([]model.Party, error) { return nil, nil },
		Save:       func([]model.Annotation) (string, error) { return "", nil }, // there is nothing to decide on
		Keep:       func(model.Span) error { return nil },
		Open: func(ctx context.Context, r ui.Request, progress func(received, total int64)) (ui.Session, error) {
			return o.open(ctx, nil, r, pending, progress)
		},
	}
}
