package export

import (
	"cmp"
	"fmt"
	"time"
)

// What writeWebAnnotations stands in: a collection of one page, as of the Web Annotation
// Data Model (https://www.w3.org/TR/annotation-model/), with names of ours beside its own.
const (
	annotationsHead = `{"@context":["http://www.w3.org/ns/anno.jsonld",{"rawi":"urn:rawi:"}],"id":"urn:rawi:annotations","type":"AnnotationCollection",` +
		`"label":"What rawi found and readers decided","first":{"id":"urn:rawi:annotations:page:1","type":"AnnotationPage","partOf":"urn:rawi:annotations","startIndex":0,"items":[`
	annotationsFoot = "\n]}}\n"
)

// writeWebAnnotations writes an annotation a quotation and one a mention. The target is
// the article's text, urn:sha256:…, which the first annotation of each article holds as
// the "value" of its source; positions are code points. Bodies classify (speech), name
// (the speaker), describe (the role), comment (a reader's note) and tag it (decided,
// guessed or unknown). Who decided is the creator, the program else.
func writeWebAnnotations(list *items, t *Table, _ Options) error {
	w := webAnnotations{table: t, source: sourceOf(t)}
	for r := range t.Rows() {
		if err := list.add(w.quotation(&r)); err != nil {
			return err
		}
	}
	for p, mentions := range t.Parties() {
		number := 0
		for m := range mentions {
			number++
			if err := list.add(w.mention(p, m, number)); err != nil {
				return err
			}
		}
	}
	return nil
}

type webAnnotations struct {
	table  *Table
	source any // of the next annotation: with the text, then by its name alone
}

type webAnnotation struct {
	ID         string    `json:"id"`
	Type       string    `json:"type"`
	Motivation string    `json:"motivation"`
	Creator    *webAgent `json:"creator"`
	Created    string    `json:"created,omitempty"`
	Body       []webBody `json:"body"`
	Target     webTarget `json:"target"`
	State      string    `json:"rawi:state,omitempty"`
	Moved      bool      `json:"rawi:moved,omitempty"`
	Certainty  string    `json:"rawi:certainty,omitempty"`
	Confidence float64   `json:"rawi:confidence,omitempty"`
	Rule       string    `json:"rawi:rule,omitempty"`
}

type webAgent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

type webBody struct {
	Type     string `json:"type"`
	Purpose  string `json:"purpose"`
	Value    string `json:"value"`
	Language string `json:"language,omitempty"`
}

type webTarget struct {
	Type     string        `json:"type"`
	Source   any           `json:"source"`
	Selector []webSelector `json:"selector"`
}

type webSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

// webText is a text that annotations are on.
type webText struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Format   string `json:"format"`
	Language string `json:"language,omitempty"`
	Label    string `json:"label,omitempty"`
	Via      string `json:"via,omitempty"`
	Value    string `json:"value"`
}

func textName(t *Table) string { return "urn:sha256:" + t.Article.SHA256 }

func sourceOf(t *Table) webText {
	a := &t.Article
	return webText{textName(t), "Text", "text/plain", a.Language, cmp.Or(a.Title, a.Name), a.Address, a.Text}
}

// target points to a place, and to words in a text.
func (w *webAnnotations) target(at Place) webTarget {
	source := w.source
	w.source = textName(w.table)
	return webTarget{"SpecificResource", source, selectors(w.table, at, at.CodePoints.Start, at.CodePoints.End)}
}

// selectors find a place by its words and by its offsets, in what unit they are.
func selectors(t *Table, at Place, start, end int) []webSelector {
	before, after := t.around(at)
	return []webSelector{
		{Type: "TextQuoteSelector", Exact: at.Bytes.In(t.Article.Text), Prefix: before, Suffix: after},
		{Type: "TextPositionSelector", Start: &start, End: &end},
	}
}

func textual(purpose, value, language string) webBody {
	return webBody{"TextualBody", purpose, value, language}
}

func (w *webAnnotations) quotation(r *Row) webAnnotation {
	a := webAnnotation{ID: w.id("quotation", r.Number), Type: "Annotation", Motivation: "identifying", Creator: &webAgent{"Software", "rawi"},
		State: r.State(), Certainty: r.Certainty.String()}
	a.Body = []webBody{textual("classifying", r.Kind.String(), "en"), textual("tagging", r.State(), "en")}
	language := w.table.Article.Language
	if r.Speaker != nil {
		a.Body = append(a.Body, textual("identifying", r.Speaker.Name, language))
	}
	if r.Role != "" {
		a.Body = append(a.Body, textual("describing", r.Role, language))
	}
	if r.Note != "" {
		a.Body = append(a.Body, textual("commenting", r.Note, ""))
	}
	switch d := r.Decision; {
	case d != nil:
		a.Creator, a.Created, a.Moved = &webAgent{"Person", d.Author}, d.Time.UTC().Format(time.RFC3339Nano), d.Moved
	case r.Speaker != nil:
		a.Confidence, a.Rule = r.Confidence, r.Reason.Rule.String()
	}
	a.Target = w.target(r.Place)
	return a
}

func (w *webAnnotations) mention(p *Party, m Mention, number int) webAnnotation {
	return webAnnotation{ID: w.id(fmt.Sprintf("party:%d:mention", p.Number), number), Type: "Annotation", Motivation: "identifying",
		Creator: &webAgent{"Software", "rawi"},
		Body:    []webBody{textual("classifying", p.Kind.String(), "en"), textual("identifying", p.Name, w.table.Article.Language)},
		Target:  w.target(m.Place)}
}

func (w *webAnnotations) id(kind string, number int) string {
	return fmt.Sprintf("urn:rawi:article:%s:%s:%d", w.table.Article.ID, kind, number)
}
