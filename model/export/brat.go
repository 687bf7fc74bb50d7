package export

import (
	"fmt"
	"strings"
	"unicode"

	"rawi/model"
)

// writeBratText writes the text in which the annotations of [writeBrat] count.
func writeBratText(out *output, t *Table, _ Options) error {
	_, err := out.WriteString(t.Article.Text)
	return err
}

// writeBrat writes the standoff file of brat (https://brat.nlplab.org/standoff.html).
// Offsets are code points. A quotation, a cue and a mention are entities, named as in
// [bratConfiguration]; who said what is a relation to the mention that names the speaker,
// and always a note "Speaker"; notes tell by whom and why.
//
//	T1	Speech 10 20;21 30	words words
//	A1	State T1 decided
//	R1	Speaker Arg1:T1 Arg2:T3
//	#1	Speaker T1	فلان
func writeBrat(out *output, t *Table, _ Options) error {
	b := bratFile{out: out, table: t, layer: layerOf(t)}
	b.mentions()
	for i := range b.rows {
		b.row(&b.rows[i])
	}
	return nil
}

// bratFile gives annotations their numbers.
type bratFile struct {
	out   *output
	table *Table
	layer
	ids                                    []string // of mentions, "" for one that cannot be written
	entities, relations, attributes, notes int
}

func (b *bratFile) mentions() {
	same := make(map[model.PartyID][]string)
	var order []model.PartyID
	for _, m := range b.named {
		id := b.entity(partyLabels[m.Party.Kind], m.Place)
		b.ids = append(b.ids, id)
		if id == "" {
			continue
		}
		b.attribute("Form", id, forms[m.Form])
		b.note("Party", id, m.Party.Name)
		if same[m.Party.ID] == nil {
			order = append(order, m.Party.ID)
		}
		same[m.Party.ID] = append(same[m.Party.ID], id)
	}
	for _, party := range order {
		if ids := same[party]; len(ids) > 1 {
			fmt.Fprintf(b.out, "*\tCoref %s\n", strings.Join(ids, " "))
		}
	}
}

func (b *bratFile) row(r *Row) {
	id := b.entity(quoteLabels[r.Kind], r.Place)
	if id == "" {
		return
	}
	b.attribute("State", id, r.State())
	if r.Certainty != model.NoCertainty {
		b.attribute("Certainty", id, r.Certainty.String())
	}
	if r.Cue != nil {
		b.relation("Cue", id, b.entity(cueLabel, r.Cue.Place))
	}
	if i := b.speaker(r); i >= 0 {
		b.relation("Speaker", id, b.ids[i])
	}
	if i := b.addressee(r); i >= 0 {
		b.relation("Addressee", id, b.ids[i])
	}
	if r.Speaker != nil {
		b.note("Speaker", id, r.Speaker.Name)
	}
	if r.Addressee != nil {
		b.note("Addressee", id, r.Addressee.Name)
	}
	if d := r.Decision; d != nil {
		b.attributeIf(d.Moved, "Moved", id)
		b.note("DecidedBy", id, fmt.Sprintf("%s %s %s", d.Author, plain(d.Time), d.ID))
	} else if r.Speaker != nil {
		b.note("Guess", id, fmt.Sprintf("%s %.2f %s", r.Reason.Rule, r.Confidence, r.Trigger))
	}
	b.note("AnnotatorNotes", id, r.Note)
}

// entity writes a stretch of text and returns its ID, "" for white space alone.
func (b *bratFile) entity(l label, at Place) string {
	var places, words []string
	for _, f := range fragments(b.table.Article.Text, at.Bytes) {
		p := b.table.offsets.Place(f)
		places = append(places, fmt.Sprintf("%d %d", p.CodePoints.Start, p.CodePoints.End))
		words = append(words, f.In(b.table.Article.Text))
	}
	if places == nil {
		return ""
	}
	b.entities++
	id := fmt.Sprintf("T%d", b.entities)
	fmt.Fprintf(b.out, "%s\t%s %s\t%s\n", id, l, strings.Join(places, ";"), strings.Join(words, " "))
	return id
}

func (b *bratFile) relation(name, from, to string) {
	if to == "" {
		return
	}
	b.relations++
	fmt.Fprintf(b.out, "R%d\t%s Arg1:%s Arg2:%s\n", b.relations, name, from, to)
}

func (b *bratFile) attribute(name, of, value string) {
	b.attributes++
	fmt.Fprintf(b.out, "A%d\t%s %s %s\n", b.attributes, name, of, value)
}

func (b *bratFile) attributeIf(holds bool, name, of string) {
	if holds {
		b.attributes++
		fmt.Fprintf(b.out, "A%d\t%s %s\n", b.attributes, name, of)
	}
}

func (b *bratFile) note(name, of, text string) {
	if text = strings.TrimSpace(legible(text)); text != "" {
		b.notes++
		fmt.Fprintf(b.out, "#%d\t%s %s\t%s\n", b.notes, name, of, text)
	}
}

// fragments are the parts of a span without the ends of lines in it and what else brat
// cannot hold on a line, without white space around each.
func fragments(text string, at model.Span) (parts []model.Span) {
	for at.Start < at.End {
		words := at.In(text)
		end := strings.IndexFunc(words, breaks)
		if end < 0 {
			end = len(words)
		}
		part := strings.TrimLeftFunc(words[:end], unicode.IsSpace)
		start := at.Start + end - len(part)
		if part = strings.TrimRightFunc(part, unicode.IsSpace); part != "" {
			parts = append(parts, model.Span{Start: start, End: start + len(part)})
		}
		at.Start += end
		at.Start += runeLength(text[at.Start:])
	}
	return parts
}

// breaks reports whether brat, which reads lines as Python's str.splitlines does, takes a
// character for the end of a line or of a field.
func breaks(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// bratConfiguration is annotation.conf, which tells brat what [writeBrat] writes.
const bratConfiguration = `# What rawi found and readers decided: who said what in an article.
# State is "decided" where a reader decided, "guessed" where nobody did yet.

[entities]

!Quotation
	Speech
	Indirect
	Scare
	Title
	Other
Cue
!Party
	Person
	Organisation
	Place
	Role

[relations]

Speaker	Arg1:Speech|Indirect|Scare|Title|Other, Arg2:Person|Organisation|Place|Role
Addressee	Arg1:Speech|Indirect|Scare|Title|Other, Arg2:Person|Organisation|Place|Role
Cue	Arg1:Speech|Indirect|Scare|Title|Other, Arg2:Cue
Coref	Arg1:Person|Organisation|Place|Role, Arg2:Person|Organisation|Place|Role, <REL-TYPE>:symmetric-transitive
<OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]

State	Arg:Speech|Indirect|Scare|Title|Other, Value:decided|guessed|unknown
Certainty	Arg:Speech|Indirect|Scare|Title|Other, Value:sure|likely|unsure
Moved	Arg:Speech|Indirect|Scare|Title|Other
Form	Arg:Person|Organisation|Place|Role, Value:name|role|apposition|nominal
`
