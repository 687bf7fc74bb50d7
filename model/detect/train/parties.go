package train

import (
	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
)

// WhomContests are the choices of whom a mention means.
func (a *Annotated) WhomContests() []learn.Contest {
	whom, _ := a.partyContests()
	return whom
}

// PartyKindContests are the choices of what a party is.
func (a *Annotated) PartyKindContests() []learn.Contest {
	_, kinds := a.partyContests()
	return kinds
}

// partyContests are the choices about parties that the annotated article takes: with the
// mentions that are found, and with those that are annotated.
func (a *Annotated) partyContests() (whom, kinds []learn.Contest) {
	given, whose := a.annotatedMentions()
	for _, x := range []struct {
		found *mention.Found
		whose []int
	}{{a.Mentions, a.whose(a.Mentions)}, {given, whose}} {
		w, k := party.Contests(a.Page, x.found, party.Answer{Whose: x.whose, Kinds: a.kinds()})
		whom, kinds = append(whom, w...), append(kinds, k...)
	}
	return whom, kinds
}

// kinds are those of the annotated parties.
func (a *Annotated) kinds() (out []model.PartyKind) {
	for i := range a.Gold.Parties {
		out = append(out, a.Gold.Parties[i].Kind)
	}
	return out
}

// stretch is where a mention stands.
type stretch struct{ from, to int }

// whose are the annotated parties of mentions, -1 where there is none.
func (a *Annotated) whose(found *mention.Found) []int {
	at := map[stretch]int{}
	for i := range a.Gold.Parties {
		for _, m := range a.Gold.Parties[i].Mentions {
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
