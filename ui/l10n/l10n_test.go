package l10n

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rawi/model"
)

// Every language has all words and nouns, and they take the same arguments in all.
func TestWordsAreWhole(t *testing.T) {
	for _, language := range translations {
		for _, fault := range missing(language) {
			t.Errorf("%s: %s", language.code, fault)
		}
	}
}

// The checks report what a new language leaves out: words, and forms of nouns.
func TestAddedLanguageIsChecked(t *testing.T) {
	added := made
	added.words = english.words
	added.words[Quotes], added.words[Percent] = "", "%s"
	added.quoteKinds, added.partyKinds, added.rules = english.quoteKinds, english.partyKinds, english.rules
	added.certainties, added.deeds = english.certainties, english.deeds
	added.clues, added.between = english.clues, english.between
	added.nouns[Files][few], added.nouns[Faults][many], added.nouns[Faults][other] = "", "błędów", "%d błędu"
	want := []string{
		`words[0] is missing`, fmt.Sprintf(`words[%d] = "%%s" takes other arguments than in English`, Percent),
		`noun 2 has no form for 2`, `noun 3 = "błędów" stands for several numbers, as 5, and does not say which`,
		`noun 3 = "%d błędu" is never used`,
	}
	if got := missing(&added); !slices.Equal(got, want) {
		t.Errorf("faults %q, want %q", got, want)
	}
	if got := missing(&made); len(got) < int(wordCount) {
		t.Errorf("of %d words that are not there, %d faults are told", wordCount, len(got))
	}
}

// missing is what is wrong with a language, a sentence for each fault.
func missing(language *translation) (faults []string) {
	verb := regexp.MustCompile(`%[sd]`)
	for _, table := range []struct {
		name       string
		rows, like []string
	}{
		{"words", language.words[:], english.words[:]}, {"quoteKinds", language.quoteKinds[:], english.quoteKinds[:]},
		{"partyKinds", language.partyKinds[:], english.partyKinds[:]}, {"rules", language.rules[:], english.rules[:]},
		{"clues", language.clues[1:], english.clues[1:]}, {"between", []string{language.between}, []string{english.between}},
		{"certainties", language.certainties[:], english.certainties[:]}, {"deeds", language.deeds[:], english.deeds[:]},
	} {
		for i, text := range table.rows {
			switch {
			case text == "":
				faults = append(faults, fmt.Sprintf("%s[%d] is missing", table.name, i))
			case !slices.Equal(verb.FindAllString(text, -1), verb.FindAllString(table.like[i], -1)):
				faults = append(faults, fmt.Sprintf("%s[%d] = %q takes other arguments than in English", table.name, i, text))
			}
		}
	}
	return append(faults, missingForms(language)...)
}

// missingForms is what is wrong with a language's nouns: there is a form for each
// category that the language's rule gives for a number up to 1,000, and for no other.
func missingForms(language *translation) (faults []string) {
	var numbers [categoryCount][]int
	for n := range 1001 {
		c := language.plural(n)
		numbers[c] = append(numbers[c], n)
	}
	for noun, forms := range language.nouns {
		for c, form := range forms {
			switch n := numbers[c]; {
			case len(n) == 0 && form != "":
				faults = append(faults, fmt.Sprintf("noun %d = %q is never used", noun, form))
			case len(n) > 0 && form == "":
				faults = append(faults, fmt.Sprintf("noun %d has no form for %d", noun, n[0]))
			case len(n) > 1 && strings.Count(form, "%d") != 1:
				faults = append(faults, fmt.Sprintf("noun %d = %q stands for several numbers, as %d, and does not say which", noun, form, n[1]))
			}
		}
	}
	return faults
}

func TestParse(t *testing.T) {
	for l := range Language(LanguageCount) {
		if got, err := Parse(l.String()); err != nil || got != l {
			t.Errorf("Parse(%q) = %v, %v", l, got, err)
		}
	}
	if _, err := Parse("xx"); err == nil {
		t.Error("Parse(xx) has no error")
	}
}

// A reason is the rule, or the clues where there are some.
func TestReason(t *testing.T) {
	for _, test := range []struct {
		reason          model.Reason
		arabic, english string
	}{
		{model.Reason{Rule: model.PreviousSpeaker}, "القائل نفسه", "same speaker"},
		{model.Reason{Rule: model.VerbSubject, Clues: [2]model.Clue{model.AfterVerb}}, "يلي الفعل مباشرة", "right after the verb"},
		{model.Reason{Rule: model.VerbSubject, Clues: [2]model.Clue{model.SpokeLast, model.FitsVerb}}, "المتحدث السابق، يوافق الفعل جنسا وعددا", "the previous speaker, agrees with the verb"},
	} {
		if a, e := Arabic.Reason(test.reason), English.Reason(test.reason); a != test.arabic || e != test.english {
			t.Errorf("%+v is %q and %q", test.reason, a, e)
		}
	}
}
