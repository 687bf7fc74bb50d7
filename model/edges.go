package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotationMarks are the marks that open or close quotations.
const quotationMarks = "\"«»“”„‟‹›"

// Marked reports whether words stand between quotation marks. Invisible characters
// between the marks and the words do not matter.
func Marked(text string, s Span) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text[:s.Start], invisible))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text[s.End:], invisible))
	return strings.ContainsRune(quotationMarks, before) && strings.ContainsRune(quotationMarks, after)
}

// trim is the span without the white space and the characters that skeletons leave
// out at its ends.
func trim(text string, s Span) Span {
	words := s.In(text)
	left := len(words) - len(strings.TrimLeftFunc(words, isEdge))
	right := len(strings.TrimRightFunc(words, isEdge))
	return Span{s.Start + left, s.Start + max(left, right)}
}

func isEdge(r rune) bool { return !isSimple(r) && (unicode.IsSpace(r) || ignored(r)) }
