package party

import (
	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// kindCount is how many kinds a party may be of.
const kindCount = int(model.RoleOnly) + 1

// kindOf is the likeliest kind of a party.
func (c *chooser) kindOf(g int, kinds *learn.Ranker) model.PartyKind {
	fs := c.kindFeatures(g)
	best, top := model.Person, float32(0)
	for k := range kindCount {
		if s := kinds.Score(learn.ForClass(fs, k)); k == 0 || s > top {
			best, top = model.PartyKind(k), s
		}
	}
	return best
}

// kindFeatures describes a party by its first mentions, each thing once.
func (c *chooser) kindFeatures(g int) (fs []learn.Feature) {
	const most = 12
	seen := map[learn.Feature]bool{}
	put := func(f learn.Feature) {
		if !seen[f] {
			seen[f] = true
			fs = append(fs, f)
		}
	}
	q := &c.groups[g]
	put(kindForm.Number(number(bit(len(q.spellings) > 0), bit(len(q.heads) > 0), bit(len(q.mentions) > 1))))
	put(kindMention.Number(number(100+int(q.kind()), bit(len(q.spellings) > 0))))
	for _, id := range q.mentions[:min(len(q.mentions), most)] {
		c.kindOfMention(&c.views[id], put)
	}
	return fs
}

func (c *chooser) kindOfMention(v *view, put func(learn.Feature)) {
	form := int(v.Form)
	put(kindMention.Number(number(form, int(v.Kind))))
	if len(v.words) == 0 {
		return
	}
	if v.Form != model.NameForm {
		put(kindHead.Pair(learn.Hash(v.head), uint64(form)))
		put(kindClass.Number(number(form, class(v.words[0]), bit(isPlural(v)))))
		return
	}
	first, last := v.words[0], v.words[len(v.words)-1]
	put(kindFirst.Text(first.fold))
	put(kindLast.Text(last.fold))
	put(kindClass.Number(number(100, class(first), min(len(v.words), 3))))
	put(kindClass.Number(number(101, class(last))))
	put(kindKnown.Number(number(bit(v.Name != ""), int(v.Kind))))
	put(kindKnown.Number(number(len(v.words), bit(latin(v)))))
	if c.facts != nil {
		if n, ok := c.facts.Name(v.key); ok {
			k, count := n.Kind()
			put(kindCounted.Number(number(int(k), min(count, 6))))
			put(kindCounted.Number(number(int(k), int(v.Kind), 50)))
		} else {
			put(kindCounted.Number(number(-1, int(v.Kind))))
		}
		c.kindOfWord(first, 0, put)
		c.kindOfWord(last, 1, put)
	}
	t := c.page.At(v.From)
	before, after := "", ""
	if v.Skip > 0 {
		before = token.FirstLetters(t.Fold(), int(v.Skip))
	} else if v.From > 0 {
		before = c.page.At(v.From - 1).Fold()
	}
	if v.To < c.page.Len() {
		after = c.page.At(v.To).Fold()
	}
	put(kindBefore.Text(before))
	put(kindAfter.Text(after))
	put(kindVerb.Number(number(c.stands(v))))
	_ = lex.Verb
}

// kindOfWord is as what news marks a word.
func (c *chooser) kindOfWord(w word, place int, put func(learn.Feature)) {
	f, ok := c.facts.Word(w.fold)
	if !ok {
		put(kindFacts.Number(number(place, 0)))
		return
	}
	for k := corpus.PersonFirst; k <= corpus.AppositionLater; k++ {
		put(kindFacts.Number(number(place, 1, int(k), f.Share(k))))
	}
	put(kindFacts.Number(number(place, 2, f.Cluster(corpus.Clusters256))))
	put(kindFacts.Number(number(place, 3, f.Cluster(corpus.Clusters64))))
}
