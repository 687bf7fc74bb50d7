package export

import (
	"cmp"
	"slices"

	"rawi/model"
)

// element is a stretch of the text that is to become an element of a tree. rank says which
// of two of one extent is the outer one: the lower.
type element struct {
	model.Span
	rank int
	what any
}

// piece is a part of an element that stands whole within its parent and within one block.
type piece struct {
	model.Span
	of   int // the element, by its place
	part int // from 0
	last bool
}

// nest cuts elements so that of any two pieces one holds the other or they are apart,
// and no piece crosses an end of a block. Of elements that cross, the one that
// begins later is cut. Pieces are in the order of their start tags. An empty element has
// none.
func nest(elements []element, blocks []model.Span) []piece {
	var pieces []piece
	for i, e := range elements {
		for _, b := range blocks {
			if within := (model.Span{Start: max(e.Start, b.Start), End: min(e.End, b.End)}); !within.Empty() {
				pieces = append(pieces, piece{Span: within, of: i})
			}
		}
	}
	order := func(a, b piece) int {
		return cmp.Or(outermostFirst(a.Span, b.Span), elements[a.of].rank-elements[b.of].rank, a.of-b.of)
	}
	slices.SortFunc(pieces, order)
	var nested []piece
	var around []int // ends of the pieces that are open
	for len(pieces) > 0 {
		p := pieces[0]
		pieces = pieces[1:]
		for len(around) > 0 && around[len(around)-1] <= p.Start {
			around = around[:len(around)-1]
		}
		if n := len(around); n > 0 && around[n-1] < p.End {
			rest := p
			rest.Start, p.End = around[n-1], around[n-1]
			at, _ := slices.BinarySearchFunc(pieces, rest, order)
			pieces = slices.Insert(pieces, at, rest)
		}
		around = append(around, p.End)
		nested = append(nested, p)
	}
	return numbered(nested, len(elements))
}

// numbered gives the pieces of each element their numbers.
func numbered(pieces []piece, elements int) []piece {
	seen := make([]int, elements)
	for i := range pieces {
		pieces[i].part = seen[pieces[i].of]
		seen[pieces[i].of]++
	}
	for i := range pieces {
		pieces[i].last = pieces[i].part == seen[pieces[i].of]-1
	}
	return pieces
}
