package mention

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// describe gives the person the description behind a comma, which was read
// before its name was known: «قال زيغمار هارنتوف، نائب رئيس المجلس، إن».
func (n *namer) describe(id int) {
	m := n.Mention(id)
	if m.Kind != model.Person || m.To+1 >= n.page.EndOf(m.From) || n.page.At(m.To).Sign() != token.Comma {
		return
	}
	if d, ok := n.described[m.To+1]; ok && n.kept[d].of < 0 {
		n.kept[d].form, n.kept[d].of = model.Apposition, int32(id)
	}
}

// actor is the definite role or body that is the subject of the verb at the
// start of the participle's sentence: «وحثت اللجنة المواطنين على المشاركة،
// مشيرة إلى»; -1 when there is none.
func (n *namer) actor(c cue.Cue) int {
	i := n.page.SentenceStart(c.Token)
	if i+1 >= c.Token || i > 0 && n.page.SameSentence(i-1, c.Token) {
		return -1
	}
	v, t := n.page.At(i), n.page.At(i+1)
	isVerb := v.Is(lex.Verb|lex.CommonVerb) || v.Traits() == 0 && v.Letters() > 3 && strings.HasSuffix(v.Fold(), "ت")
	isFeminine := strings.HasSuffix(v.Fold(), "ت") || strings.HasPrefix(v.Bare(), "ت")
	if !isVerb || v.IsDefinite() || !n.page.PlainDefinite(i+1) || !t.Is(lex.Role|lex.BodyHead) || t.Is(lex.RolePlural) || isFeminine != strings.HasSuffix(t.Bare(), "ه") {
		return -1
	}
	return i + 1
}

// mustBeName reports whether the unknown word at token i is a name, as it
// ends in ة or ه, the verb is masculine and the report opens behind it. is are
// the word's classes, as it is read here.
func (n *namer) mustBeName(i int, c cue.Cue, is lex.Traits) bool {
	t := n.page.At(i)
	return is == 0 && !t.IsDefinite() && c.Agrees == lex.Masculine && strings.HasSuffix(t.Fold(), "ه") && i+1 < n.page.EndOf(i) && n.page.At(i+1).Is(lex.That|lex.ThatPronoun) &&
		(strings.HasSuffix(n.page.Written(t), "ة") || !strings.HasPrefix(t.Fold(), "ب") && !strings.HasPrefix(t.Fold(), "ل"))
}

// constructEnd is the end of an indefinite noun with the definite words or the
// name that it governs, when it agrees with the verb and the report opens
// right behind it; else 0. A role noun may have an adjective only. is are the
// noun's classes, as it is read here.
func (n *namer) constructEnd(i int, c cue.Cue, is lex.Traits) int {
	t, end := n.page.At(i), n.page.EndOf(i)
	isFeminine := strings.HasSuffix(t.Bare(), "ه")
	if t.IsDefinite() || is&(lex.GivenName|lex.NamePart|lex.Adjective|lex.Verb) != 0 || i+1 >= end || n.SkipAt(i+1) > 0 || isFeminine != (c.Agrees == lex.Feminine) && t.Fold() != "احدي" {
		return 0
	}
	j := i + 1
	if m, ok := n.NameAt(j); ok && m.From == j {
		j = m.To
	} else if next := n.page.At(j); t.Is(lex.Role) && next.IsWord() && !next.IsDefinite() && !next.Is(lex.Function|lex.That|lex.ThatPronoun|lex.Verb) {
		j++ // «وقال مغرد آخر إن»
	} else if k := n.page.PhraseEnd(i, 9); t.Is(lex.Role) && k > 0 {
		return k // «ويقول ضابط في أحد المصارف الكبيرة إن»
	} else if n.page.PlainDefinite(j) {
		for j++; j < end && n.page.PlainDefinite(j); j++ {
		}
	} else {
		return 0
	}
	if j < end && n.page.At(j).Is(lex.TimeWord) {
		j++
	}
	if j < end && (n.page.At(j).Is(lex.That|lex.ThatPronoun) && n.page.At(j).Skip() == 0 || n.page.At(j).Sign() == token.Colon) {
		return j
	}
	return 0
}
