package party

import (
	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
)

// kindOf is the likeliest kind of a party.
func (c *chooser) kindOf(g *group, kinds *learn.Ranker) model.PartyKind {
	fs := c.kindFeatures(g)
	best, top := model.Person, float32(0)
	for k := range kindCount {
		s := kinds.Score(c.feature(func(of *bag) { *of = learn.AppendForClass(*of, fs, k) }))
		if k == 0 || s > top {
			best, top = model.PartyKind(k), s
		}
	}
	return best
}

// kindFeatures describes a party by its first mentions, each thing once. They hold until
// the next is described.
func (c *chooser) kindFeatures(g *group) []learn.Feature {
	const most = 12
	c.room = c.room[:0]
	all := c.feature(func(fs *bag) {
		fs.number(kindForms, learn.Bit(len(g.spellings) > 0), learn.Bit(len(g.heads) > 0), learn.Bit(len(g.mentions) > 1))
		fs.number(kindMention, -1, int(g.kind()), learn.Bit(len(g.spellings) > 0))
		for _, id := range g.mentions[:min(len(g.mentions), most)] {
			if v := &c.views[id]; len(v.words) > 0 {
				c.describeKind(fs, v)
			}
		}
	})
	return c.seen.of(all)
}

func (c *chooser) describeKind(fs *bag, v *view) {
	form, first, last := int(v.Form), v.words[0], v.words[len(v.words)-1]
	fs.number(kindMention, form, int(v.Kind))
	if !v.isName() {
		fs.text(kindHead, v.head, form)
		fs.number(kindClass, form, first.class(), learn.Bit(v.isPlural()))
		return
	}
	fs.text(kindFirst, first.fold)
	fs.text(kindLast, last.fold)
	fs.number(kindClass, form, first.class(), min(len(v.words), 3), 0)
	fs.number(kindClass, form, last.class(), 1, 1)
	fs.number(kindKnown, learn.Bit(v.Name != ""), int(v.Kind))
	fs.number(kindKnown, len(v.words), learn.Bit(first.isLatin()), -1)
	c.describeCounts(fs, v)
	c.describeFacts(fs, first, 0)
	c.describeFacts(fs, last, 1)
	fs.text(kindBefore, c.before(v))
	if v.To < c.page.Len() {
		fs.text(kindBehind, c.page.At(v.To).Fold())
	}
	fs.number(kindStands, c.stands(v))
}

// describeCounts says as what the name was counted in other articles.
func (c *chooser) describeCounts(fs *bag, v *view) {
	const often = 6
	n, ok := c.facts.Name(v.key)
	if !ok {
		fs.number(kindCounted, -1, int(v.Kind))
		return
	}
	k, count := n.Kind()
	fs.number(kindCounted, int(k), min(count, often))
	fs.number(kindCounted, int(k), int(v.Kind), -1)
}

// describeFacts says as what a word was counted, the first or the last of a name.
func (c *chooser) describeFacts(fs *bag, w *word, place int) {
	f, ok := c.facts.Word(w.fold)
	if !ok {
		fs.number(kindFacts, place)
		return
	}
	for k := range corpus.ClassCount {
		fs.number(kindFacts, place, int(k), f.Share(k))
	}
	fs.number(kindFacts, place, f.Cluster(corpus.Clusters256), -1, -1)
	fs.number(kindFacts, place, f.Cluster(corpus.Clusters64), -1, -1, -1)
}
