package party

import (
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// What a feature says: of a name and a party, of a description and a party, of
// a new party, of a party's kind.
const (
	nameRelation learn.Template = iota
	nameKinds
	nameLengths
	nameExtra
	nameExtraOfParty
	nameExtraClass
	nameExtraClassOfParty
	nameHeads
	nameKeys
	nameState
	nameKnown
	nameNearest
	nameDistance
	nameFirstWord
	nameLatin

	roleHead
	roleCover
	roleCoverByName
	roleDefinite
	roleGender
	roleNumber
	roleKind
	roleHeadKind
	roleHeadHead
	roleDistance
	roleRank
	roleSeen
	roleClass
	roleForward
	roleFirstOfKind
	roleTitle

	newRelation
	newLength
	newFirst
	newLast
	newClass
	newForm
	newBest
	newDefinite
	newSpeaks

	kindForm
	kindMention
	kindFirst
	kindLast
	kindClass
	kindKnown
	kindFacts
	kindHead
	kindBefore
	kindAfter
	kindCounted
	kindVerb
)

// number packs small values into one.
func number(values ...int) (n uint64) {
	for _, v := range values {
		n = n*31 + uint64(v+1)
	}
	return n
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// nameFeatures describes the parties that a name may mean.
func (c *chooser) nameFeatures(id int, all []candidate) {
	v := &c.views[id]
	acts := c.stands(v)
	nearest := map[relation]int{}
	rel := make([]relation, len(all))
	to := make([]*view, len(all))
	for i := range all {
		g := &c.groups[all[i].group]
		rel[i], to[i] = g.relate(v)
		if old, ok := nearest[rel[i]]; !ok || c.nearer(g.first, c.groups[all[old].group].first, v.From) {
			nearest[rel[i]] = i
		}
	}
	for i := range all {
		g, r, s := &c.groups[all[i].group], rel[i], to[i]
		fs := make([]learn.Feature, 0, 40)
		put := func(f learn.Feature) { fs = append(fs, f) }
		put(nameRelation.Number(number(int(r))))
		put(nameKinds.Number(number(int(r), int(v.Kind), int(g.kind()))))
		put(nameNearest.Number(number(bit(nearest[r] == i), int(r), int(v.Kind))))
		put(nameDistance.Number(number(bit(g.first < v.From), int(r))))
		if s != nil {
			c.compare(v, s, r, put)
			c.compareStates(v, g, r, acts, put)
		} else {
			put(nameLengths.Number(number(-1, len(g.heads))))
			c.coverByDescription(v, g, put)
		}
		all[i].features = fs
	}
}

// coverByDescription compares a name with a party that has only descriptions.
func (c *chooser) coverByDescription(v *view, g *group, put func(learn.Feature)) {
	put(nameLengths.Number(number(-2, shared(v.name(), g.stems))))
}

func (c *chooser) compare(v, s *view, r relation, put func(learn.Feature)) {
	a, b := v.name(), s.name()
	put(nameLengths.Number(number(int(r), min(len(a), 4), min(len(b), 4), int(v.Kind))))
	for _, w := range v.words {
		if !has(s.words, w) {
			put(nameExtra.Pair(learn.Hash(w.fold), uint64(r)))
			put(nameExtraClass.Number(number(int(r), class(w))))
		}
	}
	for _, w := range s.words {
		if !has(v.words, w) {
			put(nameExtraOfParty.Pair(learn.Hash(w.fold), uint64(r)))
			put(nameExtraClassOfParty.Number(number(int(r), class(w))))
		}
	}
	if r != equal {
		put(nameHeads.Pair(learn.Hash(v.words[0].bare), learn.Hash(s.words[0].bare)))
		put(nameFirstWord.Number(number(int(r), bit(v.core > 0), bit(s.core > 0), bit(v.words[0].bare == s.words[0].bare))))
	}
	if r == apart || r == overlapping {
		put(nameKeys.Pair(learn.Hash(v.key), learn.Hash(s.key)))
		put(nameKeys.Pair(learn.Hash(s.key), learn.Hash(v.key)))
		put(nameLatin.Number(number(bit(latin(v)), bit(latin(s)), bit(isAcronym(v, s) || isAcronym(s, v)), bit(latinSkeleton(v.key) == latinSkeleton(s.key)))))
	}
	put(nameKnown.Number(number(bit(v.Name != ""), bit(s.Name != ""), bit(v.Name == s.Name), int(r), bit(v.Kind == s.Kind))))
}

// compareStates says how a capital and its state, or a place that stands for
// itself, go together.
func (c *chooser) compareStates(v *view, g *group, r relation, acts int, put func(learn.Feature)) {
	if v.Kind != model.Place {
		return
	}
	state, capital := c.page.Lexicon().State(v.Name)
	is := false
	for _, s := range g.spellings {
		is = is || capital && (s.Name == state || strings.TrimPrefix(s.key, "ال") == strings.TrimPrefix(state, "ال"))
	}
	put(nameState.Number(number(bit(capital), bit(is), acts)))
	put(nameState.Number(number(bit(capital), bit(is), acts, int(r))))
	if capital {
		put(nameState.Pair(c.around(v), number(bit(is))))
		put(nameState.Number(number(bit(is), bit(r == equal), c.neighbour(v), 7)))
		if v.To < c.page.EndOf(v.From) {
			put(nameState.Pair(learn.Hash(c.page.At(v.To).Fold())+1, number(bit(is))))
		}
	}
}

// neighbour says what place stands beside a place: 2 for a capital, 1 for
// another, 0 for none.
func (c *chooser) neighbour(v *view) int {
	for _, i := range [...]int{v.From - 1, v.To} {
		if i < 0 || i >= c.page.Len() || !c.page.SameBlock(i, v.From) || i == v.To && c.page.At(i).Proclitic() != "و" {
			continue
		}
		if t := c.page.At(i); t.BeginsName() {
			for _, first := range t.Starts() {
				if _, ok := c.page.Lexicon().State(first); ok {
					return 2
				}
			}
			return 1
		}
	}
	return 0
}

// around is the word before the mention, proclitics first.
func (c *chooser) around(v *view) uint64 {
	t := c.page.At(v.From)
	if v.Skip > 0 {
		return learn.Hash(token.FirstLetters(t.Fold(), int(v.Skip)))
	}
	if v.From > 0 && c.page.SameBlock(v.From-1, v.From) {
		return learn.Hash(c.page.At(v.From - 1).Fold())
	}
	return 0
}

// stands is where a name stands: 0 for elsewhere, 1 where a subject does, 2
// behind a preposition of place, 3 at the start of a block.
func (c *chooser) stands(v *view) int {
	t := c.page.At(v.From)
	p := token.FirstLetters(t.Fold(), int(v.Skip))
	switch {
	case strings.HasSuffix(p, "ب"):
		return 2
	case p != "" && p != "و":
		return 0
	case v.To < c.page.Len() && c.page.At(v.To).Is(lex.Verb|lex.CommonVerb) && c.page.At(v.To).Form().Mood != lex.Participle:
		return 1
	case v.From == c.page.BlockOf(v.From).From:
		return 3
	}
	before := c.page.At(v.From - 1)
	switch {
	case before.Fold() == "في" || before.Is(lex.PlaceHead|lex.AreaHead) || before.Bare() == "عاصمه":
		return 2
	case before.Is(lex.Verb | lex.CommonVerb | lex.That):
		return 1
	case before.Fold() == "بين":
		return 4
	case before.Fold() == "من", before.Fold() == "الي":
		return 5
	}
	return 0
}

func (c *chooser) nearer(x, y, at int) bool {
	if x > at {
		return false
	}
	return y > at || x > y
}

// class is what sort of word an extra word of a name is.
func class(w word) int {
	for i, t := range []lex.Traits{lex.Media, lex.Ministry, lex.StateBody, lex.AnyBody, lex.AreaHead, lex.PlaceHead, lex.CommonHead, lex.GivenName, lex.NamePart, lex.Surname, lex.Courtesy, lex.Role, lex.Adjective, lex.Function, lex.CommonNoun} {
		if w.traits&t != 0 {
			return i + 1
		}
	}
	if token.IsNisba(w.bare) {
		return 20
	}
	if strings.HasPrefix(w.fold, "ال") {
		return 21
	}
	return 0
}

func latin(v *view) bool { return v.words[0].fold != "" && v.words[0].fold[0] < 0x80 }

// isAcronym reports whether a is one word of the first letters of b.
func isAcronym(a, b *view) bool {
	if len(a.words) != 1 || len(b.words) < 2 || token.Letters(a.key) != len(b.words) {
		return false
	}
	var first string
	for _, w := range b.words {
		first += token.FirstLetters(w.fold, 1)
	}
	return first == a.key
}

// latinSkeleton is the consonants of a name, those of Arabic letters in Latin ones.
func latinSkeleton(key string) string {
	return strings.ReplaceAll(consonants.Replace(key), "  ", " ")
}

var consonants = strings.NewReplacer("ا", "", "و", "", "ي", "", "ء", "", "ه", "", "a", "", "e", "", "i", "", "o", "", "u", "", "w", "", "y", "", "h", "",
	"ب", "b", "p", "b", "ت", "t", "ط", "t", "ث", "t", "ج", "g", "ح", "", "خ", "k", "د", "d", "ذ", "t", "ر", "r", "ز", "s", "z", "s", "س", "s", "ش", "s", "ص", "s", "ض", "d",
	"غ", "g", "ف", "f", "v", "f", "ق", "k", "ك", "k", "c", "k", "q", "k", "x", "ks", "ل", "l", "م", "m", "ن", "n", " ", "", "j", "g", "ll", "l", "ss", "s", "tt", "t", "nn", "n", "mm", "m")

// roleFeatures describes the parties that a description may mean.
func (c *chooser) roleFeatures(id int, all []candidate) {
	v := &c.views[id]
	t := c.page.At(v.Core)
	definite, plural := t.IsDefinite() || strings.HasPrefix(v.words[0].fold, "ال"), isPlural(v)
	feminine := strings.HasSuffix(t.Bare(), "ه")
	kindsSeen := map[model.PartyKind]bool{}
	headSeen := 0
	for i := range all {
		if slices.Contains(c.groups[all[i].group].heads, v.head) {
			headSeen++
		}
	}
	rank := make(map[int]int, len(c.recent))
	first := map[int]bool{}
	for i := len(c.recent) - 1; i >= 0; i-- {
		g := c.recent[i]
		rank[g] = len(rank)
		if k := c.groups[g].kind(); !kindsSeen[k] {
			kindsSeen[k], first[g] = true, true
		}
	}
	for i := range all {
		gi := all[i].group
		g := &c.groups[gi]
		kind := int(g.kind())
		form := int(v.Form)
		fs := make([]learn.Feature, 0, 40)
		put := func(f learn.Feature) { fs = append(fs, f) }
		sameHead := slices.Contains(g.heads, v.head)
		nameHead := g.namesHead(v)
		stems := v.stems()
		cover := 3
		if len(stems) > 0 {
			n := coveredStems(stems, g.stems)
			cover = bit(n > 0) + bit(n == len(stems))
		}
		named := 3
		if len(stems) > 0 {
			n := 0
			for _, s := range g.spellings {
				n = max(n, coveredStems(stems, s.words))
			}
			named = bit(n > 0) + bit(n == len(stems))
		}
		lastForm := 5
		if g.last >= 0 {
			lastForm = int(c.views[g.last].Form)
			if lastForm == int(model.RoleForm) {
				lastForm += 5 * bit(c.page.At(c.views[g.last].Core).IsDefinite())
			}
		}
		distance := c.distance(v, g)
		put(roleHead.Number(number(bit(sameHead), bit(nameHead), kind, form)))
		put(roleCover.Number(number(bit(sameHead), cover, named, bit(nameHead))))
		put(roleCover.Number(number(bit(sameHead), cover, kind, bit(len(g.stems) > 0), bit(definite))))
		put(roleCoverByName.Number(number(named, kind, form)))
		put(roleDefinite.Number(number(bit(definite), lastForm, bit(sameHead))))
		put(roleDefinite.Number(number(bit(definite), lastForm, distance)))
		put(roleGender.Number(number(bit(feminine), g.gender(c), kind)))
		put(roleNumber.Number(number(bit(plural), kind, g.number(c))))
		put(roleKind.Number(number(kind, form, class(v.words[0]), bit(definite))))
		put(roleHeadKind.Pair(learn.Hash(v.head), number(kind)))
		if len(g.heads) > 0 {
			put(roleHeadHead.Pair(learn.Hash(v.head), learn.Hash(g.heads[len(g.heads)-1])))
		}
		if len(g.spellings) > 0 {
			put(roleHeadHead.Pair(learn.Hash(v.head)+1, learn.Hash(g.spellings[0].words[0].bare)))
		}
		put(roleDistance.Number(number(distance, kind, bit(definite), form)))
		put(roleDistance.Number(number(distance, bit(sameHead), cover)))
		r, ok := rank[gi]
		if !ok {
			r = 15
		}
		put(roleRank.Number(number(min(r, 6), kind, bit(definite))))
		put(roleFirstOfKind.Number(number(bit(first[gi]), kind, bit(definite), form)))
		put(roleFirstOfKind.Number(number(bit(first[gi]), kind, bit(sameHead), headSeen)))
		put(roleSeen.Number(number(min(g.seen, 5), kind, bit(definite))))
		put(roleForward.Number(number(bit(g.last < 0), bit(c.page.InTitle(v.From)), kind, form)))
		if g.last >= 0 && c.page.InTitle(c.views[g.last].From) {
			put(roleTitle.Number(number(kind, bit(definite), bit(g.seen == 1))))
		}
		all[i].features = fs
	}
}

// namesHead reports whether the party's name has the head of the description:
// «الحركة» for «حركة طالبان».
func (g *group) namesHead(v *view) bool {
	for _, s := range g.spellings {
		if s.words[0].bare == v.words[0].bare {
			return true
		}
	}
	return false
}

func coveredStems(some, all []word) (n int) {
	for _, s := range some {
		for _, a := range all {
			if sameStem(a.bare, s.bare) {
				n++
				break
			}
		}
	}
	return n
}

// distance is how many sentences lie between the mention and the party's last
// one, in steps.
func (c *chooser) distance(v *view, g *group) int {
	if g.last < 0 {
		return 7
	}
	d := v.sentence - c.views[g.last].sentence
	switch {
	case d <= 2:
		return max(d, 0)
	case d <= 4:
		return 3
	case d <= 8:
		return 4
	case d <= 16:
		return 5
	}
	return 6
}

func isPlural(v *view) bool {
	return v.words[0].traits&lex.RolePlural != 0
}

// gender is 1 for a party that a feminine noun describes, 2 for masculine, 3 for
// both, 0 for unknown.
func (g *group) gender(c *chooser) (out int) {
	for _, id := range g.mentions[:min(len(g.mentions), 8)] {
		if v := &c.views[id]; v.Form != model.NameForm {
			out |= 2 - bit(strings.HasSuffix(c.page.At(v.Core).Bare(), "ه"))
		}
	}
	return out
}

// number is 1 for a party that a plural describes, 2 for a singular.
func (g *group) number(c *chooser) (out int) {
	for _, id := range g.mentions[:min(len(g.mentions), 8)] {
		if v := &c.views[id]; v.Form != model.NameForm && len(v.words) > 0 {
			out |= 2 - bit(isPlural(v))
		}
	}
	return out
}

// newFeatures describes the choice of none of the parties that there are: a new
// one, or none at all.
func (c *chooser) newFeatures(id int, all []candidate, class_ int) (fs []learn.Feature) {
	v := &c.views[id]
	put := func(f learn.Feature) { fs = append(fs, f.Template().Pair(uint64(f), uint64(class_))) }
	form := int(v.Form)

	put(newForm.Number(number(form, int(v.Kind))))
	put(newClass.Number(number(form, class(v.words[0]), len(v.words))))
	put(newFirst.Pair(learn.Hash(v.words[0].fold), uint64(form)))
	put(newLast.Pair(learn.Hash(v.words[len(v.words)-1].fold), uint64(form)))
	best, heads := apart, 0
	for i := range all {
		g := &c.groups[all[i].group]
		if r, _ := g.relate(v); v.Form == model.NameForm && closer(r, best) {
			best = r
		}
		heads += bit(slices.Contains(g.heads, v.head))
	}
	put(newBest.Number(number(form, int(best), int(v.Kind), min(len(v.words), 3))))
	put(newBest.Number(number(form, min(heads, 2))))
	definite := strings.HasPrefix(v.words[0].fold, "ال")
	put(newDefinite.Number(number(form, bit(definite), bit(isPlural(v)), min(len(v.words), 3))))
	put(newDefinite.Number(number(form, bit(definite), bit(heads > 0), bit(c.page.InTitle(v.From)))))
	if v.Form != model.NameForm {
		said := bit(v.From > 0 && c.page.SameBlock(v.From-1, v.From) && c.page.At(v.From-1).Is(lex.Verb|lex.According|lex.Saying))
		says := bit(v.To < c.page.EndOf(v.From) && (c.page.At(v.To).Is(lex.Verb|lex.That|lex.ThatPronoun) || c.page.At(v.To).Sign() == token.Colon))
		put(newSpeaks.Number(number(form, said, says)))
		put(newSpeaks.Number(number(form, said, says, bit(definite), min(len(v.words), 3))))
		put(newSpeaks.Number(number(form, said, says, bit(v.Idle), class(v.words[0]))))
		put(newSpeaks.Number(number(form, c.stands(v), bit(definite))))
		put(newSpeaks.Number(number(form, c.page.Depth(v.From), bit(c.page.InTitle(v.From)))))
	}
	if v.Form != model.NameForm && v.From > 0 {
		put(newDefinite.Pair(learn.Hash(c.page.At(v.From-1).Fold()), uint64(form)))
	}
	return fs
}
