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
var left = regexp.MustCompile(`^&(?:amp;)?(?:quot|apos|laquo|raquo|ldquo|rdquo|lsquo|rsquo|sbquo|bdquo|lsaquo|rsaquo|nbsp|ensp|emsp|thinsp|hellip|ndash|mdash|middot|bull|shy|zwj|zwnj|lrm|rlm|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});`)

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
	for reference := range references(text) {
		character, ok := referred(reference.In(text))
		if !ok {
			continue
		}
		if len(replaced) >= manyReferences && len(replaced)*denseReferences > reference.Start {
			return text, nil
		}
		out.WriteString(text[end:reference.Start])
		start := out.Len()
		out.WriteString(character)
		end = reference.End
		replaced = append(replaced, model.Replaced{Span: model.Span{Start: start, End: out.Len()}, Was: reference})
	}
	out.WriteString(text[end:])
	return out.String(), replaced
}

// A text of nothing but references keeps them: what is known of each takes more than it has.
const (
	manyReferences  = 10_000
	denseReferences = 32 // bytes of the text for each, on average
)

// references yields where the references that are left in a text stand.
func references(text string) func(yield func(model.Span) bool) {
	return func(yield func(model.Span) bool) {
		for at := 0; ; {
			next := strings.IndexByte(text[at:], '&')
			if next < 0 {
				return
			}
			at += next
			found := left.FindString(text[at:min(len(text), at+longestReference)])
			if found == "" {
				at++
				continue
			}
			if !yield(model.Span{Start: at, End: at + len(found)}) {
				return
			}
			at += len(found)
		}
	}
}

// longestReference is how many bytes a reference has at most: "&amp;#x10ffff;".
const longestReference = 14

// referred is the character that a reference is to; ok is false where it must stay.
func referred(reference string) (character string, ok bool) {
	character = html.UnescapeString(strings.Replace(reference, "&amp;", "&", 1))
	return character, !strings.ContainsFunc(character, func(r rune) bool {
		return unicode.IsControl(r) || r == '<' || r == '>' || r == '&' || r == unicode.ReplacementChar
	})
}
