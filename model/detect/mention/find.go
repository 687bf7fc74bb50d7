package mention

import (
	"rawi/model/detect/cue"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// Find finds the mentions of a page: names first, then descriptions, then the
// subjects of verbs of saying that nothing else has named, then every repetition
// of a name.
func Find(p *token.Page, pairs []marks.Pair, cues []cue.Cue, m Models) *Found {
	n := newNamer(p)
	n.addNames()
	n.addRoles(cues)
	n.addAddressees()
	n.addSubjects(cues)
	n.addRepeats()
	if m.Names == nil {
		return n.Found
	}
	return m.choose(n.Found, pairs, cues)
}

// namer collects the mentions of a page.
type namer struct {
	*Found
	described map[int]int     // token -> the description of a person that starts there
	lastWords map[string]bool // last words of the full names that stand by themselves
}

func newNamer(p *token.Page) *namer {
	const each = 9 // tokens, of which a mention comes in news
	found := Found{page: p, at: make([]int32, p.Len()), kept: make([]kept, 0, p.Len()/each)}
	return &namer{Found: &found, described: map[int]int{}}
}
