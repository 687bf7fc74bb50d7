package corrected

import (
	"io"
	"iter"
	"slices"
)

// Format is one way in which other programs give back what was corrected in them.
type Format struct {
	Name  string // as the flag --format takes it, and as rawi export writes it
	About string // a phrase in English

	// Read reads a file; companion opens the file that stands beside it with another
	// extension. It is an error if it is no file of the format.
	Read func(file string, r io.Reader, companion func(extension string) (io.ReadCloser, error)) ([]Document, []Misfit, error)
	// Extension is that of the files that Read takes, with the dot.
	Extension string
}

// formats is every format there is. A new one is a row here.
var formats = []Format{
	{Name: "brat", About: "annotations of brat (.ann, the text beside them)", Extension: ".ann", Read: readBrat},
	{Name: "labelstudio", About: "tasks that Label Studio exported as JSON", Extension: ".json", Read: readLabelStudio},
	{Name: "doccano", About: "lines that doccano exported as JSONL", Extension: ".jsonl", Read: readDoccano},
	{Name: "jsonl", About: "quotations, one JSON object a line, edited by hand or by a program", Extension: ".jsonl", Read: readRows},
}

// Formats is every format there is.
func Formats() iter.Seq[Format] { return slices.Values(formats) }

// Find is the format of a name.
func Find(name string) (f Format, ok bool) {
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return f, false
	}
	return formats[i], true
}

// Names is the names of all formats.
func Names() (names []string) {
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return names
}
