package bidi

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rawi/bidi/internal/ucd"
)

// Every character, at every place in a word, in a stretch of letters of each
// kind: what is skipped belongs to the stretch and ends behind a letter.
func TestSkipStretch(t *testing.T) {
	letters := map[ucd.Class]string{ucd.L: "a", ucd.R: "\u05D0", ucd.AL: "\u0628"}
	for class, letter := range letters {
		skipped := 0
		for r := rune(0); r <= 0x10FFFF; r++ {
			if r == 0x3100 { // the planes have little that is new
				r = 0xFA00
			} else if r == 0x1F000 {
				r = 0xE0000
			} else if r == 0xE0100 {
				r = 0x10FF00
			}
			if !utf8.ValidRune(r) {
				continue
			}
			for before := range span {
				text := strings.Repeat(letter, 1+before) + strings.Repeat(" ", before%3) + string(r) + strings.Repeat(letter, 3*span) + "("
				end := skipStretch(text, len(letter), class)
				at := strings.IndexRune(text, r)
				if end > at && r != []rune(letter)[0] {
					skipped++
				}
				checkStretch(t, text, len(letter), end, class)
			}
		}
		t.Logf("class %d: %d stretches hold the character", class, skipped)
		if skipped == 0 && class != ucd.R {
			t.Errorf("nothing is skipped for class %d", class)
		}
	}
}

// checkStretch fails unless text[start:end] may stand in a stretch of class.
func checkStretch(t *testing.T, text string, start, end int, class ucd.Class) {
	t.Helper()
	last := class
	for _, r := range text[start:end] {
		last = ucd.ClassOf(r)
		if p := ucd.PropertiesOf(r); p.Bracket() || last != class && last != ucd.BN && !inStretch[class].has(last) {
			t.Fatalf("%+q: %U is skipped", text, r)
		}
	}
	if last != class || end > start && !utf8.ValidString(text[:end]) {
		t.Fatalf("%+q: the stretch ends at %d", text, end)
	}
}

// Bytes that are not UTF-8 are no letters and do no harm.
func FuzzSkipStretch(f *testing.F) {
	f.Add("\xD8\xD9\xA8\xA8 \xA8\xD8( \xD9\xA1", true)
	f.Add("abc def 123 ghi\x80", false)
	f.Fuzz(func(t *testing.T, text string, arabic bool) {
		letter, class := "a", ucd.L
		if arabic {
			letter, class = "\u0628", ucd.AL
		}
		text = letter + text
		end := skipStretch(text, len(letter), class)
		last := class
		for i := len(letter); i < end; {
			p, size := propertiesAt(text, i)
			i += size
			if i > end {
				t.Fatalf("%+q: the stretch ends within a character, at %d", text, end)
			}
			if last = p.Class(); p.Bracket() || last != class && last != ucd.BN && !inStretch[class].has(last) {
				t.Fatalf("%+q: class %d is skipped", text, last)
			}
		}
		if last != class {
			t.Fatalf("%+q: the stretch ends at %d, not behind a letter", text, end)
		}
	})
}
