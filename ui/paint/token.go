package paint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/bidi"
)

// tokens turns round what kitty will turn round where one font has letters and
// punctuation: it gives each stretch of cells between blanks, of one font, to
// HarfBuzz, which takes the direction from the first letter of any script, lays
// the whole stretch out that way and mirrors its brackets. Where a token mixes
// scripts so that neither way comes out right, one of the two is set in bold
// (or the contrary), which makes it a stretch of its own.
func tokens(pieces []piece) {
	for start, end := range stretches(pieces) {
		token := pieces[start:end]
		if rightToLeft(token) != rightToLeftBackwards(token) {
			for i := range token {
				if script(token[i].text) == leftward {
					token[i].look = token[i].look.Contrary()
				}
			}
			tokens(token)
			continue
		}
		if rightToLeft(token) {
			turn(token)
			for i := range token {
				token[i].text = mirrored(token[i].text)
			}
		}
	}
}

// stretches yields the bounds of each stretch that kitty shapes at once.
func stretches(pieces []piece) func(yield func(start, end int) bool) {
	return func(yield func(start, end int) bool) {
		for start := 0; start < len(pieces); {
			end := start + 1
			for end < len(pieces) && !wall(&pieces[end]) && !wall(&pieces[start]) &&
				pieces[end].look.Bold() == pieces[start].look.Bold() {
				end++
			}
			if !yield(start, end) {
				return
			}
			start = end
		}
	}
}

// wall reports whether a cell is drawn without a font: blanks, whatever marks stand
// on them, boxes and blocks.
func wall(p *piece) bool {
	return strings.HasPrefix(p.text, " ") || boxed(p.text)
}

// direction is where a script runs.
type direction uint8

const (
	common    direction = iota // of no script
	rightward                  // left to right
	leftward                   // right to left
)

// script is the direction of the first character of text that has a script.
func script(text string) direction {
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Common, unicode.Inherited):
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko):
			return leftward
		default:
			return rightward
		}
	}
	return common
}

func rightToLeft(token []piece) bool {
	for i := range token {
		if d := script(token[i].text); d != common {
			return d == leftward
		}
	}
	return false
}

func rightToLeftBackwards(token []piece) bool {
	for i := len(token) - 1; i >= 0; i-- {
		if d := script(token[i].text); d != common {
			return d == leftward
		}
	}
	return false
}

// mirrored is a cell with its bracket the other way round, if it is one.
func mirrored(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if m, ok := bidi.Mirror(r); ok {
		return string(m) + text[size:]
	}
	return text
}
