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

func (m *matcher) twins(x Anchor) []twin {
	var twins []twin
	for start := range m.occurrences(x.Exact) {
		if twins = append(twins, m.twin(x, Span{start, start + len(x.Exact)})); len(twins) == maxTwins {
			break
		}
	}
	return twins
}

// occurrences is where words stand in the text. Where there is a whole word
// among them only its places are looked at.
func (m *matcher) occurrences(words string) iter.Seq[int] {
	rarest, ok := m.rarest(words)
	return func(yield func(int) bool) {
		if !ok {
			m.scan(words, yield)
			return
		}
		for i := range m.index.places(rarest.In(words)) {
			start := m.index.span(i).Start - rarest.Start
			if start >= 0 && strings.HasPrefix(m.text[start:], words) && !yield(start) {
				return
			}
		}
	}
}

// maxRarest is how many words are compared by how rare they are.
const maxRarest = 8

// rarest is the word that is rarest in the text, of the first ones but for the
// very first and the last, which may be parts of words.
func (m *matcher) rarest(words string) (rarest Span, ok bool) {
	fewest, n := maxTwins, -1
	for w := range plainWords(words) {
		if n++; n > maxRarest || w.End == len(words) {
			break
		}
		if w.Start == 0 {
			continue
		}
		if count := m.index.count(w.In(words), fewest); !ok || count < fewest {
			rarest, fewest, ok = w, max(count, 1), true
		}
	}
	return rarest, ok
}

// scan looks at all of the text.
func (m *matcher) scan(words string, yield func(int) bool) {
	for from := 0; ; {
		i := strings.Index(m.text[from:], words)
		if i < 0 || !yield(from+i) {
			return
		}
		_, size := utf8.DecodeRuneInString(m.text[from+i:])
		from += i + size
	}
}

// twin judges one place.
func (m *matcher) twin(x Anchor, at Span) twin {
	before, after := commonEnd(x.Before, m.text[:at.Start]), commonStart(x.After, m.text[at.End:])
	all := utf8.RuneCountInString(x.Before) + utf8.RuneCountInString(x.After)
	context := before + after
	whole := (before > 0 || !endsInWord(x.Before) && !endsInWord(m.text[:at.Start])) &&
		(after > 0 || !beginsInWord(x.After) && !beginsInWord(m.text[at.End:]))
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
func (m *matcher) nearest(twins []twin, x Anchor) twin {
	away := func(t twin) int {
		start := m.skeleton.source(t.Span).Start
		return max(start-x.Start, x.Start-start)
	}
	return slices.MinFunc(twins, func(a, b twin) int {
		return cmp.Or(cmp.Compare(b.context, a.context), cmp.Compare(away(a), away(b)))
	})
}
