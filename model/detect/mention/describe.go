package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// tail is a token that may belong to the description before it.
type tail struct {
	*namer
	head, j int // tokens: the role noun, and the one that is asked about
	h, t    *token.Token
	settled bool // the noun that the head governs has come, or it wants none
}

// step is what a row says of a token behind a description.
type step uint8

const (
	ends    step = iota
	belongs      // it belongs to the description
	links        // and so does what follows
)

// String is the step in a word.
func (s step) String() string { return [...]string{"ends", "belongs", "links"}[s] }

// tailRows say whether a token belongs to the description that a role noun heads: the
// words between the bars of each example.
var tailRows = rule.Table[tail, step]{Name: "description", Rows: []rule.Row[tail, step]{
	{ID: "sign", Example: "وزير|،|", When: func(d tail) bool { return !d.t.IsWord() }, Gives: ends},
	{ID: "person", Example: "وزير| سامي رزق|", When: func(d tail) bool { m, ok := d.NameAt(d.j); return ok && m.Kind == model.Person }, Gives: ends},
	{ID: "name", Example: "رئيس| وزارة الصيد|", When: func(d tail) bool { return !d.settled && d.Covers(d.j) && d.SkipAt(d.j) == 0 }, Gives: belongs},
	{ID: "in the name of", Example: "المتحدث| باسم| الوزارة", When: func(d tail) bool { return strings.HasPrefix(d.t.Fold(), "باسم") }, Gives: links},
	{ID: "place of work", Example: "مسؤول| في| الوزارة", When: tail.isPlaceOfWork, Gives: links},
	{ID: "for", Example: "المدير| للشؤون|", When: func(d tail) bool { return d.t.Skip() > 0 && strings.HasPrefix(d.t.Fold(), "لل") }, Gives: belongs},
	{ID: "little word", Example: "وزير| أمس|", When: func(d tail) bool { return d.t.Is(noTail) || d.t.Skip() > 0 || d.t.LooksFinite() }, Gives: ends},
	{ID: "title", Example: "الوزير| الدكتور| سامي", When: tail.isTitle, Gives: ends},
	{ID: "adjective", Example: "الوزير| السابق|", When: func(d tail) bool { return d.t.IsDefinite() && d.settled && d.agrees() }, Gives: belongs},
	{ID: "governed noun", Example: "وزير| الزراعة|", When: func(d tail) bool { return d.t.IsDefinite() && !d.settled }, Gives: belongs},
	{ID: "attribute of sources", Example: "مصادر| أمنية|", When: tail.isAttribute, Gives: belongs},
	{ID: "noun of a chain", Example: "مدير| شؤون| المعلمين", When: tail.isChained, Gives: belongs},
}}

// noTail are classes of words none of which belongs to a description.
const noTail = lex.TimeWord | lex.That | lex.ThatPronoun | lex.Turn | lex.Function | lex.Verb

// isTitle reports whether another description begins, or a family name behind a title.
func (d tail) isTitle() bool {
	next := d.page.At(min(d.j+1, d.page.EndOf(d.j)-1))
	return d.t.Is(lex.Courtesy) || d.t.IsDefinite() && d.t.Is(lex.Role) && next.Is(lex.GivenName|lex.NameStart)
}

// agrees reports whether the definite word is an adjective of the head, or of the noun
// that it governs.
func (d tail) agrees() bool {
	return d.page.AgreesWithRole(d.h, d.t) || !d.h.IsDefinite() && d.page.Agrees(d.page.At(d.j-1).Bare(), d.t.Bare())
}

// isPlaceOfWork reports whether «في» stands before the name or the noun of a body:
// «مسؤول في وزارة النقل»; right behind the head before a field too: «الباحثة في علوم
// البحار».
func (d tail) isPlaceOfWork() bool {
	j := d.j + 1
	if d.t.Fold() != "في" && d.t.Fold() != "لدي" || j >= d.page.EndOf(d.j) || !d.settled && !d.h.Is(lex.Anonymous) {
		return false
	}
	if m, named := d.NameAt(j); named {
		return m.Kind == model.Organisation || m.Kind == model.Place && d.h.Is(lex.Anonymous)
	}
	t := d.page.At(j)
	if d.page.PlainDefinite(j) {
		return t.Is(lex.BodyHead)
	}
	field := d.j == d.head+1 && !t.Is(noTail|lex.WordsOf|lex.TitleNoun) && t.Skip() == 0
	return field && j+1 < d.page.EndOf(j) && d.page.PlainDefinite(j+1)
}

// isAttribute reports whether the word describes «مصدر», «مسؤول»: «أمني رفيع».
func (d tail) isAttribute() bool {
	const far = 4
	if d.h.IsDefinite() || d.t.IsDefinite() || d.Covers(d.j) || !d.h.Is(lex.Anonymous) || d.j >= d.head+far {
		return false
	}
	return token.IsNisba(d.t.Bare()) || d.t.Fold() == "اخر" || d.t.Bare() == "اعلام" || d.t.Letters() > 2 && !d.t.Is(lex.Common&^lex.Adjective|lex.GivenName)
}

// isChained reports whether a noun without the article stands between the head and a
// definite word.
func (d tail) isChained() bool {
	if d.settled || d.t.IsDefinite() || d.t.Is(lex.GivenName|lex.NamePart) {
		return false
	}
	return d.t.Is(lex.Role|lex.CommonNoun|lex.BodyHead) || d.j < d.head+4 && d.j+1 < d.page.EndOf(d.j) && d.page.PlainDefinite(d.j+1)
}

// roleEnd is the end of the description that the role noun at token i heads.
func (n *namer) roleEnd(i int) int {
	const longest = 12
	d := tail{namer: n, head: i, h: n.page.At(i), settled: n.page.At(i).IsDefinite()}
	for d.j = i + 1; d.j < min(n.page.EndOf(i), i+longest); d.j++ {
		d.t = n.page.At(d.j)
		row := tailRows.First(n.watch, d, d.j, d.j+1)
		if row < 0 || tailRows.Rows[row].Gives == ends {
			break
		}
		d.settled = tailRows.Rows[row].Gives != links && (d.settled || d.t.IsDefinite() || n.Covers(d.j))
		if m, ok := n.NameAt(d.j); ok {
			d.j = m.To - 1
		}
	}
	return d.j
}

// nameBeside is the name that the description i..to belongs to: behind it, perhaps
// behind a sign or another title, or before it; -1 for none.
func (n *namer) nameBeside(i, to int) int {
	j := n.behindTitle(n.behindSigns(to))
	if j >= n.page.EndOf(i) {
		return n.nameBefore(i)
	}
	if m, ok := n.NameAt(j); ok && m.From == j && m.Kind == model.Person && m.Skip == 0 {
		return int(n.at[j] - 1)
	}
	if j == to && !n.Covers(j) && n.namesOf(i, j) {
		if k := n.personEnd(j); n.page.IsFullName(j, k) {
			return n.add(n.newMention(j, k, model.Person))
		}
	}
	return n.nameBefore(i)
}

// behindSigns is the first word from token j on, two signs skipped at most.
func (n *namer) behindSigns(j int) int {
	const most = 2
	for to := min(j+most, n.page.EndOf(j-1)); j < to && !n.page.At(j).IsWord(); j++ {
	}
	return j
}

// behindTitle is the token behind the description that begins at token j: «الوزير السابق
// الدكتور أمين»; j where none does.
func (n *namer) behindTitle(j int) int {
	if j >= n.page.Len() || n.Covers(j) {
		return j
	}
	if t := n.page.At(j); !t.Is(lex.Role) || t.Is(lex.RolePlural) || t.Skip() > 0 {
		return j
	}
	return n.roleEnd(j)
}

// namesOf reports whether an unknown name may begin at token j, right behind the
// description that begins at token i.
func (n *namer) namesOf(i, j int) bool {
	t := n.page.At(j)
	if !t.IsWord() || t.Skip() > 0 || n.page.At(i).Is(lex.RolePlural) {
		return false
	}
	if t.Is(lex.GivenName|lex.NamePart) && !t.Is(lex.Homograph) {
		return true
	}
	described := j > i+1 || n.page.At(i).IsDefinite()
	return described && t.Letters() > 3 && !n.page.Lexicon().Demonym(t.Fold()) && !token.LooksAdverb(t.Fold()) && !token.LooksVerb(t.Fold()) && !token.LooksPrefixed(t.Fold())
}

// nameBefore is the person's name just before token i: «فهد كفاين وزير ...»,
// «X، نائب رئيس ...»; -1 for none.
func (n *namer) nameBefore(i int) int {
	const signs = 2
	for j := i - 1; j >= 0 && j >= i-signs && n.page.SameBlock(j, i); j-- {
		if m, ok := n.NameAt(j); ok {
			if m.Kind == model.Person && n.page.At(i).Skip() == 0 {
				return int(n.at[j] - 1)
			}
			return -1
		}
		if s := n.page.At(j).Sign(); s != token.Comma && s != token.Mark && s != token.Closing {
			break
		}
	}
	return -1
}
