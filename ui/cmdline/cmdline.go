// Package cmdline reads what is typed into the command line. It runs nothing:
// [Parse] says which action is meant, and a word that fits none alone means
// none, for a wrong word must decide nothing.
package cmdline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rawi/model/arabic"
	"rawi/ui/l10n"
)

// Action is what can be typed.
type Action struct {
	Names    []string // each means it; no two actions have one whose [arabic.Key] is the same
	Argument bool     // words after its name are its argument
}

// Meaning is what was typed.
type Meaning struct {
	Outcome
	Action   int      // which one to run, from 0
	Argument string   // of the action, or the number of the quotation; "" for none
	Names    []string // to choose from where none is meant, likeliest first
}

// Outcome says what to do with what was typed.
type Outcome uint8

const (
	Nothing   Outcome = iota // nothing was typed
	Run                      // run the action
	GoTo                     // go to the quotation of a number
	Unknown                  // no action has that name; Names are the nearest
	Ambiguous                // it begins several names, which are in Names
)

// suggestions is how many names are offered at most.
const suggestions = 4

// Parse reads what was typed. Names are compared by [arabic.Key], so that hamza,
// vowel marks and capitals do not matter. A action is meant by
//   - its whole name, and of two the longer: "accept above 90" is no "accept";
//     an argument may follow if it takes one,
//   - a beginning of a name that begins no other action's.
//
// Digits of any script that [arabic.Fold] knows, alone, mean a quotation.
func Parse(typed string, actions []Action) Meaning {
	words := strings.Fields(typed)
	if len(words) == 0 {
		return Meaning{}
	}
	typed = strings.Join(words, " ")
	if number := arabic.Fold(typed); isNumber(number) {
		return Meaning{Outcome: GoTo, Argument: number}
	}
	if m, ok := wholeName(words, actions); ok {
		return m
	}
	key := arabic.Key(typed)
	fitting := beginning(key, actions)
	switch len(fitting) {
	case 0:
		return Meaning{Outcome: Unknown, Names: nearest(key, actions)}
	case 1:
		return Meaning{Outcome: Run, Action: fitting[0].action}
	}
	return Meaning{Outcome: Ambiguous, Names: names(fitting)}
}

// Number is the number, not negative, that an argument is in digits of any script
// that [arabic.Fold] knows, with a per cent sign behind it or without. One that is
// too large is the largest.
func Number(argument string) (n int, ok bool) {
	digits := arabic.Fold(strings.TrimRight(argument, "%٪ "))
	if !isNumber(digits) {
		return 0, false
	}
	n, _ = strconv.Atoi(digits) // fails only where it is too large
	return n, true
}

func isNumber(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
}

// wholeName is the action whose name the words are, or begin with before an
// argument.
func wholeName(words []string, actions []Action) (m Meaning, ok bool) {
	for n := len(words); n > 0; n-- {
		key := arabic.Key(strings.Join(words[:n], " "))
		at := slices.IndexFunc(actions, func(c Action) bool { return (n == len(words) || c.Argument) && c.called(key) })
		if at >= 0 {
			return Meaning{Outcome: Run, Action: at, Argument: strings.Join(words[n:], " ")}, true
		}
	}
	return m, false
}

func (c *Action) called(key string) bool {
	return slices.ContainsFunc(c.Names, func(name string) bool { return arabic.Key(name) == key })
}

// fit is a action and the name of it that fits what was typed.
type fit struct {
	action   int
	name     string
	distance int
}

// beginning is the actions that have a name which begins with the key.
func beginning(key string, actions []Action) (fitting []fit) {
	if key == "" {
		return nil
	}
	for i, c := range actions {
		at := slices.IndexFunc(c.Names, func(name string) bool { return strings.HasPrefix(arabic.Key(name), key) })
		if at >= 0 {
			fitting = append(fitting, fit{action: i, name: c.Names[at]})
		}
	}
	return fitting
}

// longest is how many letters of what was typed are compared with names.
const longest = 40

// nearest is the names with the fewest letters to change; of each action the
// nearest of its own.
func nearest(key string, actions []Action) []string {
	typed := []rune(key)
	typed = typed[:min(len(typed), longest)]
	var near []fit
	for i, c := range actions {
		best := fit{distance: 2 * longest}
		for _, name := range c.Names {
			if d := l10n.Distance(typed, []rune(arabic.Key(name))); d < best.distance {
				best = fit{i, name, d}
			}
		}
		near = append(near, best)
	}
	slices.SortStableFunc(near, func(a, b fit) int { return cmp.Compare(a.distance, b.distance) })
	return names(near)
}

func names(fitting []fit) (names []string) {
	for _, f := range fitting[:min(len(fitting), suggestions)] {
		names = append(names, f.name)
	}
	return names
}
