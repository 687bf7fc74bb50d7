package model

import "strings"

// WordChange is a word of two texts that are compared.
type WordChange struct {
	Word string
	Edit WordEdit
}

// WordEdit says what became of a word.
type WordEdit uint8

const (
	Kept WordEdit = iota // the word is in both texts; WordChange has it as the old one writes it
	Struck
	Added
)

// maxDiffWords is how many words of a text are compared one by one; of longer
// texts all words are struck and all added.
const maxDiffWords = 400

// DiffWords is how the words of one text become those of another, in order, with as
// many kept as possible. Words are the same that have one [Skeleton].
func DiffWords(before, after string) []WordChange {
	a, b := strings.Fields(before), strings.Fields(after)
	if len(a) > maxDiffWords || len(b) > maxDiffWords {
		return appendAll(appendAll(nil, Struck, a), Added, b)
	}
	x, y := Skeletons(a), Skeletons(b)
	same := commonWords(x, y)
	var changes []WordChange
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case x[i] == y[j]:
			changes = append(changes, WordChange{a[i], Kept})
			i, j = i+1, j+1
		case same[i+1][j] >= same[i][j+1]:
			changes = append(changes, WordChange{a[i], Struck})
			i++
		default:
			changes = append(changes, WordChange{b[j], Added})
			j++
		}
	}
	return appendAll(appendAll(changes, Struck, a[i:]), Added, b[j:])
}

func appendAll(changes []WordChange, e WordEdit, words []string) []WordChange {
	for _, w := range words {
		changes = append(changes, WordChange{w, e})
	}
	return changes
}

// maxWordPairs is how many pairs of words commonWords compares at most.
const maxWordPairs = 4 << 20

// commonWords is, for each pair of places, the length of the longest common
// subsequence of the words from there on.
func commonWords(a, b []string) [][]int32 {
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
