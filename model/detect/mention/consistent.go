package mention

import (
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
func (c *chooser) repeat(names tagged, d *describer) {
	seen := map[repeatedName]bool{}
	asked := map[int32]int{}             // by the first word's stem: how many names were looked for
	for _, m := range c.found.mentions { // those added do not repeat again
		if m.Form != model.NameForm || names.first(m.From, int(m.Kind)) < surely {
			continue
		}
		t := c.rules.page.At(m.From)
		if m.To == m.From+1 && t.Is(lex.Common|lex.Role|lex.BodyHead|lex.PlaceHead) {
			continue // a common word elsewhere
		}
		first, words := token.AfterLetters(t.Fold(), int(m.Skip)), c.words(m)
		stem, name := d.stem(first), repeatedName{words, m.Kind}
		if stem == none || seen[name] || asked[stem] == maxRepeated {
			continue
		}
		seen[name] = true
		asked[stem]++
		for i := int(d.first(stem)); i != none; i = int(d.next[i]) {
			to, ok := c.rules.page.Spells(i, words)
			if !ok || !c.found.free(i, to) || names.first(i, int(m.Kind)) < maybe {
				continue
			}
			c.found.add(c.found.newMention(i, to, m.Kind))
		}
	}
}

// maxRepeated is how many names that begin with one word are looked for; it
// keeps hostile texts linear.
const maxRepeated = 32

// repeatedName is a name whose further places were looked for.
type repeatedName struct {
	words string
	kind  model.PartyKind
}

// addGlosses records what stands in brackets behind a name in another script: «شركة "لوسيد" (Lucid)».
func (c *chooser) addGlosses() {
	p := c.rules.page
	for _, m := range c.found.mentions {
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
// وابتهاج محمد».
func (d *describer) split(s Stretch) (all []Stretch) {
	for i := s.From + 1; i < s.To && s.Class == int(model.Person); i++ {
		if d.joins(i) {
			all = append(all, Stretch{s.From, i, s.Class})
			s.From = i
		}
	}
	return append(all, s)
}

// joins reports whether «و» begins the word at token i, and a name may follow it.
func (d *describer) joins(i int) bool {
	t := d.page.At(i)
	if t.Skip() > 0 {
		return t.Proclitic() == "و"
	}
	first, rest := cutProclitic(t.Fold())
	if !d.at(i).mayBeJoined || first != "و" {
		return false
	}
	with, _ := d.corpus.Word(t.Fold())
	without, _ := d.corpus.Word(rest)
	known := d.page.Lexicon().Word(rest).Has(lex.GivenName) || without.Share(corpus.PersonFirst) > 0 && without.Total() > with.Total()
	return known && with.Share(corpus.PersonLater) < without.Share(corpus.PersonFirst)
}
