package paint

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// lrm is U+200E LEFT-TO-RIGHT MARK: no width, class L. Between two letters of
// class R it keeps a terminal from turning them round.
const lrm = "\u200e"

// encoders turn the cells of a whole row, in visual order, into what each order
// sends. They may change the cells in place.
var encoders = [terminal.OrderCount]func(theme.Theme, []piece) []piece{
	terminal.Visual:  func(_ theme.Theme, p []piece) []piece { return p },
	terminal.Fence:   inPlace(fence),
	terminal.Words:   inPlace(words),
	terminal.Runs:    inPlace(runs),
	terminal.Bare:    inPlace(bare),
	terminal.Kitty:   inPlace(sized),
	terminal.Tokens:  inPlace(tokens),
	terminal.SGR:     tinted,
	terminal.Logical: func(_ theme.Theme, p []piece) []piece { return logical(p) },
	terminal.Walled:  func(_ theme.Theme, p []piece) []piece { return betweenWalls(p) },
}

func inPlace(change func([]piece)) func(theme.Theme, []piece) []piece {
	return func(_ theme.Theme, p []piece) []piece {
		change(p)
		return p
	}
}

// separates reports whether lrm keeps cells apart ([layout.Cell.Apart]). It would
// take a cell, or go unheeded, in other terminals; those know nothing of clusters
// either.
func (p Painter) separates() bool {
	return !p.Counts && p.Order != terminal.Bare && p.Order != terminal.Logical && p.Order != terminal.Walled
}

// fence closes each cell off from the next: then every run of class R is one
// cell long, numbers after it keep class EN (W2) or become L (W7), and neutrals
// stand between L and L (N1) or take the embedding direction (N2). Blanks are not
// underlined: drawn by a browser (xterm.js) such lose their width.
func fence(pieces []piece) {
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.kind != plain:
			p.text += lrm
		case p.text == " ":
			p.look = p.look.Unlined()
		}
	}
}

// runs puts each run of characters of the Arabic and Hebrew blocks in reverse;
// the terminal, which takes them all from one font, turns it again.
func runs(pieces []piece) {
	for start := 0; start < len(pieces); start++ {
		end := start
		for end < len(pieces) && eastern(pieces[end].text) {
			end++
		}
		if start < end {
			turn(pieces[start:end])
			start = end
		}
	}
}

// turn reverses the text of the pieces. The looks stay where they are, since
// kitty turns letters and not colours.
func turn(pieces []piece) {
	for i, j := 0, len(pieces)-1; i < j; i, j = i+1, j-1 {
		pieces[i].text, pieces[j].text = pieces[j].text, pieces[i].text
	}
}

// eastern reports whether a cell is of a block of Arabic or Hebrew, digits and
// punctuation too.
func eastern(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return 0x0590 <= r && r <= 0x08FF || 0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFE
}

// words puts each run of letters in logical order, closed off from what stands before and after it. The
// first fence rides on the cell before, so a pane should begin with its edge.
func words(pieces []piece) {
	for start, end := range letterRuns(pieces) {
		slices.Reverse(pieces[start:end])
		pieces[start].text = lrm + pieces[start].text
		pieces[end-1].text += lrm
	}
	for i := range pieces {
		if pieces[i].kind == number {
			pieces[i].text += lrm
		}
	}
}

// sized marks the cells of one column that [terminal.Output] sends by themselves,
// neighbours differently: letters, and what kitty would draw together with its
// neighbour.
func sized(pieces []piece) {
	marks := [...]string{terminal.SizedEven, terminal.SizedOdd}
	n := 0 // cells of this stretch so far
	for i := range pieces {
		p := &pieces[i]
		if p.kind == plain && (!p.apart || p.wide) && script(p.text) != leftward {
			n = 0
			continue
		}
		p.text += marks[n%2]
		n++
	}
}

// tinted gives neighbours colours that differ, if only for the terminal. Blanks on a
// ground of their own need none: what is erased has none either.
func tinted(t theme.Theme, pieces []piece) []piece {
	for i := range pieces {
		if pieces[i].text == " " && pieces[i].look == pieces[i].look.Blank() && pieces[i].look.Grounded() {
			continue
		}
		pieces[i].look = t.Tinted(pieces[i].look, i%2 == 1)
	}
	return pieces
}

// letterRuns yields the bounds of each run of letters.
func letterRuns(pieces []piece) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for i := 0; i < len(pieces); i++ {
			start := i
			for i < len(pieces) && pieces[i].kind == letter {
				i++
			}
			if start < i && !yield(start, i) {
				return
			}
		}
	}
}

// bare leaves out what has no width, after composing what Unicode can compose.
func bare(pieces []piece) {
	for i, p := range pieces {
		if len(p.text) > 1 {
			pieces[i].text = strings.Map(spacing, norm.NFC.String(p.text))
		}
	}
}

// spacing is r, or -1 to leave it out where it has no width.
func spacing(r rune) rune {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return -1
	}
	return r
}
