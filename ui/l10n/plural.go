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
	Words
	Kilobytes // of a thousand bytes
	Minutes
	nounCount
)

// category is a plural category of CLDR. Each language uses some of them, for numbers
// that its own rule gives; other languages' numbers do not matter to it.
type category uint8

const (
	zero category = iota
	one
	two
	few
	many
	other
	categoryCount
)

// forms is a noun in each category that the language uses. The number stands in it as
// %d; a form that is for one number alone may do without.
type forms [categoryCount]string

func (t *translation) count(n int, noun Noun) string {
	form := t.nouns[noun][t.plural(n)]
	if !strings.Contains(form, "%d") {
		return form
	}
	return fmt.Sprintf(form, n)
}
