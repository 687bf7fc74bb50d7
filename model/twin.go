package model

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// twin is a place where an anchor's words stand.
type twin struct {
	Span
	context int  // code points of context that agree
	sure    bool // enough to be the same place
}

func (f *finder) twins(x Anchor) []twin {
	var twins []twin
	for start := range f.occurrences(x.Exact) {
		if twins = append(twins, f.twin(x, Span{start, start + len(x.Exact)})); len(twins) == maxTwins {
			break
		}
	}
	return twins
}

// occurrences is where words stand in the text. Where there is a whole word
// among them only its places are looked at.
func (f *finder) occurrences(words string) iter.Seq[int] {
	rarest, ok := f.rarest(words)
	return func(yield func(int) bool) {
		if !ok {
			f.scan(words, yield)
			return
		}
		for i := range f.index.places(rarest.In(words)) {
			start := f.index.span(i).Start - rarest.Start
			if start >= 0 && strings.HasPrefix(f.text[start:], words) && !yield(start) {
				return
			}
		}
	}
}

// maxRarest is how many words are compared by how rare they are.
const maxRarest = 8

// rarest is the word that is rarest in the text, of the first ones but for the
// very first and the last, which may be parts of words.
func (f *finder) rarest(words string) (rarest Span, ok bool) {
	fewest, n := maxTwins, -1
	for w := range plainWords(words) {
		if n++; n > maxRarest || w.End == len(words) {
			break
		}
		if w.Start == 0 {
			continue
		}
		if count := f.index.count(w.In(words), fewest); !ok || count < fewest {
			rarest, fewest, ok = w, max(count, 1), true
		}
	}
	return rarest, ok
}

// scan looks at all of the text.
func (f *finder) scan(words string, yield func(int) bool) {
	for from := 0; ; {
		i := strings.Index(f.text[from:], words)
		if i < 0 || !yield(from+i) {
			return
		}
		_, size := utf8.DecodeRuneInString(f.text[from+i:])
		from += i + size
	}
}

// twin judges one place.
func (f *finder) twin(x Anchor, at Span) twin {
	before, after := commonEnd(x.Before, f.text[:at.Start]), commonStart(x.After, f.text[at.End:])
	all := utf8.RuneCountInString(x.Before) + utf8.RuneCountInString(x.After)
	context := before + after
	whole := (before > 0 || !endsInWord(x.Before) && !endsInWord(f.text[:at.Start])) &&
		(after > 0 || !beginsInWord(x.After) && !beginsInWord(f.text[at.End:]))
	return twin{at, context, whole && context >= min(all, contextAgrees) && context >= sideAgrees}
}

// endsInWord reports whether a text ends within a word, beginsInWord whether it
// begins so.
func endsInWord(text string) bool {
	r, size := utf8.DecodeLastRuneInString(text)
	return size > 0 && inWord(r)
}

func beginsInWord(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	return size > 0 && inWord(r)
}

func commonStart(a, b string) (n int) {
	for a != "" && b != "" {
		r, size := utf8.DecodeRuneInString(a)
		if s, _ := utf8.DecodeRuneInString(b); s != r {
			break
		}
		a, b = a[size:], b[size:]
		n++
	}
	return n
}

func commonEnd(a, b string) (n int) {
	for a != "" && b != "" {
		r, size := utf8.DecodeLastRuneInString(a)
		if s, _ := utf8.DecodeLastRuneInString(b); s != r {
			break
		}
		a, b = a[:len(a)-size], b[:len(b)-size]
		n++
	}
	return n
}

// nearest is the twin with the most context, and of such the one nearest to the
// anchor's place.
func (f *finder) nearest(twins []twin, x Anchor) twin {
	away := func(t twin) int {
		start := f.skeleton.source(t.Span).Start
		return max(start-x.Start, x.Start-start)
	}
	return slices.MinFunc(twins, func(a, b twin) int {
		return cmp.Or(cmp.Compare(b.context, a.context), cmp.Compare(away(a), away(b)))
	})
}
