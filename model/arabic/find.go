package arabic

import "iter"

// Find gives the places where pattern occurs in text, compared folded: start and
// end of half-open byte ranges of text, in order and without overlap. Vowel marks
// after a match's last letter belong to it. A pattern that folds to nothing
// occurs nowhere. It reads the text once and keeps nothing of it, so its memory
// grows with the pattern alone.
func Find(text, pattern string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		f := newFinder(Fold(pattern))
		if len(f.want) == 0 {
			return
		}
		var room [16]byte
		start, found := 0, false // a match waits for the rune after it
		for i, r := range text {
			folded := appendRune(room[:0], r)
			if found && len(folded) > 0 {
				if !yield(start, i) {
					return
				}
				found = false
			}
			for _, c := range folded {
				if s, ok := f.next(c, i); ok {
					start, found = s, true
				}
			}
		}
		if found {
			yield(start, len(text))
		}
	}
}

// finder finds a text in a stream of bytes (Knuth, Morris and Pratt, Fast Pattern
// Matching in Strings, SIAM J. Comput. 6, 1977).
type finder struct {
	want   string
	border []int // of each beginning of want, how much of it is its end as well
	source []int // ring: where the last bytes came from
	read   int   // bytes
	agree  int   // of want, with the last bytes read
}

func newFinder(want string) *finder {
	f := &finder{want: want, border: make([]int, len(want)+1), source: make([]int, len(want))}
	for i, k := 1, 0; i < len(want); i++ {
		for k > 0 && want[i] != want[k] {
			k = f.border[k]
		}
		if want[i] == want[k] {
			k++
		}
		f.border[i+1] = k
	}
	return f
}

// next reads a byte, and from where it came. It reports whether it ends a match
// that overlaps none before, and where that came from.
func (f *finder) next(c byte, from int) (start int, ok bool) {
	f.source[f.read%len(f.source)] = from
	f.read++
	for f.agree > 0 && c != f.want[f.agree] {
		f.agree = f.border[f.agree]
	}
	if c == f.want[f.agree] {
		f.agree++
	}
	if f.agree < len(f.want) {
		return 0, false
	}
	f.agree = 0
	return f.source[f.read%len(f.source)], true // the oldest
}

// SkipLetters is the byte offset in word after its first n letters and the
// marks and tatweels on them; len(word) when it has fewer.
func SkipLetters(word string, n int) int {
	for i, r := range word {
		if foldRune(r) < 0 {
			continue
		}
		if n == 0 {
			return i
		}
		n--
	}
	return len(word)
}
