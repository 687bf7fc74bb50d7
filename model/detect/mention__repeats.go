package detect

import (
	"rawi/model"
	"strings"
)

// repeats finds the further places of the persons' names: the full name in
// another context, the family name alone, another spelling.
func (n *namer) repeats() {
	type known struct {
		words string
		kind  model.PartyKind
		name  string
		doubt bool // a common word too: a name only behind a verb of saying
	}
	byFirst := map[string][]known{}
	seen := map[string]bool{}
	add := func(words []string, m mention, doubt bool) {
		key := strings.Join(words, " ")
		if len(words) > 0 && !seen[key] && len(byFirst[words[0]]) < maxRepeated {
			seen[key] = true
			byFirst[words[0]] = append(byFirst[words[0]], known{key, m.kind, m.name, doubt})
		}
	}
	for _, m := range n.mentions {
		if m.form != model.NameForm || m.name != "" {
			continue
		}
		words := n.plainWords(&m)
		add(words, m, false)
		if m.kind != model.Person {
			continue
		}
		for k := len(words) - 1; k > 0; k-- {
			if n.canStandAlone(words[k:]) {
				add(words[k:], m, false)
				if e := n.lex.Word(words[k-1]); e.Has(namePart) && words[k-1] != "بن" {
					add(words[k-1:], m, false) // «آل ثابت», «دي كارمونا»
				}
				break
			}
			if k == len(words)-1 && n.lex.Word(words[k]).Traits&^(adjective|commonNoun|commonVerb) == 0 {
				add(words[k:], m, true) // «بارز» after «عبدالستار بارز»
			}
		}
	}
	for i := 0; i < len(n.tokens); i++ {
		if n.at[i] != 0 || !n.tokens[i].word() || n.tokens[i].is(function) {
			continue
		}
		for _, start := range n.shortStarts(i) {
			best := mention{}
			for _, k := range byFirst[start.word] {
				if to, ok := n.follows(i, k.words); ok && to > best.to && n.free(i, to) && (!k.doubt || i > 0 && n.tokens[i-1].is(verb) && n.endsSubject(to, n.endOf(i))) {
					best = n.mentionOf(i, to, k.kind)
					best.skip = start.skip
				}
			}
			if best.to > 0 {
				n.put(best)
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
	t := &n.tokens[i]
	forms[0] = start{t.fold, 0}
	if first, rest := cutFirst(t.fold, "و", "ف", "ب", "ل", "ك"); first != "" && t.letters() > 3 {
		forms[1] = start{rest, 1}
		if strings.HasPrefix(t.fold, "لل") {
			forms[2] = start{"ا" + rest, 1}
		}
	}
	return forms
}

func (n *namer) free(i, to int) bool {
	for ; i < to; i++ {
		if n.at[i] != 0 {
			return false
		}
	}
	return true
}

// canStandAlone reports whether the end of a full name is one a text would
// use as the short name: no particle first, no common word.
func (n *namer) canStandAlone(words []string) bool {
	e := n.lex.Word(words[0])
	if !e.Known() {
		return true
	}
	if len(words) == 1 {
		return !e.Has(common | verb | role | bodyHead | namePart)
	}
	return e.Has(namePart)
}

// plainWords are the folded words of a name, proclitics of the first left out.
func (n *namer) plainWords(m *mention) []string {
	var out []string
	for i := m.core; i < m.to; i++ {
		t := &n.tokens[i]
		switch {
		case !t.word() || t.fold == "":
		case i == m.from:
			out = append(out, afterLetters(t.fold, int(m.skip)))
		case i == m.core:
			out = append(out, t.rest())
		default:
			out = append(out, t.fold)
		}
	}
	return out
}

// maxRepeated is how many names that begin with one word are looked for; it
// keeps hostile texts linear.
const maxRepeated = 32
