package shape

import (
	"slices"
	"sync"
)

// This file makes the rules for kashidas into a table of transitions, so that a walk
// over a text asks one thing of each character: a state is the last two members
// of a word, as far as the rules ask for them.

// member is a set of characters that the rules do not tell apart.
type member uint8

const (
	wordEnd member = iota
	transparentMember
)

// where says of which member a transition knows that a kashida may stand before it.
type where uint8

const (
	atThis where = iota // the one that makes the transition
	atLast
	atBefore
)

// noPriority is that of a transition that knows no place.
const noPriority = BeforeAnother + 1

// transition is what a member does in a state.
type transition struct {
	next     uint16 // state: index of its first transition
	letters  uint8  // 1 for a letter
	where    where
	priority Priority
}

// members is the automaton, made when first asked for: who justifies no line need
// not wait for it.
var members = sync.OnceValue(newAutomaton)

// automaton is the transitions of all members, the states one after another.
type automaton struct {
	known       [0x300]member // of U+0600 to U+08FF
	kinds       []kind        // of each member
	transitions [maxTransitions]packed
}

// maxTransitions is room for the transitions of all states; a power of two, which spares a
// look-up its check.
const maxTransitions = 1 << 12

// packed is a transition in one number, of which AppendKashidas takes a part each in one
// instruction: from the lowest bit on the next state, where, letters, and the
// priority where a [placement] has it.
type packed uint64

const (
	packedState   packed = 1<<16 - 1
	packedLast    packed = 1 << 16
	packedBefore  packed = 1 << 17
	packedLetters        = 18 // bit
)

// placed is the place that the transition knows of, where its own member, the last one
// and the one before begin. (Without branches, which would be taken at random.)
func (s packed) placed(at, last, before int) placement {
	if s&packedLast != 0 {
		at = last
	}
	if s&packedBefore != 0 {
		at = before
	}
	return placement(s>>priorityBit<<priorityBit) - placement(at)
}

func (s transition) packed() packed {
	p := packed(s.next) | packed(s.letters)<<packedLetters | packed(s.priority)<<priorityBit
	switch s.where {
	case atLast:
		p |= packedLast
	case atBefore:
		p |= packedBefore
	}
	return p
}

// of is the member that r is.
func (a *automaton) of(r rune) member {
	if in := uint32(r - arabicFirst); in < uint32(len(a.known)) {
		return a.known[in]
	}
	return a.member(kindOf(r))
}

// member is the one of a kind; there is one for each of kinds.
func (a *automaton) member(k kind) member {
	if k&skipped != 0 {
		return transparentMember
	}
	if k&(arabicLetter|typedTatweel|invisible) == 0 {
		return wordEnd
	}
	return member(slices.Index(a.kinds, k))
}

// state is the last two members of a word.
type state struct{ before, last kind }

func newAutomaton() *automaton {
	a := &automaton{kinds: []kind{0, skipped}}
	for r := rune(arabicFirst); r < arabicFirst+0x300; r++ {
		a.add(kindOf(r))
	}
	a.add(kindOf(zwj))
	a.add(kindOf(zwnj))
	for i := range a.known {
		a.known[i] = a.member(kindOf(rune(arabicFirst + i)))
	}
	for states, i := []state{{}}, 0; i < len(states); i++ {
		for n, k := range a.kinds {
			next, do := states[i].transition(k)
			at := slices.Index(states, next)
			if at < 0 {
				at = len(states)
				states = append(states, next)
			}
			do.next = uint16(at * len(a.kinds))
			a.transitions[i*len(a.kinds)+n] = do.packed()
		}
	}
	return a
}

func (a *automaton) add(k kind) {
	if k&skipped == 0 && k&(arabicLetter|typedTatweel|invisible) != 0 && !slices.Contains(a.kinds, k) {
		a.kinds = append(a.kinds, k)
	}
}

// transition is what a character of a kind does behind the last two members.
func (s state) transition(k kind) (next state, do transition) {
	do.priority, do.letters = noPriority, uint8(k&arabicLetter)
	inside := k&(arabicLetter|typedTatweel|invisible) != 0
	if inside && s.last&joinedOn != 0 && k&joinedBack != 0 {
		k |= joined
		if k&arabicLetter != 0 && s.last&(arabicLetter|typedTatweel) != 0 && (k&alefLetter == 0 || s.last&lamLetter == 0) {
			k |= open
		}
		do.offer(k, atThis, s.afterLast())
	} else if s.last&joined != 0 { // the last is final
		if s.before&likeBeh != 0 && s.last&likeReh != 0 {
			do.offer(s.before, atBefore, BeforeBeh)
		}
		if s.before&lamLetter != 0 && s.last&alefLetter != 0 {
			do.offer(s.before, atBefore, BeforeAnother) // lam-alef is one final letter
		}
		do.offer(s.last, atLast, beforeLast(s.last))
	}
	if !inside {
		return state{}, do
	}
	next = state{s.last & (likeBeh | lamLetter | open), k}
	if next.before&open == 0 {
		next.before = 0
	}
	return next, do
}

// offer takes a place that is not worse, if a tatweel may stand there.
func (s *transition) offer(m kind, at where, p Priority) {
	if m&open != 0 && p <= s.priority {
		s.where, s.priority = at, p
	}
}

// afterLast is the priority of a place behind the last member.
func (s state) afterLast() Priority {
	switch {
	case s.last&typedTatweel != 0:
		return AfterTatweel
	case s.last&likeSeen != 0:
		return AfterSeen
	}
	return noPriority
}

// beforeLast is the priority of the place before a final letter.
func beforeLast(final kind) Priority {
	switch {
	case final&likeHeh != 0:
		return BeforeHeh
	case final&likeAlef != 0:
		return BeforeAlef
	case final&likeWaw != 0:
		return BeforeWaw
	}
	return BeforeAnother
}
