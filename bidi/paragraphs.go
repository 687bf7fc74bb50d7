package bidi

import (
	"iter"

	"rawi/bidi/internal/ucd"
)

// Paragraphs divides a text into its paragraphs (P1), each with the separator
// that ends it. Separators are the characters of class B: LF, CR, CR LF (one
// separator), U+001C to U+001E, U+0085 and U+2029. The paragraphs join to the
// whole text; an empty text has none.
func Paragraphs(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for text != "" {
			end := paragraphEnd(text)
			if !yield(text[:end]) {
				return
			}
			text = text[end:]
		}
	}
}

// paragraphEnd is where the first paragraph of text ends, with its separator.
func paragraphEnd(text string) int {
	for i := 0; i < len(text); {
		p, size := propertiesAt(text, i)
		i += size
		if p.Class() != ucd.B {
			continue
		}
		if text[i-1] == '\r' && i < len(text) && text[i] == '\n' {
			i++
		}
		return i
	}
	return len(text)
}
