package layout

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"rawi/bidi"
	"rawi/bidi/internal/linebreak"
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
}

func traitOf(r rune) trait {
	_, mirrored := bidi.Mirror(r)
	return trait{roleOf(r), linebreak.ClassOf(r), mirrored}
}

// known are the traits of the characters of one or two bytes and of the block
// General Punctuation, ready for look-up; they are made when first asked for.
type known struct {
	short       [0x800]trait
	punctuation [0x80]trait
	letter      linebreak.Class // of Arabic letters
}

var traits = sync.OnceValue(func() *known {
	k := new(known)
	for r := range k.short {
		k.short[r] = traitOf(rune(r))
	}
	for i := range k.punctuation {
		k.punctuation[i] = traitOf(rune(generalPunctuation + i))
	}
	k.letter = k.short[0x0628].class
	return k
})

const generalPunctuation = 0x2000

// of is the traits of any character.
func (k *known) of(r rune) trait {
	if i := uint32(r - generalPunctuation); i < uint32(len(k.punctuation)) {
		return k.punctuation[i]
	}
	return traitOf(r)
}

// condition measures characters as the renderer does, whatever the locale.
var condition = runewidth.Condition{StrictEmojiNeutral: true}

func columns(r rune) int { return condition.RuneWidth(r) }

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
