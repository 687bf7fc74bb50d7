package export

import (
	"cmp"
	"fmt"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"rawi/model"
)

// Table is the quotations of an article and who is named in it, as a reading has
// them, in terms that other programs understand: every format and every report is a
// writer of it. [NewTable] has looked at everything, so that reading it cannot fail.
type Table struct {
	Article Article

	reading   *model.Reading
	offsets   *Offsets
	decisions map[string]*model.Annotation // by ID
}

// Article is what is known of the article of a [Table].
type Article struct {
	ID     string // in the library: hexadecimal SHA-256 of the article as rawi reads it
	Name   string // of its file without the ending, "-" if it was read from a pipe
	Text   string // as it stands in the input; every [Place] counts in it
	SHA256 string // of Text, hexadecimal

	Title    string // on one line: as it stands in the text, else as the document says
	Source   string // where it was read: a path, an address, "" for a pipe
	Language string // BCP 47, as the words tell
	Fetched  time.Time
	model.Facts
}

// Place is a stretch of [Article.Text], half-open, in three units.
type Place struct{ Bytes, CodePoints, UTF16 model.Span }

// Row is one quotation with everything about it. Pointers are nil for what there is
// not.
type Row struct {
	Article *Article
	Number  int // among the quotations of the article, from 1

	Place
	Words       string // as they stand there
	Open, Close string // the quotation marks around them, "" where they stand between none
	Before      string // what stands before them: 32 code points that are no white space in a row
	After       string // and after them

	Kind   model.QuoteKind
	Direct bool // the speaker's own words, not a report of them
	Cue    *Words

	Speaker   *Party // nil while nobody knows
	Role      string // what the speaker is called here: beside the name, else as the reader says, else elsewhere
	Mention   *Words // that names the speaker here
	Addressee *Party

	Note      string
	Certainty model.Certainty
	Decision  *Decision // nil for a guess

	Reason     model.Reason // of a guessed speaker
	Trigger    string       // the words that triggered the reason
	Confidence float64      // of the guessed speaker, 0 to 1
}

// Words are words of the article at their place.
type Words struct {
	Place
	Words string
}

// Decision says who decided a quotation.
type Decision struct {
	ID     string
	Author string
	As     model.Capacity
	Time   time.Time
	Moved  bool // on words that stood elsewhere in another text of the article, and nobody confirmed it
}

// Party is somebody who speaks or is named.
type Party struct {
	ID      model.PartyID
	Number  int // among the parties of the article, from 1
	Name    string
	Kind    model.PartyKind
	Aliases []string
	Roles   []string
}

// Mention is where an article names a party.
type Mention struct {
	Words
	Form model.MentionForm
}

// NewTable is the table of a reading. It is an error if a span lies outside the text,
// or a speaker, addressee or decision is not in the reading.
func NewTable(r *model.Reading) (*Table, error) {
	a := r.Article
	t := &Table{
		Article: Article{ID: a.ID, Name: nameOfFile(a), Text: a.InputText(), SHA256: a.InputDigest(), Title: cmp.Or(a.Title(), oneLine(a.Facts.Headline)), Source: a.Source,
			Language: a.WrittenIn().String(), Fetched: a.Fetched, Facts: a.Facts},
		reading: r, offsets: NewOffsets(a.InputText()), decisions: decisionsOf(r),
	}
	if err := t.check(); err != nil {
		return nil, fmt.Errorf("cannot export %s: %w", t.Article.Name, err)
	}
	return t, nil
}

// nameOfFile is what an article is called in exports.
func nameOfFile(a *model.Article) string {
	if a.Source == "" {
		return "-"
	}
	return strings.TrimSuffix(filepath.Base(a.Source), filepath.Ext(a.Source))
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// decisionsOf is the decisions of a reading by their IDs.
func decisionsOf(r *model.Reading) map[string]*model.Annotation {
	all := r.Log().All()
	byID := make(map[string]*model.Annotation, len(all))
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	return byID
}

// Rows is all quotations in text order.
func (t *Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := range t.reading.Quotes() {
			if !yield(t.row(i)) {
				return
			}
		}
	}
}

func (t *Table) row(i int) Row {
	q := &t.reading.Quotes()[i]
	text := t.reading.Article.Text
	at := t.Place(q.Span)
	before, after := t.around(at)
	r := Row{
		Article: &t.Article, Number: i + 1,
		Place: at, Words: at.Bytes.In(t.Article.Text), Before: before, After: after,
		Kind: q.Kind, Direct: q.Kind == model.Speech, Cue: t.words(q.Cue),
		Speaker: t.party(q.Speaker), Role: roleAt(t.reading, q), Mention: t.words(q.Mention), Addressee: t.party(q.Addressee),
		Note: q.Note, Certainty: q.Certainty, Decision: t.decision(q),
	}
	r.Open, r.Close = model.MarksAround(text, q.Span)
	if r.Decision == nil && r.Speaker != nil {
		r.Reason, r.Trigger, r.Confidence = q.Reason, q.Reason.Words.In(text), q.Confidence
	}
	return r
}

// Parties is everybody named, with where they are named.
func (t *Table) Parties() iter.Seq2[*Party, iter.Seq[Mention]] {
	return func(yield func(*Party, iter.Seq[Mention]) bool) {
		for i := range t.reading.Parties() {
			p := &t.reading.Parties()[i]
			if !yield(t.party(p.ID), t.mentions(p.Mentions)) {
				return
			}
		}
	}
}

func (t *Table) mentions(all []model.Mention) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		for _, m := range all {
			if words := t.words(m.Span); words != nil && !yield(Mention{*words, m.Form}) {
				return
			}
		}
	}
}

// Blocks is the paragraphs, titles and all else that the article is made of.
func (t *Table) Blocks() iter.Seq2[Place, model.BlockKind] {
	return func(yield func(Place, model.BlockKind) bool) {
		for _, b := range t.reading.Article.Blocks {
			if !yield(t.Place(b.Span), b.Kind) {
				return
			}
		}
	}
}

// Links is where the article links to.
func (t *Table) Links() iter.Seq2[Place, string] {
	return func(yield func(Place, string) bool) {
		for _, l := range t.reading.Article.Links {
			if !yield(t.Place(l.Span), l.Address) {
				return
			}
		}
	}
}

// Place is where a span of the article as rawi reads it stands in [Article.Text].
func (t *Table) Place(s model.Span) Place { return t.offsets.Place(t.reading.Article.InInput(s)) }

// around is what stands before and after a place: see [Row].
func (t *Table) around(at Place) (before, after string) {
	anchor := model.NewAnchor(t.Article.Text, at.Bytes)
	return anchor.Before, anchor.After
}

func (t *Table) words(s model.Span) *Words {
	at := t.Place(s)
	if at.Bytes.Empty() { // or inside of one character of the input
		return nil
	}
	return &Words{at, at.Bytes.In(t.Article.Text)}
}

func (t *Table) party(id model.PartyID) *Party {
	p, number, ok := t.reading.Party(id)
	if !ok {
		return nil
	}
	return &Party{p.ID, number, p.Name, p.Kind, p.Aliases, p.Roles}
}

func (t *Table) decision(q *model.Quote) *Decision {
	if q.Decision == "" {
		return nil
	}
	a := t.decisions[q.Decision]
	return &Decision{a.ID, a.Author, a.Capacity, a.Time, q.Moved != nil}
}
