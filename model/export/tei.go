package export

import (
	"fmt"
	"io"
	"iter"

	"rawi/model"
)

// writeTEI writes TEI P5: one article as a TEI element, several as a teiCorpus. The text
// content of each body is the article's text, character for character (a control that XML
// cannot hold is its picture), in head, p, ab, item and l by the kind of block.
//
//   - said, soCalled, title and quote are quotations: @direct says whether in the speaker's
//     own words, @who and @toWhom point to the parties in particDesc and settingDesc;
//     @ana is #decided, #guessed or #unknown, @resp who says so.
//   - persName, orgName, placeName and rs are mentions with @ref to the party.
//   - seg of the type cue reports the quotation at @corresp.
//   - What crosses another element or an end of a block is cut; @next and @prev join it.
//   - notes in back, of type note (a reader's) and guess (why a speaker was guessed).
func writeTEI(w io.Writer, readings iter.Seq[*model.Reading], o Options) error {
	out := newOutput(w)
	x := teiFile{markup: markup{out}}
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	next, stop := iter.Pull(readings)
	defer stop()
	first, _ := next()
	if first == nil {
		first = model.NewReading(model.NewArticle("", nil), model.Findings{}, nil, "")
	}
	second, several := next()
	if !several {
		return out.table(first, x.article, o)
	}
	x.corpusHead()
	for r, more := first, true; more; r, second = second, nil {
		x.count++
		x.prefix = fmt.Sprintf("d%d-", x.count)
		if err := out.table(r, x.article, o); err != nil {
			return err
		}
		if second == nil {
			second, more = next()
		}
	}
	out.WriteString("</teiCorpus>\n")
	return out.Flush()
}

const teiNamespace = "http://www.tei-c.org/ns/1.0"

// teiFile writes TEI documents.
type teiFile struct {
	markup
	prefix string // of all IDs of a document of a corpus
	count  int
}

// teiText is one document being written.
type teiText struct {
	teiFile
	table *Table
	layer
	all     []block
	readers map[string]int // who decided, from 1
}

func (x *teiFile) id(kind string, number int) string {
	return fmt.Sprintf("%s%s%d", x.prefix, kind, number)
}

func (x *teiFile) ref(kind string, number int) string { return "#" + x.id(kind, number) }

func (x *teiFile) corpusHead() {
	x.open("teiCorpus", attr{"xmlns", teiNamespace})
	x.open("teiHeader")
	x.out.WriteString("<fileDesc><titleStmt><title>rawi</title></titleStmt>")
	x.out.WriteString("<publicationStmt><p>Written by rawi.</p></publicationStmt><sourceDesc><p>See each text.</p></sourceDesc></fileDesc>")
	x.close("teiHeader")
	x.out.WriteString("\n")
}

func (x *teiFile) article(_ *output, t *Table, _ Options) error {
	text := teiText{teiFile: *x, table: t, layer: layerOf(t), readers: make(map[string]int)}
	text.all = text.blocks()
	text.open("TEI", attr{"xmlns", teiNamespace}, attr{"xml:lang", t.Article.Language})
	text.header()
	text.open("text")
	text.body()
	text.back()
	text.close("text")
	text.close("TEI")
	text.out.WriteString("\n")
	return nil
}
