// Package l10n holds the interface's words: one [Word] for each sentence, and what
// it is in each [Language] in that language's own file.
package l10n

import (
	"fmt"
	"strings"

	"rawi/model"
)

// Language is a language of the interface. The zero value is Arabic.
type Language uint8

const (
	Arabic Language = iota
	English

	LanguageCount = iota
)

// translations is every language, each in a file of its own.
var translations = [LanguageCount]*translation{Arabic: &arabic, English: &english}

// translation is all that the interface says in one language.
type translation struct {
	code        string                  // BCP 47
	leftToRight bool                    // its script
	plural      func(n int) category    // the language's plural rule in CLDR, for whole numbers from 0 on
	nouns       [nounCount]forms        // what is counted
	words       [wordCount]string       // with verbs of fmt, in one order in all languages
	quoteKinds  [model.Other + 1]string // kinds of quotations
	partyKinds  [model.RoleOnly + 1]string
	rules       [model.RuleCount]string  // why a speaker was guessed
	clues       [model.ClueCount]string  // what spoke for one where no rule did
	between     string                   // stands between the words of a list
	certainties [model.Unsure + 1]string // how sure a reader is
	deeds       [model.DeedCount]string  // what a decision does
}

// String is the language's BCP 47 code.
func (l Language) String() string { return translations[l].code }

// LeftToRight reports whether the language is written so.
func (l Language) LeftToRight() bool { return translations[l].leftToRight }

// Codes are the BCP 47 codes of all languages.
func Codes() []string {
	codes := make([]string, LanguageCount)
	for l, t := range translations {
		codes[l] = t.code
	}
	return codes
}

// Parse is the inverse of [Language.String].
func Parse(code string) (Language, error) {
	for l, t := range translations {
		if t.code == code {
			return Language(l), nil
		}
	}
	return Arabic, fmt.Errorf("%q is not a language of the interface; it speaks %s", code, strings.Join(Codes(), ", "))
}

// Say is a word or sentence in the language, with its arguments filled in as
// by [fmt.Sprintf].
func (l Language) Say(w Word, args ...any) string {
	text := translations[l].words[w]
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Count is a number of things, at least 0, with their noun in the form that the
// number takes in the language (CLDR, language plural rules).
func (l Language) Count(n int, noun Noun) string { return translations[l].count(n, noun) }

// QuoteKind names a kind of quotation.
func (l Language) QuoteKind(k model.QuoteKind) string { return translations[l].quoteKinds[k] }

// PartyKind names a kind of party.
func (l Language) PartyKind(k model.PartyKind) string { return translations[l].partyKinds[k] }

// Rule says in words why a speaker was guessed.
func (l Language) Rule(r model.Rule) string { return translations[l].rules[r] }

// Reason says in words why a speaker was guessed: the rule, or what spoke most for
// another than the rules'.
func (l Language) Reason(r model.Reason) string {
	if r.Clues[0] == model.NoClue {
		return l.Rule(r.Rule)
	}
	t := translations[l]
	words := t.clues[r.Clues[0]]
	if r.Clues[1] != model.NoClue {
		words += t.between + t.clues[r.Clues[1]]
	}
	return words
}

// Deed names what a decision does.
func (l Language) Deed(d model.Deed) string { return translations[l].deeds[d] }

// Certainty names how sure a reader is.
func (l Language) Certainty(c model.Certainty) string { return translations[l].certainties[c] }
