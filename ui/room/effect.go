// Package room is what the rooms of the interface share: what they see, a [Scene],
// and what they return, an [Effect], which may be a [Question] to the reader.
//
// A room is a type whose methods answer keys: they change the room, the reading or
// the scene, do no I/O, know nothing of Bubble Tea or of the screen's layout, and
// return an Effect that package ui carries out.
package room

import "rawi/model"

// Effect is what must happen next; the zero Effect is nothing.
type Effect struct {
	Decided  []model.Annotation // bring these to disk
	Say      string             // say this in answer to the key
	Claim    string             // say this as soon as all is on disk
	Quote    int                // go to the quotation of this number, from 1
	Party    model.PartyID      // select this party
	Show     model.Span         // show these words
	Top      int                // bring the text at this byte offset, counted from 1, to the top row
	Follow   bool               // the current quotation is to be one on the screen
	Article  bool               // the article gets the focus
	Ask      *Question          // open this
	List     *Listing           // open this over the whole screen
	Fetch    Fetch              // do this outside, and then what it returns
	FetchFor *Listing           // only while this is open; nil for always
	Action   int                // run the command of this number, from 1
	Argument string             // with this
	Browse   string             // open this address in the browser
	Open     Request            // show this article in place of the one that is shown
	Next     bool               // show the next article that is left to do
	Copy     *Copy              // bring this to the clipboard
}

// Fetch is what takes its time. It runs while keys are answered, and must not touch any
// room; what it returns is called when it is done, and may.
type Fetch func() (then func() Effect)

// Copy is text that leaves the program, and what it is, for saying so.
type Copy struct{ Text, What string }

// Nothing reports whether nothing must happen.
func (e Effect) Nothing() bool {
	return e.Open == (Request{}) && e.Show.Empty() && e.Quote == 0 && e.Top == 0 && e.Action == 0 && e.List == nil && e.Ask == nil && e.Browse == ""
}

// Say is the effect that only says something.
func Say(text string) Effect { return Effect{Say: text} }

// Decide is the effect that brings decisions to disk.
func Decide(as ...model.Annotation) Effect { return Effect{Decided: as} }
