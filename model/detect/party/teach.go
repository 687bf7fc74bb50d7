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
	Whose []int             // mention -> party, numbered from 0; -1 where it is not known
	Kinds []model.PartyKind // party -> what it is
}

// Contests are the choices that linking a page takes, as the answer makes them:
// whom each mention means, and what each party is. A mention that the answer does
// not know is a party of its own and teaches nothing, but that it may be nobody.
func Contests(p *token.Page, n *mention.Found, a Answer) (whom, kinds []learn.Contest) {
	t := teacher{chooser: newChooser(p, n), answer: a, group: map[int]int{}}
	t.choose = t.teach
	t.link()
	for w, kind := range a.Kinds {
		if g, ok := t.group[w]; ok {
			kinds = append(kinds, t.kindContest(&t.groups[g], kind))
		}
	}
	return t.whom, kinds
}

// teacher links as an answer says, and notes each choice.
type teacher struct {
	*chooser
	answer Answer
	group  map[int]int // answer's party -> group
	whom   []learn.Contest
}

func (t *teacher) teach(id int, among []candidate) (place int) {
	w, right := t.answer.Whose[id], t.right(id)
	place = slices.IndexFunc(among, func(x candidate) bool { return x.group == right })
	switch {
	case place < 0, w < 0 && right == anew:
		return slices.IndexFunc(among, func(x candidate) bool { return x.group < 0 })
	case right == anew:
		t.group[w] = len(t.groups)
	}
	if len(among) > 1 {
		contest := learn.Contest{Winner: place}
		for _, x := range among {
			contest.Candidates = append(contest.Candidates, slices.Clone(x.features))
		}
		t.whom = append(t.whom, contest)
	}
	return place
}

// right is the group that a mention means.
func (t *teacher) right(id int) int {
	w, choices := t.answer.Whose[id], t.views[id].choices()
	if g, known := t.group[w]; known {
		return g
	}
	if w < 0 || choices[0] == nobody {
		return choices[len(choices)-1]
	}
	return anew
}

func (t *teacher) kindContest(g *group, kind model.PartyKind) learn.Contest {
	fs := t.kindFeatures(g)
	x := learn.Contest{Winner: int(kind)}
	for k := range kindCount {
		x.Candidates = append(x.Candidates, learn.ForClass(fs, k))
	}
	return x
}
