package paint

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"rawi/bidi"
)

// logical is the cells in the order that a terminal turns into theirs. The
// first letter says the base direction to it; where that says the wrong one
// either way (Latin right of Arabic) a dot must come first.
func logical(cells []piece) []piece {
	for _, base := range []bidi.Direction{bidi.RightToLeft, bidi.LeftToRight} {
		sent := reordered(cells, base)
		if slices.Equal(reordered(sent, bidi.Auto), cells) {
			return sent
		}
	}
	return leftToRight(pinned(cells))
}

// betweenWalls is logical for a terminal that orders what stands between
// box-drawing characters by itself, from left to right in a row that begins with
// one.
func betweenWalls(cells []piece) []piece {
	if len(cells) > 0 && !boxed(cells[0].text) {
		return leftToRight(pinned(cells))
	}
	sent := make([]piece, 0, len(cells))
	for start := 0; start < len(cells); {
		end := start
		for end < len(cells) && !boxed(cells[end].text) {
			end++
		}
		sent = append(sent, leftToRight(cells[start:end])...)
		for end < len(cells) && boxed(cells[end].text) {
			sent = append(sent, cells[end])
			end++
		}
		start = end
	}
	return sent
}

// boxed reports whether a cell is of the blocks Box Drawing and Block Elements.
func boxed(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return 0x2500 <= r && r <= 0x259F
}

// dot is U+02D1 MODIFIER LETTER HALF TRIANGULAR COLON: it looks like a dot and
// is of class L. Where U+200E would take a cell or go unheeded it stands for a
// blank that must keep apart what is beside it. (U+2800, which looks like a
// blank, is a box in many fonts.)
const dot = "\u02d1"

// pinned is the cells with a dot for the blank that they begin with, maybe after
// an edge, so that the first letter says left to right.
func pinned(cells []piece) []piece {
	first := slices.IndexFunc(cells, func(c piece) bool { return !boxed(c.text) })
	if first >= 0 && cells[first].text == " " {
		return dotted(cells, first)
	}
	return cells
}

// dotted is the cells with one of them a dot.
func dotted(cells []piece, i int) []piece {
	out := slices.Clone(cells)
	out[i].text = dot
	return out
}

// leftToRight is the cells in the order that UAX #9 with a left-to-right base
// turns into theirs, or nearly. A number right of letters needs a dot between,
// else it would go with them.
func leftToRight(cells []piece) []piece {
	sent, wrong := turned(cells)
	for i := len(cells) - 1; i >= 0 && wrong > 0; i-- {
		if cells[i].text != " " {
			continue
		}
		with := dotted(cells, i)
		if s, w := turned(with); w < wrong {
			cells, sent, wrong = with, s, w
		}
	}
	return sent
}

// turned is the cells turned by UAX #9, and how many are in the wrong place when
// they are turned again.
func turned(cells []piece) (sent []piece, wrong int) {
	sent = reordered(cells, bidi.LeftToRight)
	for i, c := range reordered(sent, bidi.LeftToRight) {
		if c != cells[i] {
			wrong++
		}
	}
	return sent, wrong
}

// reordered is the cells as UAX #9 shows them when they are a paragraph, from
// left to right. It is nearly its own inverse.
func reordered(cells []piece, base bidi.Direction) []piece {
	var text strings.Builder
	starts := make([]int, len(cells)) // the byte at which each cell begins
	for i, c := range cells {
		starts[i] = text.Len()
		text.WriteString(c.text)
	}
	var p bidi.Paragraph
	p.Set(text.String(), base)
	shown := make([]piece, 0, len(cells))
	for _, run := range p.AppendLine(nil, 0, text.Len()) {
		first := len(shown)
		for i := sort.SearchInts(starts, run.Start); i < len(cells) && starts[i] < run.End; i++ {
			shown = append(shown, cells[i])
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
