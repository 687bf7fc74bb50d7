package speech

import (
	"math/bits"

	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	"rawi/model/detect/token"
)

// features is what is said of one thing that is to be judged.
type features struct {
	page   *token.Page
	corpus *corpus.Corpus
	list   []learn.Feature
}

// facet is which side of a word a feature tells; the template tells where the
// word stands.
type facet uint64

const (
	none facet = iota
	foldOf
	bareOf
	signOf
	traitOf
	formOf
	cluster64
	cluster256
	cluster1024
	procliticOf
	shapeOf
	cueShare
)

func (f *features) yes(t learn.Template)               { f.list = append(f.list, t.Number(0)) }
func (f *features) number(t learn.Template, n int)     { f.list = append(f.list, t.Number(uint64(n))) }
func (f *features) pair(t learn.Template, a, b uint64) { f.list = append(f.list, t.Pair(a, b)) }

// when adds the feature if it is true.
func (f *features) when(t learn.Template, is bool) {
	if is {
		f.yes(t)
	}
}

func (f *features) text(t learn.Template, of facet, s string) { f.pair(t, uint64(of), learn.Hash(s)) }

// word adds what is known of token i; of one outside from..to, that there is none.
func (f *features) word(t learn.Template, i, from, to int) {
	if i < from || i >= to {
		f.pair(t, uint64(none), 0)
		return
	}
	w := f.page.At(i)
	if !w.IsWord() {
		f.pair(t, uint64(signOf), uint64(w.Sign()))
		return
	}
	f.text(t, foldOf, w.Fold())
	if w.Bare() != w.Fold() {
		f.text(t, bareOf, w.Bare())
	}
	f.text(t, procliticOf, w.Proclitic())
	f.kindOfWord(t, w)
	f.clusters(t, w)
}

// kindOfWord adds what the lexicon and its shape say of a word.
func (f *features) kindOfWord(t learn.Template, w *token.Token) {
	for traits := uint64(w.Traits()); traits != 0; traits &= traits - 1 {
		f.pair(t, uint64(traitOf), uint64(bits.TrailingZeros64(traits)))
	}
	if w.IsVerb() {
		form := w.Form()
		f.pair(t, uint64(formOf), uint64(form.Class)<<8|uint64(form.Mood))
	}
	f.pair(t, uint64(shapeOf), shape(w))
}

// shape is what a word looks like, as a number.
func shape(w *token.Token) (s uint64) {
	for i, is := range [...]bool{w.IsDefinite(), w.LooksFinite(), w.IsLatin(), token.IsNisba(w.Bare()), w.EndsInPronoun(), w.Traits() == 0} {
		if is {
			s |= 1 << i
		}
	}
	return s
}

// clusters adds how a word is used in news.
func (f *features) clusters(t learn.Template, w *token.Token) {
	facts, ok := f.corpus.Word(w.Fold())
	if !ok {
		if facts, ok = f.corpus.Word(w.Rest()); !ok {
			return
		}
	}
	for l, of := range [...]facet{cluster64, cluster256, cluster1024} {
		if c := facts.Cluster(corpus.Level(l)); c >= 0 {
			f.pair(t, uint64(of), uint64(c))
		}
	}
	f.pair(t, uint64(cueShare), uint64(facts.Share(corpus.Cue)))
}

// size is a number as a step: 0 to 4 each, then ever longer stretches.
func size(n int) int {
	if n < 0 {
		return -size(-n)
	}
	if n <= 4 {
		return n
	}
	return 2 + bits.Len(uint(n+1))
}
