package bidi

import (
	"encoding/binary"
	"unicode/utf8"

	"rawi/bidi/internal/ucd"
)

// This file looks at eight bytes of UTF-8 at once, as the bytes of one word. Most
// text passes here; what does not is looked at again one character at a time.

const (
	each = 0x0101010101010101 // n * each is n in every byte
	tops = 0x80 * each        // the highest bit of every byte
	span = 8                  // bytes in a word
)

// wordAt is the word of the bytes text[i:i+span].
func wordAt(text string, i int) uint64 {
	return binary.LittleEndian.Uint64([]byte(text[i : i+span])) // copies nothing: it compiles to one load
}

// skipASCII is the end of the ASCII from i on, to a few bytes.
func skipASCII(text string, i int) int {
	for i+span <= len(text) && wordAt(text, i)&tops == 0 {
		i += span
	}
	return i
}

// skipStretch answers how far the stretch of the strong class of the character
// before i goes on from i, as far as is seen at a glance: it ends behind a
// character of this class, and holds beside it only classes that inStretch has.
func skipStretch(text string, i int, class ucd.Class) int {
	end := i
	switch class {
	case ucd.AL:
		end = skipArabic(text, i)
	case ucd.L:
		end = skipLatin(text, i)
	}
	for end > i { // back to the last strong character
		r, size := utf8.DecodeLastRuneInString(text[i:end])
		if ucd.ClassOf(r) == class {
			break
		}
		end -= size
	}
	return end
}

// mayGoOn reports whether it is worth while to ask skipStretch: not where the
// next character already is another, as in a text that alternates.
func mayGoOn(text string, i int, class ucd.Class) bool {
	if i+span >= len(text) {
		return false
	}
	next := text[i]
	return next == ' ' || class == ucd.AL && next&^1 == 0xD8 || class == ucd.L && next < utf8.RuneSelf
}

// skipArabic skips U+0608 to U+065F and U+0670 to U+067F, which are AL, NSM, ET,
// CS or ON, and the marks and signs U+0020 to U+002F of ASCII without brackets.
// It stops before a word in which there may be another character. (What is no
// UTF-8 counts as ON, and may be skipped.)
//
// A byte of seven bits and a number less than 0x80 make a sum whose highest bit
// says whether the byte is at least 0x80 minus the number; so all eight bytes
// are compared at once, each in its highest bit.
func skipArabic(text string, i int) int {
	for ; i+span < len(text); i += span {
		word, next := wordAt(text, i), wordAt(text, i+1) // next: of every byte the one behind it
		low := word &^ tops
		above := low + (0x80-0x30)*each             // at least 0x30
		sign := low + (0x80-0x20)*each              // at least 0x20
		bracket := (low^'('*each)&^each + 0x7E*each // neither ( nor )
		ascii := (above | ^(sign & bracket)) &^ word

		lead := word & (word << 1)                          // 11xxxxxx
		foreign := (word^0xD8*each)&(0x7E*each) + 0x7E*each // neither D8 nor D9
		// Behind D8, 80 to 87 are U+0600 to U+0607; behind D9, A0 to AF are
		// U+0660 to U+066F, the digits. The lowest bit tells D8 from D9.
		d9 := word & each
		allowed := (next^d9<<5)&(0x78*each^d9<<3) + 0x78*each
		if (ascii|lead&(foreign|^allowed))&tops != 0 {
			break
		}
	}
	if i < len(text) && text[i]&0xC0 == 0x80 && text[i-1] >= 0xC0 {
		i-- // the last word ended within a character
	}
	return i
}

// skipLatin skips ASCII without brackets from U+0020 on: L, EN, ES, ET, CS, WS,
// ON, and DEL, which X9 removes. It stops before a word with anything else.
func skipLatin(text string, i int) int {
	for ; i+span <= len(text); i += span {
		word := wordAt(text, i)
		graphic := word + (0x80-0x20)*each                // at least 0x20
		round := (word^'('*each)&^each + 0x7F*each        // neither ( nor )
		left := (word^'['*each)&^(0x20*each) + 0x7F*each  // neither [ nor {
		right := (word^']'*each)&^(0x20*each) + 0x7F*each // neither ] nor }
		if (word|^(graphic&round&left&right))&tops != 0 {
			break
		}
	}
	return i
}
