package ingest

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// shape reports whether a rune is the shape of a letter, or of a few joined ones, in one
// place of a word: the blocks Arabic Presentation Forms A and B, without the phrases
// (U+FDF0-FDFD), which are written so.
func shape(r rune) bool {
	return 0xfb50 <= r && r <= 0xfdc7 && r != '﴾' && r != '﴿' || 0xfe70 <= r && r <= 0xfefc
}

// letterForms is a text with letters in place of their shapes. The shapes of vowel marks
// that stand alone lose the blank or the tatweel that bears them.
func letterForms(text string) string {
	var out strings.Builder
	for _, r := range text {
		if !shape(r) {
			out.WriteRune(r)
			continue
		}
		letters := norm.NFKC.String(string(r))
		if 0xfe70 <= r && r <= 0xfe7f {
			letters = strings.TrimLeft(letters, " ـ")
		}
		out.WriteString(letters)
	}
	return out.String()
}

// isVisual reports whether the letters of words stand in reverse: what only ends an Arabic
// word, ة and ى, begins it, and the article ends it.
func isVisual(text string) bool {
	right, wrong := 0, 0
	for word := range strings.FieldsFuncSeq(letterForms(reversedShapes(text)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
		if utf8.RuneCountInString(word) < 3 {
			continue
		}
		if strings.HasSuffix(word, "ة") || strings.HasSuffix(word, "ى") || strings.HasPrefix(word, "ال") {
			right++
		}
		if strings.HasPrefix(word, "ة") || strings.HasPrefix(word, "ى") || strings.HasSuffix(word, "لا") {
			wrong++
		}
	}
	return wrong >= minWords && wrong > clearly*right
}

// reversedShapes is a text in which a shape of two letters stands for them in the order
// in which the text runs, if that is from left to right: lam and alef the other way round.
func reversedShapes(text string) string {
	return lamAlefs().Replace(text)
}

var lamAlefs = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("ﻻ", "اﻟ", "ﻼ", "ﺎﻠ", "ﻷ", "أﻟ", "ﻸ", "ﺄﻠ", "ﻹ", "إﻟ", "ﻺ", "ﺈﻠ", "ﻵ", "آﻟ", "ﻶ", "ﺂﻠ")
})

// mendVisual turns each line round; numbers and words of other scripts, which run from
// left to right in it, stay, and brackets are mirrored.
func mendVisual(text string) string {
	return letterForms(eachLine(text, turn))
}

// eachLine is a text with something done to each line.
func eachLine(text string, do func(line string) string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		body := strings.TrimRight(line, "\r\n")
		out.WriteString(do(body) + line[len(body):])
	}
	return out.String()
}

// turn is a line in logical order that stood in visual order.
func turn(line string) string {
	clusters := clustersOf(line)
	slices.Reverse(clusters)
	for i := 0; i < len(clusters); {
		end := i
		for end < len(clusters) && leftToRight(clusters, i, end) {
			end++
		}
		slices.Reverse(clusters[i:end])
		i = max(end, i+1)
	}
	for i, c := range clusters {
		if m, ok := mirrored[c]; ok {
			clusters[i] = m
		}
	}
	return strings.Join(clusters, "")
}

// clustersOf divides a text into characters with their marks.
func clustersOf(text string) (clusters []string) {
	start := 0
	for i, r := range text {
		if i > 0 && !unicode.Is(unicode.M, r) {
			clusters = append(clusters, text[start:i])
			start = i
		}
	}
	if start < len(text) {
		clusters = append(clusters, text[start:])
	}
	return clusters
}

// leftToRight reports whether a cluster goes on a run that begins at start and runs from left
// to right: letters of such scripts and digits, and what stands between two of them.
func leftToRight(clusters []string, start, at int) bool {
	if runsRight(clusters[at]) {
		return true
	}
	if at == start || at+1 == len(clusters) {
		return false
	}
	inside := strings.Contains(".,:/-@_'’٫٬%+&", clusters[at]) || clusters[at] == " " && latin(clusters[at-1]) && latin(clusters[at+1])
	return inside && runsRight(clusters[at-1]) && runsRight(clusters[at+1])
}

func runsRight(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return unicode.IsDigit(r) || latin(cluster)
}

// latin reports whether a cluster is a letter of a script that runs from left to right.
func latin(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

// mirrored are the signs that look to the other side in text of the other direction.
var mirrored = map[string]string{"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "<": ">", ">": "<",
	"“": "”", "”": "“", "‹": "›", "›": "‹", "﴾": "﴿", "﴿": "﴾"}

// after are the signs that stand at the end of a word.
const after = ".،؛؟!:,;?"

// minStops is how many sentences tell that words are in reverse.
const minStops = 3

// hasVisualWords reports whether words are whole but in reverse: what ends a sentence
// stands before words. Commas do not count, which some writers put there.
func hasVisualWords(text string) bool {
	right, wrong := 0, 0
	for word := range strings.FieldsSeq(text) {
		inner := strings.Trim(word, after)
		if inner == "" { // a sign apart, which tells that spaces stand anywhere
			right++
		}
		if inner == word || strings.Contains(word, "..") || !strings.ContainsFunc(inner, arabicLetter) {
			continue
		}
		if strings.ContainsAny(word[:1], ".!") || strings.HasPrefix(word, "؟") {
			wrong++
		}
		if strings.HasSuffix(word, ".") || strings.HasSuffix(word, "!") || strings.HasSuffix(word, "؟") {
			right++
		}
	}
	return wrong >= minStops && wrong > clearly*right
}

func arabicLetter(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }

// mendVisualWords reverses the words of each line, and the signs around them. Words of other scripts that stand together keep their order.
func mendVisualWords(text string) string {
	return letterForms(eachLine(text, func(line string) string {
		words := strings.Fields(line)
		slices.Reverse(words)
		for i := 0; i < len(words); {
			end := i
			for end < len(words) && foreign(words[end]) {
				end++
			}
			slices.Reverse(words[i:end])
			i = max(end, i+1)
		}
		for i, word := range words {
			if foreign(word) {
				continue
			}
			words[i] = turnEnds(word)
		}
		return strings.Join(words, " ")
	}))
}

func foreign(word string) bool {
	return !strings.ContainsFunc(word, arabicLetter) && strings.ContainsFunc(word, unicode.IsLetter)
}

// turnEnds moves the signs around a word to its other end.
func turnEnds(word string) string {
	inner := strings.TrimFunc(word, func(r rune) bool { return mirrored[string(r)] != "" || strings.ContainsRune(after+`"`, r) })
	if inner == "" {
		return turn(word)
	}
	before, behind, _ := strings.Cut(word, inner)
	return turn(behind) + inner + turn(before)
}
