// Package theme gives each role that words play on the screen its look, for
// dark and for light backgrounds.
//
// A role says what something is ("a quotation", "the selected row"), a [Theme]
// how that looks. Looks are laid over each other ([Look.Over]): each sets only
// what its role is about, so a party's colour over a quotation keeps the
// quotation's weight. Colour is never the only sign: roles that must be told
// apart differ in an attribute (bold, faint, underline, reverse), and parties
// carry a number. Colours stand in the 256-colour cube, so that such terminals
// show them unchanged; fewer colours are the renderer's business.
package theme

import (
	"slices"

	"charm.land/lipgloss/v2"
)

// Role is the part that words play on the screen. How each looks is in looks.go.
type Role uint16

const (
	Text           Role = iota // the article's words
	Title                      // the article's title
	Heading                    // a heading inside the article
	Boilerplate                // what surrounds an article: menus, tags
	Link                       // words that lead to an address
	Quote                      // a quotation
	CurrentQuote               // the quotation that the keys speak of
	NotSpeech                  // words between marks that nobody said
	CurrentSpeaker             // the words that name the current quotation's speaker
	Guess                      // a speaker as guessed
	Doubt                      // a guess that may well be wrong
	Decided                    // a speaker as a reader decided
	Unknown                    // no speaker: «؟»
	Unsaved                    // a decision that is not on disk yet
	Status                     // the status line
	StatusWarning              // what the status line warns of
	Key                        // a key's name
	KeyHelp                    // what the key does
	Border                     // the edge of a pane
	ActiveBorder               // the edge of the pane that has the keys
	PaneTitle                  // the heading of a pane
	Selected                   // the row under the cursor
	Dim                        // what may be overlooked
	Error                      // what went wrong
	Input                      // what the reader is typing
	Hit                        // words that were searched for
	CurrentHit                 // those of them gone to last
	parties                    // the first party; see [Party]
)

// Party is the role of the n-th party, counted from 1. Colours repeat after the
// last, so show the number too. Less than 1 is nobody: [Text].
func Party(n int) Role {
	if n < 1 {
		return Text
	}
	return parties + Role((n-1)%len(partyColours))
}

// Theme has the looks for one kind of background. The zero value has the
// terminal's own for every role.
type Theme struct {
	looks  []Look
	ground ground
}

// New is the theme for a dark or a light background.
func New(isDark bool) Theme {
	if isDark {
		return on(dark)
	}
	return on(light)
}

// Either is the theme for a background that nobody knows: what has a colour
// has one that is legible on both, if less so.
func Either() Theme { return on(either) }

func on(g ground) Theme {
	t := Theme{make([]Look, 0, len(designs)+len(partyColours)), g}
	for _, d := range designs {
		t.looks = append(t.looks, Look{d.attr, d.text[g], d.back[g]})
	}
	for _, c := range partyColours {
		t.looks = append(t.looks, Look{text: c[g]})
	}
	return t
}

// Colourless is the theme without its colours, for readers who want none in a
// terminal whose letters need some ([Theme.Tinted]).
func (t Theme) Colourless() Theme {
	looks := slices.Clone(t.looks)
	for i := range looks {
		looks[i].text, looks[i].back = "", ""
	}
	return Theme{looks, t.ground}
}

// Look is how a role looks.
func (t Theme) Look(r Role) Look {
	if int(r) >= len(t.looks) {
		return Look{}
	}
	return t.looks[r]
}

// Style is how a role looks, for Lip Gloss.
func (t Theme) Style(r Role) lipgloss.Style { return t.Look(r).Style() }
