package speech

import (
	"strings"

	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

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
	f := &features{page: a.page, corpus: a.corpus, list: room}
	q := a.pairOf(pairs[k], ruled.governing)
	f.yes(kindBias)
	f.pair(kindByRule, uint64(ruled.kind), 0)
	f.pair(kindByRule, 100, uint64(ruled.row))
	f.number(kindLength, size(q.length))
	f.number(stylePage, int(style))
	f.pair(stylePage, style+1, uint64(size(q.length)))
	before := q.Open - 1
	if q.page.IsProclitic(before) {
		f.text(placeOf, procliticOf, q.page.At(before).Fold())
		before--
	}
	q.wordsAround(f, before)
	if before >= 0 {
		q.nounFeatures(f, before)
	}
	q.placeFeatures(f)
	a.insideFeatures(f, q.Pair, q.length)
	a.cueFeatures(f, q.Pair, cues, q.governing, q.length)
	for d := -1; d <= 1; d += 2 {
		if n := k + d; n >= 0 && n < len(pairs) && q.page.SameSentence(pairs[n].Open, q.Open) {
			q.neighbourFeatures(f, pairs[n], d)
		}
	}
	return f.list
}

// wordsAround tells of the words before the marks, the last of which stands at
// before, behind them and at the beginning of what they hold.
func (q *pair) wordsAround(f *features, before int) {
	block := q.page.BlockOf(q.Open)
	f.word(before1, before, block.From, block.To)
	f.word(before2, before-1, block.From, block.To)
	f.word(after1, q.Close+1, block.From, block.To)
	f.word(after2, q.Close+2, block.From, block.To)
	f.word(first1, q.Open+1, q.Open+1, q.Close)
	f.word(first2, q.Open+2, q.Open+1, q.Close)
}

// nounFeatures tells how the token before the marks, if it is a noun, goes with
// what they hold: «رواية», «روايتها».
func (q *pair) nounFeatures(f *features, before int) {
	noun, first := q.page.At(before), q.page.At(q.Open+1)
	adjacent := before == q.Open-1
	f.pair(lengthAndBefore, uint64(size(q.length)), learn.Hash(noun.Bare())+uint64(noun.Sign()))
	if q.length <= 2 && first.IsWord() {
		f.pair(lengthAndBefore, 1<<32+uint64(q.length), flags(noun.IsDefinite(), first.IsDefinite(), q.page.Agrees(noun.Bare(), first.Bare()), q.governing >= 0, adjacent))
	}
	if !adjacent || !noun.IsWord() {
		return
	}
	f.when(headNoun, q.page.TakesMarkedName(noun))
	if before > 0 && q.page.At(before-1).IsWord() {
		f.pair(headNoun, 1, flags(q.page.TakesMarkedName(q.page.At(before-1)), noun.IsDefinite()))
	}
	for _, pronoun := range []string{"ها", "هم", "ه"} {
		if stem, ok := strings.CutSuffix(noun.Rest(), pronoun); ok && token.Letters(stem) > 2 {
			f.text(headNoun, bareOf, stem)
			return
		}
	}
}

// placeFeatures tells where the pair stands in its sentence and in the article.
func (q *pair) placeFeatures(f *features) {
	block := q.page.BlockOf(q.Open)
	f.pair(placeOf, uint64(block.Kind), 0)
	first := q.Open == block.From || !q.page.SameSentence(q.Open-1, q.Open)
	last := q.Close+1 >= block.To || !q.page.SameSentence(q.Close, q.Close+1) || q.page.At(q.Close+1).Sign() == token.Stop
	f.pair(placeOf, 1, flags(first, last, q.length > 7, q.governing >= 0))
	if q.page.InTitle(q.Open) {
		h := q.headlineOf(q.page.BlockIndex(q.Open))
		f.when(afterColon, h.after > 0 && q.Open >= h.after)
	}
}

// neighbourFeatures tells of the pair before (side is -1) or behind.
func (q *pair) neighbourFeatures(f *features, other marks.Pair, side int) {
	one, two := q.Pair, other
	if side < 0 {
		one, two = two, one
	}
	gap, joined := two.Open-one.Close, q.coordinates(one, two)
	f.pair(neighbour, uint64(side+1)<<8|flags(joined, gap < 0), uint64(size(gap)+8))
	f.pair(neighbour, uint64(side+11)<<8|flags(joined), uint64(size(q.wordCount(other))))
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
