package model

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// skeleton is a text in the one form in which words of two texts are compared.
// Texts of one skeleton have the same words. It leaves out what is no part of a
// word, or only another way to write it down:
//
//   - white space of any kind and length, line ends and blank lines included, is
//     one blank, and none at the ends of the text or before a mark;
//   - what nobody sees is dropped: bidi and zero-width controls, joiners, soft
//     hyphens, variation selectors, byte order marks, control characters;
//   - so is the tatweel, which makes a word longer and no other word;
//   - the rest is in Normalization Form KC (UAX #15): presentation forms and
//     ligatures are letters, marks are composed and in canonical order. Raised,
//     lowered and broken numbers stay what they are: 10² is not 102.
//
// All else counts: a vowel mark, a sign or a digit more is another text, and so
// is a Persian ک for an Arabic ك.
type skeleton struct {
	text   string
	pieces []piece // in order, none if the text is empty
}

// piece is a stretch of a skeleton, up to the next piece, and the stretch of the
// source that it stands for. What lies between two in the source was dropped.
type piece struct {
	at    int32 // in the skeleton
	start int32 // in the source
	end   int32 // in the source, for one that stands for all of it; 0 for one that is the same, byte for byte
}

func newSkeleton(text string) *skeleton {
	b := skeletonBuilder{source: text, out: make([]byte, 0, len(text))}
	for i := 0; i < len(text); {
		i = b.copy(i)
		r, size := utf8.DecodeRuneInString(text[i:])
		b.read(r, Span{i, i + size})
		i += size
	}
	b.flush()
	return &skeleton{string(b.out), slices.Clip(b.pieces)}
}

// source is the stretch of the source for a stretch of the skeleton that is not
// empty.
func (k *skeleton) source(s Span) Span {
	first, last := k.pieces[k.pieceAt(s.Start)], k.pieces[k.pieceAt(s.End-1)]
	at := Span{int(first.start), int(last.end)}
	if first.end == 0 {
		at.Start += s.Start - int(first.at)
	}
	if last.end == 0 {
		at.End = int(last.start) + s.End - int(last.at)
	}
	return at
}

// pieceAt is the place of the piece that holds an offset of the skeleton.
func (k *skeleton) pieceAt(offset int) int {
	return sort.Search(len(k.pieces), func(i int) bool { return int(k.pieces[i].at) > offset }) - 1
}

// of is the stretch of the skeleton for a stretch of the source, without blanks
// at its ends. A piece that cannot be divided is in it as a whole.
func (k *skeleton) of(s Span) Span {
	from := sort.Search(len(k.pieces), func(i int) bool { return k.sourceEnd(i) > s.Start })
	to := sort.Search(len(k.pieces), func(i int) bool { return int(k.pieces[i].start) >= s.End }) - 1
	if from > to {
		return Span{}
	}
	at := Span{int(k.pieces[from].at), k.endOf(to)}
	if p := k.pieces[from]; p.end == 0 {
		at.Start += max(0, s.Start-int(p.start))
	}
	if p := k.pieces[to]; p.end == 0 {
		at.End = min(at.End, int(p.at)+s.End-int(p.start))
	}
	return trim(k.text, at)
}

// endOf is the end of a piece in the skeleton.
func (k *skeleton) endOf(i int) int {
	if i+1 < len(k.pieces) {
		return int(k.pieces[i+1].at)
	}
	return len(k.text)
}

// sourceEnd is the end of a piece in the source.
func (k *skeleton) sourceEnd(i int) int {
	p := k.pieces[i]
	if p.end > 0 {
		return int(p.end)
	}
	return int(p.start) + k.endOf(i) - int(p.at)
}

// skeleton is an anchor in skeletons: the words and what stands around them. The
// outermost character of a context that was cut off is left out, for it may have
// been cut from its marks.
func (x Anchor) skeleton() Anchor {
	k := newSkeleton(x.Before + x.Exact + x.After)
	at := k.of(Span{len(x.Before), len(x.Before) + len(x.Exact)})
	before, after := k.text[:at.Start], k.text[at.End:]
	if utf8.RuneCountInString(x.Before) >= contextRunes {
		before = strings.TrimPrefix(before, firstRunes(before, 1))
	}
	if utf8.RuneCountInString(x.After) >= contextRunes {
		after = strings.TrimSuffix(after, lastRunes(after, 1))
	}
	return Anchor{Span: x.Span, Exact: at.In(k.text), Before: before, After: after}
}

// Skeleton is a text in the form in which words of two texts are compared. Two
// texts of one skeleton differ at most in white space, invisible marks, tatweels
// and the Unicode form.
func Skeleton(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return !isSimple(r) }) < 0 {
		return text
	}
	return newSkeleton(text).text
}

// Skeletons is the [Skeleton] of each word.
func Skeletons(words []string) []string {
	forms := make([]string, len(words))
	for i, w := range words {
		forms[i] = Skeleton(w)
	}
	return forms
}

// SameWords reports whether two texts have one skeleton.
func SameWords(a, b string) bool { return a == b || Skeleton(a) == Skeleton(b) }

const tatweel = 'ـ'

// isSimple reports whether a character is in a skeleton as it is, unless a mark
// follows. It is true of nearly all of an article, and fast.
func isSimple(r rune) bool {
	return '!' <= r && r <= '~' || 'ء' <= r && r <= 'ي' && r != tatweel
}

// ignored reports whether a skeleton leaves a character out: the tatweel,
// controls, and what Unicode says to ignore where it has no glyph.
func ignored(r rune) bool { return r == tatweel || invisible(r) }

// invisible reports whether a character is never seen: control characters that
// are no white space, and default ignorable code points.
func invisible(r rune) bool {
	switch {
	case r < 0xa0:
		return unicode.IsControl(r) && !unicode.IsSpace(r)
	case unicode.Is(unicode.Cf, r):
		return !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	}
	return unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// raised is numbers above, below or beside a line, of which Normalization Form
// KC would make other numbers.
var raised = &unicode.RangeTable{
	R16: []unicode.Range16{{0xb2, 0xb3, 1}, {0xb9, 0xb9, 1}, {0xbc, 0xbe, 1}, {0x2070, 0x2070, 1},
		{0x2074, 0x208e, 1}, {0x2150, 0x215f, 1}, {0x2189, 0x2189, 1}},
	LatinOffset: 3,
}

func isRaised(r rune) bool { return unicode.Is(raised, r) }
