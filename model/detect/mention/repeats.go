package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// addRepeats finds the further places of the persons' names: the full name in
// another context, the family name alone, another spelling.
func (n *namer) addRepeats() {
	type known struct {
		words string
		kind  model.PartyKind
		name  string
		doubt bool // a common word too: a name only behind a verb of saying
	}
	byFirst := map[string][]known{}
	seen := map[string]bool{}
	add := func(words []string, m Mention, doubt bool) {
		key := strings.Join(words, " ")
		if len(words) > 0 && !seen[key] && len(byFirst[words[0]]) < maxRepeated {
			seen[key] = true
			byFirst[words[0]] = append(byFirst[words[0]], known{key, m.Kind, m.Name, doubt})
		}
	}
	for _, m := range n.all() {
		if m.Form != model.NameForm || m.Name != "" {
			continue
		}
		words := n.plainWords(m)
		add(words, m, false)
		if m.Kind != model.Person {
			continue
		}
		for k := len(words) - 1; k > 0; k-- {
			if n.canStandAlone(words[k:]) {
				add(words[k:], m, false)
				if e := n.page.Lexicon().Word(words[k-1]); e.Has(lex.NamePart) && words[k-1] != "بن" {
					add(words[k-1:], m, false) // «آل ثابت», «دي كارمونا»
				}
				break
			}
			if k == len(words)-1 && n.page.Lexicon().Word(words[k]).Traits&^(lex.Adjective|lex.CommonNoun|lex.CommonVerb) == 0 {
				add(words[k:], m, true) // «بارز» after «عبدالستار بارز»
			}
		}
	}
	for i := 0; i < n.page.Len(); i++ {
		if n.Covers(i) || !n.page.At(i).IsWord() || n.page.At(i).Is(lex.Function) {
			continue
		}
		for _, start := range n.shortStarts(i) {
			best := Mention{}
			for _, k := range byFirst[start.word] {
				if to, ok := n.page.Spells(i, k.words); ok && to > best.To && n.free(i, to) && (!k.doubt || i > 0 && n.page.At(i-1).Is(lex.Verb) && n.page.EndsSubject(to, n.page.EndOf(i))) {
					best = n.newMention(i, to, k.kind)
					best.Skip = start.skip
				}
			}
			if best.To > 0 {
				n.add(best)
				break
			}
		}
	}
}

type start struct {
	word string
	skip uint8
}

// shortStarts are the forms under which a name found elsewhere may begin here;
// those that are none have no word.
func (n *namer) shortStarts(i int) (forms [3]start) {
	t := n.page.At(i)
	forms[0] = start{t.Fold(), 0}
	if first, rest := token.CutFirst(t.Fold(), "و", "ف", "ب", "ل", "ك"); first != "" && t.Letters() > 3 {
		forms[1] = start{rest, 1}
		if strings.HasPrefix(t.Fold(), "لل") {
			forms[2] = start{"ا" + rest, 1}
		}
	}
	return forms
}

func (n *namer) free(i, to int) bool {
	for ; i < to; i++ {
		if n.Covers(i) {
			return false
		}
	}
	return true
}

// canStandAlone reports whether the end of a full name is one a text would
// use as the short name: no particle first, no common word.
func (n *namer) canStandAlone(words []string) bool {
	e := n.page.Lexicon().Word(words[0])
	if !e.Known() {
		return true
	}
	if len(words) == 1 {
		return !e.Has(lex.Common | lex.Verb | lex.Role | lex.BodyHead | lex.NamePart)
	}
	return e.Has(lex.NamePart)
}

// plainWords are the folded words of a name, proclitics of the first left out.
func (n *namer) plainWords(m Mention) []string {
	var out []string
	for i := m.Core; i < m.To; i++ {
		t := n.page.At(i)
		switch {
		case !t.IsWord() || t.Fold() == "":
		case i == m.From:
			out = append(out, token.AfterLetters(t.Fold(), int(m.Skip)))
		case i == m.Core:
			out = append(out, t.Rest())
		default:
			out = append(out, t.Fold())
		}
	}
	return out
}

// maxRepeated is how many names that begin with one word are looked for; it
// keeps hostile texts linear.
const maxRepeated = 32
