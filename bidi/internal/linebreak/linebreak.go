// Package linebreak finds the places where a line may end, by the Unicode Line
// Breaking Algorithm (UAX #14, Unicode 17.0.0) without tailoring.
//
// The rules stand in gen/rules.go in the words of the standard; the generator
// follows them to every context that a text can lead to and writes an automaton
// of about a hundred states. A [Breaker] walks it: a character costs two
// look-ups, one for its class and one for the break before it and the next
// state. The work is linear, whatever the text holds, and allocates nothing.
//
//	var b linebreak.Breaker
//	for i, r := range text {
//		c := linebreak.ClassOf(r)
//		if c.Asks() {
//			c = c.Knowing(text[i+utf8.RuneLen(r):])
//		}
//		if b.Before(c) != linebreak.Prohibited {
//			// a line may end at text[:i]
//		}
//	}
package linebreak

//go:generate go run ./gen

import "unicode/utf8"

// Break says whether a line may end before a character.
type Break uint8

// The kinds of break. The generator lists them in the same order.
const (
	Prohibited Break = iota // ×
	Allowed                 // ÷
	Mandatory               // !
)

// Class is all that the rules ask of a character: its Line_Break after LB1, and
// of a few its East_Asian_Width, general category or neighbour.
type Class uint8

// Breaker walks through a text, character by character. The zero value stands
// at the start of a text.
type Breaker struct{ state transition }

// transition is the next state, shifted by two bits, and the Break before it.
type transition uint16

// trait is what the rules may look at in what follows.
type trait uint8

// The generator lists the traits in the same order.
const (
	closing trait = 1 << iota // LB15b
	narrow                    // LB19a
	numeric                   // LB15c, LB25
	infix                     // LB25, where NU follows
	final                     // LB28a
)

// blockBits says how many low bits of a code point index a block; package gen
// has the same number.
const blockBits = 7

// ClassOf is the class of r; a rune outside of Unicode counts as U+FFFD.
func ClassOf(r rune) Class {
	if uint32(r) > utf8.MaxRune {
		r = utf8.RuneError
	}
	return classBlocks[int(classIndex[r>>blockBits])<<blockBits|int(r)&(1<<blockBits-1)]
}

// Before is the break before a character of class c, for which [Class.WithNext] was called if it needs that; it is
// called for every character in turn. Before the first one it is Prohibited
// (LB2); at the end of a text there always is one (LB3).
func (b *Breaker) Before(c Class) Break {
	s := transitions[int(b.state)+int(c)]
	b.state = s >> 2
	return Break(s & 3)
}

// Within reports whether Before would be Prohibited for a character of class c, and
// for any number of them.
func (b *Breaker) Within(c Class) bool {
	return transitions[int(b.state)+int(c)] == b.state<<2|transition(Prohibited)
}

// NeedsNext reports whether the rules look at what follows a character of class c.
func (c Class) NeedsNext() bool { return c >= firstAsking }

// WithNext is the class that takes the place of c, which needs it, before the text
// after.
func (c Class) WithNext(after string) Class {
	t, rest := following(after)
	if t&infix != 0 { // OP × IS NU
		if more, _ := following(rest); more&numeric == 0 {
			t &^= infix
		}
	}
	for bit, class := range answered[c-firstAsking] {
		if t&(1<<bit) != 0 && class != 0 {
			return class
		}
	}
	return c
}

// following is what the first character of text answers that is not a mark of
// the character before (LB9), and the text after it. The end of text closes and
// is narrow.
func following(text string) (t trait, rest string) {
	for text != "" {
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		if c := ClassOf(r); c != mark && c != wideMark && c != joiner {
			return traits[c], text
		}
	}
	return closing | narrow, ""
}
