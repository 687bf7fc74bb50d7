package mention

import (
	"math/bits"
	"slices"

	"rawi/model/arabic"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// The templates of the taggers' features. Those of a word alone are asked at the
// word and at those around it; reach stands for the places.
const (
	reach = 2 // words on either side that a feature may be about

	wordIs learn.Template = iota * (2*reach + 1)
	bareIs
	procliticIs
	formIs
	traitIs
	cluster64Is
	cluster256Is
	cluster1024Is
	shareIs
	signIs
	knownIs  // how the lexicon's known names cover it
	listedIs // how the names counted in other articles cover it
	ruleIs   // what the rules say that it is
	nameIs   // what the tagger of names said that it is
)

const (
	prefixIs learn.Template = nameIs + 2*reach + 1 + iota
	suffixIs
	shapeIs
	endingIs
	totalIs
	traitWith
	pairBefore
	pairBehind
	repeated
	otherRest
	otherRestShare
	otherRestCluster
	otherRestTrait
	elsewhereBefore
	elsewhereCluster
	elsewhereTrait
	elsewhereSign
	elsewhereBehind
	elsewhereEnclosed
	elsewhereRule
	elsewhereKnown
	enclosedAs
	enclosedBehind
	enclosedBehindTrait
	placed
	rulePair
	nextName
	namesAround
	subjectAt
	cueBefore
	cueBehind
	sortsAround
	phraseWith
	headFar
	headWith
	agreement
)

// at is a template for the word so many places away.
func at(t learn.Template, away int) learn.Template { return t + learn.Template(away+reach) }

// wordFeatures adds what is known of a token by how it is written, to it and to the
// tokens around it.
func (d *describer) wordFeatures(g *gathered, i int) {
	t, w := d.page.At(i), d.at(i)
	if !t.IsWord() {
		g.fewAround(fewSigns, int(t.Sign()))
		return
	}
	definite := learn.Bit(t.IsDefinite())
	g.addAround(wordIs, w.fold, reach)
	g.fewAround(fewForms, (definite*moods+int(t.Form().Mood))*verbClasses+int(t.Form().Class))
	g.addAround(bareIs, w.bare, 1)
	d.procliticFeatures(g, t.Proclitic())
	for rest := t.Traits(); rest != 0; rest &= rest - 1 {
		g.fewAround(fewTraits, firstTrait(rest))
	}
	if t.Traits() == 0 {
		g.fewAround(fewTraits, traitCount+definite)
	}
	factFeatures(g, w.facts)
	if g.own() {
		d.letterFeatures(g, t, w.facts)
	}
}

// procliticFeatures adds what stands before a word, to it and to those next to it.
func (d *describer) procliticFeatures(g *gathered, proclitic string) {
	const far = 1
	value := slices.Index(proclitics[:], proclitic)
	if value < 0 {
		g.addAround(procliticIs, learn.Hash(proclitic), far)
		return
	}
	for away := -far; away <= far; away++ {
		g.fewAway(fewProclitics, value, away)
	}
}

// factFeatures adds what was counted of a word.
func factFeatures(g *gathered, facts corpus.Facts) {
	for level, id := range [...]fewID{fewClusters64, fewClusters256, fewClusters1024} {
		if c := facts.Cluster(corpus.Level(level)); c >= 0 {
			g.fewAround(id, c)
		}
	}
	if facts == 0 {
		g.fewAround(fewShares, unshared)
		return
	}
	for class := range corpus.ClassCount {
		g.fewAround(fewShares, int(class)*shareSteps+facts.Share(class))
	}
}

// letterFeatures adds what the letters of the judged word say.
func (d *describer) letterFeatures(g *gathered, t *token.Token, facts corpus.Facts) {
	const longest = 4
	g.few(fewTotals, facts.Total())
	for n := 1; n <= longest && n < t.Letters(); n++ {
		g.add(prefixIs.Text(token.FirstLetters(t.Fold(), n)))
		g.add(suffixIs.Text(token.AfterLetters(t.Fold(), t.Letters()-n)))
	}
	g.add(shapeIs.Number(learn.Numbers(t.Letters(), learn.Bit(t.IsDefinite()), learn.Bit(t.IsLatin()))))
	g.add(endingIs.Text(ending(d.page.Written(t))))
	for rest := t.Traits(); rest != 0; rest &= rest - 1 {
		g.add(traitWith.Number(learn.Numbers(firstTrait(rest), learn.Bit(t.IsDefinite()), int(t.Skip()))))
	}
}

// ending is the written end of a word that folding takes away: ة, ى, a tanwin.
func ending(written string) string {
	const size = 4 // bytes: a letter and a mark
	return written[max(0, len(written)-size):]
}

// firstTrait is the number of the lowest class among those of a word.
func firstTrait(traits lex.Traits) int { return bits.TrailingZeros64(uint64(traits)) }

// listed is how the longest name counted in other articles that begins at token i
// covers the tokens: its length, 0 for none, and what it names.
func (d *describer) listed(i int) (length int, kind int) {
	t, w := d.page.At(i), d.at(i)
	for k, first := range [...]string{t.Fold(), t.Rest()} {
		if w.alone[k] != 0 {
			alone, _ := w.alone[k].Kind()
			length, kind = 1, int(alone)
		}
		if more, what := d.listedFrom(i, first); more > 0 {
			length, kind = more, what
		}
		if length > 0 || t.Skip() == 0 {
			break
		}
	}
	return length, kind
}

// listedFrom is listed for names of two words or more, where the first is given.
func (d *describer) listedFrom(i int, first string) (length int, kind int) {
	const longest = 6
	d.key = d.key[:0]
	end := min(d.page.EndOf(i), i+longest)
	for j := i + 1; j < end && d.at(j).namesGoOn; j++ {
		if j == i+1 {
			d.appendKey(first, d.at(i).plain)
		}
		d.appendKey(d.page.At(j).Fold(), d.at(j).plain)
		if name, ok := d.corpus.NameBytes(d.key); ok {
			k, _ := name.Kind()
			length, kind = j+1-i, int(k)
		}
	}
	return length, kind
}

// appendKey appends a word to the key of a name.
func (d *describer) appendKey(word string, plain bool) {
	if !plain {
		word = arabic.Key(word)
	}
	if len(d.key) > 0 && word != "" {
		d.key = append(d.key, ' ')
	}
	d.key = append(d.key, word...)
}
