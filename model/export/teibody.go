package export

import (
	"fmt"
	"strings"

	"rawi/model"
)

// teiBlocks says what a block is in TEI. Blocks of one group stand in one element.
var teiBlocks = [...]struct{ group, element, kind string }{
	model.ParagraphBlock:   {"", "p", ""},
	model.TitleBlock:       {"", "head", "title"},
	model.HeadingBlock:     {"", "head", ""},
	model.BoilerplateBlock: {"", "ab", "boilerplate"},
	model.CaptionBlock:     {"", "ab", "caption"},
	model.ImageBlock:       {"", "ab", "image"},
	model.ItemBlock:        {"list", "item", ""},
	model.RowBlock:         {"", "ab", "row"},
	model.VerseBlock:       {"lg", "l", ""},
	model.QuotedBlock:      {"", "ab", "quotation"},
}

// block is a block or what stands between two, in [Article.Text].
type block struct {
	model.Span
	group, element, kind string
}

// blocks are all of the text: what stands between the article's own is given where it is
// not white space alone.
func (x *teiText) blocks() (all []block) {
	text, at := x.table.Article.Text, 0
	gap := func(end int) {
		if strings.Trim(text[at:end], " \t\r\n") != "" {
			all = append(all, block{model.Span{Start: at, End: end}, "", "ab", "between"})
		}
	}
	for place, kind := range x.table.Blocks() {
		if place.Bytes.Empty() || place.Bytes.Start < at {
			continue
		}
		gap(place.Bytes.Start)
		b := teiBlocks[kind]
		all = append(all, block{place.Bytes, b.group, b.element, b.kind})
		at = place.Bytes.End
	}
	gap(len(text))
	return all
}

// mark is an element over words of the text.
type teiMark struct {
	name  string
	attrs []attr
	id    string // of the first piece
}

// Which of two elements over the same words is the outer one.
const (
	quoteRank = iota
	cueRank
	nameRank
)

func (x *teiText) body() {
	spans := make([]model.Span, len(x.all))
	for i, b := range x.all {
		spans[i] = b.Span
	}
	elements := x.elements()
	w := teiWriter{teiText: x, elements: elements, pieces: nest(elements, spans)}
	x.open("body")
	w.write(x.all)
	x.close("body")
}

// elements are all that is to be marked in the text.
func (x *teiText) elements() (all []element) {
	for i := range x.rows {
		r := &x.rows[i]
		all = append(all, element{r.Bytes, quoteRank, x.quotation(r)})
		if r.Cue != nil {
			all = append(all, element{r.Cue.Bytes, cueRank, teiMark{"seg", []attr{{"type", "cue"}, {"corresp", x.quoteRef(r)}}, x.id("c", r.Number)}})
		}
	}
	for i, m := range x.named {
		all = append(all, element{m.Bytes, nameRank, teiMark{teiNames[m.Party.Kind], []attr{{"type", forms[m.Form]}, {"ref", x.ref("p", m.Party.Number)}}, x.id("m", i+1)}})
	}
	return all
}

var (
	teiQuotes = [...]string{model.Speech: "said", model.Indirect: "said", model.Scare: "soCalled", model.WorkTitle: "title", model.Other: "quote"}
	teiNames  = [...]string{model.Person: "persName", model.Organisation: "orgName", model.Place: "placeName", model.RoleOnly: "rs"}
	// teiCertainties are the values of @cert (teidata.certainty).
	teiCertainties = [...]string{model.NoCertainty: "", model.Sure: "high", model.Likely: "medium", model.Unsure: "low"}
)

func (x *teiText) quotation(r *Row) teiMark {
	m := teiMark{name: teiQuotes[r.Kind], id: x.id("q", r.Number)}
	if r.Kind.Spoken() {
		m.attrs = append(m.attrs, attr{"direct", fmt.Sprint(r.Direct)})
		if r.Speaker != nil {
			m.attrs = append(m.attrs, attr{"who", x.ref("p", r.Speaker.Number)})
		}
		if r.Addressee != nil {
			m.attrs = append(m.attrs, attr{"toWhom", x.ref("p", r.Addressee.Number)})
		}
	}
	resp := "#" + x.prefix + "rawi"
	if r.Decision != nil {
		resp = x.ref("r", x.readers[r.Decision.Author])
	}
	return teiMark{m.name, append(m.attrs, attr{"ana", "#" + x.prefix + r.State()}, attr{"resp", resp}, attr{"cert", teiCertainties[r.Certainty]}), m.id}
}

// teiWriter writes the text with its elements.
type teiWriter struct {
	*teiText
	elements []element
	pieces   []piece // those that are not written yet
	at       int     // up to where the text is written
	group    string  // that is open
	inDiv    bool
	filled   bool // the div that is open has more than heads
}

func (w *teiWriter) write(all []block) {
	for _, b := range all {
		w.begin(b)
		w.between(b.Start)
		w.open(b.element, attr{"type", b.kind})
		w.words(b.End)
		w.close(b.element)
	}
	if w.group != "" {
		w.close(w.group)
	}
	w.between(len(w.table.Article.Text))
	if !w.inDiv {
		w.out.WriteString("<div>")
	}
	if !w.filled {
		w.out.WriteString("<ab/>")
	}
	w.out.WriteString("</div>")
}

// begin closes and opens what a block stands in. A head begins a division.
func (w *teiWriter) begin(b block) {
	if w.group != b.group && w.group != "" {
		w.close(w.group)
	}
	head := b.element == "head"
	if head && w.filled || !w.inDiv {
		if w.inDiv {
			w.close("div")
		}
		w.open("div")
		w.inDiv, w.filled = true, false
	}
	w.filled = w.filled || !head
	if w.group != b.group && b.group != "" {
		w.open(b.group)
	}
	w.group = b.group
}

// between writes the white space up to an offset.
func (w *teiWriter) between(end int) {
	w.text(w.table.Article.Text[w.at:end])
	w.at = end
}

// words writes the text of a block up to its end, with all pieces that begin there.
func (w *teiWriter) words(end int) {
	for len(w.pieces) > 0 && w.pieces[0].Start < end {
		p := w.pieces[0]
		w.pieces = w.pieces[1:]
		w.run(p.Start)
		mark := w.elements[p.of].what.(teiMark)
		w.open(mark.name, append(w.links(mark, p), mark.attrs...)...)
		w.words(p.End)
		w.close(mark.name)
	}
	w.run(end)
}

// links are the ID of a piece and what joins it to the other pieces of its element.
func (w *teiWriter) links(m teiMark, p piece) []attr {
	id := func(part int) string {
		if part == 0 {
			return m.id
		}
		return fmt.Sprintf("%s.%d", m.id, part+1)
	}
	links := []attr{{"xml:id", id(p.part)}}
	if p.part > 0 {
		links = append(links, attr{"prev", "#" + id(p.part-1)})
	}
	if !p.last {
		links = append(links, attr{"next", "#" + id(p.part+1)})
	}
	return links
}

// run writes text up to an offset; in verse it marks the caesura.
func (w *teiWriter) run(end int) {
	text := w.table.Article.Text[w.at:end]
	w.at = end
	if w.group == "lg" {
		text, rest, found := strings.Cut(text, model.Caesura)
		w.text(text)
		if found {
			w.empty("caesura")
			w.text(model.Caesura + rest)
		}
		return
	}
	w.text(text)
}

// back holds notes: those of readers, and why a speaker was guessed.
func (x *teiText) back() {
	open := false
	note := func(r *Row, kind, resp, text string) {
		if text == "" {
			return
		}
		if !open {
			x.out.WriteString("<back><div>")
			open = true
		}
		x.element("note", text, attr{"type", kind}, attr{"target", x.quoteRef(r)}, attr{"resp", resp})
	}
	for i := range x.rows {
		r := &x.rows[i]
		switch {
		case r.Decision != nil:
			note(r, "note", x.ref("r", x.readers[r.Decision.Author]), r.Note)
		case r.Speaker != nil:
			note(r, "guess", "#"+x.prefix+"rawi", fmt.Sprintf("%s %.2f %s", r.Reason.Rule, r.Confidence, r.Trigger))
			fallthrough
		default:
			note(r, "note", "", r.Note)
		}
	}
	if open {
		x.out.WriteString("</div></back>")
	}
}
