package mention

import (
	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// few is a template whose values are few. The weights of all its features are looked
// up once for each model, not once for each word.
type few struct {
	template learn.Template         // that of the first place
	places   int                    // 1, or span
	values   int                    // 0 to values - 1
	number   func(value int) uint64 // what the feature says; nil for the value itself
}

// fewID numbers the templates with few values.
type fewID int

const (
	fewForms fewID = iota
	fewProclitics
	fewTraits
	fewClusters64
	fewClusters256
	fewClusters1024
	fewShares
	fewSigns
	fewKnown
	fewListed
	fewRules
	fewNames
	fewPlaces
	fewRulePairs
	fewEnclosed
	fewTotals
	fewElsewhereRules
	fewElsewhereKnown
	fewElsewhereClusters
	fewElsewhereTraits
	fewElsewhereSigns
	fewElsewhereBehind
	fewNamesAround
	fewNextNames
	fewHeads
	fewAgreements
	fewCount
)

// How many values each thing has.
const (
	span        = 2*reach + 1
	moods       = int(lex.VerbalNoun) + 1
	verbClasses = int(lex.Want) + 1
	traitCount  = 64
	shareSteps  = len(corpus.Shares)
	unshared    = int(corpus.ClassCount) * shareSteps // the value of a word that was not counted
	signCount   = int(token.OtherSign) + 1
	blockKinds  = int(model.QuotedBlock) + 1 // to be raised with a new kind
	roleLabels  = labelCount + 2             // descriptions are labelled by their form itself
	stretchEnds = 5                          // places and lengths of an enclosure
	nearBlock   = 4                          // steps of the way from the block's beginning
	nearName    = 6                          // steps of the way to the next name
)

var fews = [fewCount]few{
	fewForms:             {formIs, span, 2 * moods * verbClasses, numbersOf(2, moods, verbClasses)},
	fewProclitics:        {procliticIs, span, len(proclitics), procliticNumber},
	fewTraits:            {traitIs, span, traitCount + 2, traitNumber},
	fewClusters64:        {cluster64Is, span, 64, nil},
	fewClusters256:       {cluster256Is, span, 256, nil},
	fewClusters1024:      {cluster1024Is, span, 1024, nil},
	fewShares:            {shareIs, span, unshared + 1, shareNumber},
	fewSigns:             {signIs, span, signCount, nil},
	fewKnown:             {knownIs, span, labelCount, nil},
	fewListed:            {listedIs, span, 2 * labelCount, nil},
	fewRules:             {ruleIs, span, labelCount * roleLabels, numbersOf(labelCount, roleLabels)},
	fewNames:             {nameIs, span, labelCount, nil},
	fewPlaces:            {placed, 1, nearBlock * blockKinds, numbersOf(nearBlock, blockKinds)},
	fewRulePairs:         {rulePair, 1, 2 * labelCount * labelCount, numbersOf(2, labelCount, labelCount)},
	fewEnclosed:          {enclosedAs, 1, 3 * stretchEnds * stretchEnds, numbersOf(3, stretchEnds, stretchEnds)},
	fewTotals:            {totalIs, 1, 32, nil},
	fewElsewhereRules:    {elsewhereRule, 1, labelCount, nil},
	fewElsewhereKnown:    {elsewhereKnown, 1, labelCount, nil},
	fewElsewhereClusters: {elsewhereCluster, 1, 257, nil},
	fewElsewhereTraits:   {elsewhereTrait, 1, traitCount, nil},
	fewElsewhereSigns:    {elsewhereSign, 1, 2 * signCount, numbersOf(2, signCount)},
	fewElsewhereBehind:   {elsewhereBehind, 1, 257, nil},
	fewNamesAround:       {namesAround, 1, (labelCount + 1) * (labelCount + 1) * (labelCount + 1), numbersOf(labelCount+1, labelCount+1, labelCount+1)},
	fewHeads:             {headFar, 1, headCount * 2 * sorts * farFromHead, nil},
	fewAgreements:        {agreement, 1, headCount * 4 * sorts * 2, nil},
	fewNextNames:         {nextName, 1, labelCount * nearName, numbersOf(labelCount, nearName)},
}

// numbersOf says of a value that is several numbers, each less than its size, what
// they are.
func numbersOf(sizes ...int) func(value int) uint64 {
	return func(value int) uint64 {
		var numbers [3]int
		for k := len(sizes) - 1; k >= 0; k-- {
			numbers[k], value = value%sizes[k], value/sizes[k]
		}
		return learn.Numbers(numbers[:len(sizes)]...)
	}
}

// traitNumber is a class; above, a word of none, without and with the article.
func traitNumber(value int) uint64 {
	if value < traitCount {
		return uint64(value)
	}
	return learn.Numbers(100, value-traitCount)
}

// proclitics are those that nearly all words have.
var proclitics = [...]string{"", "و", "ب", "ل", "ف", "ك"}

func procliticNumber(value int) uint64 { return learn.Hash(proclitics[value]) }

// shareNumber is a class of the corpus and how large a share it has.
func shareNumber(value int) uint64 {
	if value == unshared {
		return 0
	}
	return learn.Numbers(1+value/shareSteps, value%shareSteps)
}

// feature is that of a value at a place, from 0 on.
func (f *few) feature(value, place int) learn.Feature {
	n := uint64(value)
	if f.number != nil {
		n = f.number(value)
	}
	return (f.template + learn.Template(place)).Number(n)
}

// rows are the weights of all features with few values.
type rows [fewCount][]learn.Sums

func rowsOf(w *learn.Weights) *rows {
	var all rows
	for id := range fews {
		f := &fews[id]
		all[id] = make([]learn.Sums, f.values*f.places)
		for k := range all[id] {
			w.Sum(&all[id][k], f.feature(k/f.places, k%f.places))
		}
	}
	return &all
}

// gathered is what is known of a token: as features, or, as far as their weights are
// known, as sums. What a word says, it says to those around it too.
type gathered struct {
	rows     *rows // nil: all is wanted as features
	weights  *learn.Weights
	away     int              // where the word stands from the token judged, when features are wanted
	features []learn.Feature  // of the token itself
	sums     [span]learn.Sums // by place; the token's own in the middle
}

// add adds a feature of the token itself.
func (g *gathered) add(f learn.Feature) { g.features = append(g.features, f) }

// few adds a feature with few values.
func (g *gathered) few(id fewID, value int) { g.fewAt(id, value, 0) }

// fewFrom adds a feature with few values that the word so many places away has.
func (g *gathered) fewFrom(id fewID, value, away int) { g.fewAt(id, value, away+reach) }

func (g *gathered) fewAt(id fewID, value, place int) {
	f := &fews[id]
	if g.rows == nil {
		g.add(f.feature(value, place))
		return
	}
	g.sums[reach].Add(g.rows[id][value*f.places+place])
}

// fewAround adds a feature with few values to the token and to those around it.
func (g *gathered) fewAround(id fewID, value int) {
	if g.rows == nil {
		g.add(fews[id].feature(value, g.away+reach))
		return
	}
	for place, s := range g.rows[id][value*span:][:span] {
		g.sums[place].Add(s)
	}
}

// fewAway adds a feature with few values to the token that sees this one so many places
// away.
func (g *gathered) fewAway(id fewID, value, away int) {
	switch {
	case g.rows != nil:
		g.sums[away+reach].Add(g.rows[id][value*span+away+reach])
	case away == g.away:
		g.add(fews[id].feature(value, away+reach))
	}
}

// addAround adds a feature to the token and to those up to so many places away.
func (g *gathered) addAround(t learn.Template, n uint64, far int) {
	if g.rows == nil {
		if -far <= g.away && g.away <= far {
			g.add(at(t, g.away).Number(n))
		}
		return
	}
	for away := -far; away <= far; away++ {
		g.weights.Sum(&g.sums[away+reach], at(t, away).Number(n))
	}
}

// own reports whether what the word says to itself alone is asked for.
func (g *gathered) own() bool { return g.away == 0 }

// take is the sums of the weights of all that was added to the token itself, which is
// forgotten.
func (g *gathered) take() learn.Sums { return g.takeAll()[reach] }

// takeAll is also what was added to those around it.
func (g *gathered) takeAll() [span]learn.Sums {
	g.weights.Sum(&g.sums[reach], g.features...)
	all := g.sums
	g.features, g.sums = g.features[:0], [span]learn.Sums{}
	return all
}
