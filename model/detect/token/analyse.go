package token

import (
	"strings"

	"rawi/model/arabic"
	lex "rawi/model/detect/lexicon"
)

// analyse looks the word up: as it stands, then without the article, then
// without proclitics. raw is the word as written: «إلقاء» has no article and
// «على» is no «علي», though they fold alike.
func analyse(words *lex.Lexicon, fold, raw string) Token {
	s := Token{fold: fold, bare: fold}
	if bare, ok := strings.CutSuffix(fold, "ا"); ok && words.Word(bare).Has(lex.CommonNoun|lex.Adjective) && !words.Knows(fold) {
		s.traits = lex.CommonNoun // «بيانا»
		return s
	}
	n, ok := arabic.Proclitics(fold, words.Knows)
	if !ok {
		n = unknownProclitics(fold)
	}
	s.skip = uint8(n)
	rest := s.Rest()
	own := words.Word(rest)
	if s.contracted() && !(ok && own.Known()) {
		rest = "ا" + rest // لل is ل and ال
		own = words.Word(rest)
	}
	s.bare = rest
	e := own
	if bare, ok := strings.CutPrefix(rest, "ال"); ok && Letters(bare) > 1 && !HamzaAt(raw, n) {
		without := words.Word(bare)
		if named := own.Has(lex.GivenName); !named || without.Known() { // «الكسندر» has no article
			s.definite, s.bare, e = true, bare, own.With(without)
		}
	}
	if e.Known() { // else unknown, or only the first word of a known name
		s.classify(own, e, rest, raw)
	}
	return s
}

// classify takes over what the lexicon knows of the word without proclitics,
// as it stands (own) and without the article too (e), as far as it holds with
// them.
func (t *Token) classify(own, e lex.Entry, rest, raw string) {
	if t.beginsLikeVerb(e, rest) {
		t.skip, t.bare = 0, t.fold // «كيري» is not ك and يرى
		return
	}
	t.traits, t.form = e.Traits, e.Form
	if t.definite {
		t.traits &^= (lex.Verb | lex.Function | lex.CommonVerb | lex.GivenName | lex.That | lex.Impersonal) &^ own.Traits
	}
	t.heedHamza(own, raw)
	if t.isGoverned() {
		t.traits &^= lex.That // «لأن» is none
		if t.form.Mood != lex.VerbalNoun && !t.isPurpose(e) {
			t.traits &^= lex.Verb // «بأضاف» is none
		}
	}
}

// isGoverned reports whether a preposition stands among the proclitics.
func (t *Token) isGoverned() bool {
	p := t.Proclitic()
	return p != "" && p != "و" && p != "ف"
}

// isPurpose reports whether ل stands before an imperfect: «ليقول».
func (t *Token) isPurpose(e lex.Entry) bool { return t.Proclitic() == "ل" && e.IsImperfect() }

// beginsLikeVerb reports whether what looks like a preposition stands before a verb,
// which none governs.
func (t *Token) beginsLikeVerb(e lex.Entry, rest string) bool {
	const beside = lex.Verb | lex.Function | lex.CommonVerb | lex.That | lex.ThatPronoun | lex.Impersonal
	if !t.isGoverned() || t.definite || !e.Has(lex.Verb|lex.CommonVerb) || e.Traits&^beside != 0 {
		return false
	}
	return e.Form.Mood != lex.VerbalNoun && !strings.HasPrefix(rest, "ا") && !t.isPurpose(e)
}

// heedHamza takes away what only words of other letters are: folding makes «إنهاء» and
// «إنها», «علي» and «على» one.
func (t *Token) heedHamza(own lex.Entry, raw string) {
	if strings.HasSuffix(raw, "ء") && !own.Hamza {
		t.traits &^= lex.That | lex.ThatPronoun | lex.Function
		if own.HamzaName {
			t.traits, t.form = lex.GivenName, lex.Form{} // «هناء» like «هنا», «علاء» like «علا»
		}
	}
	if t.fold == "علي" && !strings.HasSuffix(raw, "ى") {
		t.traits = lex.GivenName
	}
}

// unknownProclitics is how many letters stand before the article of a word
// that the lexicon does not know: «وال», «بال», «لل».
func unknownProclitics(fold string) int {
	const shortest = 5 // two letters of the word remain
	switch {
	case Letters(fold) < shortest:
	case strings.HasPrefix(fold, "لل"), strings.HasPrefix(fold, "وال"), strings.HasPrefix(fold, "بال"),
		strings.HasPrefix(fold, "فال"), strings.HasPrefix(fold, "كال"):
		return 1
	case strings.HasPrefix(fold, "ولل"), strings.HasPrefix(fold, "وبال"):
		return 2
	}
	return 0
}

// HamzaAt reports whether the letter after the first n is an alef with hamza
// or madda, which the article never has.
func HamzaAt(raw string, n int) bool {
	rest := raw[arabic.SkipLetters(raw, n):]
	return strings.HasPrefix(rest, "أ") || strings.HasPrefix(rest, "إ") || strings.HasPrefix(rest, "آ")
}
