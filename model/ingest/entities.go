package ingest

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

// left are references to characters that were escaped twice, or that a program left in
// plain text: those of punctuation and blanks, and numbers. References to < and > are
// not among them: who writes of HTML means them.
var left = regexp.MustCompile(`&(?:amp;)?(?:quot|apos|laquo|raquo|ldquo|rdquo|lsquo|rsquo|sbquo|bdquo|lsaquo|rsaquo|nbsp|ensp|emsp|thinsp|hellip|ndash|mdash|middot|bull|shy|zwj|zwnj|lrm|rlm|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});`)

// unescapeLeft turns references to characters that are left in a text into these.
func unescapeLeft(text string) string {
	if !strings.Contains(text, "&") {
		return text
	}
	return left.ReplaceAllStringFunc(text, func(reference string) string {
		r := html.UnescapeString(strings.Replace(reference, "&amp;", "&", 1))
		if strings.ContainsFunc(r, func(r rune) bool {
			return unicode.IsControl(r) || r == '<' || r == '>' || r == '&' || r == unicode.ReplacementChar
		}) {
			return reference
		}
		return r
	})
}
