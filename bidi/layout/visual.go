package layout

import (
	"slices"
	"sort"

	"rawi/bidi"
	"rawi/bidi/shape"
)

// AppendVisual appends the code points of the line text[start:end] of a
// paragraph set to text, as [bidi.Paragraph.AppendVisual] does, but with Arabic
// letters in their contextual forms: L1 to L4, marks behind their letter, and
// lam-alef one code point with the marks of both behind it. It is for those who
// need no cells. Letters at the ends of the line join those outside of it that
// they join in the text. It panics where start and end are no range of the text,
// and allocates where dst has no room, or for a line of more than 32 runs.
func AppendVisual(dst []rune, p *bidi.Paragraph, text string, start, end int) []rune {
	dst = slices.Grow(dst, end-start)
	var memory [32]bidi.Run
	for _, run := range p.AppendLine(memory[:0], start, end) {
		if !run.Level.RightToLeft() {
			dst = appendRunes(dst, text[run.Start:run.End])
			continue
		}
		whole := run // with what the line cuts off, if it cuts a word
		if run.Start == start && start > 0 && text[start-1] != ' ' {
			whole.Start = levelRun(p, start, run).Start
		}
		if run.End == end && end < len(text) && text[end-1] != ' ' {
			whole.End = levelRun(p, end-1, run).End
		}
		dst = shape.AppendVisual(dst, text[whole.Start:whole.End], run.Start-whole.Start, run.End-whole.Start)
	}
	return dst
}

// levelRun is the paragraph's level run that holds offset, or the line's run
// where L1 changed its level.
func levelRun(p *bidi.Paragraph, offset int, line bidi.Run) bidi.Run {
	runs := p.Runs()
	run := runs[sort.Search(len(runs), func(i int) bool { return runs[i].End > offset })]
	if run.Level != line.Level {
		return line
	}
	return run
}
