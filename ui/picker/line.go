package picker

import "slices"

// Line is a line that is typed, with a cursor in it. The zero value is empty.
type Line struct {
	runes  []rune
	cursor int // runes before it
}

// String is what was typed.
func (l *Line) String() string { return string(l.runes) }

// Set replaces what was typed; the cursor stands at its end.
func (l *Line) Set(text string) {
	l.Clear()
	l.Type(text)
}

// Type puts text in at the cursor; control characters in it are dropped.
func (l *Line) Type(text string) {
	for _, r := range text {
		if r >= ' ' && r != 0x7f && (r < 0x80 || r > 0x9f) {
			l.runes = slices.Insert(l.runes, l.cursor, r)
			l.cursor++
		}
	}
}

// Erase deletes the character before the cursor.
func (l *Line) Erase() {
	if l.cursor > 0 {
		l.cursor--
		l.runes = slices.Delete(l.runes, l.cursor, l.cursor+1)
	}
}

// Clear deletes all that was typed.
func (l *Line) Clear() { l.runes, l.cursor = nil, 0 }

// Move moves the cursor: forward in the text if positive.
func (l *Line) Move(step int) { l.cursor = max(0, min(l.cursor+step, len(l.runes))) }

// Caret stands where the next letter will come.
const Caret = "▏"

// Shown is the line with its caret, without the words before it for which
// there is no room in width columns.
func (l *Line) Shown(width int, measure func(text string) int) string {
	first := 0
	for first < l.cursor && measure(string(l.runes[first:l.cursor])+Caret) > width {
		first++
	}
	return string(l.runes[first:l.cursor]) + Caret + string(l.runes[l.cursor:])
}
