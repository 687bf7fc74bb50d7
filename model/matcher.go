package model

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// matcher finds anchors of other texts in one text, by their words: see skeleton.
type matcher struct {
	source   string
	skeleton *skeleton // of the source; nil until something is looked for
	text     string    // the skeleton's
	index    *wordIndex
}

// prepare makes the skeleton and its index, once.
func (m *matcher) prepare() {
	if m.skeleton == nil {
		m.skeleton = newSkeleton(m.source)
		m.text = m.skeleton.text
		m.index = newWordIndex(m.text)
	}
}

// How much of an anchor's context must agree, in code points, for words to be the
// anchor's and not others that read the same: all of it on one side and some on the
// other, or much on both.
const (
	sideAgrees    = 8
	contextAgrees = contextRunes + sideAgrees
)

// maxOccurrences is how many places of the same words are looked at. Words with more
// of them identify nothing.
const maxOccurrences = 1000

// find is where the anchor's words are: found, if they stand with their context in
// one place alone; else perhaps moved, to where they stand in another context or
// where similar words stand; else lost.
func (m *matcher) find(x Anchor) (Span, MatchStatus) {
	m.prepare()
	x = x.skeleton()
	if x.Exact == "" {
		return Span{}, Lost
	}
	at, status := m.findInSkeleton(x)
	if status == Lost {
		return Span{}, Lost
	}
	place := m.skeleton.source(at)
	if m.skeleton.of(place) != at { // part of a ligature
		status = Moved
	}
	return place, status
}

// findInSkeleton is find, with a span of the skeleton.
func (m *matcher) findInSkeleton(x Anchor) (Span, MatchStatus) {
	all := m.occurrencesOf(x)
	sure := 0
	for _, t := range all {
		if t.sure {
			sure++
		}
	}
	switch {
	case sure == 1 && len(all) < maxOccurrences:
		return all[slices.IndexFunc(all, func(o occurrence) bool { return o.sure })].Span, Found
	case sure > 0:
		return m.nearest(all, x).Span, Moved
	}
	if len(all) > 0 {
		if at := m.nearest(all, x); len(x.Exact) > contextRunes || at.context >= sideAgrees {
			return at.Span, Moved
		}
	}
	if at, ok := m.findBetween(x); ok {
		return at, Moved
	}
	if at, ok := m.findSimilar(x); ok {
		return at, Moved
	}
	return Span{}, Lost
}

// findBetween is the words that stand where the anchor's stood: between its context
// before and after, if they are similar enough.
func (m *matcher) findBetween(x Anchor) (Span, bool) {
	before, after := lastRunes(x.Before, contextRunes/2), firstRunes(x.After, contextRunes/2)
	if utf8.RuneCountInString(before) < sideAgrees || utf8.RuneCountInString(after) < sideAgrees {
		return Span{}, false
	}
	for i := range m.places(before) {
		start := i + len(before)
		near := m.text[start:min(len(m.text), start+3*len(x.Exact)+contextRunes+len(after))]
		n := strings.Index(near, after)
		return m.similarEnough(x.Exact, Span{start, start + max(n, 0)})
	}
	return Span{}, false
}

// similarEnough is a stretch of the text, trimmed; ok is false unless a third of its
// words and of the others are the same.
func (m *matcher) similarEnough(words string, at Span) (Span, bool) {
	at = trim(m.text, at)
	old, now := strings.Fields(words), strings.Fields(at.In(m.text))
	if at.Empty() || len(old)*len(now) > maxWordPairs {
		return Span{}, false
	}
	return at, 3*int(commonWords(old, now)[0][0]) >= max(len(old), len(now))
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	end := len(s)
	for ; n > 0 && end > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
	}
	return s[end:]
}

// commonWord is in how many places a word may stand at most to say where a passage
// is.
const commonWord = 50

// findSimilar is the stretch of text that has most of the anchor's words, in about
// their order: at least half of them, and three.
func (m *matcher) findSimilar(x Anchor) (Span, bool) {
	wanted := slices.Collect(plainWords(x.Exact))
	votes := make(map[int]int) // for the place of the first word
	for i, w := range wanted {
		word := w.In(x.Exact)
		if m.index.count(word, commonWord+1) <= commonWord {
			for p := range m.index.places(word) {
				votes[p-i]++
			}
		}
	}
	first, most := 0, 0
	for start := range votes {
		n := 0
		for shift := -2; shift <= 2; shift++ { // allow for words added or struck before
			n += votes[start+shift]
		}
		if n > most || n == most && start < first {
			first, most = start, n
		}
	}
	if most < 3 || 2*most < len(wanted) {
		return Span{}, false
	}
	from, to := max(0, first), min(len(m.index.words), first+len(wanted))
	return Span{m.index.span(from).Start, m.index.span(to - 1).End}, true
}
