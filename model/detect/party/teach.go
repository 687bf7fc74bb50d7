package party

import (
	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// Answer is who the mentions of a page mean.
type Answer struct {
	Whose []int // mention -> party, numbered from 0; -1 where it is not known
	Kinds []model.PartyKind
}

// Contests are the choices that linking a page takes, as the answer makes them.
// A mention of whom nothing is known is a party of its own, and teaches nothing.
func Contests(p *token.Page, n *mention.Found, facts *corpus.Corpus, a Answer) (whom, kinds []learn.Contest) {
	c := newChooser(p, n, facts)
	group := map[int]int{} // annotated party -> group
	c.choose = func(id int, all []candidate) int {
		winner, w := len(all)-1, a.Whose[id]
		if w < 0 {
			return winner
		}
		right, known := group[w]
		if !known {
			group[w] = len(c.groups)
		}
		found := false
		contest := learn.Contest{}
		for i, x := range all {
			contest.Candidates = append(contest.Candidates, x.features)
			if known && x.group == right {
				winner, found = i, true
			}
		}
		contest.Winner = winner
		if len(all) > 1 {
			whom = append(whom, contest)
		}
		_ = found
		return winner
	}
	c.drops = func(id int) bool { return a.Whose[id] < 0 }
	c.link()
	for w, g := range group {
		if g >= len(c.groups) || len(c.groups[g].mentions) == 0 {
			continue
		}
		fs := c.kindFeatures(g)
		x := learn.Contest{Winner: int(a.Kinds[w])}
		for k := range kindCount {
			x.Candidates = append(x.Candidates, learn.ForClass(fs, k))
		}
		kinds = append(kinds, x)
	}
	return whom, kinds
}
