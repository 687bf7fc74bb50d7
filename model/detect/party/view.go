package party

import (
	"strings"

	"rawi/model"
	"rawi/model/arabic"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// view is what linking looks at of a mention.
type view struct {
	mention.Mention
	words    []word // at most maxWords; signs left out
	core     int    // words before it only say what it is: «صحيفة», «مدينة»
	key      string // the folded words
	head     string // head noun of a description
	sentence int
}

// word is one word of a mention: as it is written, and without proclitics and
// article.
type word struct {
	fold, bare string
	traits     lex.Traits
}

// maxWords is how many words of a mention are compared.
const maxWords = 10

// name is the words of the name itself.
func (v *view) name() []word { return v.words[v.core:] }

// stems are the words of a description after its head.
func (v *view) stems() []word { return v.words[min(1, len(v.words)):] }

// look makes the views of all mentions.
func look(p *token.Page, n *mention.Found) []view {
	all := make([]view, n.Len())
	for id := range all {
		m := n.Mention(id)
		v := view{Mention: m, words: wordsOf(p, m), sentence: p.Sentence(m.From)}
		v.core = coreOf(v.words)
		for i, w := range v.words {
			if i > 0 {
				v.key += " "
			}
			v.key += w.fold
		}
		if m.Form != model.NameForm {
			v.head = headNoun(p.At(m.Core))
		} else if m.Name == "" {
			v.Name = knownAs(p.Lexicon(), v.key)
		}
		all[id] = v
	}
	return all
}

// knownAs is the key of the known name that is spelled so, "" for none.
func knownAs(l *lex.Lexicon, key string) string {
	first, _, _ := strings.Cut(key, " ")
	for p := range l.Phrases(first) {
		if p.Words == key && !p.Unsure {
			return p.Name
		}
	}
	return ""
}

// wordsOf are the words of a mention; little words of a description are left out.
func wordsOf(p *token.Page, m mention.Mention) []word {
	out := make([]word, 0, min(m.To-m.From, maxWords))
	for i := m.From; i < m.To && len(out) < maxWords; i++ {
		t := p.At(i)
		if t.Fold() == "" || m.Form != model.NameForm && t.Is(lex.Function) {
			continue
		}
		w := word{fold: t.Fold(), traits: t.Traits()}
		if i == m.From {
			w.fold = token.AfterLetters(w.fold, int(m.Skip))
			if m.Skip > 0 && t.IsDefinite() {
				w.fold = "ال" + t.Bare()
			}
		}
		w.bare = bareOf(t, w.fold)
		if k := len(out) - 1; k >= 0 && out[k].fold == "عبد" {
			out[k].fold += w.fold // «عبد الكريم» is «عبدالكريم»
			out[k].bare = out[k].fold
			continue
		}
		out = append(out, w)
	}
	return out
}

// bareOf is a word of a name without article. A letter that could be a particle is
// the name's own, «بلينكن», unless an article follows.
func bareOf(t *token.Token, fold string) string {
	if t.Skip() > 0 && t.IsDefinite() {
		return oneSpelling.Replace(t.Bare())
	}
	return oneSpelling.Replace(strings.TrimPrefix(fold, "ال"))
}

// coreOf is where the name itself begins, behind a noun that says what it is.
func coreOf(words []word) int {
	const heads = lex.BodyHead | lex.Ministry | lex.PlaceHead | lex.AreaHead | lex.CommonHead | lex.Courtesy
	if len(words) > 1 && words[0].traits&heads != 0 && words[0].traits&lex.GivenName == 0 && !strings.HasPrefix(words[0].fold, "ال") {
		return 1
	}
	return 0
}

// same reports whether two words are likely one, but for article, proclitics and
// spelling.
func (w word) same(x word) bool {
	return w.fold == x.fold || w.bare == x.bare || arabic.SameSpelling(w.bare, x.bare) || skeleton(w.bare) == skeleton(x.bare)
}

// skeleton is a word of four letters or more without the long vowels inside it,
// which transliterations write or not: «موزمبيق», «موزامبيق».
func skeleton(bare string) string {
	if token.Letters(bare) < 5 {
		return bare
	}
	first := token.FirstLetters(bare, 1)
	return first + vowels.Replace(bare[len(first):])
}

var vowels = strings.NewReplacer("ا", "", "و", "", "ي", "")

// relation is how the words of two names lie to each other.
type relation uint8

const (
	apart     relation = iota
	equal              // word by word
	equalCore          // but for the noun before the name
	joined             // but for blanks
	ending             // the first ends the second
	beginning          // the first begins the second
	inside             // the first stands in the second
	scattered          // all words of the first stand in the second, others between them
	ended              // the second ends the first
	begun              // …
	containing
	spanning
	overlapping // they share words, not only the noun before the name
	initials    // the first letters of the second
)

// relate compares two names.
func relate(a, b *view) relation {
	switch {
	case a.key == b.key, sameWords(a.words, b.words):
		return equal
	case sameWords(a.name(), b.name()):
		return equalCore
	case blanks.Replace(a.key) == blanks.Replace(b.key):
		return joined
	}
	if r := part(a.name(), b.name()); r != apart {
		return r
	}
	if r := part(b.name(), a.name()); r != apart {
		return r + (ended - ending)
	}
	if shared(a.name(), b.name()) > 0 {
		return overlapping
	}
	return apart
}

var blanks = strings.NewReplacer(" ", "")

func sameWords(a, b []word) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].same(b[i]) {
			return false
		}
	}
	return len(a) > 0
}

// part is how the words of a stand in b, if all do.
func part(a, b []word) relation {
	if len(a) == 0 || len(a) >= len(b) {
		return apart
	}
	switch d := len(b) - len(a); {
	case sameWords(a, b[d:]):
		return ending
	case sameWords(a, b[:len(a)]):
		return beginning
	default:
		for i := 1; i < d; i++ {
			if sameWords(a, b[i:i+len(a)]) {
				return inside
			}
		}
	}
	k := 0
	for _, w := range b {
		if k < len(a) && a[k].same(w) {
			k++
		}
	}
	if k == len(a) {
		return scattered
	}
	return apart
}

// shared is how many words of a stand in b.
func shared(a, b []word) (n int) {
	for _, w := range a {
		if has(b, w) {
			n++
		}
	}
	return n
}

func has(words []word, w word) bool {
	for _, x := range words {
		if w.same(x) {
			return true
		}
	}
	return false
}
