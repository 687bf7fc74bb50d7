package mention

import (
	"slices"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/marks"
	"rawi/model/detect/rule"
)

// choose takes the names that the tagger finds, and those of the rules that it
// leaves likely; then the descriptions likewise. What the rules know of a name,
// such as which known place it is, stays.
func (m Models) choose(rules *Found, pairs []marks.Pair, cues []cue.Cue, w *rule.Watch) *Found {
	d := newDescriber(rules, pairs)
	c := newChooser(rules)
	names := namesTagger(d, m.Names).tag()
	for whole := range stretches(names.labels) {
		for s := range d.split(whole) {
			if s = d.repairName(s, w); s.From < s.To && !c.found.isOtherWord(s.From, s.To, rules.page.At(s.From).Rest()) {
				c.addName(s)
			}
		}
	}
	c.keepNames(names)
	c.repeat(names)
	c.keepFirstLetters()
	c.addGlosses()
	c.weigh(names)
	c.described = make([]bool, rules.page.Len())
	if m.Descriptions == nil {
		c.keepDescriptions(func(Mention) bool { return true })
		return c.found.Found
	}
	for s := range stretches(descriptionsTagger(d, c.found.Found, cues, m.Descriptions).label()) {
		if s = d.repairDescription(s, w); s.From < s.To {
			c.addDescription(s)
		}
	}
	c.keepDescriptions(c.free)
	return c.found.Found
}

// weigh notes how sure the tagger is of the names.
func (c *chooser) weigh(names tagged) {
	for id := range c.found.Len() {
		c.found.change(id, func(m *Mention) { m.Sure = names.surely(m.From, m.To, int(m.Kind)) })
	}
}

// likelyName is the probability that the tagger must leave to a name of the rules, in
// percent.
const likelyName = 10

type chooser struct {
	rules     *Found
	found     *namer
	same      []int32           // a rules' mention -> the same as it is found, none for not
	names     map[int32]int32   // token -> the rules' name that begins there
	roles     map[Stretch]int32 // the rules' descriptions
	described []bool            // token -> a description was found there
}

// newChooser takes over what the rules found: from here on nobody may ask them which name
// covers a token.
func newChooser(rules *Found) *chooser {
	c := &chooser{rules: rules, same: make([]int32, rules.Len()), names: map[int32]int32{}, roles: map[Stretch]int32{}}
	for id := rules.Len() - 1; id >= 0; id-- { // of equal ones the first
		c.same[id] = none
		m := rules.Mention(id)
		if m.Form != model.NameForm {
			c.roles[Stretch{m.From, m.To, int(m.Form) - 1}] = int32(id)
		} else if at, ok := rules.IndexAt(m.From); ok && at == id {
			c.names[int32(m.From)] = int32(id)
		}
	}
	c.found = &namer{Found: rules.emptied()}
	return c
}

// addName records a name, as the rules have it if they do.
func (c *chooser) addName(s Stretch) {
	if id, ok := c.names[int32(s.From)]; ok {
		if r := c.rules.Mention(int(id)); r.To == s.To && int(r.Kind) == s.Class {
			c.take(int(id))
			return
		}
	}
	c.found.add(c.found.newMention(s.From, s.To, model.PartyKind(s.Class)))
}

// take records a mention of the rules.
func (c *chooser) take(id int) {
	m := c.rules.Mention(id)
	if m.Of >= 0 {
		m.Of = c.nameOf(m.Of)
	}
	c.same[id] = c.add(m)
}

// keepNames records the names of the rules that the tagger does not have, where
// it leaves them likely.
func (c *chooser) keepNames(names tagged) {
	for id, m := range c.rules.all() {
		if m.Form != model.NameForm || c.same[id] != none || !c.found.free(m.From, m.To) {
			continue
		}
		if names.first(m.From, int(m.Kind)) >= likelyName {
			c.take(id)
		}
	}
}

// addDescription records a description, as the rules have it if they do, and whose
// it is.
func (c *chooser) addDescription(s Stretch) {
	if id, ok := c.roles[s]; ok {
		c.take(int(id))
		return
	}
	m := c.found.newMention(s.From, s.To, model.RoleOnly)
	m.Form = model.MentionForm(s.Class + 1)
	c.add(m)
}

// add records a mention. A description beside a name is that name's; without one it
// stands alone.
func (c *chooser) add(m Mention) int32 {
	if m.Form == model.Apposition && m.Of < 0 {
		if m.Of = c.nameBeside(m); m.Of < 0 {
			m.Form = model.RoleForm
		}
	}
	for i := m.From; i < m.To && m.Form != model.NameForm; i++ {
		c.described[i] = true
	}
	return int32(c.found.add(m))
}

// nameBeside is the name right behind a description, or before it, with no more
// than a sign between; -1 for none.
func (c *chooser) nameBeside(s Mention) int32 {
	p := c.rules.page
	for _, step := range []struct{ from, by int }{{s.To, 1}, {s.From - 1, -1}} {
		for i, signs := step.from, 0; i >= 0 && i < p.Len() && p.SameBlock(i, s.From) && signs < 2; i, signs = i+step.by, signs+1 {
			if id, ok := c.found.IndexAt(i); ok {
				return int32(id)
			}
			if p.At(i).IsWord() {
				break
			}
		}
	}
	return -1
}

// keepDescriptions records the rules' descriptions that are wanted.
func (c *chooser) keepDescriptions(wanted func(Mention) bool) {
	for id, m := range c.rules.all() {
		if c.same[id] != none || m.Form == model.NameForm || !wanted(m) {
			continue
		}
		if m.Form == model.Apposition || !c.found.Covers(m.From) || !c.found.Covers(m.To-1) { // else a name after all
			c.take(id)
		}
	}
}

// free reports whether no description was found on the mention's words.
func (c *chooser) free(m Mention) bool { return !slices.Contains(c.described[m.From:m.To], true) }

// nameOf is the found name where the rules have one; -1 for none.
func (c *chooser) nameOf(id int32) int32 {
	if c.same[id] != none {
		return c.same[id]
	}
	r := c.rules.Mention(int(id))
	for i := r.From; i < r.To; i++ {
		if id, ok := c.found.IndexAt(i); ok && c.found.kept[id].kind == r.Kind {
			return int32(id)
		}
	}
	return -1
}
