package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// repeats are the names whose further places are looked for where no model does that
// ([chooser.repeat]), by their first words.
type repeats map[string][]repeatedName

// addRepeats finds the further places of names, and of persons' family names.
func (n *namer) addRepeats() {
	all := repeats{}
	for _, m := range n.all() {
		if m.Form != model.NameForm || m.Name != "" {
			continue
		}
		words := n.nameWords(m)
		all.add(words, m.Kind)
		if short := n.shortName(words); m.Kind == model.Person && short > 0 {
			all.add(words[short:], m.Kind)
		}
	}
	for i := 0; i < n.page.Len(); i++ {
		if t := n.page.At(i); t.IsWord() && !n.Covers(i) && !t.Is(lex.Function) {
			n.addRepeat(all, i)
		}
	}
}

func (r repeats) add(words []string, kind model.PartyKind) {
	if len(words) > 0 && len(r[words[0]]) < maxRepeated {
		r[words[0]] = append(r[words[0]], repeatedName{strings.Join(words, " "), kind})
	}
}

// nameWords are the folded words of a name without its head noun and proclitics.
func (n *namer) nameWords(m Mention) (words []string) {
	for i := m.Core; i < m.To; i++ {
		w := n.page.At(i).Fold()
		if i == m.From {
			w = token.AfterLetters(w, int(m.Skip))
		}
		if w != "" {
			words = append(words, w)
		}
	}
	return words
}

// shortName is the number of the word with which the short form of a person's name
// begins, a particle before it taken in: «آل ثابت»; 0 where that is a common word.
func (n *namer) shortName(words []string) int {
	k := len(words) - 1
	if k < 1 || n.page.Lexicon().Word(words[k]).Has(lex.Common|lex.Verb|lex.Role|lex.BodyHead|lex.NamePart) {
		return 0
	}
	if k > 1 && words[k-1] != "بن" && n.page.Lexicon().Word(words[k-1]).Has(lex.NamePart) {
		k--
	}
	return k
}

// addRepeat records the longest name that begins at token i, perhaps behind a letter
// written onto it.
func (n *namer) addRepeat(all repeats, i int) {
	fold := n.page.At(i).Fold()
	first, rest := cutProclitic(fold)
	for _, start := range []struct {
		word string
		skip int
	}{{fold, 0}, {rest, token.Letters(first)}} {
		best := n.newMention(i, i, model.Person)
		for _, k := range all[start.word] {
			if to, ok := n.page.Spells(i, k.words); ok && to > best.To && n.free(i, to) {
				best.To, best.Kind, best.Skip = to, k.kind, uint8(start.skip)
			}
		}
		if best.To > i {
			n.add(best)
			return
		}
	}
}
