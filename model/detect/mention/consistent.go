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
	sure := c.sureNames(names, d)
	at := d.occurrences(sure)
	for _, name := range sure {
		for _, i := range at[name.stem] {
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
	words string
	kind  model.PartyKind
	stem  int32 // of its first word
}

// sureNames are the names that were found for sure, each once.
func (c *chooser) sureNames(names tagged, d *describer) (sure []sureName) {
	seen := map[sureName]bool{}
	asked := map[int32]int{} // by stem: how many names are looked for
	for _, m := range c.found.mentions {
		if m.Form != model.NameForm || names.first(m.From, int(m.Kind)) < surely {
			continue
		}
		t := c.rules.page.At(m.From)
		if m.To == m.From+1 && t.Is(lex.Common|lex.Role|lex.BodyHead|lex.PlaceHead) {
			continue // a common word elsewhere
		}
		name := sureName{c.words(m), m.Kind, d.stem(token.AfterLetters(t.Fold(), int(m.Skip)))}
		if name.stem == none || seen[name] || asked[name.stem] == maxRepeated {
			continue
		}
		seen[name] = true
		asked[name.stem]++
		sure = append(sure, name)
	}
	return sure
}

// occurrences are the tokens of the names' stems, by stem.
func (d *describer) occurrences(names []sureName) [][]int32 {
	at := make([][]int32, len(d.places))
	for _, name := range names {
		if at[name.stem] == nil {
			at[name.stem] = make([]int32, 0, d.places[name.stem].count)
		}
	}
	for i := range d.tokens {
		if stem := d.at(i).stem; stem != none && at[stem] != nil {
			at[stem] = append(at[stem], int32(i))
		}
	}
	return at
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
