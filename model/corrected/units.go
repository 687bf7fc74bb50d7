package corrected

import (
	"unicode/utf8"

	"rawi/model"
)

// units are where each unit of some kind begins in a text: its byte offset; the last one is
// the length.
type units []int

func codePoints(text string) units { return unitsOf(text, func(rune) int { return 1 }) }

func utf16Units(text string) units {
	return unitsOf(text, func(r rune) int {
		if r > 0xffff {
			return 2
		}
		return 1
	})
}

func unitsOf(text string, size func(rune) int) units {
	all := make(units, 0, utf8.RuneCountInString(text)+1)
	for i, r := range text {
		for range size(r) {
			all = append(all, i)
		}
	}
	return append(all, len(text))
}

// span is from one unit up to before another; ok is false outside of the text.
func (u units) span(start, end int) (s model.Span, ok bool) {
	if start < 0 || end < start || end >= len(u) {
		return s, false
	}
	return model.Span{Start: u[start], End: u[end]}, true
}
