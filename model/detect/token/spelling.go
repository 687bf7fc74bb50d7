package token

import (
	"unicode/utf8"

	lex "rawi/model/detect/lexicon"
)

// spelling is what one way of writing a word says by itself, wherever it
// stands. All tokens written so share one.
type spelling struct {
	fold     string // folded; "" for signs
	bare     string // fold without proclitics and article
	traits   lex.Traits
	form     lex.Form
	size     int32 // bytes as it is written
	sign     Sign
	length   uint8 // letters of fold
	skip     uint8 // letters of proclitics before the known word
	definite bool  // has the article ال (or لل)
	leads    bool  // may begin a known name: see Starts
}

// IsWord reports whether the token is a word, no number or sign.
func (s *spelling) IsWord() bool { return s.sign == NoSign }

// Sign is what sort of sign the token is, NoSign for a word.
func (s *spelling) Sign() Sign { return s.sign }

// IsVerb reports whether the word may be a verb that reports speech.
func (s *spelling) IsVerb() bool { return s.Is(lex.Verb) }

// Is reports whether the word is of one of the classes.
func (s *spelling) Is(x lex.Traits) bool { return s.traits&x != 0 }

// Traits are the word's classes, as far as they hold where it has proclitics.
func (s *spelling) Traits() lex.Traits { return s.traits }

// Form is the word's form, where it is a verb that reports speech.
func (s *spelling) Form() lex.Form { return s.form }

// Fold is the folded word; "" for a sign.
func (s *spelling) Fold() string { return s.fold }

// Bare is the folded word without proclitics and article.
func (s *spelling) Bare() string { return s.bare }

// Letters is how many letters or digits the folded word has, of whatever script.
func (s *spelling) Letters() int { return int(s.length) }

// IsLatin reports whether the word begins with a letter of ASCII.
func (s *spelling) IsLatin() bool { return s.fold != "" && s.fold[0] < utf8.RuneSelf }

// IsDefinite reports whether the word has the article, ال or لل.
func (s *spelling) IsDefinite() bool { return s.definite }

// Skip is how many letters of proclitics stand before the word.
func (s *spelling) Skip() uint8 { return s.skip }

// Proclitic is the letters that stand before the word: "و", "ب", "ول"; "" for
// none.
func (s *spelling) Proclitic() string { return FirstLetters(s.fold, int(s.skip)) }

// Rest is the word without its proclitics; of «للأمم» it is «لامم».
func (s *spelling) Rest() string { return AfterLetters(s.fold, int(s.skip)) }

// contracted reports whether «لل» begins the word, or ends its proclitics.
func (s *spelling) contracted() bool { return contracted(s.fold, int(s.skip)) }

// BeginsName reports whether a known name may begin with the word: under one of
// [Token.Starts].
func (s *spelling) BeginsName() bool { return s.leads }

// Starts are the forms under which a known name may begin with the word; the
// second may be "".
func (s *spelling) Starts() (forms [2]string) {
	rest := s.Rest()
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
