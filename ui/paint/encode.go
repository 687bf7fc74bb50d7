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

// encoders turn pieces in visual order into what each order sends. They may
// change the pieces in place.
var encoders = [terminal.OrderCount]func(theme.Theme, []piece){
	terminal.Visual:  func(theme.Theme, []piece) {},
	terminal.Fence:   func(_ theme.Theme, p []piece) { fence(p) },
	terminal.Words:   func(_ theme.Theme, p []piece) { words(p) },
	terminal.Runs:    func(_ theme.Theme, p []piece) { runs(p) },
	terminal.Bare:    func(_ theme.Theme, p []piece) { bare(p) },
	terminal.Kitty:   func(_ theme.Theme, p []piece) { sized(p) },
	terminal.Tokens:  func(_ theme.Theme, p []piece) { tokens(p) },
	terminal.SGR:     tinted,
	terminal.Logical: func(theme.Theme, []piece) {}, // Finish does it, to whole rows
	terminal.Walled:  func(theme.Theme, []piece) {}, // so too
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

// sized marks the cells that [terminal.Output] sends by themselves, neighbours
// differently.
func sized(pieces []piece) {
	marks := [...]string{terminal.SizedEven, terminal.SizedOdd}
	for i := range pieces {
		if pieces[i].kind != plain || script(pieces[i].text) == leftward {
			pieces[i].text += marks[i%2]
		}
	}
}

// tinted gives neighbours colours that differ, if only for the terminal.
func tinted(t theme.Theme, pieces []piece) {
	for i := range pieces {
		pieces[i].look = t.Tinted(pieces[i].look, i%2 == 1)
	}
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
