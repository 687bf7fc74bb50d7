package score

import (
	"cmp"
	"maps"
	"slices"

	"rawi/model"
)

// mention is whose a mention is, and what that party is.
type mention struct {
	party int // annotated or found: its place among them
	kind  model.PartyKind
	form  model.MentionForm
}

type mentions map[model.Span]mention

var mentionKinds = [...]Measure{
	model.Person: MentionPerson, model.Organisation: MentionOrganisation, model.Place: MentionPlace, model.RoleOnly: MentionRole,
}

func (c *counter) mentions(parties []model.Party) {
	required, optional := c.annotatedMentions()
	all := c.foundMentions(parties)
	c.recall(NamesRecall, required, all, model.NameForm)
	c.recall(RolesRecall, required, all, model.RoleForm)

	found := maps.Clone(all)
	maps.DeleteFunc(found, func(s model.Span, _ mention) bool { return optional[s] })
	hits := hits(required, found)
	typed, ofKind := 0, [len(mentionKinds)]int{}
	for _, s := range hits {
		if k := found[s].kind; k == required[s].kind {
			typed++
			ofKind[k]++
		}
	}
	c.spans(Mention, len(hits), len(found), len(required))
	c.spans(MentionTyped, typed, len(found), len(required))
	for k, m := range mentionKinds {
		c.spans(m, ofKind[k], found.of(model.PartyKind(k)), required.of(model.PartyKind(k)))
	}
	c.spans(MentionOverlap, paired(c.pair(required.spans(), found.spans())), len(found), len(required))
	c.linking(required, found, hits)
}

// annotatedMentions are those that must be found, and those that may be.
func (c *counter) annotatedMentions() (required mentions, optional map[model.Span]bool) {
	required, optional = mentions{}, map[model.Span]bool{}
	for i := range c.gold.Parties {
		p := &c.gold.Parties[i]
		for _, m := range p.Mentions {
			if span := c.snap(m.Span); m.Form == model.NameForm || m.Form == model.RoleForm {
				required[span] = mention{i, p.Kind, m.Form}
			} else {
				optional[span] = true
			}
		}
	}
	for s := range required {
		delete(optional, s)
	}
	return required, optional
}

// foundMentions gives a span to the first party that has it.
func (c *counter) foundMentions(parties []model.Party) mentions {
	found := mentions{}
	for i := range parties {
		for _, m := range parties[i].Mentions {
			span := c.snap(m.Span)
			if _, known := found[span]; !known && !span.Empty() && !c.outside(span) {
				found[span] = mention{party: i, kind: parties[i].Kind}
			}
		}
	}
	return found
}

// recall counts the mentions of one form that were found.
func (c *counter) recall(m Measure, required, found mentions, form model.MentionForm) {
	for s, x := range required {
		if x.form == form {
			_, hit := found[s]
			c.one(m, hit)
		}
	}
}

// linking counts, of each mention that both have, how many of the mentions of
// its party are in both, end to end and among those that both have.
func (c *counter) linking(required, found mentions, hits []model.Span) {
	type both struct{ annotated, found int }
	common, annotated, hit := map[both]int{}, map[int]int{}, map[both]int{}
	for _, s := range hits {
		a, f := required[s].party, found[s].party
		common[both{a, f}]++
		hit[both{a, -1}]++
		hit[both{-1, f}]++
	}
	for _, x := range required {
		annotated[x.party]++
	}
	parties := map[int]int{}
	for _, x := range found {
		parties[x.party]++
	}
	end := Count{Found: float64(len(found)), Annotated: float64(len(required))}
	matched := Count{Found: float64(len(hits)), Annotated: float64(len(hits))}
	for _, s := range hits {
		a, f := required[s].party, found[s].party
		n := float64(common[both{a, f}])
		end.FoundRight += n / float64(parties[f])
		end.Right += n / float64(annotated[a])
		matched.FoundRight += n / float64(hit[both{-1, f}])
		matched.Right += n / float64(hit[both{a, -1}])
	}
	c.counts[BCubed].add(end)
	c.counts[BCubedMatched].add(matched)
}

// hits are the spans that both have, in text order.
func hits(required, found mentions) []model.Span {
	return slices.DeleteFunc(required.spans(), func(s model.Span) bool { _, ok := found[s]; return !ok })
}

func (m mentions) of(k model.PartyKind) (n int) {
	for _, x := range m {
		if x.kind == k {
			n++
		}
	}
	return n
}

// spans are those of the mentions in text order.
func (m mentions) spans() []model.Span {
	return slices.SortedFunc(maps.Keys(m), func(a, b model.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
}
