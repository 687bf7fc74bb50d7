package paint

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rawi/ui/terminal"
)

// lrm is U+200E LEFT-TO-RIGHT MARK: no width, class L. Between two letters of
// class R it keeps a terminal from turning them round.
const lrm = "\u200e"

// encoders turn pieces in visual order into what each order sends. They may
// change the pieces in place.
var encoders = [terminal.OrderCount]func([]piece){
	terminal.Visual: func([]piece) {},
	terminal.Fence:  fence,
	terminal.Words:  words,
	terminal.Runs:   runs,
	terminal.Bare:   bare,
}

// fence closes each cell off from the next: then every run of class R is one
// cell long, numbers after it keep class EN (W2) or become L (W7), and neutrals
// stand between L and L (N1) or take the embedding direction (N2).
func fence(pieces []piece) {
	for i := range pieces {
		if pieces[i].kind != plain {
			pieces[i].text += lrm
		}
	}
}

// runs puts each run of letters in logical order; the terminal turns it again.
func runs(pieces []piece) {
	for start, end := range letterRuns(pieces) {
		slices.Reverse(pieces[start:end])
	}
}

// words is runs, each closed off from what stands before and after it. The
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
