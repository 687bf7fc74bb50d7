package ingest

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/model/arabic"
)

const (
	proseLength   = 120 // code points: a line so long is a paragraph however it ends
	proseWords    = 5   // words of the shortest sentence that is surely prose
	titleWords    = 4   // words of the shortest line that reads like a title
	titleLength   = 100 // code points of the longest title that is found by its place
	captionLength = 75  // code points of the longest caption
	headingLength = 60  // code points of the longest heading inside the text
	headingWords  = 10  // words of that
	maxLineBytes  = 600 // no rule but "this is prose" looks at longer lines
)

// words returns the folded words and numbers of a line, none for a line that is
// too long to be anything but prose.
func words(line string) []string {
	if len(line) > maxLineBytes {
		return nil
	}
	return strings.Fields(arabic.Key(line))
}

// prose reports whether a line is certainly running text.
func prose(line string) bool {
	return longer(line, proseLength-1) || fullStop(line) && len(strings.Fields(line)) >= proseWords
}

// longer reports whether a line has more than n code points, reading at most
// four bytes for each of them.
func longer(line string, n int) bool {
	switch {
	case len(line) <= n:
		return false
	case len(line) > n*utf8.UTFMax:
		return true
	}
	for ; len(line) >= wordSize && n >= 0; line = line[wordSize:] {
		n -= wordSize - bits.OnesCount64(continuations(load(line)))
	}
	for i := range len(line) {
		if utf8.RuneStart(line[i]) {
			n--
		}
	}
	return n < 0
}

// closing are the signs that may follow the end of a sentence.
const closing = `"'»”’“«)]}` + "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069 \t\u00a0"

// last returns the last rune that is not a closing sign, and the text before it.
func last(line string) (before string, r rune) {
	line = strings.TrimRight(line, closing)
	r, size := utf8.DecodeLastRuneInString(line)
	return line[:len(line)-size], r
}

// fullStop reports whether a line ends with one full stop, as titles do not:
// two or more are an ellipsis.
func fullStop(line string) bool {
	before, r := last(line)
	return (r == '.' || r == '۔') && !strings.HasSuffix(before, ".")
}

// sentence reports whether a line ends as a sentence does.
func sentence(line string) bool {
	_, r := last(line)
	return strings.ContainsRune(".۔؟?!…", r)
}

// unended reports whether a line does not end as a sentence or a clause does.
func unended(line string) bool {
	_, r := last(line)
	return !sentence(line) && !strings.ContainsRune(":؛;،,", r)
}

// debris reports whether a line is left over from markup: content="..." />
func debris(line string) bool {
	return strings.HasSuffix(line, "/>") || strings.HasPrefix(line, "<meta ") || strings.HasPrefix(line, "</")
}

// listed reports whether a line is an item of a list or announces one, and so
// is neither title nor heading.
func listed(line string) bool {
	return strings.ContainsRune("-*•", first(line)) || strings.HasSuffix(line, ":")
}

func first(line string) rune {
	r, _ := utf8.DecodeRuneInString(line)
	return r
}

// dated reports whether a line is a date and nothing else.
func dated(w []string) bool {
	return strings.ContainsFunc(strings.Join(w, ""), unicode.IsDigit) &&
		boilerplate().all("date", w, func(word string) bool { return strings.ContainsFunc(word, unicode.IsDigit) })
}

// agency reports whether words are only the signature of an agency: «(رويترز)», or
// at least three single letters, «و م ع».
func agency(w []string) bool {
	return len(w) <= 6 && boilerplate().all("agency", w, letter) && (len(w) >= 3 || !letter(w[0]))
}

// letter reports whether a word is a single letter.
func letter(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsLetter(r)
}

// domain reports whether a line is the name of a site (AHDATH.INF): one Latin
// word with a dot before its last letters.
func domain(line string) bool {
	dot := strings.LastIndexByte(line, '.')
	return dot > 0 && len(line)-dot > 2 && !strings.ContainsFunc(line, func(r rune) bool {
		return r >= utf8.RuneSelf || r <= ' '
	}) && !strings.ContainsAny(line, "/@") && !strings.ContainsAny(line[dot:], "0123456789")
}

// credits reports whether a line lists who made the text, in brackets: «(إعداد فلان للنشرة العربية - تحرير فلان)».
func credits(line string, w []string) bool {
	return strings.HasPrefix(line, "(") && strings.HasSuffix(strings.TrimRight(line, ". "), ")") && boilerplate().begins(w, "byline")
}

// byline reports whether a line under the title says who wrote, and where:
// «كتب فلان», «فلان (جدة)», «الرياض – فلان», «دبي: رويترز».
func byline(line string, w []string) bool {
	switch {
	case len(w) == 0 || len(w) > 6 || !unended(line):
		return false
	case boilerplate().begins(w, "byline"), strings.HasSuffix(line, ")"):
		return true
	case strings.ContainsAny(line, ":،,/"):
		return boilerplate().begins(w[len(w)-1:], "agency")
	}
	for _, dash := range [...]string{" - ", " – ", " — ", " ــ ", " | "} {
		if strings.Contains(line, dash) {
			return true
		}
	}
	return false
}

// known reports whether the words of a line alone tell that it is boilerplate.
func known(line string, w []string) bool {
	return boilerplate().has("line", letters(w)) || boilerplate().begins(w, "notice") || labelled(line) ||
		dated(w) || agency(w) || domain(line) || credits(line, w)
}

// labelled reports whether a line begins with a label and a colon. A label of two
// words may be followed by two more: «رابط الخبر بصحيفة فلانة:».
func labelled(line string) bool {
	before, _, colon := strings.Cut(line, ":")
	if !colon || longer(before, headingLength) {
		return false
	}
	w := words(before)
	for _, section := range [...]string{"label", "tags", "links"} {
		if boilerplate().has(section, w) || 2 < len(w) && len(w) <= 4 && boilerplate().has(section, w[:2]) {
			return true
		}
	}
	return false
}

// tagged reports whether a line after the article is a list of tags.
func tagged(line string, w []string) bool {
	return len(w) > 1 && unended(line) && boilerplate().begins(w, "tags")
}

// letters returns the words without the numbers.
func letters(w []string) []string {
	var out []string
	for _, word := range w {
		if !strings.ContainsFunc(word, unicode.IsDigit) {
			out = append(out, word)
		}
	}
	return out
}
