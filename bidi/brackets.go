package bidi

import (
	"unicode/utf8"

	"rawi/bidi/internal/ucd"
)

// maxBrackets is how many opening brackets may wait for theirs (BD16).
const maxBrackets = 63

// bracketPairs finds the bracket pairs of one sequence after another.
type bracketPairs struct {
	found   []bracketPair // by opening bracket; those without a close are not pairs
	waiting []waitingBracket
}

// bracketPair is a pair of brackets in a sequence.
type bracketPair struct {
	open, close int      // units of the sequence; close is 0 until it is found
	inside      classSet // which of L and R stand between the two, as N0 counts
}

// waitingBracket is an entry of the stack of BD16.
type waitingBracket struct {
	closer  rune     // canonical
	pair    int      // in found
	inside  classSet // what stands behind it, before the next waiting bracket
	closers uint64   // the closers down from here, by their low six bits
}

// match applies BD16 to a sequence after W7.
func (b *bracketPairs) match(text string, units []unit) {
	b.found, b.waiting = b.found[:0], b.waiting[:0]
	for i := range units {
		u := &units[i]
		if strong := strongClass(u.class); strong != ucd.ON {
			if n := len(b.waiting); n > 0 {
				b.waiting[n-1].inside |= only(strong)
			}
			continue
		}
		if u.class != ucd.ON || !u.original.Bracket() {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[int(u.start):])
		switch {
		case !u.original.Opening():
			b.close(ucd.Canonical(r), i)
		case len(b.waiting) == maxBrackets:
			return
		default:
			pair, _ := ucd.Mirror(r) // the pair of a bracket is its mirror
			b.open(ucd.Canonical(pair), i)
		}
	}
}

// open puts an opening bracket, which waits for closer, on the stack.
func (b *bracketPairs) open(closer rune, unit int) {
	closers := uint64(1) << (closer & 63)
	if n := len(b.waiting); n > 0 {
		closers |= b.waiting[n-1].closers
	}
	b.waiting = append(b.waiting, waitingBracket{closer: closer, pair: len(b.found), closers: closers})
	b.found = append(b.found, bracketPair{open: unit})
}

// close pairs a closing bracket with the nearest that waits for it, if any, and
// takes that one and those above it off the stack.
func (b *bracketPairs) close(closer rune, unit int) {
	n := len(b.waiting)
	if n == 0 || b.waiting[n-1].closers>>(closer&63)&1 == 0 {
		return // none waits: no need to search for it
	}
	var inside classSet
	for i := n - 1; i >= 0; i-- {
		w := &b.waiting[i]
		inside |= w.inside
		if w.closer != closer {
			continue
		}
		pair := &b.found[w.pair]
		pair.close, pair.inside = unit, inside
		if i > 0 {
			b.waiting[i-1].inside |= inside
		}
		b.waiting = b.waiting[:i]
		return
	}
}

// resolveBrackets applies N0 to the pairs of a sequence, in the order of their
// opening brackets.
func (s *sequence) resolveBrackets(pairs []bracketPair) {
	before := s.sos // the last strong class before the pair, with the brackets resolved so far
	seen := 0       // units that before has seen
	for _, p := range pairs {
		if p.close == 0 {
			continue
		}
		for ; seen < p.open; seen++ {
			if strong := strongClass(s.units[seen].class); strong != ucd.ON {
				before = strong
			}
		}
		switch {
		case p.inside == 0: // N0 d
			continue
		case p.inside.has(s.level.direction()): // N0 b
			s.setBracket(p.open, s.level.direction())
			s.setBracket(p.close, s.level.direction())
		default: // N0 c: only the opposite direction is inside, and the context decides
			s.setBracket(p.open, before)
			s.setBracket(p.close, before)
		}
	}
}

// setBracket gives a bracket its class, and also the nonspacing marks on it.
func (s *sequence) setBracket(i int, class ucd.Class) {
	s.units[i].class = class
	for i++; i < len(s.units) && s.units[i].original.Class() == ucd.NSM; i++ {
		s.units[i].class = class
	}
}

// strongClass is L or R as the rules N0 to N2 count a class (numbers as R), ON
// for a neutral.
func strongClass(c ucd.Class) ucd.Class {
	switch c {
	case ucd.L:
		return ucd.L
	case ucd.R, ucd.EN, ucd.AN:
		return ucd.R
	}
	return ucd.ON
}
