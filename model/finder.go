package model

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// finder finds anchors of other texts in one text, by the words: see skeleton.
type finder struct {
	source   string
	skeleton *skeleton // of the source; nil until something is looked for
	text     string    // the skeleton's
	index    *wordIndex
}

// learn makes what is looked up.
func (f *finder) learn() {
	if f.skeleton == nil {
		f.skeleton = newSkeleton(f.source)
		f.text = f.skeleton.text
		f.index = newWordIndex(f.text)
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
func (f *finder) find(x Anchor) (Span, Fate) {
	f.learn()
	x = x.skeleton()
	if x.Exact == "" {
		return Span{}, Lost
	}
	at, fate := f.seek(x)
	if fate == Lost {
		return Span{}, Lost
	}
	place := f.skeleton.source(at)
	if f.skeleton.of(place) != at { // part of a ligature
		fate = Moved
	}
	return place, fate
}

// seek is find within skeletons.
func (f *finder) seek(x Anchor) (Span, Fate) {
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
		return f.nearest(twins, x).Span, Moved
	}
	if len(twins) > 0 {
		if at := f.nearest(twins, x); len(x.Exact) > contextRunes || at.context >= sideAgrees {
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

// between is the words that stand where the anchor's stood: between what was
// before and what was after them, when a third of either are the same.
func (f *finder) between(x Anchor) (Span, bool) {
	before, after := lastRunes(x.Before, contextRunes/2), firstRunes(x.After, contextRunes/2)
	if utf8.RuneCountInString(before) < sideAgrees || utf8.RuneCountInString(after) < sideAgrees {
		return Span{}, false
	}
	for i := range f.occurrences(before) {
		start := i + len(before)
		near := f.text[start:min(len(f.text), start+3*len(x.Exact)+contextRunes+len(after))]
		n := strings.Index(near, after)
		return f.akin(x.Exact, Span{start, start + max(n, 0)})
	}
	return Span{}, false
}

// akin is a stretch of the text if a third of its words and of the others are
// the same.
func (f *finder) akin(words string, at Span) (Span, bool) {
	at = trim(f.text, at)
	old, now := strings.Fields(words), strings.Fields(at.In(f.text))
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
	wanted := slices.Collect(plainWords(x.Exact))
	votes := make(map[int]int) // for the place of the first word
	for i, w := range wanted {
		word := w.In(x.Exact)
		if f.index.count(word, commonWord+1) <= commonWord {
			for p := range f.index.places(word) {
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
	from, to := max(0, first), min(len(f.index.words), first+len(wanted))
	return Span{f.index.span(from).Start, f.index.span(to - 1).End}, true
}
