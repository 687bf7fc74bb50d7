package screentest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Typed turns cells in visual order back into the text that was typed, for a
// line that runs from right to left: it turns the row round, the runs of Latin
// letters and digits back again, and mirrors brackets.
func Typed(cells []string) string {
	row := slices.Clone(cells)
	slices.Reverse(row)
	for i := 0; i < len(row); i++ {
		end := i
		for end < len(row) && leftToRight(row, end) {
			end++
		}
		slices.Reverse(row[i:end])
		if end > i {
			i = end
		}
	}
	for i, c := range row {
		if mirror, ok := Mirrors[c]; ok {
			row[i] = mirror
		}
	}
	return Unshaped(strings.TrimSpace(strings.Join(row, "")))
}

// Mirrors are the signs that look the other way in a line from right to left.
var Mirrors = map[string]string{"«": "»", "»": "«", "(": ")", ")": "(", "[": "]", "]": "[", "<": ">", ">": "<"}

// lamAlef is a lam with marks before an alef. On the screen both are one
// letter, and the marks stand on it.
var lamAlef = regexp.MustCompile(`ل(\p{Mn}+)([اأإآ])`)

// Unshaped is a text with its Arabic letters out of their presentation forms;
// other signs (…) stay as they are.
func Unshaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if 0xfb50 <= r && r <= 0xfdff || 0xfe70 <= r && r <= 0xfefc {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return lamAlef.ReplaceAllString(norm.NFC.String(b.String()), "ل$2$1")
}

// leftToRight reports whether a cell of a turned row belongs to a run of Latin
// letters or digits: it is one, or joins two.
func leftToRight(row []string, i int) bool {
	if latin(row[i]) {
		return true
	}
	if i == 0 || i == len(row)-1 || !latin(row[i-1]) || !latin(row[i+1]) {
		return false
	}
	if row[i] == " " {
		return !unicode.IsDigit(first(row[i-1])) && !unicode.IsDigit(first(row[i+1]))
	}
	return strings.Contains(".,/:-_+'", row[i])
}

func latin(cell string) bool {
	return unicode.Is(unicode.Latin, first(cell)) || unicode.IsDigit(first(cell))
}

func first(cell string) rune {
	r, _ := utf8.DecodeRuneInString(cell)
	return r
}
