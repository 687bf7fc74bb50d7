// Command rawibench is the bidi bench with package bidi among its engines:
//
//	BIDI_MAIN=bidi/testdata/bench BIDI_SUBJECT=rawi ../shared/bench/bidi/run.sh
//
// from the top of the repository prints conformance, agreement, the table of
// times and ratios, and the hostile inputs.
package main

import (
	"bidibench/bb"
	_ "bidibench/engines/gotext"
	_ "bidibench/engines/xtext"
	"slices"

	"rawi/bidi"
	"rawi/bidi/layout"
)

func main() {
	bb.Register(rawi{})
	bb.Main()
}

// rawi is package bidi as its users call it, from UTF-8.
type rawi struct{}

func (rawi) Name() string      { return "rawi" }
func (rawi) Version() string   { return "HEAD (Unicode 17.0.0)" }
func (rawi) Can(op bb.Op) bool { return true }

func (rawi) Open(t *bb.Text) (func(bb.Op, bb.Sink) uint64, func()) {
	e := engine{whole: string(t.U8)}
	return func(op bb.Op, sink bb.Sink) (sum uint64) {
		for i, s := range t.P8 {
			sum += e.set(s)
			if op == bb.Levels {
				continue
			}
			for _, l := range t.L8[t.LineFirst[i]:t.LineFirst[i+1]] {
				sum += e.line(op, int(l.S-s.S), int(l.E-s.S), sink)
			}
		}
		return sum
	}, func() {}
}

// engine is what one pass over a text uses again and again.
type engine struct {
	whole     string // all paragraphs
	text      string // one of them
	paragraph bidi.Paragraph
	runs      []bidi.Run
	visual    []rune
}

func (e *engine) set(s bb.Span) uint64 {
	e.text = e.whole[s.S:s.E]
	e.paragraph.Set(e.text, bidi.Auto)
	return uint64(e.paragraph.LevelAt(len(e.text) - 1))
}

func (e *engine) line(op bb.Op, start, end int, sink bb.Sink) uint64 {
	switch op {
	case bb.Runs:
		e.runs = e.paragraph.AppendLine(e.runs[:0], start, end)
		return uint64(e.runs[0].Start + len(e.runs))
	case bb.Visual:
		e.visual = e.paragraph.AppendVisual(e.visual[:0], start, end)
	case bb.Full:
		e.visual = layout.AppendVisual(e.visual[:0], &e.paragraph, e.text, start, end)
	}
	if sink != nil {
		sink(e.visual)
	}
	return uint64(e.visual[0]) + uint64(len(e.visual))
}

// Resolve is the text as one line, by character.
func (rawi) Resolve(text []rune, dir int) (base int, levels []int8, order []int32) {
	at := make([]int, len(text)+1) // of each character, the offset
	for i, r := range text {
		at[i+1] = at[i] + len(string(r))
	}
	var p bidi.Paragraph
	p.Set(string(text), []bidi.Direction{bidi.LeftToRight, bidi.RightToLeft, bidi.Auto}[dir])
	levels = make([]int8, len(text))
	for _, run := range p.AppendLine(nil, 0, at[len(text)]) {
		from := len(order)
		first, _ := slices.BinarySearch(at, run.Start)
		for i := first; at[i] < run.End; i++ {
			levels[i] = int8(run.Level)
			order = append(order, int32(i))
		}
		if run.Level.RightToLeft() {
			slices.Reverse(order[from:])
		}
	}
	return int(p.Base()), levels, order
}
