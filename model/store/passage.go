package store

import (
	"strings"
	"unicode/utf8"

	"rawi/model"
)

// around is how many bytes of its line are taken before and after a place.
const around = 160

// passage is a place in a text with what stands around it on its line, whole words as far
// as they go.
func passage(text string, at model.Span) Passage {
	start := lineStart(text, at.Start)
	end := len(text)
	if i := strings.IndexByte(text[at.End:], '\n'); i >= 0 {
		end = at.End + i
	}
	if start < at.Start-around {
		start = at.Start - around
		if i := strings.IndexByte(text[start:at.Start], ' '); i >= 0 {
			start += i + 1
		}
		for !utf8.RuneStart(text[start]) {
			start++
		}
	}
	if end > at.End+around {
		end = at.End + around
		if i := strings.LastIndexByte(text[at.End:end], ' '); i >= 0 {
			end = at.End + i
		}
		for !utf8.RuneStart(text[end]) {
			end--
		}
	}
	before := strings.TrimLeft(text[start:at.Start], " \t\r")
	return Passage{at, before + at.In(text) + strings.TrimRight(text[at.End:end], " \t\r"),
		model.Span{Start: len(before), End: len(before) + at.Len()}}
}

func lineStart(text string, offset int) int { return strings.LastIndexByte(text[:offset], '\n') + 1 }
