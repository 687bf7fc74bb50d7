package party

import "rawi/model/detect/learn"

// What a feature says: of a name and a party it may mean.
const (
	nameRelation learn.Template = iota
	nameKinds
	nameLengths
	nameExtra        // a word that the party's name lacks
	nameExtraOfParty // a word of the party's name that this one lacks
	nameExtraClass   // what sort of word that is
	nameHeads        // the first words, where they differ
	nameFirstWord
	nameKeys
	nameState // a capital and its state
	nameKnown
	nameNearest
	namePlace
)

// Of a description and a party it may mean.
const (
	roleHead learn.Template = iota + namePlace + 1
	roleCover
	roleCoverByName
	roleDefinite
	roleGender
	roleNumber
	roleKind
	roleHeadKind
	roleHeads
	roleDistance
	roleRank
	roleFirstOfKind
	roleSeen
	roleAhead
	roleTitle
	roleBeside
)

// Of the choice of none of them.
const (
	noneForm learn.Template = iota + roleBeside + 1
	noneClass
	noneFirst
	noneClosest
	noneDefinite
	noneBefore
	noneSpeaks
)

// Of what a party is.
const (
	kindForms learn.Template = iota + noneSpeaks + 1
	kindMention
	kindHead
	kindFirst
	kindLast
	kindClass
	kindKnown
	kindCounted // as what the name was counted in other articles
	kindFacts   // as what its words were
	kindBefore
	kindBehind
	kindStands
)

// Of a description and a party it may mean, what came later.
const roleSaid = kindStands + 1 // who said something last

// bag collects features.
type bag []learn.Feature

func (b *bag) number(t learn.Template, n ...int) { *b = append(*b, t.Number(learn.Numbers(n...))) }

// text adds a word together with numbers.
func (b *bag) text(t learn.Template, s string, n ...int) {
	*b = append(*b, t.Pair(learn.Hash(s), learn.Numbers(n...)))
}

// texts adds two words in their order.
func (b *bag) texts(t learn.Template, x, y string) {
	*b = append(*b, t.Pair(learn.Hash(x), learn.Hash(y)))
}
