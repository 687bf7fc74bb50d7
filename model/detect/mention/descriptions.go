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
func descriptionsTagger(d *describer, found *Found, cues []cue.Cue, chain *learn.Chain) *tagger {
	x := &described{describer: d, names: make([]uint8, d.page.Len()), cueAt: make([]int32, d.page.Len()), slotOf: make([]int32, d.page.Len()), cues: cues}
	for _, m := range found.mentions {
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
	return &tagger{describer: d, chain: chain, own: x.all}
}

// all appends what is known of token i by where it stands.
func (x *described) all(fs []learn.Feature, i int) []learn.Feature {
	b := x.page.BlockOf(i)
	fs = x.features(fs, i)
	fs = x.nameFeatures(fs, i, b)
	return x.cueFeatures(fs, i, b)
}

func (x *described) nameFeatures(fs []learn.Feature, i int, b token.Block) []learn.Feature {
	const far = 8
	at3 := [3]int{labelCount, int(x.names[i]), labelCount}
	for away := -reach; away <= reach; away++ {
		if j := i + away; j >= b.From && j < b.To {
			fs = append(fs, at(nameIs, away).Number(uint64(x.names[j])))
		}
	}
	if i > b.From {
		at3[0] = int(x.names[i-1])
	}
	if i+1 < b.To {
		at3[2] = int(x.names[i+1])
	}
	fs = append(fs, namesAround.Number(learn.Numbers(at3[:]...)))
	for j := i; j < min(b.To, i+far); j++ {
		if x.names[j] != 0 && isFirst(x.names[j]) {
			return append(fs, nextName.Number(learn.Numbers(int(x.names[j]), min(j-i, 5))))
		}
	}
	return fs
}

// cueFeatures appends where the words of saying around stand, and which subject
// they want.
func (x *described) cueFeatures(fs []learn.Feature, i int, b token.Block) []learn.Feature {
	const far = 8
	for back := 0; back < far && i-back >= b.From; back++ {
		if k := x.slotOf[i-back]; k > 0 {
			c, t := x.cues[k-1], x.page.At(i)
			feminine := t.IsWord() && token.AfterLetters(t.Bare(), t.Letters()-1) == "ه"
			fs = append(fs, subjectAt.Number(learn.Numbers(0, back)),
				subjectAt.Number(learn.Numbers(1, min(back, 3), int(c.Class), int(c.Mood))),
				subjectAt.Number(learn.Numbers(2, min(back, 2), int(c.Agrees), learn.Bit(feminine), learn.Bit(t.IsDefinite()))),
				subjectAt.Number(learn.Numbers(3, back, learn.Bit(t.IsDefinite()), learn.Bit(x.page.At(i-back).IsDefinite()))))
			break
		}
	}
	for away := 1; away < far; away++ {
		if j := i - away; j >= b.From && x.cueAt[j] > 0 {
			c := x.cues[x.cueAt[j]-1]
			fs = append(fs, cueBefore.Number(learn.Numbers(away, learn.Bit(c.According), int(c.Mood))))
		}
		if j := i + away; j < b.To && x.cueAt[j] > 0 {
			c := x.cues[x.cueAt[j]-1]
			return append(fs, cueBehind.Number(learn.Numbers(away, learn.Bit(c.According), int(c.Mood))))
		}
	}
	return fs
}
