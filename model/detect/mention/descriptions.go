package mention

import (
	"slices"
	"sort"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// described is what the tagger of descriptions knows beside what that of names does.
type described struct {
	*describer
	names []uint8 // labels of the names that were found
	stand []uint8 // token -> whether a cue stands there, and the subject of one begins
	cues  []cue.Cue
	slots []slotOf // by token
}

// slotOf says that the subject of a cue begins at a token.
type slotOf struct{ token, cue int32 }

// What stands at a token.
const (
	aCue = 1 << iota
	aSlot
)

// descriptionsTagger is the tagger of descriptions, once the names are found.
func descriptionsTagger(d *describer, found *Found, cues []cue.Cue, t *Tagger) *tagger {
	x := &described{describer: d, names: make([]uint8, d.page.Len()), stand: make([]uint8, d.page.Len()), cues: cues}
	for _, m := range found.all() {
		if m.Form == model.NameForm {
			for i, label := range (Stretch{m.From, m.To, int(m.Kind)}).labels() {
				x.names[i] = label
			}
		}
	}
	for k, c := range cues {
		x.stand[c.Token] |= aCue
		if c.Mood == lex.Participle || c.Noun {
			continue
		}
		if i := found.SubjectOf(c); i >= 0 {
			x.stand[i] |= aSlot
			x.slots = append(x.slots, slotOf{int32(i), int32(k)})
		}
	}
	slices.SortStableFunc(x.slots, func(a, b slotOf) int { return int(a.token - b.token) })
	return newTagger(d, t, x.all)
}

// cueAt is the cue at token i; ok is false when there is none.
func (x *described) cueAt(i int) (c *cue.Cue, ok bool) {
	if x.stand[i]&aCue == 0 {
		return nil, false
	}
	return &x.cues[sort.Search(len(x.cues), func(k int) bool { return x.cues[k].Token >= i })], true
}

// cueOf is the cue whose subject begins at token i, the last one of several.
func (x *described) cueOf(i int) (c *cue.Cue, ok bool) {
	if x.stand[i]&aSlot == 0 {
		return nil, false
	}
	behind := sort.Search(len(x.slots), func(k int) bool { return int(x.slots[k].token) > i })
	return &x.cues[x.slots[behind-1].cue], true
}

// all adds what is known of token i by where it stands.
func (x *described) all(g *gathered, i int, b token.Block) {
	x.features(g, i, b)
	x.nameFeatures(g, i, b)
	x.cueFeatures(g, i, b)
}

func (x *described) nameFeatures(g *gathered, i int, b token.Block) {
	const far = 8
	around := [3]int{labelCount, int(x.names[i]), labelCount}
	for away := -reach; away <= reach; away++ {
		if j := i + away; j >= b.From && j < b.To {
			g.fewFrom(fewNames, int(x.names[j]), away)
		}
	}
	if i > b.From {
		around[0] = int(x.names[i-1])
	}
	if i+1 < b.To {
		around[2] = int(x.names[i+1])
	}
	g.few(fewNamesAround, (around[0]*(labelCount+1)+around[1])*(labelCount+1)+around[2])
	for j := i; j < min(b.To, i+far); j++ {
		if x.names[j] != 0 && isFirst(x.names[j]) {
			g.few(fewNextNames, int(x.names[j])*nearName+min(j-i, nearName-1))
			return
		}
	}
}

// cueFeatures adds where the words of saying around stand, and which subject they
// want.
func (x *described) cueFeatures(g *gathered, i int, b token.Block) {
	const far = 8
	for back := 0; back < far && i-back >= b.From; back++ {
		if c, ok := x.cueOf(i - back); ok {
			t := x.page.At(i)
			feminine := t.IsWord() && token.AfterLetters(t.Bare(), t.Letters()-1) == "ه"
			g.add(subjectAt.Number(learn.Numbers(0, back)))
			g.add(subjectAt.Number(learn.Numbers(1, min(back, 3), int(c.Class), int(c.Mood))))
			g.add(subjectAt.Number(learn.Numbers(2, min(back, 2), int(c.Agrees), learn.Bit(feminine), learn.Bit(t.IsDefinite()))))
			g.add(subjectAt.Number(learn.Numbers(3, back, learn.Bit(t.IsDefinite()), learn.Bit(x.page.At(i-back).IsDefinite()))))
			break
		}
	}
	for away := 1; away < far; away++ {
		if j := i - away; j >= b.From {
			if c, ok := x.cueAt(j); ok {
				g.add(cueBefore.Number(learn.Numbers(away, learn.Bit(c.According), int(c.Mood))))
			}
		}
		if j := i + away; j < b.To {
			if c, ok := x.cueAt(j); ok {
				g.add(cueBehind.Number(learn.Numbers(away, learn.Bit(c.According), int(c.Mood))))
				return
			}
		}
	}
}
