package ui

import (
	"slices"
	"strings"

	"rawi/model"
)

// edit says what became of a word between two texts.
type edit uint8

const (
	kept edit = iota
	struck
	added
)

// change is a word of either text.
type change struct {
	word string
	edit edit
}

// longestDiff bounds the words that are compared one by one; of longer texts
// all words are struck and all added.
const longestDiff = 400

// changes is how the words of one text become those of another, with as many
// kept as can be (the longest common subsequence). Words are the same as for
// [model.Skeleton].
func changes(before, after string) []change {
	a, b := strings.Fields(before), strings.Fields(after)
	if len(a) > longestDiff || len(b) > longestDiff {
		return append(all(a, struck), all(b, added)...)
	}
	x, y := model.Skeletons(a), model.Skeletons(b)
	common := make([][]int, len(a)+1) // of a[i:] and b[j:]
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := range slices.Backward(a) {
		for j := range slices.Backward(b) {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if x[i] == y[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	var list []change
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case x[i] == y[j]:
			list = append(list, change{a[i], kept})
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			list = append(list, change{a[i], struck})
			i++
		default:
			list = append(list, change{b[j], added})
			j++
		}
	}
	return append(append(list, all(a[i:], struck)...), all(b[j:], added)...)
}

func all(words []string, e edit) []change {
	list := make([]change, len(words))
	for i, w := range words {
		list[i] = change{w, e}
	}
	return list
}
