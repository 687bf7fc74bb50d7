package token

import (
	"unicode/utf8"

	lex "rawi/model/detect/lexicon"
)

// Token is a word, number or sign as it is written, wherever it stands: all tokens
// that are written alike, and mean the same sign, are one.
type Token struct {
	written  string
	fold     string // folded; "" for signs
	bare     string // fold without proclitics and article
	traits   lex.Traits
	form     lex.Form
	sign     Sign
	length   uint8 // letters of fold
	skip     uint8 // letters of proclitics before the known word
	definite bool  // has the article ال (or لل)
	leads    bool  // may begin a known name: see Starts
}

// IsWord reports whether the token is a word, no number or sign.
func (t *Token) IsWord() bool { return t.sign == NoSign }

// Sign is what sort of sign the token is, NoSign for a word.
func (t *Token) Sign() Sign { return t.sign }

// IsVerb reports whether the word may be a verb that reports speech.
func (t *Token) IsVerb() bool { return t.Is(lex.Verb) }

// Is reports whether the word is of one of the classes.
func (t *Token) Is(x lex.Traits) bool { return t.traits&x != 0 }

// Traits are the word's classes, as far as they hold where it has proclitics.
func (t *Token) Traits() lex.Traits { return t.traits }

// Form is the word's form, where it is a verb that reports speech.
func (t *Token) Form() lex.Form { return t.form }

// Fold is the folded word; "" for a sign.
func (t *Token) Fold() string { return t.fold }

// Bare is the folded word without proclitics and article.
func (t *Token) Bare() string { return t.bare }

// Letters is how many letters or digits the folded word has, of whatever script.
func (t *Token) Letters() int { return int(t.length) }

// IsLatin reports whether the word begins with a letter of ASCII.
func (t *Token) IsLatin() bool { return t.fold != "" && t.fold[0] < utf8.RuneSelf }

// IsDefinite reports whether the word has the article, ال or لل.
func (t *Token) IsDefinite() bool { return t.definite }

// Skip is how many letters of proclitics stand before the word.
func (t *Token) Skip() uint8 { return t.skip }

// Proclitic is the letters that stand before the word: "و", "ب", "ول"; "" for
// none.
func (t *Token) Proclitic() string { return FirstLetters(t.fold, int(t.skip)) }

// Rest is the word without its proclitics; of «للأمم» it is «لامم».
func (t *Token) Rest() string { return AfterLetters(t.fold, int(t.skip)) }

// contracted reports whether «لل» begins the word, or ends its proclitics.
func (t *Token) contracted() bool { return contracted(t.fold, int(t.skip)) }

// BeginsName reports whether a known name may begin with the word: under one of
// [Token.Starts].
func (t *Token) BeginsName() bool { return t.leads }

// Starts are the forms under which a known name may begin with the word; the
// second may be "".
func (t *Token) Starts() (forms [2]string) {
	rest := t.Rest()
	forms[0] = rest
	if t.skip > 0 {
		if t.contracted() {
			forms[0] = "ا" + rest // «للحج» is the pilgrimage, not لحج
		}
		if t.definite && !isDefinite(rest) {
			forms[1] = "ال" + t.bare
		}
	}
	return forms
}
