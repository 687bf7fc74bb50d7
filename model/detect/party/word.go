package party

import (
	"strings"

	"rawi/model/arabic"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// word is one word of a mention: as it is written, without article, and without
// the long vowels that transliterations write or not.
type word struct {
	fold, bare, skeleton string
	letters              int // of bare
	traits               lex.Traits
	demonym              bool  // the adjective of a known place
	number               int32 // in the dictionary
}

// dictionary is the words that mentions hold, each kept once.
type dictionary struct {
	page      *token.Page
	known     map[form]*word
	spellings map[string]*spelling // by the numbers of their words
	count     int32                // of words
	room      []word               // where the next ones go: one allocation for many
	words     []*word              // of one mention
	numbers   []byte               // theirs
}

func newDictionary(p *token.Page) *dictionary {
	return &dictionary{page: p, known: map[form]*word{}, spellings: map[string]*spelling{}}
}

// form is a way of writing, so many letters of proclitics left out; -1 for one that is
// joined to the word before.
type form struct{ kind, skip int32 }

// word is the word at token i without so many letters of proclitics.
func (d *dictionary) word(i int, skip uint8) *word {
	return d.of(form{int32(d.page.Kind(i)), int32(skip)}, func() string { return foldOf(d.page.At(i), skip) })
}

// joined is the word at token i written onto the one before it.
func (d *dictionary) joined(i int, before string) *word {
	const onto = -1
	return d.of(form{int32(d.page.Kind(i)), onto}, func() string { return before + d.page.At(i).Fold() })
}

// of is the word of a form, which folds as it says.
func (d *dictionary) of(f form, fold func() string) *word {
	w, ok := d.known[f]
	if !ok {
		w = d.add(newWord(d.page.Lexicon(), d.page.OfKind(int(f.kind)), fold()))
		d.known[f] = w
	}
	return w
}

func (d *dictionary) add(w word) *word {
	if len(d.room) == cap(d.room) {
		const many = 64
		d.room = make([]word, 0, many)
	}
	w.number = d.count
	d.count++
	d.room = append(d.room, w)
	return &d.room[len(d.room)-1]
}

// foldOf is a folded word without so many letters of proclitics, but with the article.
func foldOf(t *token.Token, skip uint8) string {
	switch {
	case skip == 0:
		return t.Fold()
	case t.IsDefinite():
		return "ال" + t.Bare()
	}
	return token.AfterLetters(t.Fold(), int(skip))
}

// newWord is a word of a mention. A letter that could be a particle is the name's
// own, «بلينكن», unless an article follows.
func newWord(l *lex.Lexicon, t *token.Token, fold string) word {
	bare := strings.TrimPrefix(fold, "ال")
	if t.Skip() > 0 && t.IsDefinite() {
		bare = t.Bare()
	}
	if bare == "" {
		bare = fold
	}
	bare = oneSpelling.Replace(bare)
	return word{fold, bare, skeleton(bare), token.Letters(bare), t.Traits(), l.Demonym(bare), 0}
}

// leastSpelled is how many letters a word has that may be spelled in two ways.
const leastSpelled = 5

// skeleton is a word without the long vowels behind its first letter:
// «موزمبيق» and «موزامبيق» have one.
func skeleton(bare string) string {
	if token.Letters(bare) < leastSpelled {
		return bare
	}
	first := token.FirstLetters(bare, 1)
	return first + vowels.Replace(bare[len(first):])
}

var vowels = strings.NewReplacer("ا", "", "و", "", "ي", "")

// same reports whether two words are likely one, but for article, proclitics and
// spelling.
func (w *word) same(x *word) bool {
	switch {
	case w.fold == x.fold, w.bare == x.bare:
		return true
	case w.letters < leastSpelled || x.letters < leastSpelled || w.bare[0] != x.bare[0]:
		return false
	}
	if d := w.letters - x.letters; d < -1 || d > 1 {
		return w.skeleton == x.skeleton
	}
	return w.skeleton == x.skeleton || arabic.SameSpelling(w.bare, x.bare)
}

// keys are what words that may be one have in common; "" for none.
func (w *word) keys() (out [2]string) {
	out[0] = w.bare
	if w.letters >= leastSpelled-1 {
		out[1] = token.FirstLetters(w.bare, 3)
	}
	return out
}

// classes of words, the first that holds.
var classes = [...]lex.Traits{
	lex.Media, lex.Ministry, lex.StateBody, lex.AnyBody, lex.AreaHead, lex.PlaceHead, lex.CommonHead, lex.GivenName,
	lex.NamePart, lex.Surname, lex.Courtesy, lex.Role, lex.Adjective, lex.Function, lex.CommonNoun,
}

// class is what sort of word it is.
func (w *word) class() int {
	for i, t := range classes {
		if w.traits&t != 0 {
			return i
		}
	}
	switch {
	case token.IsNisba(w.bare):
		return len(classes)
	case strings.HasPrefix(w.fold, "ال"):
		return len(classes) + 1
	}
	return len(classes) + 2
}

func (w *word) isLatin() bool { return w.fold[0] < 0x80 }

// has reports whether a word is among words.
func has(words []*word, w *word) bool {
	for _, x := range words {
		if w.same(x) {
			return true
		}
	}
	return false
}

// shared is how many words of a stand in b.
func shared(a, b []*word) (n int) {
	for _, w := range a {
		n += learn.Bit(has(b, w))
	}
	return n
}
