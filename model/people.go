package model

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// Use says how often an article's decisions name a party.
type Use struct {
	Article string
	Party   PartyID
	Name    string // as it was named last
	Kind    PartyKind
	Times   int
	Latest  time.Time
}

// Uses counts whom the decisions on one article name, by party.
func Uses(decisions []Annotation) []Use {
	var log Log
	log.Append(decisions...)
	uses := make(map[PartyID]*Use)
	for _, a := range log.Standing() {
		if a.Party == "" || !a.Deed.OfArticle() {
			continue
		}
		if uses[a.Party] == nil {
			uses[a.Party] = &Use{Article: a.Article, Party: a.Party}
		}
		u := uses[a.Party]
		u.Name, u.Kind, u.Latest = a.Name, a.PartyKind, a.Time
		u.Times++
	}
	var counted []Use
	for _, party := range slices.Sorted(maps.Keys(uses)) {
		counted = append(counted, *uses[party])
	}
	return counted
}

// People is the parties of a library, most used first, from the uses in all
// its articles and the decisions that hold in all of them. A party has the name
// and kind of its latest use, or those that were decided; its other names are
// aliases. Parties that were merged are one.
func People(uses []Use, wide []Annotation) []Party {
	var log Log
	log.Append(wide...)
	overrides, _ := decideParties(&log, log.stand(), who{})

	times := make(map[PartyID]int)
	named := make(map[PartyID]int)
	var people []Party
	latestFirst := slices.SortedStableFunc(slices.Values(uses), func(a, b Use) int { return b.Latest.Compare(a.Latest) })
	for _, u := range latestFirst {
		i, known := named[u.Party]
		if !known {
			i, named[u.Party] = len(people), len(people)
			people = append(people, Party{ID: u.Party, Name: u.Name, Kind: u.Kind})
		}
		if u.Name != people[i].Name {
			people[i].Aliases = include(people[i].Aliases, u.Name)
		}
		times[overrides.root(u.Party)] += u.Times
	}
	for _, id := range slices.Sorted(maps.Keys(overrides.byParty)) {
		p := Party{ID: id}
		if _, known := named[id]; !known && overrides.apply(p).Name != "" {
			people = append(people, p)
		}
	}
	people = overrides.assemble(people)
	slices.SortStableFunc(people, func(a, b Party) int { return cmp.Compare(times[b.ID], times[a.ID]) })
	return people
}

// Merged is the parties that are part of a party, by their IDs and former
// names; empty unless some were merged into it.
func (r *Reading) Merged(id PartyID) []Party {
	var members []Party
	for member := range r.overrides.into {
		if r.overrides.root(member) == id {
			members = append(members, r.overrides.apply(Party{ID: member}))
		}
	}
	slices.SortFunc(members, func(a, b Party) int { return cmp.Compare(a.ID, b.ID) })
	return members
}

// Others is those of the library's people who are not in this article, in
// their order.
func (r *Reading) Others(people []Party) []Party {
	return slices.DeleteFunc(slices.Clone(people), func(p Party) bool { return r.Has(p.ID) })
}

// Has reports whether a party of the library, or the one that it was merged
// into, is in this article.
func (r *Reading) Has(id PartyID) bool {
	_, _, here := r.Party(r.overrides.root(id))
	return here
}
