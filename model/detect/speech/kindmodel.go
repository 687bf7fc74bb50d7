package speech

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// PairKinds are what a pair of marks may hold, in the order of the model's
// candidates.
var PairKinds = [...]model.QuoteKind{model.Speech, model.Scare, model.WorkTitle, model.Other}

// What the features of a pair tell.
const (
	kindBias learn.Template = iota
	kindByRule
	stylePage
	headNoun
	kindLength
	before1
	before2
	after1
	after2
	first1
	first2
	inner
	content
	placeOf
	cueBetween
	lengthAndCue
	lengthAndBefore
	lengthAndVerb
	mentionIn
	nameCounted
	neighbour
	afterColon
)

// pairFeatures appends what is said of pair k for the choice of its kind.
func (a *attributor) pairFeatures(room []learn.Feature, pairs []marks.Pair, k int, cues []cue.Cue, ruled judged, style uint64) []learn.Feature {
	q := pairs[k]
	f := &features{page: a.page, corpus: a.corpus, list: room}
	block := a.page.BlockOf(q.Open)
	length := a.wordCount(q)
	f.yes(kindBias)
	f.pair(kindByRule, uint64(ruled.kind), 0)
	f.pair(kindByRule, 100, uint64(ruled.row))
	f.number(kindLength, size(length))
	before := q.Open - 1
	if a.page.IsProclitic(before) {
		f.text(placeOf, procliticOf, a.page.At(before).Fold())
		before--
	}
	f.word(before1, before, block.From, block.To)
	f.word(before2, before-1, block.From, block.To)
	f.word(after1, q.Close+1, block.From, block.To)
	f.word(after2, q.Close+2, block.From, block.To)
	f.word(first1, q.Open+1, q.Open+1, q.Close)
	f.word(first2, q.Open+2, q.Open+1, q.Close)
	a.insideFeatures(f, q, length)
	a.cueFeatures(f, q, cues, ruled.governing, length)
	f.pair(placeOf, uint64(block.Kind), 0)
	if a.page.InTitle(q.Open) {
		h := a.headlineOf(a.page.BlockIndex(q.Open))
		f.when(afterColon, h.after > 0 && q.Open >= h.after)
	}
	first := q.Open == block.From || !a.page.SameSentence(q.Open-1, q.Open)
	last := q.Close+1 >= block.To || !a.page.SameSentence(q.Close, q.Close+1) || a.page.At(q.Close+1).Sign() == token.Stop
	f.pair(placeOf, 1, flags(first, last, length > 7, ruled.governing >= 0))
	if first := a.page.At(q.Open + 1); before >= 0 && length <= 2 && first.IsWord() {
		b := a.page.At(before)
		f.pair(lengthAndBefore, 1<<32+uint64(length), flags(b.IsDefinite(), first.IsDefinite(), a.page.Agrees(b.Bare(), first.Bare()), ruled.governing >= 0, before == q.Open-1))
	}
	if before >= 0 {
		f.pair(lengthAndBefore, uint64(size(length)), learn.Hash(a.page.At(before).Bare())+uint64(a.page.At(before).Sign()))
	}
	f.number(stylePage, int(style))
	f.pair(stylePage, style+1, uint64(size(length)))
	if before == q.Open-1 && before >= 0 && a.page.At(before).IsWord() {
		f.when(headNoun, a.page.TakesMarkedName(a.page.At(before)))
		if before > 0 && a.page.At(before-1).IsWord() {
			f.pair(headNoun, 1, flags(a.page.TakesMarkedName(a.page.At(before-1)), a.page.At(before).IsDefinite()))
		}
		for _, ending := range []string{"ها", "هم", "ه"} {
			if stem, ok := strings.CutSuffix(a.page.At(before).Rest(), ending); ok && token.Letters(stem) > 2 {
				f.text(headNoun, bareOf, stem)
				break
			}
		}
	}
	for d := -1; d <= 1; d += 2 {
		if n := k + d; n >= 0 && n < len(pairs) && a.page.SameSentence(pairs[n].Open, q.Open) {
			gap := pairs[max(n, k)].Open - pairs[min(n, k)].Close
			joined := a.coordinates(pairs[min(n, k)], pairs[max(n, k)])
			f.pair(neighbour, uint64(d+1)<<8|flags(joined, gap < 0), uint64(size(gap)+8))
			f.pair(neighbour, uint64(d+11)<<8|flags(joined), uint64(size(a.wordCount(pairs[n]))))
		}
	}
	return f.list
}

func flags(all ...bool) (n uint64) {
	for i, is := range all {
		if is {
			n |= 1 << i
		}
	}
	return n
}

// insideFeatures tells what stands between the marks.
func (a *attributor) insideFeatures(f *features, q marks.Pair, length int) {
	finite, that, definite, numbers, latin, named, stop := 0, 0, 0, 0, 0, 0, 0
	const most = 40
	for i := q.Open + 1; i < min(q.Close, q.Open+most); i++ {
		t := a.page.At(i)
		if t.Sign() == token.Number {
			numbers++
		}
		if t.Sign() == token.Stop || t.Sign() == token.Comma {
			stop++
		}
		if !t.IsWord() {
			continue
		}
		count(&finite, t.LooksFinite())
		count(&that, t.Is(lex.That|lex.ThatPronoun))
		count(&definite, t.IsDefinite())
		count(&latin, t.IsLatin())
		count(&named, a.found.Covers(i))
		if length <= 6 {
			f.kindOfWord(inner, t)
			f.clusters(inner, t)
		}
	}
	f.pair(content, 1, uint64(size(finite)))
	f.pair(content, 2, uint64(size(that)))
	f.pair(content, 3, flags(definite == length, definite > 0, latin > 0, latin == length, numbers > 0, numbers == length))
	f.pair(content, 4, flags(named > 0, named >= length, finite > 0)<<8|uint64(size(length)))
	f.pair(content, 5, uint64(size(stop)))
	f.pair(lengthAndVerb, uint64(size(length)), flags(finite > 0, that > 0))
	if m, ok := a.found.NameAt(q.Open + 1); ok {
		f.pair(mentionIn, uint64(m.Kind), flags(m.Core > q.Open, m.To >= q.Close-1, m.Name != ""))
	}
	if length <= 6 {
		if n, ok := a.corpus.Name(a.keyOf(q)); ok {
			kind, times := n.Kind()
			f.pair(nameCounted, uint64(kind), 0)
			f.pair(nameCounted, uint64(kind), uint64(size(times))+1)
		} else {
			f.yes(nameCounted)
		}
	}
}

func count(n *int, is bool) {
	if is {
		*n++
	}
}

// cueFeatures tells of the word of saying that the pair hangs on.
func (a *attributor) cueFeatures(f *features, q marks.Pair, cues []cue.Cue, governing, length int) {
	if governing < 0 {
		return
	}
	c := cues[governing]
	behind := c.Token > q.Open
	form := flags(behind, c.According, c.Noun)<<8 | uint64(c.Class)<<4 | uint64(c.Mood)
	f.pair(lengthAndCue, form, uint64(size(length)))
	if behind {
		return
	}
	that, comma, pair, colon := false, false, false, a.page.At(q.Open-1).Sign() == token.Colon
	const far = 40
	for i := max(c.Token+1, q.Open-far); i < q.Open; i++ {
		t := a.page.At(i)
		that = that || t.Is(lex.That|lex.ThatPronoun)
		comma = comma || t.Sign() == token.Comma
		pair = pair || t.Sign() == token.Mark
	}
	between := flags(that, comma, pair, colon, q.Open-1 == c.Token, a.page.At(q.Open-1).Is(lex.That|lex.ThatPronoun))
	f.pair(cueBetween, 0, between)
	f.pair(cueBetween, between+1, uint64(size(length)))
	f.pair(cueBetween, between+1, form+100)
}

// keyOf is the words between the marks as one string.
func (a *attributor) keyOf(q marks.Pair) string {
	var s strings.Builder
	for i := q.Open + 1; i < q.Close; i++ {
		if t := a.page.At(i); t.IsWord() && t.Fold() != "" {
			if s.Len() > 0 {
				s.WriteByte(' ')
			}
			s.WriteString(t.Fold())
		}
	}
	return s.String()
}

// longestRepeated is up to how many words the same words are of one kind.
const longestRepeated = 8

// pairChoices is for each pair of marks the features of the choice of its kind,
// before [learn.ForClass].
func (a *attributor) pairChoices(pairs []marks.Pair, cues []cue.Cue, ruled []judged) [][]learn.Feature {
	style := a.style(pairs)
	out := make([][]learn.Feature, len(pairs))
	for k := range pairs {
		out[k] = a.pairFeatures(nil, pairs, k, cues, ruled[k], style)
	}
	return out
}

// kindScores are the scores of [PairKinds].
type kindScores [len(PairKinds)]float32

// chooseKinds chooses what each pair holds; the same words are of one kind
// through the page, that with the highest score on all their places.
func (a *attributor) chooseKinds(pairs []marks.Pair, cues []cue.Cue, ruled []judged, r *learn.Ranker) {
	const surely = 100 // no sum of weights is as high
	scores := make([]kindScores, len(pairs))
	sums := map[string]*kindScores{}
	words := make([]*kindScores, len(pairs))
	style := a.style(pairs)
	var described, room []learn.Feature
	for k, q := range pairs {
		described = a.pairFeatures(described[:0], pairs, k, cues, ruled[k], style)
		for c, kind := range PairKinds {
			room = learn.AppendForClass(room[:0], described, c)
			scores[k][c] = r.Score(room)
			if row := kindRows[ruled[k].row]; row.sure && row.gives == kind {
				scores[k][c] = surely
			}
		}
		words[k] = &scores[k]
		if q.Close-q.Open <= longestRepeated+2 {
			words[k] = sums[a.keyOf(q)]
			if words[k] == nil {
				words[k] = new(kindScores)
				sums[a.keyOf(q)] = words[k]
			}
			for c, s := range scores[k] {
				words[k][c] += s
			}
		}
	}
	for k := range pairs {
		ruled[k].kind = words[k].best()
	}
}

func (s *kindScores) best() model.QuoteKind {
	best := 0
	for c := range s {
		if s[c] > s[best] {
			best = c
		}
	}
	return PairKinds[best]
}

// style is how the page uses marks: how many of its pairs are short, and
// whether any has a Latin spelling beside it.
func (a *attributor) style(pairs []marks.Pair) uint64 {
	short, glossed := 0, false
	for _, q := range pairs {
		v := a.pairOf(q, -1)
		count(&short, v.length <= 4)
		glossed = glossed || v.isGlossed()
	}
	return uint64(4*short/max(len(pairs), 1))<<1 | flags(glossed)
}
