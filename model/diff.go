package model

import "unicode"

// Change is a stretch of a text in relation to another.
type Change struct {
	Op   Op
	Text string // words with the blanks after them
}

// Op says what became of words.
type Op uint8

const (
	Same Op = iota
	Struck
	Added
)

// maxDiff is how many pairs of words are compared at most; beyond that all is
// struck and added.
const maxDiff = 4 << 20

// Diff is what changed from one text to the other, word by word, with as many
// words the same as can be. What is the same or added is the new text; what is
// the same or struck is the words of the old one. Words are the same that have one
// [Skeleton].
func Diff(old, new string) []Change {
	a, b := wordsOf(old), wordsOf(new)
	if len(a)*len(b) > maxDiff {
		return join(nil, Change{Struck, old}, Change{Added, new})
	}
	x, y := Skeletons(a), Skeletons(b)
	same := common(x, y)
	var changes []Change
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && x[i] == y[j]:
			changes = join(changes, Change{Same, b[j]})
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && same[i+1][j] >= same[i][j+1]:
			changes = join(changes, Change{Struck, a[i]})
			i++
		default:
			changes = join(changes, Change{Added, b[j]})
			j++
		}
	}
	return changes
}

// common is how many words can be the same from each pair of places on: the
// longest common subsequence.
func common(a, b []string) [][]int32 {
	same := make([][]int32, len(a)+1)
	for i := range same {
		same[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			same[i][j] = max(same[i+1][j], same[i][j+1])
			if a[i] == b[j] {
				same[i][j] = same[i+1][j+1] + 1
			}
		}
	}
	return same
}

// join appends changes, to the last one if it is of the same kind.
func join(changes []Change, more ...Change) []Change {
	for _, c := range more {
		n := len(changes)
		switch {
		case c.Text == "":
		case n > 0 && changes[n-1].Op == c.Op:
			changes[n-1].Text += c.Text
		default:
			changes = append(changes, c)
		}
	}
	return changes
}

// wordsOf is a text in words, each with the blanks after it; blanks at the
// start are a word.
func wordsOf(text string) (words []string) {
	start, blank := 0, false
	for i, r := range text {
		space := unicode.IsSpace(r)
		if blank && !space {
			words = append(words, text[start:i])
			start = i
		}
		blank = space
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}
