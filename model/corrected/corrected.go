// Package corrected takes back what people corrected in other programs: annotations that
// rawi exported become decisions of a reader where they are not what rawi has.
//
// A format ([Formats]) is read into documents, each an article as the other program has it;
// [Document.Decide] holds one against a reading and decides what differs. What does not fit
// is told ([Misfit]): nothing is passed over in silence.
package corrected

import (
	"fmt"

	"rawi/model"
)

// Document is an article as another program has it. Spans are bytes of Text.
type Document struct {
	File    string // where it was read
	Article string // its ID in the library, "" where the file does not say
	SHA256  string // of the text in which it was exported, "" where the file does not say
	Name    string // of its file without the ending, "" where the file does not say
	Text    string // "" where the file has none
	Quotes  []Quote
	Names   []Name
	// Complete says that what the program found and the document lacks was deleted there.
	Complete bool
}

// Quote is a quotation of a document.
type Quote struct {
	Where string // it stands in the file: a line, a name
	model.Span
	Words   string // where the file has them; they tell the place if the span is not theirs
	Before  string // what stands before them, and after, where the file says
	After   string
	Kind    model.QuoteKind
	Guess   bool // the file says that it is one
	Deleted bool // the file says that it is none

	// What the file says of it; zero where it says nothing.
	Speaker   Who
	Addressee Who
	Certainty model.Certainty
	Note      string
}

// Who is a party by name or by where it is named; zero for nobody.
type Who struct {
	Name  string
	At    model.Span
	Kind  model.PartyKind // of a party that is new
	Typed string          // a name besides, which was the same when rawi wrote it: who changes one means that one
}

func (w Who) nobody() bool { return w.Name == "" && w.At.Empty() && w.Typed == "" }

// Name is a mention of a document.
type Name struct {
	Where string
	model.Span
	Party string // its name; "" for the words themselves
	Kind  model.PartyKind
}

// Misfit is something of a file that did not become a decision, and should have.
type Misfit struct {
	File, Where string
	Why         Reason
	What        string // the words, a name
}

// Reason is why something does not fit.
type Reason uint8

const (
	NotUnderstood    Reason = iota // rawi has nothing for it
	NoArticle                      // no article of the library is it
	NoWords                        // the words are not found in the article
	PerhapsElsewhere               // the words stand in another place or have changed: perhaps they are these
	NoName                         // a name without letters names nobody
	SpeakerTaken                   // there is no decision for «nobody knows who spoke»
	TwoSpeakers                    // a relation names one speaker and a note another: the relation was taken
	DecidedSince                   // decided in rawi, and not in the file
	ReasonCount
)

// misfit makes misfits of one document.
func (d *Document) misfit(where string, why Reason, what string) Misfit {
	return Misfit{d.File, where, why, what}
}

func line(n int) string { return fmt.Sprint(n) }
