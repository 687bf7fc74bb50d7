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
	opening, closing := MarksAround(text, s)
	return opening != "" && closing != ""
}

// MarksAround is the quotation marks right before and behind words, "" for none.
func MarksAround(text string, s Span) (opening, closing string) {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text[:s.Start], invisible))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text[s.End:], invisible))
	return quotationMark(before), quotationMark(after)
}

func quotationMark(r rune) string {
	if strings.ContainsRune(quotationMarks, r) {
		return string(r)
	}
	return ""
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

// SameSpan reports whether two spans of a text are the same words, whatever invisible
// marks and white space stand at their ends.
func SameSpan(text string, a, b Span) bool {
	return a == b || trim(text, a) == trim(text, b)
}
