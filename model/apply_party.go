package model

import (
	"cmp"
	"maps"
	"slices"
)

// partyOverrides is what readers decided on parties for the whole library. The zero
// value is nothing.
type partyOverrides struct {
	into    map[PartyID]PartyID // by merged party: which it was merged into
	byParty map[PartyID]*override
}

// override is what was decided on one party.
type override struct {
	known   Party // as the merger into it named it, for articles that do not name it
	name    string
	kind    PartyKind
	hasKind bool
	aliases []string
	role    string
}

// of is what was decided on a party, to be added to.
func (o *partyOverrides) of(id PartyID) *override {
	if o.byParty == nil {
		o.byParty, o.into = make(map[PartyID]*override), make(map[PartyID]PartyID)
	}
	if o.byParty[id] == nil {
		o.byParty[id] = new(override)
	}
	return o.byParty[id]
}

// root is a party ID resolved through merges: of the party that remains.
func (o *partyOverrides) root(id PartyID) PartyID {
	for {
		into, merged := o.into[id]
		if !merged {
			return id
		}
		id = into
	}
}

func (o *partyOverrides) renameParty(a *Annotation) {
	t := o.of(a.Party)
	t.alias(a.Text)
	t.alias(t.name)
	t.name = a.Name
}

func (o *partyOverrides) setPartyKind(a *Annotation) {
	if a.unknownIn("type") != nil {
		return // the party has a kind that only a newer rawi knows
	}
	t := o.of(a.Party)
	t.kind, t.hasKind = a.PartyKind, true
}

func (o *partyOverrides) setRole(a *Annotation)  { o.of(a.Party).role = a.Text }
func (o *partyOverrides) addAlias(a *Annotation) { o.of(a.Party).alias(a.Text) }

// mergeParties merges a party into the target, unless that would make a cycle.
func (o *partyOverrides) mergeParties(a *Annotation) {
	target := PartyID(a.Target)
	t := o.of(target)
	for id, merged := target, true; merged; id, merged = o.into[id] {
		if id == a.Party {
			return
		}
	}
	t.known = Party{ID: target, Name: a.Name, Kind: a.PartyKind}
	o.of(a.Party).known.Name = a.Text
	o.into[a.Party] = target
}

func (o *partyOverrides) splitParty(a *Annotation) { delete(o.into, a.Party) }

func (t *override) alias(name string) { t.aliases = include(t.aliases, name) }

// apply is a party with what was decided on it, mergers aside.
func (o *partyOverrides) apply(p Party) Party {
	t := o.byParty[p.ID]
	if t == nil {
		return p
	}
	p.Aliases, p.Roles = slices.Clone(p.Aliases), slices.Clone(p.Roles)
	if p.Name == "" {
		p.Name, p.Kind = t.known.Name, t.known.Kind
	}
	if t.name != "" {
		p.Aliases, p.Name = include(p.Aliases, p.Name), t.name
	}
	if t.hasKind {
		p.Kind = t.kind
	}
	for _, alias := range t.aliases {
		p.Aliases = include(p.Aliases, alias)
	}
	p.Aliases = slices.DeleteFunc(p.Aliases, func(s string) bool { return s == p.Name })
	if t.role != "" {
		p.Roles = slices.DeleteFunc(p.Roles, func(s string) bool { return s == t.role })
		p.Roles = slices.Insert(p.Roles, 0, t.role)
	}
	return p
}

// assemble applies the overrides and the mergers to parties. A merged party stands
// where the first of its members stood.
func (o *partyOverrides) assemble(found []Party) []Party {
	if len(o.into) == 0 {
		parties := slices.Clone(found)
		for i := 0; i < len(parties) && len(o.byParty) > 0; i++ {
			parties[i] = o.apply(parties[i])
		}
		return parties
	}
	var order []PartyID // of the parties that remain
	groups := make(map[PartyID][]Party)
	for _, p := range found {
		root := o.root(p.ID)
		if groups[root] == nil {
			order = append(order, root)
		}
		groups[root] = append(groups[root], o.apply(p))
	}
	for _, id := range slices.Sorted(maps.Keys(o.byParty)) { // members that only other articles name
		root := o.root(id)
		isID := func(p Party) bool { return p.ID == id }
		if group := groups[root]; group != nil && !slices.ContainsFunc(group, isID) {
			groups[root] = append(group, o.apply(Party{ID: id}))
		}
	}
	parties := make([]Party, len(order))
	for i, root := range order {
		parties[i] = mergeGroup(root, groups[root])
	}
	return parties
}

// mergeGroup is the party of that ID in a group, with the names, roles and mentions
// of the others.
func mergeGroup(id PartyID, group []Party) Party {
	at := slices.IndexFunc(group, func(p Party) bool { return p.ID == id })
	p := group[at]
	if len(group) == 1 {
		return p
	}
	p.Aliases, p.Roles, p.Mentions = slices.Clone(p.Aliases), slices.Clone(p.Roles), slices.Clone(p.Mentions)
	for i, other := range group {
		if i == at {
			continue
		}
		for _, name := range append([]string{other.Name}, other.Aliases...) {
			if name != p.Name {
				p.Aliases = include(p.Aliases, name)
			}
		}
		for _, role := range other.Roles {
			p.Roles = include(p.Roles, role)
		}
		p.Mentions = append(p.Mentions, other.Mentions...)
	}
	sortMentions(p.Mentions)
	return p
}

func sortMentions(m []Mention) {
	slices.SortStableFunc(m, func(a, b Mention) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
}

// include appends name to names unless it is empty or there.
func include(names []string, name string) []string {
	if name == "" || slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}
