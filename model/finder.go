package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// finder finds anchors of other texts in one text.
type finder struct {
	text  string
	words []Span           // of the text
	index map[string][]int // where each word stands in words
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
func (f *finder) find(x Anchor) (Span, Fate) {
	if x.Exact == "" {
		return Span{}, Lost
	}
	twins := f.twins(x)
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
		return nearest(twins, x).Span, Moved
	}
	if len(twins) > 0 {
		if at := nearest(twins, x); len(x.Exact) > contextRunes || at.context >= sideAgrees {
			return at.Span, Moved
		}
	}
	if at, ok := f.between(x); ok {
		return at, Moved
	}
	if at, ok := f.similar(x); ok {
		return at, Moved
	}
	return Span{}, Lost
}

// twin is a place where an anchor's words stand.
type twin struct {
	Span
	context int  // code points of context that agree
	sure    bool // enough to be the same place
}

func (f *finder) twins(x Anchor) []twin {
	var twins []twin
	for from := 0; len(twins) < maxTwins; {
		i := strings.Index(f.text[from:], x.Exact)
		if i < 0 {
			break
		}
		start := from + i
		twins = append(twins, f.twin(x, Span{start, start + len(x.Exact)}))
		_, size := utf8.DecodeRuneInString(f.text[start:])
		from = start + size
	}
	return twins
}

// twin judges one place.
func (f *finder) twin(x Anchor, at Span) twin {
	before, after := commonEnd(x.Before, f.text[:at.Start]), commonStart(x.After, f.text[at.End:])
	all := utf8.RuneCountInString(x.Before) + utf8.RuneCountInString(x.After)
	context := before + after
	return twin{at, context, context >= min(all, contextAgrees) && context >= sideAgrees}
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
func nearest(twins []twin, x Anchor) twin {
	return slices.MinFunc(twins, func(a, b twin) int {
		return cmp.Or(cmp.Compare(b.context, a.context), cmp.Compare(distance(a.Start, x.Start), distance(b.Start, x.Start)))
	})
}

func distance(a, b int) int { return max(a-b, b-a) }

// between is the words that stand where the anchor's stood: between what was
// before and what was after them, when a third of either are the same.
func (f *finder) between(x Anchor) (Span, bool) {
	before, after := lastRunes(x.Before, contextRunes/2), firstRunes(x.After, contextRunes/2)
	i := strings.Index(f.text, before)
	if utf8.RuneCountInString(before) < sideAgrees || utf8.RuneCountInString(after) < sideAgrees || i < 0 {
		return Span{}, false
	}
	start := i + len(before)
	n := strings.Index(f.text[start:], after)
	if n < 0 || n > 3*len(x.Exact)+contextRunes {
		return Span{}, false
	}
	at := trim(f.text, Span{start, start + n})
	old, now := wordsOf(x.Exact), wordsOf(at.In(f.text))
	if at.Empty() || len(old)*len(now) > maxDiff {
		return Span{}, false
	}
	return at, 3*int(common(old, now)[0][0]) >= max(len(old), len(now))
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
func (f *finder) similar(x Anchor) (Span, bool) {
	f.learn()
	wanted := plainWords(x.Exact)
	votes := make(map[int]int) // for the place of the first word
	for i, w := range wanted {
		if places := f.index[w.In(x.Exact)]; len(places) <= commonWord {
			for _, p := range places {
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
	from, to := max(0, first), min(len(f.words), first+len(wanted))
	return Span{f.words[from].Start, f.words[to-1].End}, true
}

// learn indexes the text's words.
func (f *finder) learn() {
	if f.index != nil {
		return
	}
	f.index = make(map[string][]int)
	f.words = plainWords(f.text)
	for i, w := range f.words {
		f.index[w.In(f.text)] = append(f.index[w.In(f.text)], i)
	}
}

// plainWords is the words of a text without what stands between them.
func plainWords(text string) (words []Span) {
	start := -1
	for i, r := range text {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if in && start < 0 {
			start = i
		}
		if !in && start >= 0 {
			words = append(words, Span{start, i})
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, Span{start, len(text)})
	}
	return words
}
