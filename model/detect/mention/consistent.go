package mention

import (
	"iter"
	"strings"

	"rawi/model"
	"rawi/model/detect/corpus"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// The tagger sees each place by itself; an article calls one party by one name.

// surely is the probability, in percent, from which a name counts as evidence for
// others; maybe is what it must have where the same words are a name elsewhere.
const (
	surely = 50
	maybe  = 5
)

// repeat records further places of names that the tagger is sure of elsewhere, where
// it leaves them possible.
func (c *chooser) repeat(names tagged) {
	sure := c.sureNames(names)
	at := c.placesOf(sure)
	for _, name := range sure {
		for _, i := range at[name.first] {
			to, ok := c.rules.page.Spells(int(i), name.words)
			if !ok || !c.found.free(int(i), to) || names.first(int(i), int(name.kind)) < maybe {
				continue
			}
			c.found.add(c.found.newMention(int(i), to, name.kind))
		}
	}
}

// sureName is a name whose further places are looked for.
type sureName struct {
	repeatedName
	first string // its first word, without proclitics
}

// repeatedName is the folded words of a name without proclitics, and what it names.
type repeatedName struct {
	words string
	kind  model.PartyKind
}

// sureNames are the names that were found for sure, each once.
func (c *chooser) sureNames(names tagged) (sure []sureName) {
	seen := map[sureName]bool{}
	asked := map[string]int{} // by the first word: how many names are looked for
	for _, m := range c.found.all() {
		if m.Form != model.NameForm || names.first(m.From, int(m.Kind)) < surely {
			continue
		}
		t := c.rules.page.At(m.From)
		if m.To == m.From+1 && t.Is(lex.Common|lex.Role|lex.BodyHead|lex.PlaceHead) {
			continue // a common word elsewhere
		}
		name := sureName{repeatedName{c.words(m), m.Kind}, token.AfterLetters(t.Fold(), int(m.Skip))}
		if seen[name] || asked[name.first] == maxRepeated {
			continue
		}
		seen[name] = true
		asked[name.first]++
		sure = append(sure, name)
	}
	return sure
}

// maxRepeated is how many names that begin with one word are looked for; it
// keeps hostile texts linear.
const maxRepeated = 32

// placesOf are the tokens whose stems are the first words of the names, by these.
func (c *chooser) placesOf(names []sureName) map[string][]int32 {
	p, at := c.rules.page, map[string][]int32{}
	for _, name := range names {
		at[name.first] = nil
	}
	wanted := make([]bool, p.Kinds())
	for kind := range wanted {
		if t := p.OfKind(kind); hasStem(t) {
			_, wanted[kind] = at[t.Rest()]
		}
	}
	for i := range p.Len() {
		if wanted[p.Kind(i)] {
			first := p.At(i).Rest()
			at[first] = append(at[first], int32(i))
		}
	}
	return at
}

// addGlosses records what stands in brackets behind a name in another script: «شركة "لوسيد" (Lucid)».
func (c *chooser) addGlosses() {
	p := c.rules.page
	for _, m := range c.found.all() {
		i := m.To
		if i < p.EndOf(m.From) && p.At(i).Sign() == token.Mark {
			i++
		}
		if m.Form != model.NameForm || i >= p.EndOf(m.From) || p.At(i).Sign() != token.Opening {
			continue
		}
		from, to, ok := p.Enclosed(i)
		if ok && c.isLatin(from, to) && c.found.free(from, to) {
			c.found.add(c.found.newMention(from, to, m.Kind))
		}
	}
}

func (c *chooser) isLatin(from, to int) bool {
	for i := from; i < to; i++ {
		if t := c.rules.page.At(i); !t.IsLatin() && t.Sign() != token.Number {
			return false
		}
	}
	return true
}

// words are a name's folded words, as [token.Page.Spells] wants them.
func (c *chooser) words(m Mention) string {
	var all []string
	for i := m.From; i < m.To; i++ {
		if w := c.rules.page.At(i).Fold(); i == m.From {
			all = append(all, token.AfterLetters(w, int(m.Skip)))
		} else {
			all = append(all, w)
		}
	}
	return strings.Join(all, " ")
}

// split cuts the names of several persons apart where «و» joins them: «واتسن
// وابتهاج محمد», of bodies and places where both are known: «غوغل وأمازون».
func (d *describer) split(s Stretch) iter.Seq[Stretch] {
	return func(yield func(Stretch) bool) {
		from := s.From
		for i := s.From + 1; i < s.To; i++ {
			if s.Class == int(model.Person) && d.joins(i, i-from) || s.Class != int(model.Person) && d.joinsKnown(i, s.Class) {
				if !yield(Stretch{from, i, s.Class}) {
					return
				}
				from = i
			}
		}
		yield(Stretch{from, s.To, s.Class})
	}
}

// joins reports whether «و» begins the word at token i, and a name may follow it; so many
// words of the name stand before.
func (d *describer) joins(i, before int) bool {
	t, w := d.page.At(i), d.at(i)
	if t.Skip() > 0 {
		return t.Proclitic() == "و"
	}
	first, rest := cutProclitic(t.Fold())
	if !w.mayBeJoined || first != "و" {
		return false
	}
	with, counted := d.corpus.Word(t.Fold())
	without, _ := d.corpus.Word(rest)
	switch known := d.page.Lexicon().Word(rest).Has(lex.GivenName) || without.Share(corpus.PersonFirst) > 0 && without.Total() > with.Total(); {
	case known:
		return with.Share(corpus.PersonLater) < without.Share(corpus.PersonFirst)
	case d.count(w.without) > 0:
		return true
	}
	return before > 1 && !counted && t.Traits() == 0 && !strings.ContainsRune("اوي", firstRune(rest)) // no «والتر», «ويلسون»
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// joinsKnown reports whether «و» joins the known names of two bodies or places at token i.
func (d *describer) joinsKnown(i, class int) bool {
	first, _ := cutProclitic(d.page.At(i).Fold())
	return first == "و" && d.tokens[i].known == labelOf(class, true) && d.tokens[i-1].known != 0 && classOf(d.tokens[i-1].known) == class
}
