// Package marks finds which quotation marks of an article belong together. Marks
// of one shape, swapped, nested, forgotten or carried into the next paragraph are
// ordinary in news, so it looks for the cheapest reading of the whole text.
package marks

import (
	"rawi/model"
	"rawi/model/detect/token"
)

// Depths is for each token how many quotations it lies in.
func Depths(p *token.Stream, pairs []Pair) []uint8 {
	depth := make([]int8, p.Len()+1)
	for _, q := range pairs {
		depth[q.Open+1]++
		depth[q.Close]--
	}
	out := make([]uint8, p.Len())
	level := int8(0)
	for i := range out {
		level += depth[i]
		out[i] = uint8(level)
	}
	return out
}

// Pair is one stretch of text between two marks.
type Pair struct {
	Open, Close int // token indexes; Close is the token after the last word where the mark is missing
}

// Costs of a reading of the marks, in half points. The cheapest reading of the
// whole text wins, so one stray mark does not turn all others round.
const (
	costWrongSide = 4  // «»» opens
	costMixed     = 3  // «« ... "»
	costLoose     = 2  // a blank on the inner side
	costTight     = 4  // a letter on the outer side
	costNested    = 5  // a mark inside marks of its family
	costInner     = 1  // a mark inside marks of another family
	costStray     = 12 // a mark that plays no part
	costUnclosed  = 9  // a quotation that its paragraph leaves open
	costCarried   = 13 // a quotation that goes on in the next paragraph
	costGoesOn    = 7  // the same, where the next paragraph begins with a mark
	costReopened  = 10 // a quotation left open within its paragraph
	costRepeated  = 1  // the opening mark at the next paragraph's start
	costSign      = 24 // a mark that opens nothing: an inch, the bullet of a list
)

// A state is the families of the open quotations, at most two deep.
const (
	stateCount = int(token.Families * token.Families)
	never      = 1 << 30
)

func outer(state int) token.Family { return token.Family(state / int(token.Families)) }

func inner(state int) token.Family { return token.Family(state % int(token.Families)) }

func stateOf(outer, inner token.Family) int {
	return int(outer)*int(token.Families) + int(inner)
}

// use is what a mark does in a reading.
type use uint8

const (
	stray use = iota
	opened
	closed
	repeated
	carried  // at a paragraph's end: nothing
	reopened // the open quotation was left open, a new one begins
	broken   // at a paragraph's end: all open quotations end
)

type step struct {
	use  use
	from uint8
}

// Find finds the quotations between marks, outer before nested, in text
// order. It is a shortest path over states, so its time is linear in the text.
func Find(p *token.Stream) []Pair {
	events := markEvents(p)
	cost := make([]int, stateCount)
	for s := range cost {
		cost[s] = never
	}
	cost[0] = 0
	path := make([][stateCount]step, len(events))
	next := make([]int, stateCount)
	for k, e := range events {
		for s := range next {
			next[s] = never
		}
		reach := func(from, to int, d use, price int) {
			if c := cost[from] + price; c < next[to] {
				next[to] = c
				path[k][to] = step{d, uint8(from)}
			}
		}
		for s, c := range cost {
			if c < never {
				e.moves(s, reach)
			}
		}
		cost, next = next, cost
	}
	return trace(p, events, path)
}

// moves offers every reading of the event in a state.
func (e *event) moves(s int, reach func(from, to int, d use, price int)) {
	if e.token < 0 {
		e.passes(s, reach)
		return
	}
	reach(s, s, stray, costStray)
	e.opens(s, reach)
	e.closes(s, reach)
}

// innermost is how many quotations are open in a state, and the family of the last.
func innermost(s int) (depth int, top token.Family) {
	switch {
	case inner(s) != token.NoFamily:
		return 2, inner(s)
	case outer(s) != token.NoFamily:
		return 1, outer(s)
	}
	return 0, token.NoFamily
}

// passes offers the readings of the end of a block.
func (e *event) passes(s int, reach func(from, to int, d use, price int)) {
	depth, _ := innermost(s)
	if depth == 0 {
		reach(s, s, carried, 0)
		return
	}
	reach(s, 0, broken, costUnclosed*depth)
	price := costCarried * depth
	if e.goesOn {
		price = costGoesOn
	}
	reach(s, s, carried, price)
}

// opens offers the readings of a mark that opens a quotation.
func (e *event) opens(s int, reach func(from, to int, d use, price int)) {
	f := e.shape.Family
	switch depth, top := innermost(s); {
	case depth == 0:
		reach(s, stateOf(f, token.NoFamily), opened, e.opening)
	case depth == 1 && f == top:
		reach(s, stateOf(top, f), opened, e.opening+costNested)
		reach(s, s, reopened, e.opening+costReopened)
	case depth == 1:
		reach(s, stateOf(top, f), opened, e.opening+costInner)
	}
}

// closes offers the readings of a mark that closes a quotation, or goes on with it.
func (e *event) closes(s int, reach func(from, to int, d use, price int)) {
	depth, top := innermost(s)
	f, price, to := e.shape.Family, e.closing, 0
	switch depth {
	case 0:
		return
	case 2:
		to = stateOf(outer(s), token.NoFamily)
	}
	if f != top {
		price += costMixed
	}
	reach(s, to, closed, price)
	if e.start && f == top && e.shape.Side != token.Closes {
		reach(s, s, repeated, costRepeated)
	}
}

// trace follows the cheapest path back and makes pairs of it.
func trace(p *token.Stream, events []event, path [][stateCount]step) []Pair {
	uses := make([]use, len(events))
	state := 0
	for k := len(events) - 1; k >= 0; k-- {
		uses[k] = path[k][state].use
		state = int(path[k][state].from)
	}
	var pairs []Pair
	var open []int // indexes into pairs
	for k, e := range events {
		switch uses[k] {
		case opened:
			open = append(open, len(pairs))
			pairs = append(pairs, Pair{Open: e.token})
		case reopened:
			last := &pairs[open[len(open)-1]]
			last.Close = clauseEnd(p, last.Open, e.token)
			open[len(open)-1] = len(pairs)
			pairs = append(pairs, Pair{Open: e.token})
		case closed:
			pairs[open[len(open)-1]].Close = e.token
			open = open[:len(open)-1]
		case broken:
			for _, i := range open {
				pairs[i].Close = openEnd(p, pairs[i].Open, p.Block(-1-e.token).To)
			}
			open = open[:0]
		}
	}
	return nonEmpty(p, pairs)
}

// clauseEnd is where a quotation that was left open ends before token i: at
// the comma of «، مضيفا "», else at i.
func clauseEnd(p *token.Stream, open, i int) int {
	const near = 6
	for j := i - 1; j > open+1 && j > i-near; j-- {
		if s := p.At(j).Sign(); s == token.Comma || s == token.Stop {
			return j
		}
	}
	return i
}

// openEnd is where a quotation ends that its paragraph, up to token to, leaves open:
// before another's report, «.. وأفادت الإذاعة», else with the paragraph.
func openEnd(p *token.Stream, open, to int) int {
	for j := open + 2; j < to; j++ {
		if s := p.At(j - 1).Sign(); (s == token.OtherSign || s == token.Stop) && p.At(j).ReportsAnew() {
			return j - 1
		}
	}
	return to
}

// nonEmpty drops pairs that hold no word.
func nonEmpty(p *token.Stream, pairs []Pair) []Pair {
	kept := pairs[:0]
	for _, q := range pairs {
		for i := q.Open + 1; i < q.Close; i++ {
			if s := p.At(i).Sign(); s == token.NoSign || s == token.Number {
				kept = append(kept, q)
				break
			}
		}
	}
	return kept
}

// Inside is the quoted words: from after the opening mark to before the
// closing one, white space left out.
func (q Pair) Inside(s *token.Stream) model.Span {
	return model.Span{Start: s.SpanAt(q.Open + 1).Start, End: s.SpanAt(q.Close - 1).End}
}
