package mention

import (
	"slices"

	"rawi/model/detect/cue"
	"rawi/model/detect/marks"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// Find finds the mentions of a page: names first, then descriptions, then media that
// are spoken to.
func Find(p *token.Page, pairs []marks.Pair, cues []cue.Cue, m Models, w *rule.Watch) *Found {
	n := newNamer(p, w)
	n.addNames()
	n.addRoles(cues)
	n.addAddressees()
	n.addRepeats()
	if m.Names == nil {
		return n.settled()
	}
	return m.choose(n.Found, pairs, cues, w).settled()
}

// RowNames are the names of the rows of all tables of this step.
func RowNames() []rule.ID {
	return slices.Concat(nameRows.Names(), partRows.Names(), roleRows.Names(), tailRows.Names(), extentRows.Names())
}

// namer collects the mentions of a page.
type namer struct {
	*Found
	watch *rule.Watch
}

func newNamer(p *token.Page, w *rule.Watch) *namer {
	const each = 9 // tokens, of which a mention comes in news
	found := Found{page: p, at: make([]int32, p.Len()), kept: make([]kept, 0, p.Len()/each)}
	return &namer{&found, w}
}

// free reports whether no name covers one of the tokens i..to.
func (n *namer) free(i, to int) bool {
	for ; i < to; i++ {
		if n.Covers(i) {
			return false
		}
	}
	return true
}
