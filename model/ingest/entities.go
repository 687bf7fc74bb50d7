package ingest

import (
	"html"
	"regexp"
	"strings"
	"unicode"

	"rawi/model"
)

// left are references to characters that were escaped twice in a page or that a program left in
// it: those of punctuation and blanks, and numbers. References to < and > are
// not among them: who writes of HTML means them.
var left = regexp.MustCompile(`&(?:amp;)?(?:quot|apos|laquo|raquo|ldquo|rdquo|lsquo|rsquo|sbquo|bdquo|lsaquo|rsaquo|nbsp|ensp|emsp|thinsp|hellip|ndash|mdash|middot|bull|shy|zwj|zwnj|lrm|rlm|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});`)

// unescapeLeft turns references to characters that are left in a text into these.
func unescapeLeft(text string) string {
	text, _ = replaceLeft(text)
	return text
}

// replaceLeft is unescapeLeft, and says where it replaced what.
func replaceLeft(text string) (string, []model.Replaced) {
	if !strings.Contains(text, "&") {
		return text, nil
	}
	var out strings.Builder
	var replaced []model.Replaced
	end := 0
	for _, at := range left.FindAllStringIndex(text, -1) {
		character, ok := referred(text[at[0]:at[1]])
		if !ok {
			continue
		}
		out.WriteString(text[end:at[0]])
		start := out.Len()
		out.WriteString(character)
		replaced = append(replaced, model.Replaced{Span: model.Span{Start: start, End: out.Len()}, Was: model.Span{Start: at[0], End: at[1]}})
		end = at[1]
	}
	out.WriteString(text[end:])
	return out.String(), replaced
}

// referred is the character that a reference is to; ok is false where it must stay.
func referred(reference string) (character string, ok bool) {
	character = html.UnescapeString(strings.Replace(reference, "&amp;", "&", 1))
	return character, !strings.ContainsFunc(character, func(r rune) bool {
		return unicode.IsControl(r) || r == '<' || r == '>' || r == '&' || r == unicode.ReplacementChar
	})
}
