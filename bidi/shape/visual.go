package shape

import (
	"slices"

	"rawi/bidi/internal/ucd"
)

// AppendVisual appends the part text[start:end] of a right-to-left run as it is
// shown from left to right: shaped as by [AppendPart], mirrored (UAX #9, L4), with
// marks behind their letter (L3) in the order of the text, and without what was
// [Absorbed]. Characters that X9 removes stay where they are between a letter and
// its marks.
func AppendVisual(dst []rune, text string, start, end int) []rune {
	first := len(dst)
	dst = AppendPart(dst, text, start, end)
	slices.Reverse(dst[first:])
	n, marks := first, -1 // marks: where those begin whose letter is to come
	for _, r := range dst[first:] {
		if r == Absorbed {
			continue
		}
		dst[n] = r
		n++
		if !isForm(r) {
			properties := ucd.PropertiesOf(r)
			if properties.Mirrored() {
				dst[n-1], _ = ucd.Mirror(r)
			}
			switch class := properties.Class(); {
			case class == ucd.NSM && marks < 0:
				marks = n - 1
				continue
			case class == ucd.NSM, marks >= 0 && removed&(1<<class) != 0:
				continue
			}
		}
		if marks >= 0 {
			slices.Reverse(dst[marks:n])
			marks = -1
		}
	}
	if marks >= 0 {
		slices.Reverse(dst[marks:n])
	}
	return dst[:n]
}

// removed are the classes that X9 removes.
const removed = 1<<ucd.LRE | 1<<ucd.LRO | 1<<ucd.RLE | 1<<ucd.RLO | 1<<ucd.PDF | 1<<ucd.BN

// isForm reports whether r stands in the two blocks of presentation forms, which
// hold no marks and nothing to mirror but U+FD3E and U+FD3F, which have no mirror.
func isForm(r rune) bool { return 0xFB50 <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFC }
