package mention

import (
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// What a name or a description is about stands in its head noun, and where it ends is told
// by words that may be far from there: «صحيفة "النهر اليوم" | التونسية», «وزير الصحة
// التونسي | أمس». So each token is told which noun phrase it stands in.

// wordSort is what a token is to a noun phrase.
type wordSort uint8

const (
	otherSign wordSort = iota
	markSign
	bracketSign
	number
	latin
	demonym    // with the article: «التونسية»
	nisba      // likewise: «الرياضية»
	definite   // other words with the article
	purpose    // «للصحة»
	joined     // with «و», and the article
	joinedBare // with «و» alone
	governed   // with «ب», «ل», «ك»
	little     // function words
	verb
	given   // given names
	common  // words that the lexicon knows
	unknown // words that it does not
	sortCount
)

// sortOf is the sort of a way of writing.
func sortOf(p *token.Page, t *token.Token) wordSort {
	if !t.IsWord() {
		return signSort(t.Sign())
	}
	switch proclitic := t.Proclitic(); {
	case t.IsLatin():
		return latin
	case t.Is(lex.Function):
		return little
	case proclitic == "و" || proclitic == "ف":
		if t.IsDefinite() {
			return joined
		}
		return joinedBare
	case proclitic != "":
		if t.IsDefinite() {
			return purpose
		}
		return governed
	case t.IsDefinite():
		return definiteSort(p, t)
	case t.Is(lex.Verb | lex.CommonVerb):
		return verb
	case t.Is(lex.GivenName | lex.NamePart):
		return given
	case t.Traits() == 0:
		return unknown
	}
	return common
}

func signSort(s token.Sign) wordSort {
	switch s {
	case token.Mark:
		return markSign
	case token.Opening, token.Closing:
		return bracketSign
	case token.Number:
		return number
	}
	return otherSign
}

func definiteSort(p *token.Page, t *token.Token) wordSort {
	switch {
	case p.Lexicon().Demonym(t.Bare()):
		return demonym
	case token.IsNisba(t.Bare()):
		return nisba
	}
	return definite
}

// The classes of head nouns.
const (
	noHead = iota
	mediaHead
	ministryHead
	bodyHead
	placeHead
	pluralRole
	anonymousRole
	roleHead
	headCount
)

// headOf is the class of a noun that may head a name or a description.
func headOf(t *token.Token) int {
	for _, c := range [...]struct {
		traits lex.Traits
		class  int
	}{
		{lex.Media, mediaHead}, {lex.Ministry, ministryHead}, {lex.RolePlural, pluralRole}, {lex.Anonymous, anonymousRole},
		{lex.Role, roleHead}, {lex.BodyHead, bodyHead}, {lex.PlaceHead | lex.AreaHead, placeHead},
	} {
		if t.Is(c.traits) {
			return c.class
		}
	}
	return noHead
}

// phrase is the noun phrase in which a token stands: what is before it there.
type phrase struct {
	head    int32 // token, -1 for none
	class   uint8 // of the head
	settled bool  // something has said which: a word with the article, a name, marks
}

// longestPhrase is how many tokens behind its head noun a phrase goes on at most.
const longestPhrase = 10

// readPhrases finds for each token of the page the noun phrase that it may go on with.
func (d *describer) readPhrases() {
	d.phrases = make([]phrase, d.page.Len())
	for _, b := range d.page.Blocks() {
		at := phrase{head: none}
		for i := b.From; i < b.To; i++ {
			if at.head != none && i-int(at.head) > longestPhrase {
				at = phrase{head: none}
			}
			d.phrases[i] = at
			at = at.behind(d, i)
		}
	}
}

// behind is the noun phrase behind token i.
func (at phrase) behind(d *describer, i int) phrase {
	t, s := d.page.At(i), d.at(i).sort
	switch {
	case s == verb || t.Sign() == token.Stop || t.Sign() == token.Colon || t.Sign() == token.Comma || t.Is(lex.That|lex.ThatPronoun):
		return phrase{head: none}
	case s != little:
		if class := headOf(t); class != noHead {
			return phrase{int32(i), uint8(class), t.IsDefinite()}
		}
	}
	at.settled = at.settled || t.IsDefinite() || s == latin || s == unknown || s == given || s == markSign || d.tokens[i].known != 0
	return at
}

// phraseFeatures adds how token i goes on with its noun phrase.
func (d *describer) phraseFeatures(g *gathered, i, from, to int) {
	at, s := &d.phrases[i], int(d.at(i).sort)
	before, behind := int(sortCount), int(sortCount)
	if i > from {
		before = int(d.at(i - 1).sort)
	}
	if i+1 < to {
		behind = int(d.at(i + 1).sort)
	}
	g.add(sortsAround.Number(uint64((s*sorts+before)*sorts + behind)))
	settled, far := learn.Bit(at.settled), 0
	if at.head == none {
		return
	}
	head := d.page.At(int(at.head))
	far = min(i-int(at.head), farFromHead-1)
	g.add(phraseWith.Number(uint64(((int(at.class)*2+settled)*sorts+s)*sorts + before)))
	g.few(fewHeads, ((int(at.class)*2+learn.Bit(head.IsDefinite()))*sorts+s)*farFromHead+far)
	bare := d.at(int(at.head)).bare
	g.add(headWith.Pair(bare, uint64(s*2+settled)))
	if s == int(demonym) || s == int(nisba) || s == int(definite) {
		agrees := learn.Bit(d.page.Agrees(head.Bare(), d.page.At(i).Bare()))
		g.few(fewAgreements, ((int(at.class)*2+agrees)*2+settled)*sorts*2+s*2+learn.Bit(before == int(markSign) || before == int(latin) || before == int(unknown) || before == int(bracketSign)))
	}
}

const (
	sorts       = int(sortCount) + 1 // and none
	farFromHead = 7
)
