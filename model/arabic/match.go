package arabic

import "strings"

// Scores of Match, from the surest to the loosest agreement.
const (
	matchEqual    = 100 // the whole name
	matchStart    = 80  // the name begins so
	matchWord     = 60  // each typed word begins a word of the name
	matchInside   = 40  // the letters stand somewhere inside
	matchSkeleton = 20  // Latin consonants agree with the Arabic ones
)

// Match reports whether a reader who typed pattern may mean name, and how well
// they agree: 0 for an empty pattern, which matches all, else 20 to 100.
//
// Both are folded, so hamza, vowel marks and tatweel do not matter, and the
// article ال may be left out. A Latin pattern also matches an Arabic name by
// its consonants: "lafr" and "lavr" find لافرينتييف, "delatr" finds ديلاتر.
func Match(pattern, name string) (score int, ok bool) {
	p, n := Key(pattern), Key(name)
	switch {
	case p == "":
		return 0, true
	case p == n:
		return matchEqual, true
	case strings.HasPrefix(n, p):
		return matchStart, true
	case wordsBegin(strings.Fields(p), strings.Fields(n)):
		return matchWord, true
	case strings.Contains(n, p):
		return matchInside, true
	case isLatin(p) && soundsLike(p, strings.Fields(n)):
		return matchSkeleton, true
	}
	return 0, false
}

// soundsLike tries both readings of c: Chirac and François.
func soundsLike(latin string, name []string) bool {
	return skeletonsBegin(strings.Fields(latin), name) ||
		skeletonsBegin(strings.Fields(strings.ReplaceAll(latin, "c", "s")), name)
}

// wordsBegin reports whether each of the typed words begins a word of the
// name, in order.
func wordsBegin(typed, name []string) bool {
	for _, w := range name {
		if len(typed) > 0 && (strings.HasPrefix(w, typed[0]) ||
			strings.HasPrefix(strings.TrimPrefix(w, "ال"), typed[0])) {
			typed = typed[1:]
		}
	}
	return len(typed) == 0
}

func skeletonsBegin(typed, name []string) bool {
	for _, w := range name {
		if len(typed) == 0 {
			break
		}
		want := skeleton(typed[0])
		if want != "" && (strings.HasPrefix(skeleton(w), want) ||
			strings.HasPrefix(skeleton(strings.TrimPrefix(w, "ال")), want)) {
			typed = typed[1:]
		}
	}
	return len(typed) == 0
}

func isLatin(s string) bool {
	for _, r := range s {
		if r >= 0x250 {
			return false
		}
	}
	return true
}

// skeleton is a folded word's consonants in classes that Latin and Arabic
// spellings of one name share: vowels, w and y are left out, doubled letters
// are one, letters that transliterations mix up are one class.
func skeleton(word string) string {
	var out []byte
	word = digraphs.Replace(word)
	for _, r := range word {
		c, ok := consonants[r]
		if ok && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return string(out)
}

// digraphs are two Latin letters for one Arabic.
var digraphs = strings.NewReplacer("sh", "s", "ch", "s", "kh", "h", "gh", "k",
	"th", "t", "dh", "d", "ph", "f", "x", "ks")

var consonants = map[rune]byte{
	'b': 'b', 'p': 'b', 'ب': 'b', 'پ': 'b',
	'f': 'f', 'v': 'f', 'ف': 'f', 'ڤ': 'f',
	't': 't', 'ت': 't', 'ط': 't', 'ث': 't',
	'd': 'd', 'د': 'd', 'ض': 'd', 'ذ': 'd',
	'r': 'r', 'ر': 'r',
	'z': 'z', 'ز': 'z', 'ظ': 'z',
	's': 's', 'س': 's', 'ص': 's', 'ش': 's',
	'h': 'h', 'ح': 'h', 'خ': 'h', 'ه': 'h',
	'k': 'k', 'q': 'k', 'c': 'k', 'g': 'k', 'j': 'k', 'ك': 'k', 'ق': 'k', 'ج': 'k', 'غ': 'k', 'گ': 'k',
	'l': 'l', 'ل': 'l',
	'm': 'm', 'م': 'm',
	'n': 'n', 'ن': 'n',
}
