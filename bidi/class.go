package bidi

import (
	"unicode/utf8"

	"rawi/bidi/internal/ucd"
)

// classSet is a set of classes, one bit each.
type classSet uint32

// only is the set of one class.
func only(c ucd.Class) classSet { return 1 << c }

func (s classSet) has(c ucd.Class) bool      { return s&only(c) != 0 }
func (s classSet) meets(other classSet) bool { return s&other != 0 }

const (
	strongClasses     classSet = 1<<ucd.L | 1<<ucd.R | 1<<ucd.AL
	isolateInitiators classSet = 1<<ucd.LRI | 1<<ucd.RLI | 1<<ucd.FSI
	isolates          classSet = isolateInitiators | 1<<ucd.PDI
	embeddings        classSet = 1<<ucd.LRE | 1<<ucd.RLE | 1<<ucd.LRO | 1<<ucd.RLO
	explicit          classSet = isolates | embeddings | 1<<ucd.PDF
	removed           classSet = embeddings | 1<<ucd.PDF | 1<<ucd.BN // by X9
	separators        classSet = 1<<ucd.B | 1<<ucd.S

	// leftToRight are the classes that all resolve to level 0 in a paragraph of
	// that level where there are no others: W7 makes the numbers L.
	leftToRight = ^(explicit | 1<<ucd.R | 1<<ucd.AL | 1<<ucd.AN)
)

// propertiesAt is what the character at text[i] is, and its size in bytes.
func propertiesAt(text string, i int) (p ucd.Properties, size int) {
	switch lead := text[i]; {
	case lead < utf8.RuneSelf:
		return ucd.PropertiesOfASCII(lead), 1
	case isPair(text, i):
		return ucd.PropertiesOfPair(lead, text[i+1]), 2
	case isTriple(text, i):
		return ucd.PropertiesOf(triple(text, i)), 3
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return ucd.PropertiesOf(r), size
}

// isPair reports whether a character of two bytes of UTF-8 is at text[i].
func isPair(text string, i int) bool {
	return text[i]-0xC2 <= 0xDF-0xC2 && i+1 < len(text) && text[i+1]&0xC0 == 0x80
}

// pair is the character that UTF-8 writes as two bytes.
func pair(lead, next byte) rune { return rune(lead&0x1F)<<6 | rune(next&0x3F) }

// isTriple reports whether U+1000 to U+CFFF, in three bytes of UTF-8, is at text[i].
func isTriple(text string, i int) bool {
	return text[i]-0xE1 <= 0xEC-0xE1 && i+2 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80
}

// triple is the character of three bytes at text[i].
func triple(text string, i int) rune {
	return rune(text[i]&0xF)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
}
