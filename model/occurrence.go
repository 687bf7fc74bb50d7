package model

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// occurrence is a place where an anchor's words stand.
type occurrence struct {
	Span
	context int  // code points of context that agree
	sure    bool // enough to be the same place
}

func (m *matcher) occurrencesOf(x Anchor) (all []occurrence) {
	for start := range m.places(x.Exact) {
		all = append(all, m.compareContext(x, Span{start, start + len(x.Exact)}))
		if len(all) == maxOccurrences {
			break
		}
	}
	return all
}

// places is where words stand in the skeleton. If there is a whole word among them,
// only the places of the rarest are looked at.
func (m *matcher) places(words string) iter.Seq[int] {
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

// maxRarest is how many words rarest compares.
const maxRarest = 8

// rarest is the rarest word of the first few, except for the very first and the last,
// which may be parts of words.
func (m *matcher) rarest(words string) (rarest Span, ok bool) {
	fewest, n := maxOccurrences, -1
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

// scan searches all of the skeleton.
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

// compareContext compares an anchor's context with that of its words at a place.
func (m *matcher) compareContext(x Anchor, at Span) occurrence {
	before, after := commonEnd(x.Before, m.text[:at.Start]), commonStart(x.After, m.text[at.End:])
	all := utf8.RuneCountInString(x.Before) + utf8.RuneCountInString(x.After)
	context := before + after
	whole := (before > 0 || !endsInWord(x.Before) && !endsInWord(m.text[:at.Start])) &&
		(after > 0 || !beginsInWord(x.After) && !beginsInWord(m.text[at.End:]))
	return occurrence{at, context, whole && context >= min(all, contextAgrees) && context >= sideAgrees}
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

// nearest is the occurrence with the most context, and of such the one nearest to
// the anchor's place.
func (m *matcher) nearest(all []occurrence, x Anchor) occurrence {
	away := func(o occurrence) int {
		start := m.skeleton.source(o.Span).Start
		return max(start-x.Start, x.Start-start)
	}
	return slices.MinFunc(all, func(a, b occurrence) int {
		return cmp.Or(cmp.Compare(b.context, a.context), cmp.Compare(away(a), away(b)))
	})
}
