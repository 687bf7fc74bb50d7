package detect

import (
	"strings"
	"unicode/utf8"

	"rawi/model/arabic"
	"rawi/model/detect/lexicon"
)

// spelling is what one way of writing a word says by itself, wherever it
// stands. All tokens written so share one, so it never changes: a token that
// turns out to be something else gets another.
type spelling struct {
	fold     string // folded; "" for signs
	bare     string // fold without proclitics and article
	traits   traits
	form     form
	size     int32 // bytes as it is written
	sign     sign
	length   uint8 // letters of fold
	skip     uint8 // letters of proclitics before the known word
	definite bool  // has the article ال (or لل)
	leads    bool  // may begin a known name: see starts
}

func (s *spelling) is(x traits) bool  { return s.traits&x != 0 }
func (s *spelling) word() bool        { return s.sign == noSign }
func (s *spelling) letters() int      { return int(s.length) }
func (s *spelling) proclitic() string { return firstLetters(s.fold, int(s.skip)) }

// rest is the word without its proclitics; of «للأمم» it is «لامم».
func (s *spelling) rest() string { return afterLetters(s.fold, int(s.skip)) }

// contracted reports whether «لل» begins the word, or ends its proclitics.
func (s *spelling) contracted() bool { return contracted(s.fold, int(s.skip)) }

func contracted(fold string, skip int) bool {
	return strings.HasSuffix(firstLetters(fold, skip), "ل") && strings.HasPrefix(afterLetters(fold, skip), "ل")
}

// starts are the forms under which a known name may begin with the word; the
// second may be "".
func (s *spelling) starts() (forms [2]string) {
	rest := s.rest()
	forms[0] = rest
	if s.skip > 0 {
		if s.contracted() {
			forms[0] = "ا" + rest // «للحج» is the pilgrimage, not لحج
		}
		if s.definite && !isDefinite(rest) {
			forms[1] = "ال" + s.bare
		}
	}
	return forms
}

// sign classes the tokens that are no words.
type sign uint8

const (
	noSign sign = iota
	number
	mark // a quotation mark of any kind
	stop
	comma
	colon
	opening
	closing
	otherSign
	signCount
)

// signSpellings are those of the signs by their size; they have no letters.
var signSpellings = func() (all [signCount][8]spelling) {
	for s := range all {
		for size := range all[s] {
			all[s][size] = spelling{sign: sign(s), size: int32(size)}
		}
	}
	return all
}()

// signSpelling is the spelling of a sign of so many bytes. Only a row of full
// stops has many.
func signSpelling(s sign, size int) *spelling {
	if size < len(signSpellings[s]) {
		return &signSpellings[s][size]
	}
	return &spelling{sign: s, size: int32(size)}
}

// analyse looks the word up: as it stands, then without the article, then
// without proclitics. raw is the word as written: «إلقاء» has no article and
// «على» is no «علي», though they fold alike.
func analyse(lex *lexicon.Lexicon, fold, raw string) spelling {
	s := spelling{fold: fold, bare: fold}
	if bare, ok := strings.CutSuffix(fold, "ا"); ok && lex.Word(bare).Has(commonNoun|adjective) && !lex.Knows(fold) {
		s.traits = commonNoun // «بيانا»
		return s
	}
	n, ok := arabic.Proclitics(fold, lex.Knows)
	if !ok {
		n = unknownProclitics(fold)
	}
	s.skip = uint8(n)
	rest := s.rest()
	own := lex.Word(rest)
	if s.contracted() && !(ok && own.Known()) {
		rest = "ا" + rest // لل is ل and ال
		own = lex.Word(rest)
	}
	s.bare = rest
	e := own
	if bare, ok := strings.CutPrefix(rest, "ال"); ok && letters(bare) > 1 && !hamzaAt(raw, n) {
		without := lex.Word(bare)
		if named := own.Has(givenName); !named || without.Known() { // «الكسندر» has no article
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
func (s *spelling) classify(own, e lexicon.Entry, rest, raw string) {
	p := s.proclitic()
	governed := p != "" && p != "و" && p != "ف" // by a preposition
	isVerb := e.Has(verb|commonVerb) && e.Traits&^(verb|function|commonVerb|that|thatPronoun|impersonal) == 0
	if governed && !s.definite && isVerb && e.Form.Mood != verbalNoun && !strings.HasPrefix(rest, "ا") && !(p == "ل" && e.IsImperfect()) {
		s.skip, s.bare = 0, s.fold // «كيري» is not ك and يرى
		return
	}
	s.traits, s.form = e.Traits, e.Form
	if s.definite {
		s.traits &^= (verb | function | commonVerb | givenName | that | impersonal) &^ own.Traits
	}
	if strings.HasSuffix(raw, "ء") && !own.Hamza {
		s.traits &^= that | thatPronoun | function // «إنهاء» folds like «إنها»
		if own.HamzaName {
			s.traits, s.form = givenName, form{} // «هناء» like «هنا», «علاء» like «علا»
		}
	}
	if s.fold == "علي" && !strings.HasSuffix(raw, "ى") {
		s.traits = givenName
	}
	if governed {
		s.traits &^= that                                                // «لأن» is none
		if s.form.Mood != verbalNoun && !(p == "ل" && e.IsImperfect()) { // «ليقول»
			s.traits &^= verb // «بأضاف» is none
		}
	}
}

// unknownProclitics is how many letters stand before the article of a word
// that the lexicon does not know: «وال», «بال», «لل».
func unknownProclitics(fold string) int {
	const shortest = 5 // two letters of the word remain
	switch {
	case letters(fold) < shortest:
	case strings.HasPrefix(fold, "لل"), strings.HasPrefix(fold, "وال"), strings.HasPrefix(fold, "بال"),
		strings.HasPrefix(fold, "فال"), strings.HasPrefix(fold, "كال"):
		return 1
	case strings.HasPrefix(fold, "ولل"), strings.HasPrefix(fold, "وبال"):
		return 2
	}
	return 0
}

// hamzaAt reports whether the letter after the first n is an alef with hamza
// or madda, which the article never has.
func hamzaAt(raw string, n int) bool {
	rest := raw[arabic.SkipLetters(raw, n):]
	return strings.HasPrefix(rest, "أ") || strings.HasPrefix(rest, "إ") || strings.HasPrefix(rest, "آ")
}

func isDefinite(fold string) bool { return strings.HasPrefix(fold, "ال") && letters(fold) > 3 }

// letters is how many letters a folded word has, of whatever script.
func letters(fold string) int { return utf8.RuneCountInString(fold) }

// firstLetters is the first n letters of a folded word, or all that it has.
func firstLetters(fold string, n int) string { return fold[:len(fold)-len(afterLetters(fold, n))] }

// afterLetters is what remains of a folded word after its first n letters.
func afterLetters(fold string, n int) string {
	for ; n > 0 && fold != ""; n-- {
		_, size := utf8.DecodeRuneInString(fold)
		fold = fold[size:]
	}
	return fold
}

// cutFirst cuts off the first letter when it is one of those given.
func cutFirst(fold string, among ...string) (first, rest string) {
	for _, letter := range among {
		if rest, ok := strings.CutPrefix(fold, letter); ok {
			return letter, rest
		}
	}
	return "", ""
}
