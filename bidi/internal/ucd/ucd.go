// Package ucd answers the properties of characters that ordering and joining
// need, from the Unicode Character Database 17.0.0.
//
// Every property is one index into a two-stage table: the first stage maps the
// block of 128 code points to a block of values, and equal blocks are stored
// once. The tables in tables.go are made by the program in gen from the files
// in testdata; run go generate after changing either.
//
// A rune outside of Unicode (negative or above U+10FFFF) counts as U+FFFD.
package ucd

//go:generate go run ./gen

const (
	// blockBits says how many low bits of a code point index a block; package
	// gen has the same number.
	blockBits = 7
	// direct is where the code points end whose properties stand at the head of
	// propertyBlocks in their order: those of one or two bytes of UTF-8.
	direct = 0x800
)

// Class is the Bidi_Class of a character.
type Class uint8

// The classes of UAX #9, table 4. The generator lists them in the same order.
const (
	L Class = iota
	R
	AL
	EN
	ES
	ET
	AN
	CS
	NSM
	BN
	B
	S
	WS
	ON
	LRE
	LRO
	RLE
	RLO
	PDF
	LRI
	RLI
	FSI
	PDI
)

// Properties are a character's class, whether it is a paired bracket and whether
// it has a mirror, in one byte. Two characters of equal Properties play the same
// part in ordering, except that brackets of different pairs do not match.
type Properties uint8

const (
	classMask Properties = 1<<5 - 1
	opening   Properties = 1 << 5
	closing   Properties = 1 << 6
	mirrored  Properties = 1 << 7
)

// PropertiesOf is all that is known of r's part in ordering, in one look-up.
func PropertiesOf(r rune) Properties {
	if uint32(r) > 0x10FFFF {
		r = 0xFFFD
	}
	return propertyBlocks[int(propertyIndex[r>>blockBits])<<blockBits|int(r)&(1<<blockBits-1)]
}

// PropertiesOfASCII is PropertiesOf for a byte below 0x80.
func PropertiesOfASCII(b byte) Properties { return propertyBlocks[b&0x7F] }

// PropertiesOfPair is PropertiesOf for the character that UTF-8 writes as the
// two bytes lead (0xC2 to 0xDF) and next.
func PropertiesOfPair(lead, next byte) Properties {
	return propertyBlocks[(uint(lead)<<6|uint(next&0x3F))%direct]
}

// Class is the Bidi_Class.
func (p Properties) Class() Class { return Class(p & classMask) }

// Bracket reports whether the character is a paired bracket.
func (p Properties) Bracket() bool { return p&(opening|closing) != 0 }

// Mirrored reports whether the character has a mirror: see Mirror.
func (p Properties) Mirrored() bool { return p&mirrored != 0 }

// Opening reports whether the character is an opening paired bracket.
func (p Properties) Opening() bool { return p&opening != 0 }

// ClassOf is the Bidi_Class of r; unassigned code points have the defaults of
// the @missing lines.
func ClassOf(r rune) Class { return PropertiesOf(r).Class() }

// Canonical is the bracket that stands for r when brackets are compared: the
// angle brackets U+2329 and U+232A are canonically equivalent to U+3008 and
// U+3009, and there are no others (UAX #9, BD14 and BD15).
func Canonical(r rune) rune {
	if r == 0x2329 || r == 0x232A {
		return r - 0x2329 + 0x3008
	}
	return r
}

// Mirror is r's Bidi_Mirroring_Glyph; ok is false, and the answer r itself,
// where it has none.
func Mirror(r rune) (glyph rune, ok bool) {
	distance := mirrorDistance(r)
	return r + distance, distance != 0
}

// mirrorDistance is how far from r its mirror stands, 0 without one.
func mirrorDistance(r rune) rune {
	if uint32(r) > 0x10FFFF {
		return 0
	}
	return mirrorDistances[mirrorBlocks[int(mirrorIndex[r>>blockBits])<<blockBits|int(r)&(1<<blockBits-1)]]
}
