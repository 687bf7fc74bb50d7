package model

import (
	"cmp"
	"maps"
	"slices"
)

// cast is what readers decided on parties for the whole library.
type cast struct {
	into   map[PartyID]PartyID // who is the same as whom
	traits map[PartyID]*traits
}

// traits is what was decided on one party.
type traits struct {
	known   Party // from the merger into it, for articles that do not name it
	name    string
	kind    PartyKind
	hasKind bool
	aliases []string
	role    string
}

// of is what was decided on a party, for more to be noted.
func (c *cast) of(id PartyID) *traits {
	if c.traits == nil {
		c.traits, c.into = make(map[PartyID]*traits), make(map[PartyID]PartyID)
	}
	if c.traits[id] == nil {
		c.traits[id] = new(traits)
	}
	return c.traits[id]
}

// root is the party that remains of all that were merged with id.
func (c *cast) root(id PartyID) PartyID {
	for {
		into, merged := c.into[id]
		if !merged {
			return id
		}
		id = into
	}
}

func (d *derivation) renameParty(a *Annotation, _ int) {
	t := d.cast.of(a.Party)
	t.alias(a.Text)
	t.alias(t.name)
	t.name = a.Name
}

func (d *derivation) setPartyKind(a *Annotation, _ int) {
	t := d.cast.of(a.Party)
	t.kind, t.hasKind = a.PartyKind, true
}

func (d *derivation) setRole(a *Annotation, _ int)  { d.cast.of(a.Party).role = a.Text }
func (d *derivation) addAlias(a *Annotation, _ int) { d.cast.of(a.Party).alias(a.Text) }

// mergeParties lets a party be the same as its target, unless that would go
// round in a circle.
func (d *derivation) mergeParties(a *Annotation, _ int) {
	target := PartyID(a.Target)
	t := d.cast.of(target)
	for id, merged := target, true; merged; id, merged = d.cast.into[id] {
		if id == a.Party {
			return
		}
	}
	t.known = Party{ID: target, Name: a.Name, Kind: a.PartyKind}
	d.cast.of(a.Party).known.Name = a.Text
	d.cast.into[a.Party] = target
}

func (d *derivation) splitParty(a *Annotation, _ int) { delete(d.cast.into, a.Party) }

func (t *traits) alias(name string) { t.aliases = include(t.aliases, name) }

// applyOverrides gives a party what was decided on it alone.
func (c *cast) applyOverrides(p Party) Party {
	t := c.traits[p.ID]
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

// assemble joins the parties that are the same, and gives each what was decided
// on it. A party keeps the place of the first that is part of it.
func (c *cast) assemble(found []Party) []Party {
	if len(c.into) == 0 {
		parties := slices.Clone(found)
		for i := 0; i < len(parties) && len(c.traits) > 0; i++ {
			parties[i] = c.applyOverrides(parties[i])
		}
		return parties
	}
	var order []PartyID
	groups := make(map[PartyID][]Party)
	for _, p := range found {
		root := c.root(p.ID)
		if groups[root] == nil {
			order = append(order, root)
		}
		groups[root] = append(groups[root], c.applyOverrides(p))
	}
	for _, id := range slices.Sorted(maps.Keys(c.traits)) { // those that only other articles name
		root := c.root(id)
		isID := func(p Party) bool { return p.ID == id }
		if group := groups[root]; group != nil && !slices.ContainsFunc(group, isID) {
			groups[root] = append(group, c.applyOverrides(Party{ID: id}))
		}
	}
	parties := make([]Party, len(order))
	for i, root := range order {
		parties[i] = joinGroup(root, groups[root])
	}
	return parties
}

// joinGroup is the party that a group of parties is: the one of that ID, with the
// names, roles and mentions of the others.
func joinGroup(id PartyID, group []Party) Party {
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
