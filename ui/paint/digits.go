package paint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/bidi/layout"
)

// Digits says which digits are painted. Only what is seen changes: where digits stand,
// and what is searched and copied, is as the text has them.
type Digits uint8

const (
	AsWritten Digits = iota
	ArabicIndic
	LatinDigits
)

// arabicIndic is the digits as cells, by value.
var arabicIndic = [10]string{"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"}

const latinDigits = "0123456789"

// of is a glyph with its digit in this script. Latin names keep theirs: in those of
// the words around them, "F-16" and "covid19" are none.
func (d Digits) of(glyph string, inLatin bool) string {
	r, size := utf8.DecodeRuneInString(glyph)
	switch {
	case d == ArabicIndic && '0' <= r && r <= '9' && !inLatin:
		glyph = arabicIndic[r-'0'] + glyph[size:]
	case d == LatinDigits && '٠' <= r && r <= '٩':
		glyph = latinDigits[r-'٠':r-'٠'+1] + glyph[size:]
	case d == LatinDigits && '۰' <= r && r <= '۹':
		glyph = latinDigits[r-'۰':r-'۰'+1] + glyph[size:]
	}
	return glyph
}

// latinWord reports whether the cell i stands in a word with Latin letters.
func latinWord(cells []layout.Cell, i int) bool {
	for _, step := range [...]int{-1, 1} {
		for at := i; at >= 0 && at < len(cells) && cells[at].Glyph != " "; at += step {
			if strings.ContainsFunc(cells[at].Glyph, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
				return true
			}
		}
	}
	return false
}
