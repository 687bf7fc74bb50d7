package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// A place is named behind its noun: «بلدة دوما», «محافظة "أبين"».

// headsPlace reports whether the word is the noun of a place, and one follows.
func (s *spot) headsPlace() bool {
	return s.t.Is(lex.PlaceHead|lex.AreaHead) && !s.t.IsDefinite() && s.i+1 < s.page.EndOf(s.i)
}

func (s *spot) isMarkedPlace() bool {
	const longest = 3
	if !s.headsPlace() || s.page.At(s.i+1).Sign() != token.Mark {
		return false
	}
	from, to, ok := s.page.Enclosed(s.i + 1)
	s.finds(model.Place, s.i, to+1)
	s.name.Core = from
	return ok && to-from <= longest
}

func (s *spot) isHeadedPlace() bool {
	if !s.headsPlace() || s.page.At(s.i+1).Skip() > 0 {
		return false
	}
	k, ok := s.known(s.i + 1)
	if !ok || k.Kind != model.Place {
		return false
	}
	if s.isEpithet(k) {
		k.To, k.Name = k.To+1, ""
	}
	s.finds(model.Place, s.i, k.To)
	s.name.Core, s.name.Name = s.i+1, k.Name
	return true
}

// isEpithet reports whether an unknown word with the article goes on the name of a place
// of one word: «نهر الوادي الأخضر».
func (s *spot) isEpithet(k Mention) bool {
	if k.To != k.From+1 || !s.page.At(k.From).IsDefinite() || k.To >= s.page.EndOf(k.From) || !s.page.PlainDefinite(k.To) {
		return false
	}
	t := s.page.At(k.To)
	return t.Traits() == 0 && !token.IsNisba(t.Bare()) && !s.page.Lexicon().Demonym(t.Bare())
}

func (s *spot) isUnknownPlace() bool {
	j := s.i + 1
	if !s.headsPlace() || !s.mayBePlace(j) {
		return false
	}
	to := j + 1
	if s.page.At(j).Is(lex.PlaceStart) && to < s.page.EndOf(j) && s.page.At(to).IsWord() && !s.page.At(to).Is(lex.Common|lex.Verb) {
		to++ // «مدينة سان خوسيه»
	} else if s.page.At(j).Is(lex.GivenName | lex.NameStart) {
		to = max(to, s.personEnd(j)) // «مطار شارل ديغول»
	}
	s.finds(model.Place, s.i, to)
	s.name.Core = j
	return true
}

// mayBePlace reports whether the word at token j may be an unknown place: it is no
// common word, and has no shape of a verb or of an adjective of the noun before it.
func (s *spot) mayBePlace(j int) bool {
	t := s.page.At(j)
	switch {
	case !t.IsWord() || t.Skip() > 0 || s.page.IsProclitic(j), s.t.Is(lex.CommonHead):
		return false
	case t.Is(lex.Common|lex.Verb|lex.Role|lex.BodyHead) || s.page.Lexicon().Demonym(t.Bare()):
		return false
	case s.t.Is(lex.AreaHead) && (t.IsDefinite() || t.LooksFinite() || strings.HasSuffix(t.Fold(), "ه")):
		return false
	}
	verb := !strings.HasPrefix(t.Fold(), "س") && token.LooksVerb(t.Fold())
	return !verb && !t.EndsInTheirs() && !s.page.Qualifies(s.t, t) && !(strings.HasSuffix(t.Fold(), "يه") && token.IsNisba(t.Fold()))
}
