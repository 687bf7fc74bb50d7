package l10n

import "unicode"

// Nearest is the first of the known words that differ least from what was
// given, for a question whether it was meant: "" where all differ in more than
// one letter of three. Two letters in each other's place are one difference,
// capitals are none.
func Nearest(given string, known []string) string {
	best, least := "", len([]rune(given))/3+1
	for _, word := range known {
		if d := Distance([]rune(given), []rune(word)); d < least {
			best, least = word, d
		}
	}
	return best
}

// Distance is the number of letters to insert, delete, change, or swap with their
// neighbour, to make b of a (optimal string alignment). Capitals do not matter.
func Distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range b {
			change := 1
			if unicode.ToLower(a[i]) == unicode.ToLower(b[j]) {
				change = 0
			}
			row[j+1] = min(last[j]+change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
