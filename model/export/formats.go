package export

import (
	"io"
	"iter"
	"slices"

	"rawi/model"
)

// Format is one way to write what rawi knows. It has one of two writers; both
// write as they go, hold no more than they must, and escape what steers a
// terminal (see [rawi/model/printable]).
type Format struct {
	Name      string // as the flag --format takes it
	About     string // what it holds, a phrase in English
	Extension string // of files, with the dot

	// Write writes articles with all that is known of each: what was decided, else
	// guessed. It takes one reading at a time. An article that cannot be written is
	// an error, and nothing of it or after it is written.
	Write func(w io.Writer, readings iter.Seq[*model.Reading], o Options) error

	// WriteLog writes decisions as they were made, on whatever articles.
	WriteLog func(w io.Writer, decisions []model.Annotation) error
}

// Options is what a format may leave out or put in; a format that has no use for
// an option ignores it.
type Options struct {
	Explain bool // why each guessed speaker was guessed, and how surely
	Text    bool // the text in which offsets count, and where it comes from
}

// formats is every format there is. A new one is a row here.
var formats = []Format{
	{Name: "events", About: "decisions, undone ones too, one JSON object a line, sorted: fit for git and for rawi import",
		Extension: ".jsonl", WriteLog: WriteDecisions},
	{Name: "jsonl", About: "quotations with all that is known of them, one JSON object a line",
		Extension: ".jsonl", Write: each(writeRows)},
	{Name: "json", About: "articles with quotations, parties and speakers, guessed or decided, one JSON object a line",
		Extension: ".json", Write: each(writeArticle)},
}

// Formats is every format there is.
func Formats() iter.Seq[Format] { return slices.Values(formats) }

// Find is the format of a name; ok is false if there is none.
func Find(name string) (f Format, ok bool) {
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return f, false
	}
	return formats[i], true
}

// Names is the names of all formats, in the table's order.
func Names() (names []string) {
	for f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// each is a writer of articles that stand one after the other and do not know of
// each other. What is written of an article is out before the next one is taken.
func each(write func(*output, *Table, Options) error) func(io.Writer, iter.Seq[*model.Reading], Options) error {
	return func(w io.Writer, readings iter.Seq[*model.Reading], o Options) error {
		out := newOutput(w)
		for r := range readings {
			t, err := NewTable(r)
			if err == nil {
				err = write(out, t, o)
			}
			if err != nil {
				return err
			}
			if err := out.Flush(); err != nil {
				return err
			}
		}
		return nil
	}
}
