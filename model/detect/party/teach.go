package party

import (
	"slices"

	"rawi/model"
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
func Contests(p *token.Page, n *mention.Found, a Answer) (whom, kinds []learn.Contest) {
	c := newChooser(p, n)
	group := map[int]int{} // annotated party -> group
	c.choose = func(id int, all []candidate) int {
		w, last := a.Whose[id], len(all)-1
		if w < 0 && !c.views[id].mayBeNobody() {
			return last
		}
		right, known := group[w]
		switch {
		case w < 0:
			right = nobody
		case !known:
			group[w], right = len(c.groups), anew
		}
		winner := slices.IndexFunc(all, func(x candidate) bool { return x.group == right })
		if winner < 0 { // it is none of the candidates: it stays apart in training too
			return last
		}
		contest := learn.Contest{Winner: winner}
		for _, x := range all {
			contest.Candidates = append(contest.Candidates, x.features)
		}
		if len(all) > 1 {
			whom = append(whom, contest)
		}
		return winner
	}
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
