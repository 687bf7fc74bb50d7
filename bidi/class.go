package bidi

import (
	"unicode/utf8"

	"rawi/bidi/internal/ucd"
)

// classSet is a set of classes, one bit each.
type classSet uint32

// only is the set of one class.
func only(c ucd.Class) classSet { return 1 << c }

func (s classSet) has(c ucd.Class) bool            { return s&only(c) != 0 }
func (s classSet) meets(other classSet) bool       { return s&other != 0 }
func (s classSet) without(other classSet) classSet { return s &^ other }

const (
	isolateInitiators classSet = 1<<ucd.LRI | 1<<ucd.RLI | 1<<ucd.FSI
	isolates          classSet = isolateInitiators | 1<<ucd.PDI
	embeddings        classSet = 1<<ucd.LRE | 1<<ucd.RLE | 1<<ucd.LRO | 1<<ucd.RLO
	explicit          classSet = isolates | embeddings | 1<<ucd.PDF
	removed           classSet = embeddings | 1<<ucd.PDF | 1<<ucd.BN // by X9
	separators        classSet = 1<<ucd.B | 1<<ucd.S
	neutrals          classSet = separators | 1<<ucd.WS | 1<<ucd.ON // NI, without isolates

	// rightToLeft are the classes without which Auto gives level 0.
	rightToLeft classSet = 1<<ucd.R | 1<<ucd.AL
)

// oneWay are the classes that resolve, in a paragraph of level 0 or 1, to that
// level whatever their order. (A number at level 1 would go up to 2; at level 0,
// without a right-to-left letter, W7 makes it L.)
var oneWay = [2]classSet{
	0: 1<<ucd.L | 1<<ucd.EN | weakSigns | neutrals,
	1: 1<<ucd.R | 1<<ucd.AL | weakSigns | neutrals,
}

const weakSigns classSet = 1<<ucd.ES | 1<<ucd.ET | 1<<ucd.CS | 1<<ucd.NSM | 1<<ucd.BN

// propertiesAt is what the character at text[i] is, and its size in bytes.
func propertiesAt(text string, i int) (ucd.Properties, int) {
	r, size := utf8.DecodeRuneInString(text[i:])
	return ucd.PropertiesOf(r), size
}

// classesOf is the set of the classes of text.
func classesOf(text string) (set classSet) {
	for _, r := range text {
		set |= only(ucd.ClassOf(r))
	}
	return set
}
