package width

import (
	"testing"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// TestOf holds the table to go-runewidth on every code point, and on what is none.
func TestOf(t *testing.T) {
	condition := runewidth.Condition{StrictEmojiNeutral: true}
	for r := rune(-2); r <= unicode.MaxRune+2; r++ {
		if got, want := Of(r), condition.RuneWidth(r); got != want {
			t.Errorf("U+%04X has %d columns, go-runewidth says %d", r, got, want)
		}
	}
}
