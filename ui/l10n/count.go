package l10n

import (
	"fmt"
	"strings"
)

// Noun is what a number can be said of.
type Noun uint8

const (
	Decisions Noun = iota
	Articles
	Files
	Faults
	nounCount
)

// Plural categories of CLDR; English has one and other.
const (
	zero = iota
	one
	two
	few
	many
	other
	categoryCount
)

// arabicNouns has a noun's form in each category.
var arabicNouns = [nounCount][categoryCount]string{
	Decisions: {"لا قرارات", "قرار واحد", "قراران", "%d قرارات", "%d قرارا", "%d قرار"},
	Articles:  {"لا مقالات", "مقال واحد", "مقالان", "%d مقالات", "%d مقالا", "%d مقال"},
	Files:     {"لا ملفات", "ملف واحد", "ملفان", "%d ملفات", "%d ملفا", "%d ملف"},
	Faults:    {"لا أعطال", "عطل واحد", "عطلان", "%d أعطال", "%d عطلا", "%d عطل"},
}

// englishNouns has a noun's singular and plural.
var englishNouns = [nounCount][2]string{
	Decisions: {"%d decision", "%d decisions"},
	Articles:  {"%d article", "%d articles"},
	Files:     {"%d file", "%d files"},
	Faults:    {"%d fault", "%d faults"},
}

// Count is a number of things, at least 0, with their noun in the form that the
// number asks for (CLDR, language plural rules).
func (l Language) Count(n int, noun Noun) string {
	form := englishNouns[noun][min(abs(n-1), 1)]
	if l == Arabic {
		form = arabicNouns[noun][arabicCategory(n)]
	}
	if !strings.Contains(form, "%d") {
		return form
	}
	return fmt.Sprintf(form, n)
}

func abs(n int) int { return max(n, -n) }

// arabicCategory is the category of a whole number in Arabic.
func arabicCategory(n int) int {
	switch r := n % 100; {
	case n < 3:
		return n
	case 3 <= r && r <= 10:
		return few
	case r >= 11:
		return many
	}
	return other
}
