package store

import (
	"cmp"
	"slices"

	"rawi/model"
)

// People is the parties that readers named as speakers in any article and did
// not take back, most used first. A party has the name and kind of its latest
// use; its other names are its aliases.
func (l *Library) People() ([]model.Party, error) {
	logs := make(map[string]*model.Log)
	var articles []string
	err := l.each(func(article string, a model.Annotation) {
		if logs[article] == nil {
			logs[article] = new(model.Log)
			articles = append(articles, article)
		}
		logs[article].Append(a)
	}, "SELECT article, "+columns+" FROM decision ORDER BY seq")
	if err != nil {
		return nil, err
	}
	var c census
	for _, article := range articles {
		c.count(logs[article].Standing())
	}
	return c.parties(), nil
}

// census counts how often each party was named.
type census struct {
	people []person
	index  map[model.PartyID]int
}

type person struct {
	party model.Party
	uses  int
}

func (c *census) count(decisions []model.Annotation) {
	if c.index == nil {
		c.index = make(map[model.PartyID]int)
	}
	for _, a := range decisions {
		if a.Deed != model.Assign || a.Party == "" {
			continue
		}
		i, known := c.index[a.Party]
		if !known {
			i = len(c.people)
			c.index[a.Party] = i
			c.people = append(c.people, person{party: model.Party{ID: a.Party, Name: a.Name}})
		}
		c.people[i].uses++
		rename(&c.people[i].party, a.Name)
		c.people[i].party.Kind = a.PartyKind
	}
}

// rename gives a party its latest name and keeps the former one as an alias.
func rename(p *model.Party, name string) {
	if name == p.Name {
		return
	}
	p.Aliases = slices.DeleteFunc(p.Aliases, func(s string) bool { return s == name })
	p.Aliases = append(p.Aliases, p.Name)
	p.Name = name
}

func (c *census) parties() []model.Party {
	slices.SortStableFunc(c.people, func(a, b person) int { return cmp.Compare(b.uses, a.uses) })
	var parties []model.Party
	for _, p := range c.people {
		parties = append(parties, p.party)
	}
	return parties
}
