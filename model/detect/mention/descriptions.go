package mention

import (
	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// described is what the tagger of descriptions knows beside what that of names does.
type described struct {
	*describer
	names  []uint8 // labels of the names that were found
	cueAt  []int32 // token -> 1 + index of the cue there
	slotOf []int32 // token -> 1 + index of the cue whose subject begins there
	cues   []cue.Cue
}

// descriptionsTagger is the tagger of descriptions, once the names are found.
func descriptionsTagger(d *describer, found *Found, cues []cue.Cue, t *Tagger) *tagger {
	x := &described{describer: d, names: make([]uint8, d.page.Len()), cueAt: make([]int32, d.page.Len()), slotOf: make([]int32, d.page.Len()), cues: cues}
	for _, m := range found.all() {
		if m.Form == model.NameForm {
			for i, label := range (Stretch{m.From, m.To, int(m.Kind)}).labels() {
				x.names[i] = label
			}
		}
	}
	for k, c := range cues {
		x.cueAt[c.Token] = int32(k + 1)
		if c.Mood == lex.Participle || c.Noun {
			continue
		}
		if i := found.SubjectOf(c); i >= 0 {
			x.slotOf[i] = int32(k + 1)
		}
	}
	return newTagger(d, t, x.all)
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
		if k := x.slotOf[i-back]; k > 0 {
			c, t := x.cues[k-1], x.page.At(i)
			feminine := t.IsWord() && token.AfterLetters(t.Bare(), t.Letters()-1) == "ه"
			g.add(subjectAt.Number(learn.Numbers(0, back)))
			g.add(subjectAt.Number(learn.Numbers(1, min(back, 3), int(c.Class), int(c.Mood))))
			g.add(subjectAt.Number(learn.Numbers(2, min(back, 2), int(c.Agrees), learn.Bit(feminine), learn.Bit(t.IsDefinite()))))
			g.add(subjectAt.Number(learn.Numbers(3, back, learn.Bit(t.IsDefinite()), learn.Bit(x.page.At(i-back).IsDefinite()))))
			break
		}
	}
	for away := 1; away < far; away++ {
		if j := i - away; j >= b.From && x.cueAt[j] > 0 {
			c := x.cues[x.cueAt[j]-1]
			g.add(cueBefore.Number(learn.Numbers(away, learn.Bit(c.According), int(c.Mood))))
		}
		if j := i + away; j < b.To && x.cueAt[j] > 0 {
			c := x.cues[x.cueAt[j]-1]
			g.add(cueBehind.Number(learn.Numbers(away, learn.Bit(c.According), int(c.Mood))))
			return
		}
	}
}
