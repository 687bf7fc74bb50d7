package paint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/bidi"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// Finish gives a whole row of the screen, put together of what the Painter
// painted, the form in which the terminal must get it. Only [terminal.Logical]
// needs that: the terminal takes the row for a paragraph.
func (p Painter) Finish(row string) string {
	if p.Order != terminal.Logical {
		return row
	}
	cells := split(row)
	for _, base := range []bidi.Direction{bidi.RightToLeft, bidi.LeftToRight} {
		sent := reordered(cells, base)
		if slices.Equal(reordered(sent, bidi.Auto), cells) {
			return together(sent)
		}
	}
	// The first letter says the base direction to the terminal. Here it says the
	// wrong one either way (Latin right of Arabic): as near as can be.
	return together(reordered(cells, bidi.RightToLeft))
}

// looked is a cell with the SGR sequence that holds for it.
type looked struct{ text, look string }

// split is the cells of a painted row.
func split(row string) []looked {
	var cells []looked
	look := ""
	for row != "" {
		if strings.HasPrefix(row, "\x1b[") {
			end := strings.IndexByte(row, 'm') + 1
			if look = row[:end]; look == theme.Reset {
				look = ""
			}
			row = row[end:]
			continue
		}
		_, size := utf8.DecodeRuneInString(row)
		for size < len(row) {
			r, n := utf8.DecodeRuneInString(row[size:])
			if !unicode.In(r, unicode.Mn, unicode.Me) {
				break
			}
			size += n
		}
		cells = append(cells, looked{row[:size], look})
		row = row[size:]
	}
	return cells
}

// reordered is the cells as UAX #9 shows them when they are a paragraph, from
// left to right. It is nearly its own inverse.
func reordered(cells []looked, base bidi.Direction) []looked {
	var text strings.Builder
	at := map[int]int{} // cell by the byte at which it begins
	for i, c := range cells {
		at[text.Len()] = i
		text.WriteString(c.text)
	}
	var p bidi.Paragraph
	p.Set(text.String(), base)
	shown := make([]looked, 0, len(cells))
	for _, run := range p.Line(nil, 0, text.Len()) {
		first := len(shown)
		for b := run.Start; b < run.End; b++ {
			if i, ok := at[b]; ok {
				shown = append(shown, cells[i])
			}
		}
		if run.Level.RightToLeft() {
			slices.Reverse(shown[first:])
			for i := first; i < len(shown); i++ {
				shown[i].text = mirrored(shown[i].text)
			}
		}
	}
	return shown
}

// together is the cells as one string.
func together(cells []looked) string {
	var b strings.Builder
	look := ""
	for _, c := range cells {
		if c.look != look {
			if look != "" {
				b.WriteString(theme.Reset)
			}
			b.WriteString(c.look)
			look = c.look
		}
		b.WriteString(c.text)
	}
	if look != "" {
		b.WriteString(theme.Reset)
	}
	return b.String()
}
