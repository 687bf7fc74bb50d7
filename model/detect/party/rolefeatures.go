package party

import (
	"slices"

	"rawi/model"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// recency is how the parties mentioned before a description lie to it.
type recency struct {
	ofKind [kindCount]int // 1 + the group that was the last mentioned of each kind
	headed int            // how many candidates were described by its head
}

func (c *chooser) recency(v *view, among []candidate) recency {
	var r recency
	for _, g := range c.recent { // the latest last
		r.ofKind[c.groups[g].kind()] = g + 1
	}
	for _, x := range among {
		r.headed += learn.Bit(slices.Contains(c.groups[x.group].heads, v.head))
	}
	return r
}

// describeForRole gives the parties that a description may mean their features.
func (c *chooser) describeForRole(v *view, among []candidate) {
	r, beside := c.recency(v, among), c.adjacent(v)
	for i := range among {
		among[i].features = c.feature(func(fs *bag) { c.compareToRole(fs, v, among[i].group, r, beside) })
	}
}

// compareToRole says how a description lies to a party.
func (c *chooser) compareToRole(fs *bag, v *view, group int, r recency, beside []int) {
	c.compareDescriptions(fs, v, &c.groups[group])
	c.compareForms(fs, v, &c.groups[group])
	c.comparePlaces(fs, v, group, r)
	for _, id := range beside {
		if c.of[id] == group {
			compareBeside(fs, v, &c.views[id])
		}
	}
}

// compareBeside says how a description lies to a name next to it.
func compareBeside(fs *bag, v, name *view) {
	behind, apart, before := learn.Bit(name.From == v.To), learn.Bit(name.From > v.To), learn.Bit(name.To == v.From)
	fs.number(roleBeside, int(name.Kind), int(v.Form), behind, apart, before, learn.Bit(v.isDefinite()))
	fs.number(roleBeside, int(name.Kind), behind, apart, v.words[0].class())
}

// compareDescriptions says how the words of a description lie to what is known of a
// party.
func (c *chooser) compareDescriptions(fs *bag, v *view, g *group) {
	kind, form := int(g.kind()), int(v.Form)
	described, named := learn.Bit(slices.Contains(g.heads, v.head)), learn.Bit(g.namesHead(v))
	cover, coverByName := covered(v.stems(), g.stems), 0
	for _, s := range g.spellings {
		coverByName = max(coverByName, covered(v.stems(), s.words))
	}
	fs.number(roleHead, described, named, kind, form)
	fs.number(roleCover, described, cover, coverByName, named)
	fs.number(roleCover, described, cover, kind, learn.Bit(len(g.stems) > 0), learn.Bit(v.isDefinite()))
	fs.number(roleCoverByName, coverByName, kind, form)
	fs.number(roleDistance, c.distance(v, g), described, cover)
	fs.text(roleHeadKind, v.head, kind)
	if n := len(g.heads); n > 0 {
		fs.texts(roleHeads, v.head, g.heads[n-1])
	}
	if len(g.spellings) > 0 {
		fs.texts(roleHeads, v.head, "\x00"+g.spellings[0].words[0].bare)
	}
}

// covered is 0 where none of the stems are among all, 1 for some, 2 for each, 3
// where there are none.
func covered(stems, all []*word) int {
	if len(stems) == 0 {
		return 3
	}
	n := 0
	for _, s := range stems {
		n += learn.Bit(slices.ContainsFunc(all, func(a *word) bool { return sameStem(a.bare, s.bare) }))
	}
	return learn.Bit(n > 0) + learn.Bit(n == len(stems))
}

// compareForms says whether gender, number and article of a description suit a party.
func (c *chooser) compareForms(fs *bag, v *view, g *group) {
	kind, definite := int(g.kind()), learn.Bit(v.isDefinite())
	last := -1
	if g.last >= 0 {
		last = int(c.views[g.last].Form)
		if v := &c.views[g.last]; v.Form == model.RoleForm && v.isDefinite() {
			last += 10
		}
	}
	fs.number(roleDefinite, definite, last, learn.Bit(slices.Contains(g.heads, v.head)))
	fs.number(roleDefinite, definite, last, c.distance(v, g), -1)
	fs.number(roleGender, learn.Bit(v.isFeminine()), g.gender, kind)
	fs.number(roleNumber, learn.Bit(v.isPlural()), g.number, kind)
	fs.number(roleKind, kind, int(v.Form), v.words[0].class(), definite)
}

// comparePlaces says how far from a description a party was mentioned, and how often.
func (c *chooser) comparePlaces(fs *bag, v *view, group int, r recency) {
	g := &c.groups[group]
	kind, form, definite := int(g.kind()), int(v.Form), learn.Bit(v.isDefinite())
	rank := len(c.recent) - 1 - slices.Index(c.recent, group) // 0 for the last mentioned
	recent := rank < len(c.recent)
	firstOfKind := learn.Bit(r.ofKind[kind] == group+1)
	fs.number(roleDistance, c.distance(v, g), kind, definite, form)
	fs.number(roleRank, min(rank, 6), learn.Bit(recent), kind, definite)
	fs.number(roleFirstOfKind, firstOfKind, kind, definite, form)
	fs.number(roleFirstOfKind, firstOfKind, kind, learn.Bit(slices.Contains(g.heads, v.head)), min(r.headed, 3))
	turn := learn.Bit(c.said[0] == group+1) + 2*learn.Bit(c.said[1] == group+1)
	fs.number(roleSaid, turn, learn.Bit(v.says), kind, definite, form)
	fs.number(roleSaid, turn, learn.Bit(v.says), c.distance(v, g), v.words[0].class())
	fs.number(roleSaid, turn, learn.Bit(v.isFeminine()), g.gender, kind, -1, -1)
	fs.number(roleSeen, min(g.seen, 5), kind, definite)
	fs.number(roleAhead, learn.Bit(g.last < 0), learn.Bit(c.page.InTitle(v.From)), kind, form)
	if g.last >= 0 && c.page.InTitle(c.views[g.last].From) {
		fs.number(roleTitle, kind, definite, learn.Bit(g.seen == 1))
	}
}

// distances are how many sentences each step of a distance has at most.
var distances = [...]int{0, 1, 2, 4, 8, 16}

// distance is how many sentences lie between a mention and the party's last one, in
// steps; one more for a party that is named only behind it.
func (c *chooser) distance(v *view, g *group) int {
	if g.last < 0 {
		return len(distances) + 1
	}
	step, _ := slices.BinarySearch(distances[:], int(v.sentence-c.views[g.last].sentence))
	return step
}

// noneFeatures describes the choice of none of the parties that there are.
func (c *chooser) noneFeatures(fs *bag, v *view, among []candidate) {
	closest, headed, form := apart, 0, int(v.Form)
	for _, x := range among {
		if x.relation.closer(closest) {
			closest = x.relation
		}
		headed += learn.Bit(slices.Contains(c.groups[x.group].heads, v.head))
	}
	fs.number(noneForm, form, int(v.Kind))
	fs.number(noneClass, form, v.words[0].class(), len(v.words))
	fs.text(noneFirst, v.words[0].fold, form)
	fs.number(noneClosest, form, int(closest), int(v.Kind), min(len(v.words), 3))
	fs.number(noneClosest, form, min(headed, 2))
	if !v.isName() {
		fs.number(noneDefinite, form, learn.Bit(v.isDefinite()), learn.Bit(v.isPlural()), min(len(v.words), 3))
		fs.number(noneDefinite, form, learn.Bit(v.isDefinite()), learn.Bit(headed > 0), learn.Bit(c.page.InTitle(v.From)), -1)
		fs.text(noneBefore, c.before(v), form)
		c.describeSpeaking(fs, v)
	}
}

// describeSpeaking says whether words are reported around a description.
func (c *chooser) describeSpeaking(fs *bag, v *view) {
	form := int(v.Form)
	told := learn.Bit(v.From > c.page.BlockOf(v.From).From && c.page.At(v.From-1).Is(lex.Verb|lex.According|lex.Saying))
	tells := learn.Bit(v.To < c.page.EndOf(v.From) && (c.page.At(v.To).Is(lex.Verb|lex.That|lex.ThatPronoun) || c.page.At(v.To).Sign() == token.Colon))
	fs.number(noneSpeaks, form, told, tells)
	fs.number(noneSpeaks, form, told, tells, learn.Bit(v.isDefinite()), min(len(v.words), 3))
	fs.number(noneSpeaks, form, told, tells, learn.Bit(v.Idle), v.words[0].class(), -1)
	fs.number(noneSpeaks, form, c.stands(v), learn.Bit(v.isDefinite()), -1, -1, -1)
	fs.number(noneSpeaks, form, c.page.Depth(v.From), learn.Bit(c.page.InTitle(v.From)), -1, -1, -1, -1)
}
