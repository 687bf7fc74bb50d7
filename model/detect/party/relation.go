package party

import "strings"

// relation is how the words of two names lie to each other. Closer ones come
// first, but for apart.
type relation uint8

const (
	apart       relation = iota
	equal                // word by word
	equalCore            // but for the noun before the name
	joined               // but for blanks
	ending               // the first ends the second
	beginning            // the first begins the second
	inside               // the first stands in the second
	scattered            // all words of the first stand in the second in order, others between them
	ended                // the second ends the first; then as above
	begun                // …
	containing           // …
	spanning             // …
	overlapping          // they share words, not only the noun before the name
)

func (r relation) closer(x relation) bool { return r != apart && (x == apart || r < x) }

// relate compares two names.
func relate(a, b *view) relation {
	switch {
	case a.key == b.key, sameWords(a.words, b.words):
		return equal
	case sameWords(a.name(), b.name()):
		return equalCore
	case sameLetters(a.key, b.key):
		return joined
	}
	if r := part(a.name(), b.name()); r != apart {
		return r
	}
	if r := part(b.name(), a.name()); r != apart {
		return r + (ended - ending)
	}
	if shared(a.name(), b.name()) > 0 {
		return overlapping
	}
	return apart
}

// sameLetters reports whether two keys are one but for blanks: «لا فاييت».
func sameLetters(a, b string) bool {
	return len(a)-strings.Count(a, " ") == len(b)-strings.Count(b, " ") &&
		strings.ReplaceAll(a, " ", "") == strings.ReplaceAll(b, " ", "")
}

func sameWords(a, b []*word) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if !a[i].same(b[i]) {
			return false
		}
	}
	return true
}

// part is how the words of a stand in b, if all do and b has more.
func part(a, b []*word) relation {
	more := len(b) - len(a)
	if len(a) == 0 || more <= 0 {
		return apart
	}
	switch {
	case sameWords(a, b[more:]), len(a) == 1 && a[0].bare == particled(b):
		return ending
	case sameWords(a, b[:len(a)]):
		return beginning
	}
	for i := 1; i < more; i++ {
		if sameWords(a, b[i:i+len(a)]) {
			return inside
		}
	}
	if inOrder(a, b) {
		return scattered
	}
	return apart
}

// inOrder reports whether all words of a stand in b in that order.
func inOrder(a, b []*word) bool {
	for _, w := range b {
		if len(a) > 0 && a[0].same(w) {
			a = a[1:]
		}
	}
	return len(a) == 0
}

// particled is the last word of a name written in one with the short word before
// it, «لافورتين» of «جاك لا فورتين»; "" where there is none.
func particled(name []*word) string {
	const short = 3 // letters
	n := len(name)
	if n < 3 || name[n-2].letters > short {
		return ""
	}
	return name[n-2].fold + name[n-1].fold
}
