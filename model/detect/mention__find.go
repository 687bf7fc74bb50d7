package detect

import "rawi/model"

// unnamed are the cues that are no part of a person's name.
func (n *namer) unnamed(cues []cue) []cue {
	kept := cues[:0]
	for _, c := range cues {
		if m, ok := n.nameAt(c.token); !ok || m.kind != model.Person {
			kept = append(kept, c)
		}
	}
	return kept
}

// namer collects the mentions of a page.
type namer struct {
	*namedPage
	described map[int]int     // token -> the description of a person that starts there
	endings   map[string]bool // last words of the full names that stand by themselves
}

func newNamer(p *page) *namer {
	const each = 9 // tokens, of which a mention comes in news
	found := namedPage{page: p, at: make([]int32, len(p.tokens)), mentions: make([]mention, 0, len(p.tokens)/each)}
	return &namer{namedPage: &found, described: map[int]int{}}
}

// put records a mention; names (but not roles) take their tokens.
func (n *namer) put(m mention) int {
	n.mentions = append(n.mentions, m)
	id := len(n.mentions) - 1
	if m.form == model.NameForm {
		for i := m.from; i < m.to; i++ {
			n.at[i] = int32(id + 1)
		}
	}
	return id
}
