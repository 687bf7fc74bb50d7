package layout

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"rawi/bidi"
	"rawi/bidi/internal/linebreak"
	"rawi/bidi/internal/width"
)

// role is what a character does in a cell.
type role uint8

const (
	ignored    role = iota // makes no cell and no glyph
	nonspacing             // a mark on the character before it
	breaking               // white space where a line may end
	disputed               // measured differently by renderers: see dispute
	spacing                // plus its width in columns: begins a cell
)

// trait is what is asked of every character.
type trait struct {
	role     role
	class    linebreak.Class
	mirrored bool
	alone    bool // of those that are known: has a cell, takes no part in shaping, and is in no word that kashidas stretch
}

func traitOf(r rune) trait {
	_, mirrored := bidi.Mirror(r)
	return trait{role: roleOf(r), class: linebreak.ClassOf(r), mirrored: mirrored}
}

// knownTrait is traitOf for the characters whose traits are known.
func knownTrait(r rune) trait {
	is := traitOf(r)
	is.alone = (is.role == breaking || is.role > spacing) && !unicode.In(r, unicode.Lo, unicode.Lm, unicode.M)
	return is
}

// traitTable is what is known of characters, made when first asked for: the traits of those
// of one or two bytes and of the block General Punctuation, and what words need.
type traitTable struct {
	short         [0x800]trait
	punctuation   [0x80]trait
	letters       [0x100]letter   // from arabicBlock on
	letter, vowel linebreak.Class // of those that letters has
}

const (
	arabicBlock        = 0x0600
	generalPunctuation = 0x2000
)

var traits = sync.OnceValue(func() *traitTable {
	k := new(traitTable)
	for r := range k.short {
		k.short[r] = knownTrait(rune(r))
	}
	for i := range k.punctuation {
		k.punctuation[i] = knownTrait(rune(generalPunctuation + i))
	}
	k.letter, k.vowel = k.short[0x0628].class, k.short[0x064E].class
	for i := range k.letters {
		k.letters[i] = newLetter(rune(arabicBlock+i), k.short[arabicBlock+i], k.letter)
	}
	return k
})

// Prepare makes the tables that texts are measured by. By itself the first [Text.Set]
// does, which takes a part of a millisecond; a program may have them made while it waits for
// something else.
func Prepare() { traits() }

// of is the traits of any character.
func (k *traitTable) of(r rune) trait {
	if is := k.at(r); is != nil {
		return *is
	}
	return traitOf(r)
}

// at is the traits of r, nil where they are not known.
func (k *traitTable) at(r rune) *trait {
	if uint32(r) < uint32(len(k.short)) {
		return &k.short[r]
	}
	if i := uint32(r - generalPunctuation); i < uint32(len(k.punctuation)) {
		return &k.punctuation[i]
	}
	return nil
}

// columns measures characters as the renderer does, whatever the locale.
func columns(r rune) int { return width.Of(r) }

// roleOf is the role of r.
func roleOf(r rune) role {
	switch {
	case ' ' < r && r < 0x7F, 0x0620 <= r && r <= 0x064A, 0xFE80 <= r && r <= 0xFEFC:
		return spacing + 1
	case 0x3400 <= r && r <= 0x4DBF, 0x4E00 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3: // ideographs, Hangul
		return spacing + 2
	case breakingSpace(r):
		return breaking
	case unicode.IsControl(r) || defaultIgnorable(r):
		return ignored
	case isDisputed(r):
		return disputed
	case columns(r) == 0:
		return nonspacing
	}
	return spacing + role(columns(r))
}

// breakingSpace reports whether r is white space at which lines break or end.
func breakingSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u2007' && r != '\u202F'
}

// blankColumns is the width of a blank: tabs and line separators have none of
// their own.
func blankColumns(r rune) int {
	if r < utf8.RuneSelf {
		return 1
	}
	return max(1, columns(r))
}

// blankGlyph shows a blank: tabs and line separators are controls, and must
// not be printed.
func blankGlyph(r rune) rune {
	if r < utf8.RuneSelf || columns(r) == 0 {
		return ' '
	}
	return r
}

// defaultIgnorable reports whether r shows nothing by itself: the property
// Default_Ignorable_Code_Point (joiners, bidi controls, variation selectors,
// fillers) and the few format characters (Cf) that it leaves out. They may not
// be sent to a terminal: some give them a cell.
func defaultIgnorable(r rune) bool {
	return unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) ||
		unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// vowelMark reports whether r is a vowel or Quranic mark that a reader may
// hide.
func vowelMark(r rune) bool {
	return 0x064B <= r && r <= 0x065F || r == 0x0670 || 0x06D6 <= r && r <= 0x06ED
}
