package party

import (
	"encoding/binary"
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// view is what linking by score looks at of a mention.
type view struct {
	mention.Mention // where only the spelling says that it is a known place or body, with its key
	*spelling
	head     string // head noun of a description
	sentence int32
	gender   int  // of whom it names, as the verb before it says: 1 feminine, 2 masculine, 0 unknown
	says     bool // a verb of saying stands beside it
	torn     bool // a name that holds more than one: it means nobody else's
}

// spelling is the words of a mention, which those spelled alike share.
type spelling struct {
	words []*word // at most maxWords, without signs
	key   string  // the folded words
	core  uint8   // words before it only say what it is: «صحيفة», «مدينة»
}

// maxWords is how many words of a mention are compared.
const maxWords = 10

// name is the words of the name itself.
func (v *view) name() []*word { return v.words[v.core:] }

// stems are the words of a description after its head.
func (v *view) stems() []*word { return v.words[min(1, len(v.words)):] }

func (v *view) isName() bool { return v.Form == model.NameForm }

// isDefinite reports whether the mention begins with the article.
func (v *view) isDefinite() bool { return strings.HasPrefix(v.words[0].fold, "ال") }

func (v *view) isPlural() bool { return v.words[0].traits&lex.RolePlural != 0 }

func (v *view) isFeminine() bool { return strings.HasSuffix(v.words[0].bare, "ه") }

// isWoman reports whether the description is of a woman: «الكاتبة».
func (v *view) isWoman() bool { return v.isFeminine() && !v.isPlural() && v.isOffice() }

// isOffice reports whether the description is of somebody, no body or place.
func (v *view) isOffice() bool {
	return v.words[0].traits&(lex.Role|lex.BodyHead|lex.PlaceHead|lex.AreaHead) == lex.Role
}

// isBody reports whether the description is of a body, not of somebody.
func (v *view) isBody() bool { return v.words[0].traits&(lex.Role|lex.BodyHead) == lex.BodyHead }

// isPlace reports whether the description may be of a place.
func (v *view) isPlace() bool {
	return v.words[0].traits&(lex.PlaceHead|lex.AreaHead|lex.CommonHead) != 0 || placeNouns[v.words[0].bare]
}

// placeNouns are nouns that stand for a place named before, but head no name.
var placeNouns = map[string]bool{"بلاد": true, "بلد": true, "دوله": true, "عاصمه": true, "جزيره": true}

// mayBe reports whether a description may be of a party of a kind.
func (v *view) mayBe(k model.PartyKind) bool {
	switch k {
	case model.Place:
		return v.isPlace()
	case model.Organisation:
		return !v.isOffice() || v.isPlural()
	case model.Person:
		return !v.isPlural() && !v.isBody()
	}
	return true
}

// choices are what a mention may mean besides the parties that there are. A bare
// noun, unless a verb of saying has it as its subject, brings nobody in; a trade
// that anybody has may be nobody.
func (v *view) choices() []int {
	switch {
	case v.Form == model.Nominal && !v.Subject:
		return []int{nobody}
	case v.Idle:
		return []int{anew, nobody}
	}
	return []int{anew}
}

// look makes the views of all mentions.
func look(p *token.Page, n *mention.Found) []view {
	all, d := make([]view, n.Len()), newDictionary(p)
	for id := range all {
		m := n.Mention(id)
		v := view{Mention: m, spelling: d.spelling(m), sentence: int32(p.Sentence(m.From))}
		switch {
		case !v.isName():
			v.head = headNoun(p.At(m.Core))
		case m.Name == "":
			v.Name, v.torn = knownAs(p.Lexicon(), v.key), isTorn(p, m)
		}
		v.gender, v.says = genderAt(p, m), saysAt(p, m)
		all[id] = v
	}
	return all
}

// genderAt is the gender that the verb right before a mention says: 1 feminine, 2
// masculine, 0 unknown.
func genderAt(p *token.Page, m mention.Mention) int {
	if m.Skip > 0 || m.From == 0 || !p.SameSentence(m.From-1, m.From) {
		return 0
	}
	t := p.At(m.From - 1)
	if !t.Is(lex.Verb) || t.IsDefinite() || t.Form().Mood == lex.Participle {
		return 0
	}
	switch t.Form().Agrees {
	case lex.Feminine:
		return 1
	case lex.Masculine:
		return 2
	}
	return 0
}

// saysAt reports whether a verb of saying stands right before or behind a mention.
func saysAt(p *token.Page, m mention.Mention) bool {
	before := m.From > p.BlockOf(m.From).From && p.At(m.From-1).Is(lex.Verb)
	return m.Skip == 0 && before || m.To < p.EndOf(m.From) && p.At(m.To).Is(lex.Verb|lex.That|lex.ThatPronoun)
}

func keyOf(words []*word) string {
	var room [maxWords]string
	folds := room[:0]
	for _, w := range words {
		folds = append(folds, w.fold)
	}
	return strings.Join(folds, " ")
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

// isTorn reports whether a name goes over «أن», one mark of a pair, or «و» before the
// head of another body.
func isTorn(p *token.Page, m mention.Mention) bool {
	marks := 0
	for i := m.From + 1; i < m.To; i++ {
		t := p.At(i)
		if t.Is(lex.That|lex.ThatPronoun) || t.Proclitic() == "و" && t.Is(lex.BodyHead) && !t.IsDefinite() {
			return true
		}
		marks += learn.Bit(t.Sign() == token.Mark)
	}
	return marks == 1 && p.At(m.To-1).Sign() != token.Mark && p.At(m.From).Sign() != token.Mark
}

// spelling is how a mention is spelled.
func (d *dictionary) spelling(m mention.Mention) *spelling {
	d.words = d.appendWords(d.words[:0], m)
	d.numbers = d.numbers[:0]
	for _, w := range d.words {
		d.numbers = binary.LittleEndian.AppendUint32(d.numbers, uint32(w.number))
	}
	s, ok := d.spellings[string(d.numbers)]
	if !ok {
		s = &spelling{words: slices.Clone(d.words), key: keyOf(d.words), core: coreOf(d.words)}
		d.spellings[string(d.numbers)] = s
	}
	return s
}

// appendWords appends the words of a mention; little words of a description are left out.
func (d *dictionary) appendWords(out []*word, m mention.Mention) []*word {
	for i := m.From; i < m.To && len(out) < maxWords; i++ {
		t, skip := d.page.At(i), uint8(0)
		if t.Fold() == "" || m.Form != model.NameForm && t.Is(lex.Function) {
			continue
		}
		if i == m.From {
			skip = m.Skip
		}
		if k := len(out) - 1; k >= 0 && out[k].fold == "عبد" {
			out[k] = d.joined(i, "عبد") // «عبد الكريم» is «عبدالكريم»
			continue
		}
		out = append(out, d.word(i, skip))
	}
	return out
}

// coreOf is where the name itself begins, behind a noun that says what it is.
func coreOf(words []*word) uint8 {
	const heads = lex.BodyHead | lex.Ministry | lex.PlaceHead | lex.AreaHead | lex.CommonHead | lex.Courtesy
	if len(words) > 1 && words[0].traits&heads != 0 && words[0].traits&lex.GivenName == 0 && !strings.HasPrefix(words[0].fold, "ال") {
		return 1
	}
	return 0
}

// headNoun is the head of a description, without the article and in the form that
// links plural to singular.
func headNoun(t *token.Token) string {
	head := strings.TrimSuffix(t.Bare(), "ه")
	if one, ok := synonyms[head]; ok {
		return one
	}
	return head
}
