package export

import (
	"fmt"
	"strings"

	"rawi/model"
)

// casType is a type of UIMA.
type casType struct {
	name, about string
	features    []casFeature
}

// casFeature is a feature; its range is a primitive of UIMA.
type casFeature struct{ name, kind, about string }

const (
	casString  = "uima.cas.String"
	casInteger = "uima.cas.Integer"
	casBoolean = "uima.cas.Boolean"
	casFloat   = "uima.cas.Float"
)

// What rawi writes in types of DKPro Core and INCEpTION, which shows names and sentences
// without being told of them, and in those of a layer of our own, which its
// TypeSystem.xml makes.
const (
	casSentence  = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
	casToken     = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
	casName      = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
	casQuotation = "webanno.custom.Quotation"
	casCue       = "webanno.custom.Cue"
)

// casTypes are all types of what [casOf] gives, below uima.tcas.Annotation.
var casTypes = []casType{
	{casSentence, "A sentence.", nil},
	{casToken, "A word, number or sign.", nil},
	{casName, "Words that name a party.", []casFeature{
		{"value", casString, "PER, ORG, GPE or ROLE"},
		{"identifier", casString, "The key of the party."}}},
	{casCue, "Words that report a quotation.", []casFeature{{"quotation", casInteger, "Its number."}}},
	{casQuotation, "What somebody said, or other quoted words.", []casFeature{
		{"number", casInteger, "In the article, from 1."},
		{"kind", casString, "speech, indirect, scare, title or other"},
		{"direct", casBoolean, "The speaker's own words."},
		{"state", casString, "decided, guessed or unknown"},
		{"speaker", casString, "The name of who said it."},
		{"speakerIdentifier", casString, "The key of that party: the identifier of its mentions."},
		{"role", casString, "What the speaker is called there."},
		{"addressee", casString, "To whom it was said."},
		{"decidedBy", casString, "The reader."},
		{"decidedAt", casString, "When, in RFC 3339."},
		{"moved", casBoolean, "Decided on words that stood elsewhere."},
		{"certainty", casString, "sure, likely or unsure"},
		{"note", casString, "The reader's note."},
		{"confidence", casFloat, "How likely the guessed speaker is right, 0 to 1."},
		{"rule", casString, "The rule of the guess."}}},
}

// casAnnotation is a feature structure: begin and end are units of UTF-16.
type casAnnotation struct {
	kind   string
	at     model.Span
	values []casValue
}

// casValue is the value of a feature: a string, int, bool or float64.
type casValue struct {
	name  string
	value any
}

// casOf is all annotations of an article.
func casOf(t *Table) (all []casAnnotation) {
	l := layerOf(t)
	for _, s := range l.sentencesOf(t) {
		whole := model.Span{Start: s.tokens[0].Start, End: s.tokens[len(s.tokens)-1].End}
		all = append(all, casAnnotation{casSentence, t.offsets.Place(whole).UTF16, nil})
		for _, token := range s.tokens {
			all = append(all, casAnnotation{casToken, t.offsets.Place(token).UTF16, nil})
		}
	}
	for _, m := range l.named {
		all = append(all, casAnnotation{casName, m.UTF16, []casValue{{"value", m.Party.Kind.String()}, {"identifier", string(m.Party.ID)}}})
	}
	for i := range l.rows {
		r := &l.rows[i]
		if r.Cue != nil {
			all = append(all, casAnnotation{casCue, r.Cue.UTF16, []casValue{{"quotation", r.Number}}})
		}
		all = append(all, casAnnotation{casQuotation, r.UTF16, casValues(r)})
	}
	return all
}

func casValues(r *Row) []casValue {
	values := []casValue{{"number", r.Number}, {"kind", r.Kind.String()}, {"direct", r.Direct}, {"state", r.State()}}
	add := func(name, value string) {
		if value != "" {
			values = append(values, casValue{name, value})
		}
	}
	if r.Speaker != nil {
		add("speaker", r.Speaker.Name)
		add("speakerIdentifier", string(r.Speaker.ID))
	}
	add("role", r.Role)
	if r.Addressee != nil {
		add("addressee", r.Addressee.Name)
	}
	if d := r.Decision; d != nil {
		add("decidedBy", d.Author)
		add("decidedAt", plain(d.Time))
		values = append(values, casValue{"moved", d.Moved})
	}
	add("certainty", r.Certainty.String())
	add("note", r.Note)
	if r.Decision == nil && r.Speaker != nil {
		values = append(values, casValue{"confidence", r.Confidence})
		add("rule", r.Reason.Rule.String())
	}
	return values
}

// casLanguage is the language of a text as UIMA has it.
func casLanguage(t *Table) string { return orElse(t.Article.Language, "x-unspecified") }

// casTypeSystem is TypeSystem.xml, which tells UIMA of the types.
func casTypeSystem() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <name>rawi</name>
  <description>Who said what in an article.</description>
  <version>1</version>
  <types>
`)
	for _, t := range casTypes {
		fmt.Fprintf(&b, "    <typeDescription>\n      <name>%s</name>\n      <description>%s</description>\n      <supertypeName>uima.tcas.Annotation</supertypeName>\n", t.name, t.about)
		if len(t.features) > 0 {
			b.WriteString("      <features>\n")
			for _, f := range t.features {
				fmt.Fprintf(&b, "        <featureDescription>\n          <name>%s</name>\n          <description>%s</description>\n          <rangeTypeName>%s</rangeTypeName>\n        </featureDescription>\n", f.name, f.about, f.kind)
			}
			b.WriteString("      </features>\n")
		}
		b.WriteString("    </typeDescription>\n")
	}
	b.WriteString("  </types>\n</typeSystemDescription>\n")
	return b.String()
}
