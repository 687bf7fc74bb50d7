package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"rawi/model"
	"rawi/model/corrected"
	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
)

// importCorrected takes back what was corrected in another program. All of it becomes
// decisions at once, or nothing if a file is none of the format.
func importCorrected(s settings, w io.Writer, format corrected.Format, files []string) error {
	prefs, err := openPreferences()
	if err != nil {
		return err
	}
	library, err := s.open()
	if err != nil {
		return err
	}
	defer library.Close()
	models, err := s.models(prefs.config)
	if err != nil {
		return err
	}
	files, err = correctedFiles(format, files)
	if err != nil {
		return err
	}
	c := corrections{articles: articleFinder{Library: library},
		exporter: exporter{Library: library, author: author(s, prefs.config), models: models()}, readings: make(map[string]*model.Reading)}
	for _, file := range files {
		if err := c.file(format, file); err != nil {
			return err
		}
	}
	decisions := c.decisions()
	if _, err := library.Import(decisions); err != nil {
		return localizedError{l10n.NothingTakenIn, []any{err}, err}
	}
	return c.report(w, s.language, len(decisions))
}

// correctedFiles is the files of a format; those of a folder in place of it.
func correctedFiles(format corrected.Format, names []string) (files []string, err error) {
	for _, name := range names {
		if info, err := os.Stat(name); err != nil || !info.IsDir() {
			files = append(files, name)
			continue
		}
		inside, err := filepath.Glob(filepath.Join(globbed(name), "*"+format.Extension))
		if err != nil {
			return nil, err
		}
		files = append(files, inside...)
	}
	return files, nil
}

// globbed is a name in which no sign stands for others.
func globbed(name string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(name)
}

// corrections are what documents change in the readings of the library's articles.
type corrections struct {
	exporter exporter
	articles articleFinder
	readings map[string]*model.Reading // by article
	known    map[string]int            // how many decisions each had before
	order    []string
	misfits  []corrected.Misfit
}

func (c *corrections) file(format corrected.Format, file string) error {
	from := os.Stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return fileError(file, err)
		}
		defer f.Close()
		from = f
	}
	documents, misfits, err := format.Read(file, from, func(extension string) (io.ReadCloser, error) {
		return os.Open(strings.TrimSuffix(file, filepath.Ext(file)) + extension)
	})
	if pathError := (*os.PathError)(nil); errors.As(err, &pathError) {
		return fileError(pathError.Path, pathError)
	}
	if err != nil {
		return nothingFrom(file, err)
	}
	c.misfits = append(c.misfits, misfits...)
	for i := range documents {
		if err := c.document(&documents[i]); err != nil {
			return err
		}
	}
	return nil
}

func (c *corrections) document(d *corrected.Document) error {
	article, err := c.articles.find(d)
	if errors.Is(err, store.ErrUnknown) {
		c.misfits = append(c.misfits, corrected.Misfit{File: d.File, Why: corrected.NoArticle, What: d.Name})
		return nil
	}
	if err != nil {
		return err
	}
	r := c.readings[article.ID]
	if r == nil {
		decisions, err := c.exporter.Decisions(article.ID)
		if err != nil {
			return err
		}
		r = model.NewReading(article, c.exporter.models.Detect(article), decisions, c.exporter.author)
		c.readings[article.ID] = r
		c.order = append(c.order, article.ID)
		if c.known == nil {
			c.known = make(map[string]int)
		}
		c.known[article.ID] = len(r.Log().All())
	}
	found := model.NewReading(article, c.exporter.models.Detect(article), nil, c.exporter.author)
	c.misfits = append(c.misfits, d.Decide(r, found)...)
	return nil
}

// decisions are those that were made.
func (c *corrections) decisions() (all []model.Annotation) {
	for _, id := range c.order {
		all = append(all, c.readings[id].Log().All()[c.known[id]:]...)
	}
	return all
}

// misfitWords are what reasons are called.
var misfitWords = [corrected.ReasonCount]l10n.Word{
	corrected.NotUnderstood: l10n.MisfitNotUnderstood, corrected.NoArticle: l10n.MisfitNoArticle, corrected.NoWords: l10n.MisfitNoWords,
	corrected.PerhapsElsewhere: l10n.MisfitElsewhere, corrected.NoName: l10n.MisfitNoName, corrected.SpeakerTaken: l10n.MisfitSpeakerTaken,
	corrected.TwoSpeakers: l10n.MisfitTwoSpeakers, corrected.DecidedSince: l10n.MisfitDecidedSince,
}

func (c *corrections) report(w io.Writer, language l10n.Language, decided int) error {
	if decided == 0 {
		fmt.Fprintln(w, language.Say(l10n.CorrectedNone, len(c.order)))
	} else {
		fmt.Fprintln(w, language.Say(l10n.CorrectedCount, len(c.order), decided))
	}
	if len(c.misfits) == 0 {
		return nil
	}
	fmt.Fprintf(w, "\n%s\n", language.Say(l10n.MisfitCount, len(c.misfits)))
	for _, m := range c.misfits {
		where := printable.Text(m.File)
		if m.Where != "" {
			where += ":" + printable.Text(m.Where)
		}
		fmt.Fprintf(w, "  %s: %s", where, language.Say(misfitWords[m.Why]))
		if m.What != "" {
			fmt.Fprintf(w, ": «%s»", printable.Text(shorten(m.What)))
		}
		fmt.Fprintln(w)
	}
	return nil
}

// articleFinder finds the article of a document.
type articleFinder struct {
	*store.Library
	inputs map[string]string   // article IDs by the SHA-256 of their texts as they stand in the input; nil until asked
	names  map[string][]string // and by what their files are called
}

// find is the article of a document: the one it names, else the one with its text, else the
// only one of its name. It is [store.ErrUnknown] if there is none.
func (f *articleFinder) find(d *corrected.Document) (*model.Article, error) {
	text := sha256.Sum256([]byte(d.Text))
	for _, id := range []string{d.Article, hex.EncodeToString(text[:])} {
		a, err := f.Article(id)
		if err == nil || !errors.Is(err, store.ErrUnknown) {
			return a, err
		}
	}
	if err := f.index(); err != nil {
		return nil, err
	}
	for _, sum := range []string{d.SHA256, hex.EncodeToString(text[:])} {
		if id := f.inputs[sum]; id != "" {
			return f.Article(id)
		}
	}
	if ids := f.names[d.Name]; len(ids) == 1 {
		return f.Article(ids[0])
	}
	return nil, store.ErrUnknown
}

// index reads all articles, once.
func (f *articleFinder) index() error {
	if f.inputs != nil {
		return nil
	}
	f.inputs, f.names = make(map[string]string), make(map[string][]string)
	ids, err := f.Articles()
	if err != nil {
		return err
	}
	for _, id := range ids {
		a, err := f.Article(id)
		if err != nil {
			return err
		}
		f.inputs[a.InputDigest()] = id
		for _, unique := range []bool{true, false} {
			name := fileName(a, unique)
			f.names[name] = append(f.names[name], id)
		}
	}
	return nil
}
