package main

import (
	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
)

// trainWhom trains the choice of the party that a mention means.
func trainWhom(examples []example, seed uint64) ([]byte, error) {
	whom, _, err := partyContests(examples)
	if err != nil {
		return nil, err
	}
	return party.Train(whom, seed)
}

// trainKinds trains the choice of what a party is.
func trainKinds(examples []example, seed uint64) ([]byte, error) {
	_, kinds, err := partyContests(examples)
	if err != nil {
		return nil, err
	}
	return party.Train(kinds, seed)
}

// partyContests are the choices about parties that annotated articles take: with
// the mentions that are found, and with those that are annotated.
func partyContests(examples []example) (whom, kinds []learn.Contest, err error) {
	all, err := analyses(examples)
	if err != nil {
		return nil, nil, err
	}
	for _, a := range all {
		given, whose := a.annotatedMentions()
		for _, x := range []struct {
			found *mention.Found
			whose []int
		}{{a.Mentions, a.whose(a.Mentions)}, {given, whose}} {
			w, k := party.Contests(a.Page, x.found, party.Answer{Whose: x.whose, Kinds: a.kinds()})
			whom, kinds = append(whom, w...), append(kinds, k...)
		}
	}
	return whom, kinds, nil
}

// kinds are those of the annotated parties.
func (a *analysis) kinds() (out []model.PartyKind) {
	for i := range a.gold.Parties {
		out = append(out, a.gold.Parties[i].Kind)
	}
	return out
}

// stretch is where a mention stands.
type stretch struct{ from, to int }

// whose are the annotated parties of mentions, -1 where there is none.
func (a *analysis) whose(found *mention.Found) []int {
	at := map[stretch]int{}
	for i := range a.gold.Parties {
		for _, m := range a.gold.Parties[i].Mentions {
			if from, to, ok := a.tokens(m.Span); ok {
				at[stretch{from, to}] = i + 1
			}
		}
	}
	out := make([]int, found.Len())
	for i := range out {
		m := found.Mention(i)
		out[i] = at[stretch{m.From, m.To}] - 1
	}
	return out
}
