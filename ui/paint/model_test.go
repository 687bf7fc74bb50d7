package paint

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// This file holds small models of terminals that do not show cells as they are
// sent. Each takes the text of one line without SGR and answers the cells as
// the terminal shows them, left to right, without U+200E.

// obeying is a terminal that shows cells as they are sent: a character with
// what has no width after it.
func obeying(line string) []string {
	var cells []string
	for _, r := range line {
		if len(cells) > 0 && unicode.In(r, unicode.Mn, unicode.Me) {
			cells[len(cells)-1] += string(r)
		} else {
			cells = append(cells, string(r))
		}
	}
	return cells
}

// reordering is a terminal that applies UAX #9 with a left-to-right base to a
// whole line, as VTE, Konsole and browsers do.
func reordering(line string) []string {
	var types []bidi.Class
	runes := []rune(line)
	for _, r := range runes {
		p, _ := bidi.LookupRune(r)
		types = append(types, p.Class())
	}
	type item struct { // a character with its marks, or a fence
		text  string
		level int
	}
	var items []item
	for i, level := range levelsOf(types, runes) {
		if unicode.In(runes[i], unicode.Mn, unicode.Me) { // L3
			items[len(items)-1].text += string(runes[i])
			continue
		}
		text := string(runes[i])
		if m, ok := brackets[text]; ok && level&1 != 0 { // L4
			text = m
		}
		items = append(items, item{text, level})
	}
	for level := 2; level > 0; level-- { // L2
		for i := 0; i < len(items); i++ {
			start := i
			for i < len(items) && items[i].level >= level {
				i++
			}
			slices.Reverse(items[start:i])
		}
	}
	var cells []string
	for _, it := range items {
		if it.text != lrm {
			cells = append(cells, it.text)
		}
	}
	return cells
}

var brackets = map[string]string{"(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«"}

// levelsOf applies W1 to I2 to one line of base level 0 without explicit
// directions.
func levelsOf(types []bidi.Class, runes []rune) []int {
	last := bidi.L
	for i, c := range types { // W1, W2, W3
		if c == bidi.NSM {
			types[i] = bidi.ON
			if i > 0 {
				types[i] = types[i-1]
			}
		}
	}
	for i, c := range types {
		switch {
		case c == bidi.L || c == bidi.R || c == bidi.AL:
			last = c
		case c == bidi.EN && last == bidi.AL:
			types[i] = bidi.AN
		}
	}
	for i, c := range types {
		if c == bidi.AL {
			types[i] = bidi.R
		}
	}
	for i := 1; i < len(types)-1; i++ { // W4
		a, c, b := types[i-1], types[i], types[i+1]
		if a == b && (a == bidi.EN && (c == bidi.ES || c == bidi.CS) || a == bidi.AN && c == bidi.CS) {
			types[i] = a
		}
	}
	for i, c := range types { // W5: a run of ET beside EN
		if c != bidi.EN {
			continue
		}
		for j := i + 1; j < len(types) && types[j] == bidi.ET; j++ {
			types[j] = bidi.EN
		}
		for j := i - 1; j >= 0 && types[j] == bidi.ET; j-- {
			types[j] = bidi.EN
		}
	}
	last = bidi.L
	for i, c := range types { // W6, W7
		switch {
		case c == bidi.L || c == bidi.R:
			last = c
		case c == bidi.EN && last == bidi.L:
			types[i] = bidi.L
		case c != bidi.EN && c != bidi.AN:
			types[i] = bidi.ON
		}
	}
	pairBrackets(types, runes)
	// N1, N2: a stretch of neutrals takes the direction on both sides, else L.
	for i := 0; i < len(types); i++ {
		start := i
		for i < len(types) && types[i] == bidi.ON {
			i++
		}
		if start < i {
			dir := bidi.L
			if start > 0 && i < len(types) && types[start-1] != bidi.L && types[i] != bidi.L {
				dir = bidi.R
			}
			for j := start; j < i; j++ {
				types[j] = dir
			}
		}
	}
	levels := make([]int, len(types)) // I1
	for i, c := range types {
		levels[i] = map[bidi.Class]int{bidi.L: 0, bidi.R: 1, bidi.AN: 2, bidi.EN: 2}[c]
	}
	return levels
}

// pairBrackets is N0 for a base level of 0.
func pairBrackets(types []bidi.Class, runes []rune) {
	type open struct {
		closing rune
		at      int
	}
	var stack []open
	var pairs [][2]int
	for i, r := range runes {
		if types[i] != bidi.ON {
			continue
		}
		switch p, _ := bidi.LookupRune(r); {
		case p.IsOpeningBracket():
			closing := []rune(brackets[string(r)])
			if len(closing) == 1 {
				stack = append(stack, open{closing[0], i})
			}
		case p.IsBracket():
			for k := len(stack) - 1; k >= 0; k-- {
				if stack[k].closing == r {
					pairs = append(pairs, [2]int{stack[k].at, i})
					stack = stack[:k]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	for _, p := range pairs {
		sawL, sawR := false, false
		for _, c := range types[p[0]+1 : p[1]] {
			sawL = sawL || c == bidi.L
			sawR = sawR || c == bidi.R || c == bidi.EN || c == bidi.AN
		}
		dir := bidi.L
		if !sawL && !sawR {
			continue
		}
		if !sawL { // N0 c
			for k := p[0] - 1; k >= 0; k-- {
				if types[k] == bidi.L {
					break
				}
				if types[k] != bidi.ON {
					dir = bidi.R
					break
				}
			}
		}
		types[p[0]], types[p[1]] = dir, dir
	}
}

// turning is a terminal that turns each run of letters round, as kitty does.
func turning(line string) []string {
	cells := obeying(line)
	for i := 0; i < len(cells); i++ {
		start := i
		for i < len(cells) && isLetter(cells[i]) {
			i++
		}
		slices.Reverse(cells[start:i])
	}
	return cells
}

func isLetter(cell string) bool {
	p, _ := bidi.LookupString(cell)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}
