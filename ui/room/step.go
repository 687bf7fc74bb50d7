// Package room is what the rooms of the interface share: what they see, a [Scene],
// and what they ask for, a [Step], which may be a [Question] to the reader.
//
// A room is a type whose methods answer keys: they change the room, the reading or
// the scene, do no I/O, know nothing of Bubble Tea or of the screen's layout, and
// return a Step that package ui carries out.
package room

import "rawi/model"

// Step is what must happen next; the zero Step is nothing.
type Step struct {
	Decided  []model.Annotation // bring these to disk
	Say      string             // say this in answer to the key
	Claim    string             // say this as soon as all is on disk
	Quote    int                // go to the quotation of this number, from 1
	Party    model.PartyID      // select this party
	Show     model.Span         // show these words
	Follow   bool               // the current quotation is to be one on the screen
	Article  bool               // the article gets the focus
	Ask      *Question          // open this
	Command  int                // run the command of this number, from 1
	Argument string             // with this
}

// Say is the step that only says something.
func Say(text string) Step { return Step{Say: text} }

// Decide is the step that brings decisions to disk.
func Decide(as ...model.Annotation) Step { return Step{Decided: as} }
