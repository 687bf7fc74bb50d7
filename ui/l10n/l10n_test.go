package l10n

import (
	"regexp"
	"slices"
	"testing"
)

// Every row has both languages, and both take the same arguments.
func TestWordsAreWhole(t *testing.T) {
	verb := regexp.MustCompile(`%[sd]`)
	tables := map[string][][LanguageCount]string{"words": words[:], "quoteKinds": quoteKinds[:], "partyKinds": partyKinds[:], "rules": rules[:], "deeds": deeds[:], "certainties": certainties[:]}
	for name, table := range tables {
		for i, row := range table {
			for language, text := range row {
				if text == "" {
					t.Errorf("%s[%d] = %q: %v is missing", name, i, row, Language(language))
				}
				if !slices.Equal(verb.FindAllString(text, -1), verb.FindAllString(row[English], -1)) {
					t.Errorf("%s[%d] = %q: the languages take different arguments", name, i, row)
				}
			}
		}
	}
}

func TestParse(t *testing.T) {
	for _, l := range []Language{Arabic, English} {
		if got, err := Parse(l.String()); err != nil || got != l {
			t.Errorf("Parse(%q) = %v, %v", l, got, err)
		}
	}
	if _, err := Parse("fr"); err == nil {
		t.Error("Parse(fr) has no error")
	}
}
