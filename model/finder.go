package model

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// matcher finds anchors of other texts in one text, by the words: see skeleton.
type matcher struct {
	source   string
	skeleton *skeleton // of the source; nil until something is looked for
	text     string    // the skeleton's
	index    *wordIndex
}

// learn makes what is looked up.
func (m *matcher) learn() {
	if m.skeleton == nil {
		m.skeleton = newSkeleton(m.source)
		m.text = m.skeleton.text
		m.index = newWordIndex(m.text)
	}
}

// How much of an anchor's context must agree, in code points, for its words to
// be the same words: all of it on one side and some on the other, or much on
// both. With less they may be others that read the same.
const (
	sideAgrees    = 8
	contextAgrees = contextRunes + sideAgrees
)

// maxTwins is how many places of the same words are looked at. Words that stand
// in more say nothing.
const maxTwins = 1000

// find is where the anchor's words are. They are found where they stand, and
// their context, in one place alone. Else they may have moved: to where they
// stand in another context, or where similar ones do.
func (m *matcher) find(x Anchor) (Span, MatchStatus) {
	m.learn()
	x = x.skeleton()
	if x.Exact == "" {
		return Span{}, Lost
	}
	at, status := m.seek(x)
	if status == Lost {
		return Span{}, Lost
	}
	place := m.skeleton.source(at)
	if m.skeleton.of(place) != at { // part of a ligature
		status = Moved
	}
	return place, status
}

// seek is find within skeletons.
func (m *matcher) seek(x Anchor) (Span, MatchStatus) {
	twins := m.twins(x)
	sure := 0
	for _, t := range twins {
		if t.sure {
			sure++
		}
	}
	switch {
	case sure == 1 && len(twins) < maxTwins:
		return twins[slices.IndexFunc(twins, func(t twin) bool { return t.sure })].Span, Found
	case sure > 0:
		return m.nearest(twins, x).Span, Moved
	}
	if len(twins) > 0 {
		if at := m.nearest(twins, x); len(x.Exact) > contextRunes || at.context >= sideAgrees {
			return at.Span, Moved
		}
	}
	if at, ok := m.between(x); ok {
		return at, Moved
	}
	if at, ok := m.similar(x); ok {
		return at, Moved
	}
	return Span{}, Lost
}

// between is the words that stand where the anchor's stood: between what was
// before and what was after them, when a third of either are the same.
func (m *matcher) between(x Anchor) (Span, bool) {
	before, after := lastRunes(x.Before, contextRunes/2), firstRunes(x.After, contextRunes/2)
	if utf8.RuneCountInString(before) < sideAgrees || utf8.RuneCountInString(after) < sideAgrees {
		return Span{}, false
	}
	for i := range m.occurrences(before) {
		start := i + len(before)
		near := m.text[start:min(len(m.text), start+3*len(x.Exact)+contextRunes+len(after))]
		n := strings.Index(near, after)
		return m.akin(x.Exact, Span{start, start + max(n, 0)})
	}
	return Span{}, false
}

// akin is a stretch of the text if a third of its words and of the others are
// the same.
func (m *matcher) akin(words string, at Span) (Span, bool) {
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

// Words that stand in more places than this do not say where a passage is.
const commonWord = 50

// similar is the stretch of text that has most of the anchor's words, in about
// their order: at least half of them, and three.
func (m *matcher) similar(x Anchor) (Span, bool) {
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
		for shift := -2; shift <= 2; shift++ { // words added or struck before
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
