// Package l10n holds the interface's words in Arabic and English: one table,
// a row for each [Word], a column for each [Language].
package l10n

import (
	"fmt"
	"slices"
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

var codes = [LanguageCount]string{"ar", "en"}

// String is the language's BCP 47 code.
func (l Language) String() string { return codes[l] }

// Codes are the BCP 47 codes of all languages.
func Codes() []string { return slices.Clone(codes[:]) }

// Parse is the inverse of [Language.String].
func Parse(code string) (Language, error) {
	for l, c := range codes {
		if c == code {
			return Language(l), nil
		}
	}
	return Arabic, fmt.Errorf("%q is not a language of the interface; it speaks %s", code, strings.Join(codes[:], ", "))
}

// Say is a word or sentence in the language, with its arguments filled in as
// by [fmt.Sprintf].
func (l Language) Say(w Word, args ...any) string {
	if len(args) == 0 {
		return words[w][l]
	}
	return fmt.Sprintf(words[w][l], args...)
}

// QuoteKind names a kind of quotation.
func (l Language) QuoteKind(k model.QuoteKind) string { return quoteKinds[k][l] }

// PartyKind names a kind of party.
func (l Language) PartyKind(k model.PartyKind) string { return partyKinds[k][l] }

// Rule says in words why a speaker was guessed.
func (l Language) Rule(r model.Rule) string { return rules[r][l] }

// Deed names what a decision does.
func (l Language) Deed(d model.Deed) string { return deeds[d][l] }

// Certainty names how sure a reader is.
func (l Language) Certainty(c model.Certainty) string { return certainties[c][l] }

var quoteKinds = [...][LanguageCount]string{
	model.Speech:    {"قول مباشر", "speech"},
	model.Indirect:  {"قول غير مباشر", "indirect"},
	model.Scare:     {"تحفّظ", "scare marks"},
	model.WorkTitle: {"اسم أو عنوان", "name or title"},
	model.Other:     {"ليس قولا", "not speech"},
}

var partyKinds = [...][LanguageCount]string{
	model.Person:       {"شخص", "person"},
	model.Organisation: {"جهة", "organisation"},
	model.Place:        {"مكان", "place"},
	model.RoleOnly:     {"صفة", "role"},
}

var rules = [model.RuleCount][LanguageCount]string{
	model.NoRule:          {"لا دليل", "nothing says who"},
	model.VerbSubject:     {"فاعل بعده", "subject after the verb"},
	model.SubjectVerb:     {"فاعل قبله", "subject before the verb"},
	model.ClauseSubject:   {"فاعل الجملة", "subject of the sentence"},
	model.PreviousSpeaker: {"القائل نفسه", "same speaker"},
	model.AccordingTo:     {"إسناد", "according to"},
	model.NameColon:       {"اسم ونقطتان", "name and colon"},
	model.SpeechNoun:      {"مصدر القول", "noun of saying"},
}

var certainties = [...][LanguageCount]string{
	model.NoCertainty: {"لم يُذكر", "not said"},
	model.Sure:        {"أكيد", "sure"},
	model.Likely:      {"مرجّح", "likely"},
	model.Unsure:      {"مشكوك فيه", "unsure"},
}

var deeds = [model.DeedCount][LanguageCount]string{
	model.Assign:       {"القائل", "speaker"},
	model.SetKind:      {"النوع", "kind"},
	model.Revoke:       {"تراجع", "undo"},
	model.MakeQuote:    {"اقتباس جديد", "new quotation"},
	model.MoveQuote:    {"نقل طرف الاقتباس", "ends moved"},
	model.SplitQuote:   {"شق الاقتباس", "split"},
	model.JoinQuotes:   {"وصل اقتباسين", "joined"},
	model.DropQuote:    {"حذف الاقتباس", "deleted"},
	model.SetNote:      {"ملاحظة", "note"},
	model.SetCertainty: {"اليقين", "certainty"},
	model.SetAddressee: {"المخاطَب", "addressee"},
	model.MakeMention:  {"ذكر جديد", "new mention"},
	model.MoveMention:  {"نقل طرف الذكر", "mention moved"},
	model.DropMention:  {"حذف الذكر", "mention deleted"},
	model.RenameParty:  {"تغيير اسم", "renamed"},
	model.SetPartyKind: {"نوع طرف", "type of a party"},
	model.SetRole:      {"صفة طرف", "role of a party"},
	model.AddAlias:     {"اسم آخر", "alias"},
	model.MergeParties: {"دمج طرفين", "merged"},
	model.SplitParty:   {"فصل طرف", "separated"},
	model.Retract:      {"سحب قرار", "decision taken back"},
	model.Confirm:      {"تأكيد الموضع", "place confirmed"},
}
