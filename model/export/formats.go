package export

import (
	"io"
	"iter"
	"slices"

	"rawi/model"
)

// Format is one way to write what rawi knows. It has one of three writers; all write as
// they go and hold no more than they must. What they write for programs has what steers
// a terminal escaped; formats without escapes hold the text as it is, so that offsets
// hold, and who prints them filters it ([printable.Writer]).
type Format struct {
	Name      string // as the flag --format takes it
	About     string // what it holds, a phrase in English
	Extension string // of files, with the dot
	Tabs      bool   // tabs mean something in it

	// Write writes articles with all that is known of each into one file: what was
	// decided, else guessed. It takes one reading at a time. An article that cannot be
	// written is an error, and nothing of it or after it is written.
	Write func(w io.Writer, readings iter.Seq[*model.Reading], o Options) error

	// Rows writes quotations of whatever articles, without their texts; nil where the
	// format is one of whole articles.
	Rows func(w io.Writer, rows iter.Seq[Row], o Options) error

	// Files are those that each article becomes, named alike.
	Files []File
	// Companions are files that programs look for beside those of articles.
	Companions []Companion

	// WriteLog writes decisions as they were made, on whatever articles.
	WriteLog func(w io.Writer, decisions []model.Annotation) error
}

// File is one of the files that an article becomes.
type File struct {
	Extension string // with the dot
	Write     func(w io.Writer, r *model.Reading, o Options) error
}

// Companion is a file that is the same for all articles.
type Companion struct{ Name, Content string }

// PerArticle is the files that an article becomes in a folder of files, whether the
// format asks for them or can put all into one; nil for decisions.
func (f Format) PerArticle() []File {
	if f.Files != nil || f.Write == nil {
		return f.Files
	}
	return []File{{f.Extension, func(w io.Writer, r *model.Reading, o Options) error {
		return f.Write(w, slices.Values([]*model.Reading{r}), o)
	}}}
}

// NeedsFolder reports whether an article becomes more than one file.
func (f Format) NeedsFolder() bool { return f.Write == nil && len(f.Files)+len(f.Companions) > 1 }

// Options is what a format may leave out or put in; a format that has no use for
// an option ignores it.
type Options struct {
	Explain bool // why each guessed speaker was guessed, and how surely
	Text    bool // the text in which offsets count, and where it comes from
	BOM     bool // the byte order mark of UTF-8 first, without which some spreadsheets take letters for others
}

// formats is every format there is. A new one is a row here.
var formats = []Format{
	{Name: "events", About: "decisions, undone ones too, one JSON object a line, sorted: fit for git and for rawi import",
		Extension: ".jsonl", WriteLog: WriteDecisions},
	{Name: "jsonl", About: "quotations with all that is known of them, one JSON object a line",
		Extension: ".jsonl", Write: each(writeRows), Rows: writeRowsAlone},
	{Name: "csv", About: "quotations in a table for spreadsheets, one a row (RFC 4180)", Extension: ".csv", Write: delimited(","), Rows: delimitedRows(",")},
	{Name: "tsv", About: "the same with tabs", Extension: ".tsv", Tabs: true, Write: delimited("\t"), Rows: delimitedRows("\t")},
	{Name: "brat", About: "text and annotations of each article for brat, with annotation.conf; offsets are code points",
		Files:      []File{{".txt", alone(writeBratText)}, {".ann", alone(writeBrat)}},
		Companions: []Companion{{"annotation.conf", bratConfiguration}}},
	{Name: "tei", About: "TEI P5, an article or a corpus: said, quote, persName and their like in the text", Extension: ".xml", Write: writeTEI},
	{Name: "cas", About: "a UIMA CAS in JSON of each article, with its types, for INCEpTION; UTF-16", Files: []File{{".json", alone(writeCASJSON)}}},
	{Name: "xmi", About: "the same in XMI, with TypeSystem.xml", Files: []File{{".xmi", alone(writeXMI)}},
		Companions: []Companion{{"TypeSystem.xml", casTypeSystem()}}},
	{Name: "labelstudio", About: "tasks for Label Studio, guesses as predictions, decisions as annotations; with labeling.xml in a folder; code points",
		Extension: ".json", Write: inArray("[", "\n]\n", writeLabelStudio), Companions: []Companion{{"labeling.xml", labelStudioInterface}}},
	{Name: "doccano", About: "lines for doccano, with labels of guesses that end with a question mark; its labels beside them in a folder; UTF-16",
		Extension: ".jsonl", Write: each(writeDoccano),
		Companions: []Companion{{"span_types.json", doccanoSpans}, {"relation_types.json", doccanoRelations}}},
	{Name: "w3c", About: "Web Annotations in JSON-LD, of quotations and mentions; code points", Extension: ".jsonld",
		Write: inArray(annotationsHead, annotationsFoot, writeWebAnnotations)},
	{Name: "hypothesis", About: "annotations of quotations in the form that Hypothesis exports and imports; UTF-16", Extension: ".json",
		Write: inArray(hypothesisHead, hypothesisFoot, writeHypothesis)},
	{Name: "conll", About: "tokens in CoNLL-U with Entity= as in CorefUD and Quote=; code points", Extension: ".conllu", Tabs: true,
		Write: each(writeCoNLL)},
	{Name: "md", About: "a note of each article for Obsidian, with front matter and block quotations", Files: []File{{".md", alone(writeMarkdown)}}},
	{Name: "org", About: "block quotations for Org mode", Extension: ".org", Write: between(orgHead, "", "")(writeOrg)},
	{Name: "html", About: "a page of block quotations that needs no other file", Extension: ".html", Write: between(htmlHead, "", htmlFoot)(writeHTML)},
	{Name: "bibtex", About: "the articles for BibTeX", Extension: ".bib", Write: writeBibTeX},
	{Name: "csl", About: "the articles in CSL-JSON, for Zotero, pandoc and their like", Extension: ".json", Write: inArray("[", "\n]\n", writeCSL)},
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

// writer writes an article.
type writer func(*output, *Table, Options) error

// each is a writer of articles that stand one after the other and do not know of
// each other. What is written of an article is out before the next one is taken.
func each(write writer) func(io.Writer, iter.Seq[*model.Reading], Options) error {
	return func(w io.Writer, readings iter.Seq[*model.Reading], o Options) error {
		return between("", "", "")(write)(w, readings, o)
	}
}

// between is what makes writers of articles that stand in one whole: after its head,
// with what separates two of them, before its foot. Without articles, head and foot
// stand alone.
func between(head, separator, foot string) func(writer) func(io.Writer, iter.Seq[*model.Reading], Options) error {
	return func(write writer) func(io.Writer, iter.Seq[*model.Reading], Options) error {
		return func(w io.Writer, readings iter.Seq[*model.Reading], o Options) error {
			out := newOutput(w)
			out.WriteString(head)
			next := ""
			for r := range readings {
				out.WriteString(next)
				next = separator
				if err := out.table(r, write, o); err != nil {
					return err
				}
			}
			out.WriteString(foot)
			return out.Flush()
		}
	}
}

// alone is the writer of a file that holds one article.
func alone(write writer) func(io.Writer, *model.Reading, Options) error {
	return func(w io.Writer, r *model.Reading, o Options) error { return newOutput(w).table(r, write, o) }
}

// table writes the table of a reading, and all of it.
func (out *output) table(r *model.Reading, write writer, o Options) error {
	t, err := NewTable(r)
	if err != nil {
		return err
	}
	if err := write(out, t, o); err != nil {
		return err
	}
	return out.Flush()
}
