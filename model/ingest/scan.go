package ingest

import "unicode/utf8"

// wordSize is how many bytes are looked at together, as the bytes of one
// number, the first one lowest.
const wordSize = 8

// Numbers with the same byte eight times: its lowest and its highest bit.
const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
)

// load returns the first eight bytes of s.
func load(s string) uint64 {
	_ = s[wordSize-1]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// scan reports whether a text is valid UTF-8, and counts the controls that plain
// text does not use. It reads every byte of large files, so it does both in one
// pass, eight bytes at a time.
func scan(text string) (valid bool, controls int) {
	valid = true
	cut := uint64(0) // 0x80 if the character of two bytes before at is cut in two
	at := 0
	for at+wordSize <= len(text) {
		word := load(text[at:])
		if hasControl(word) {
			controls += countControls(text[at : at+wordSize])
		}
		next := at + wordSize
		if valid && word&highBits|cut != 0 {
			before, simple := cut, false
			if cut, simple = twoByteCharacters(word, before); !simple {
				cut = 0
				next, valid = validUntil(text, at-int(before>>7), next)
			}
		}
		at = next
	}
	return valid && utf8.ValidString(text[at-int(cut>>7):]), controls + countControls(text[at:])
}

// twoByteCharacters reports whether eight bytes are valid UTF-8 in which no
// character has more than two bytes, which is nearly all of an Arabic text. before is
// 0x80 if they begin with the second byte of a character, and after if they end
// with the first byte of one; else both are 0.
func twoByteCharacters(word, before uint64) (after uint64, ok bool) {
	high := word & highBits
	first := high & (word << 1) // 11xxxxxx
	second := continuations(word)
	three := first & (word << 2)                              // 111xxxxx
	large := (word&(0x1e*lowBits) + 0x7e*lowBits) & highBits  // xxx1111x, one of them set: not overlong
	ok = three|first&^large == 0 && second == first<<8|before // each second byte after a first one
	return first >> 56, ok
}

// continuations marks the highest bit of each of eight bytes that is not the
// first one of a character: 10xxxxxx.
func continuations(word uint64) uint64 { return word & highBits &^ (word << 1) }

// validUntil returns the byte offset, end or a little behind it, up to which
// the characters from at on are valid; end and false where one is not.
func validUntil(text string, at, end int) (int, bool) {
	for at < end {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == utf8.RuneError && size == 1 {
			return end, false
		}
		at += size
	}
	return at, true
}

// hasControl reports whether one of eight bytes is under U+0020 or is U+007F.
func hasControl(word uint64) bool {
	deleted := word ^ 0x7f*lowBits
	return (word-' '*lowBits)&^word&highBits != 0 || (deleted-lowBits)&^deleted&highBits != 0
}

// countControls counts the controls that plain text does not use.
func countControls(text string) (n int) {
	for i := range len(text) {
		if strange(text[i]) {
			n++
		}
	}
	return n
}

// strange reports whether a byte is a control that plain text does not use.
func strange(c byte) bool {
	return c < ' ' && !('\a' <= c && c <= '\r') && c != '\x1b' || c == 0x7f
}
