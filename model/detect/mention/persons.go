package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// personEnd is the end of the person's name that may begin at token i: i
// itself when none can. It takes what the lexicon does not know as something
// else, at most five words besides the particles.
func (n *namer) personEnd(i int) int {
	const longest, particles = 5, 4
	end := min(n.page.EndOf(i), i+longest+particles)
	j := i
	for words := 0; j < end && words < longest; j++ {
		t := n.page.At(j)
		if !t.Is(lex.NamePart) {
			words++
		}
		if n.Covers(j) && n.kept[n.at[j]-1].kind != model.Person {
			break
		}
		if _, ok := n.known(j); ok && (j > i && t.IsDefinite() || j > i+1) && !n.isFamilyName(i, j) {
			break
		}
		afterParticle := j > i && n.page.At(j-1).Joins()
		if !n.canName(j, j-i, afterParticle) {
			break
		}
		if j > i && !t.Is(lex.NamePart) && t.IsDefinite() && n.page.At(j-1).IsDefinite() && !n.page.At(j-1).Is(lex.NamePart) {
			if place := j - i; place != 2 || !t.Is(lex.Surname) && (t.Traits() != 0 || !token.IsNisba(t.Bare()) || n.page.Lexicon().Demonym(t.Bare()) || !n.page.OpensReport(j+1)) {
				break // one family name with ال is enough, but for «غازي الأحول المصعبي،»
			}
		}
		if j > i+1 && !t.Is(lex.NamePart) && !t.IsDefinite() && n.page.At(j-1).IsDefinite() && !n.page.At(j-1).Is(lex.NamePart) && n.page.At(j-2).Bare() != "عبد" {
			break // it is the last: «خالد الدولاني مالك»
		}
	}
	for j > i && n.page.At(j-1).Is(lex.NamePart) && !n.page.At(j-1).Is(lex.GivenName) && !strings.HasPrefix(n.page.At(j-1).Fold(), "ال") {
		j-- // «بن» joins, it does not end a name
	}
	return j
}

// isFamilyName reports whether the word at token j, whatever else it means,
// stands between the given name at token i and the report: «علي الأحمدي إن».
func (n *namer) isFamilyName(i, j int) bool {
	t, given := n.page.At(j), n.page.At(i)
	if j <= i || j > i+1 && !n.page.At(j-1).Is(lex.NamePart) || !given.Is(lex.GivenName|lex.NameStart) || !t.IsDefinite() || t.Skip() > 0 || t.Is(lex.TimeWord|lex.Function) || !n.page.OpensReport(j+1) && !n.page.OpensRelative(j+1) {
		return false
	}
	return !given.Is(lex.Homograph) || n.page.At(j+1).Is(lex.That|lex.ThatPronoun)
}

// canName reports whether the word at token j can be part of a person's name,
// place words after its first.
func (n *namer) canName(j, place int, afterParticle bool) bool {
	t, first := n.page.At(j), place == 0
	switch {
	case first && n.isOfGod(j):
		return true
	case !t.IsWord() || t.Letters() < 2 || t.IsLatin(), strings.ContainsRune(n.page.Written(t), 'ً'):
		return false
	case !first && n.page.At(j-1).Is(lex.Kinship) && t.Is(lex.Relation):
		return false // «ابن عمها سالم»
	case t.Is(lex.GivenName | lex.NamePart):
		return t.Skip() == 0 || first || t.LooksWhole()
	case !first && t.Is(lex.Role) && t.IsDefinite() && t.Skip() == 0 && !t.Is(lex.RolePlural) && n.page.At(j-1).Is(lex.GivenName|lex.NamePart) && n.page.HasKinship(j-place, j) && !n.page.PlainDefinite(min(j+1, n.page.EndOf(j)-1)):
		return j+1 < n.page.EndOf(j) && !n.page.At(j+1).Is(lex.GivenName) // «عبدالله بن عبدالملك المرشد مدير»
	case !first && t.Is(lex.Surname) && t.IsDefinite() && t.Skip() == 0:
		return true
	case !first && t.Is(lex.Ordinal) && t.IsDefinite() && t.Skip() == 0 && n.page.At(j-1).Is(lex.GivenName):
		before := j - place - 1 // «الملك عبدالله الثاني», «ملك الأردن عبدالله الثاني»
		return before >= 0 && n.page.At(before).Is(lex.Sovereign) || before > 0 && n.page.At(before-1).Is(lex.Sovereign)
	case place == 1 && t.Is(lex.Role) && !t.Is(lex.RolePlural) && t.Skip() == 0 && n.page.At(j-1).Is(lex.GivenName):
		return n.page.OpensReport(j+1) || j+1 < n.page.Len() && n.page.At(j+1).Is(lex.Role) // «حاتم قاضي، أن», «طلعت حافظ الأمين العام»
	case !first && !t.Is(lex.GivenName) && t.EndsInPronoun():
		return false // «سعيد بعودتي»
	case place == 1 && t.Traits() == 0 && t.Skip() == 0 && !t.IsDefinite() && n.page.At(j-1).Is(lex.GivenName) && n.page.OpensReport(j+1) && !strings.HasSuffix(n.page.Written(t), "ه"):
		return true // «عبدالرحمن ملائكة أن»
	case n.isFamilyName(j-place, j):
		return true
	case place == 1 && t.Is(lex.Verb) && strings.HasSuffix(t.Fold(), "ه") && n.page.At(j-1).Is(lex.GivenName):
		return n.page.OpensReport(j + 1) // «قال مارك روته إن»
	case afterParticle && t.Skip() == 0 && (t.Is(lex.Role) || n.page.At(j-1).Is(lex.Kinship) && !t.Is(lex.Function|lex.TimeWord|lex.That|lex.ThatPronoun|lex.Verb)):
		return true // «خالد بن مساعد», «عمر بن الخطاب»
	case !first && t.Skip() == 0 && !t.IsDefinite() && (n.page.EndsGivenName(j-1) || place == 1 && n.page.At(j-1).Traits() == 0 && n.page.IsIntroduced(j-1) && n.page.OpensThat(j+1)) &&
		(t.Traits()&^(lex.Adjective|lex.CommonNoun|lex.Honorific) == 0 && (n.page.OpensReport(j+1) || n.page.IsAddressee(j+1)) || t.Traits() == lex.CommonVerb && n.page.OpensThat(j+1)):
		return true // «عبدالستار بارز لوكالة»
	case t.Is(lex.Common | lex.Verb | lex.Role | lex.BodyHead | lex.PlaceHead | lex.Naming | lex.TitleNoun | lex.Impersonal):
		return false
	case afterParticle:
		return t.Skip() == 0 && !strings.HasSuffix(t.Fold(), "ها")
	case t.Skip() > 0 && !first, t.IsDefinite() && first:
		return false
	case place > 1 && (strings.HasPrefix(t.Fold(), "ب") || strings.HasPrefix(t.Fold(), "ل")):
		after := j + 1 // not «جون هاوسر بمسدس»
		return n.page.OpensReport(after) || after < n.page.Len() && n.page.At(after).Is(lex.Verb) && n.page.At(after).Form().Mood == lex.Participle
	case t.LooksImperfect() || !first && (strings.HasPrefix(t.Fold(), "المت") && t.Letters() > 6):
		return false // «فهد يرفع», «هورنر المتخصص»
	}
	return !n.looksCommon(j, place)
}
