package layout

import (
	"math"
	"slices"

	"rawi/bidi/internal/linebreak"
)

// Lines are the lines of a [Text] at one width: where each begins. Their cells
// are made when they are asked for, so that the lines of a long text take 12
// bytes each. They hold until the next Set of the Text.
type Lines struct {
	text   *Text
	width  int
	starts []start
}

// start is a place, smaller.
type start struct{ cell, segment, column int32 }

func (s start) place() place { return place{int(s.cell), int(s.segment), int(s.column)} }

// Lines are the lines of the text at the given width (at least 1 column): those
// that [Text.AppendLines] makes.
func (t *Text) Lines(width int) Lines {
	t.begin(width)
	l := Lines{text: t, width: t.width}
	for at := t.place(0); ; {
		l.starts = append(l.starts, start{int32(at.cell), int32(at.segment), int32(at.column)})
		if at = t.fit(at); at.cell >= t.count() {
			l.starts = slices.Clip(l.starts)
			return l
		}
	}
}

// Len is the number of lines, at least 1 of what [Text.Lines] made.
func (l *Lines) Len() int { return len(l.starts) }

// Span is the bytes of the source that the i-th line stands for, counted from 0.
func (l *Lines) Span(i int) (start, end int) {
	return l.text.span(int(l.starts[i].cell), l.next(i).cell)
}

// AppendLine is the i-th line, counted from 0, its cells appended to cells.
func (l *Lines) AppendLine(cells []Cell, i int) Line {
	l.text.width = l.width
	return l.text.lineAt(cells, l.starts[i].place(), l.next(i))
}

// next is where the line after the i-th begins.
func (l *Lines) next(i int) place {
	if i+1 < len(l.starts) {
		return l.starts[i+1].place()
	}
	return l.text.place(len(l.text.segments))
}

// begin prepares the text for lines of a width.
func (t *Text) begin(width int) {
	t.width = max(1, min(width, math.MaxInt32))
	t.indent = max(0, min(t.options.Indent, t.width/2))
	if t.options.Balance {
		t.balance()
	}
}

// lineAt is the line from at to next, stretched if that is asked for.
func (t *Text) lineAt(cells []Cell, at, next place) Line {
	if t.options.Justify {
		t.stretch(at, next)
	}
	return t.line(cells, at.cell, next.cell)
}

// isLast reports whether the line that ends at next is the last one of the
// paragraph, or stands before a line separator.
func (t *Text) isLast(next place) bool {
	return next.cell >= t.count() ||
		t.segments[next.segment].brk == linebreak.Mandatory && next.cell == int(t.segments[next.segment].first)
}
