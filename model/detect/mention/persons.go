package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// part is a word that may be one of a person's name.
type part struct {
	*namer
	first, i int // tokens: where the name begins, and the word
	t        *token.Token
}

// isFirst reports whether the name begins with the word.
func (w part) isFirst() bool { return w.i == w.first }

// before is the word before it in the name.
func (w part) before() *token.Token { return w.page.At(w.i - 1) }

// partRows say whether a word is part of a person's name: that between the bars of each
// example, where the name begins with the example.
var partRows = rule.Table[part, verdict]{Name: "person", Rows: []rule.Row[part, verdict]{
	{ID: "no word", Example: "سامي| 24|", When: part.isNoWord, Gives: no},
	{ID: "of God", Example: "|ضيف |الله سحيمان", When: func(w part) bool { return w.isFirst() && w.isOfGod(w.i) }, Gives: yes},
	{ID: "other name", Example: "سامي سعيد| باريس|", When: part.isOtherName, Gives: no},
	{ID: "name behind a particle", Example: "سامي| وسعيد|", When: func(w part) bool {
		return w.t.Is(lex.GivenName|lex.NamePart) && w.t.Skip() > 0 && !w.isFirst() && !w.t.LooksWhole()
	}, Gives: no},
	{ID: "second family name", Example: "سامي الخازم| البنوار|", When: part.isSecondFamilyName, Gives: no},
	{ID: "listed", Example: "سامي| سعيد|", When: func(w part) bool { return w.t.Is(lex.GivenName | lex.NamePart) }, Gives: yes},
	{ID: "before the report", Example: "سامي| الأحمدي| إن", When: part.isBeforeReport, Gives: yes},
	{ID: "son of", Example: "خالد بن| مساعد|", When: part.isSonOf, Gives: yes},
	{ID: "common", Example: "سامي| كتاب|", When: func(w part) bool { return w.t.Is(notNames) }, Gives: no},
	{ID: "shape of a verb", Example: "سامي| يتدحرج|", When: func(w part) bool { return w.t.LooksImperfect() }, Gives: no},
	{ID: "shape of a common word", Example: "سامي| زغبولة|", When: part.looksCommon, Gives: no},
	{ID: "unknown", Example: "سامي| دلنوف|", When: func(part) bool { return true }, Gives: yes},
}}

// notNames are classes of words none of which is a name.
const notNames = lex.Common | lex.Verb | lex.Role | lex.BodyHead | lex.PlaceHead | lex.Naming | lex.TitleNoun | lex.Impersonal

// verdict is whether a row says yes.
type verdict bool

const (
	no  verdict = false
	yes verdict = true
)

// String is the verdict in a word.
func (v verdict) String() string {
	if v {
		return "yes"
	}
	return "no"
}

// personEnd is the end of the person's name that may begin at token i: i itself where
// none can. A name has at most six words.
func (n *namer) personEnd(i int) int {
	const longest = 6
	j := i
	for j < min(n.page.EndOf(i), i+longest) {
		row := partRows.First(n.watch, part{n, i, j, n.page.At(j)}, j, j+1)
		if row < 0 || !partRows.Rows[row].Gives {
			break
		}
		j++
	}
	for j > i && n.page.At(j-1).Joins() && !n.page.At(j-1).Is(lex.GivenName) {
		j-- // «بن» joins, it does not end a name
	}
	return j
}

func (w part) isNoWord() bool {
	return !w.t.IsWord() || w.t.Letters() < 2 || w.t.IsLatin() || strings.ContainsRune(w.page.Written(w.t), 'ً')
}

// isOtherName reports whether a name of something else begins there, or a known one
// with the article or behind two words.
func (w part) isOtherName() bool {
	if m, ok := w.NameAt(w.i); ok && m.Kind != model.Person {
		return true
	}
	_, known := w.known(w.i)
	return known && !w.isFirst() && (w.t.IsDefinite() || w.i > w.first+1) && !w.isBeforeReport()
}

// isSecondFamilyName reports whether a family name has come: «غازي الأحول المصعبي»,
// «خالد الدولاني مالك».
func (w part) isSecondFamilyName() bool {
	if w.i < w.first+2 || w.t.Is(lex.NamePart) {
		return false
	}
	before := w.before()
	return before.IsDefinite() && !before.Is(lex.NamePart) && w.page.At(w.i-2).Bare() != "عبد"
}

// isBeforeReport reports whether the word, whatever else it means, stands between a
// given name and the report: «علي الأحمدي إن», «النقيب سعيد قاضي، أن».
func (w part) isBeforeReport() bool {
	if w.isFirst() || w.i > w.first+1 && !w.before().Is(lex.NamePart) || w.t.Skip() > 0 || w.t.Is(notBeforeReport) || token.LooksAdverb(w.t.Fold()) {
		return false
	}
	given := w.page.At(w.first)
	switch {
	case !given.Is(lex.GivenName | lex.NameStart):
		return false
	case w.isIntroduced():
		return w.page.OpensReport(w.i + 1)
	case given.Is(lex.Homograph):
		return w.t.IsDefinite() && w.page.OpensThat(w.i+1)
	}
	return w.t.IsDefinite() && (w.page.OpensReport(w.i+1) || w.page.OpensRelative(w.i+1))
}

// notBeforeReport are classes of words that are no name even there.
const notBeforeReport = lex.TimeWord | lex.Function | lex.That | lex.ThatPronoun | lex.According | lex.Turn

// isIntroduced reports whether a role, the end of a description or a verb of saying
// stands before the name.
func (w part) isIntroduced() bool {
	if w.first == w.page.BlockOf(w.first).From {
		return false
	}
	return w.page.At(w.first-1).Is(lex.Role|lex.Verb) || w.page.PlainDefinite(w.first-1)
}

// isSonOf reports whether «بن», «آل» or another particle wants the word, whatever it means.
func (w part) isSonOf() bool {
	if w.isFirst() || w.t.Skip() > 0 || !w.before().Joins() {
		return false
	}
	if w.before().Is(lex.Kinship) {
		return !w.t.Is(lex.Function | lex.TimeWord | lex.That | lex.ThatPronoun | lex.Verb | lex.Relation)
	}
	return w.t.Is(lex.Role) || !w.t.Is(notNames)
}

// looksCommon reports whether an unknown word has the form of a common one.
func (w part) looksCommon() bool {
	return w.hasCommonEnding() || w.hasCommonShape() || w.isPhrase()
}

// hasCommonEnding reports whether the word ends like a feminine or plural noun, a verb,
// or in a pronoun.
func (w part) hasCommonEnding() bool {
	raw, letters := w.page.Written(w.t), w.t.Letters()
	if w.isIntroducedName() {
		return false // «رئيس البلدية زياد قدورة»
	}
	if hasAnySuffix(raw, "ة", "اً", "ها", "هم") || strings.HasSuffix(raw, "ه") && letters > 3 && !w.t.IsDefinite() {
		return true
	}
	return w.i != w.first+1 && letters > 4 && hasAnySuffix(raw, "ات", "وا", "ت")
}

// isIntroducedName reports whether an unknown word follows a given name behind a
// description or a verb of saying.
func (w part) isIntroducedName() bool {
	if w.i != w.first+1 || w.t.Traits() != 0 || w.t.Skip() > 0 {
		return false
	}
	return w.before().Is(lex.GivenName) && !w.before().Is(lex.Homograph) && w.isIntroduced()
}

// hasCommonShape reports whether the word has the shape of a verbal noun, or of a plural
// or another word behind a letter of its own.
func (w part) hasCommonShape() bool {
	raw, fold := w.page.Written(w.t), w.t.Fold()
	first, rest := token.CutFirst(fold, "ب", "ل", "و")
	return !w.isFirst() && token.LooksPrefixed(fold) || token.IsMasdar(fold, raw) || first != "" && (token.IsMasdar(rest, raw) || token.IsBrokenPlural(rest))
}

// isPhrase reports whether a preposition begins the word and a definite one follows.
func (w part) isPhrase() bool {
	first, _ := token.CutFirst(w.t.Fold(), "ب", "ل")
	next := w.i + 1
	return first != "" && next < w.page.EndOf(w.i) && w.page.PlainDefinite(next) && !w.page.At(next).Is(lex.Role)
}

func hasAnySuffix(word string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}
