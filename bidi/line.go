package bidi

import (
	"slices"
	"unicode/utf8"

	"rawi/bidi/internal/ucd"
)

// AppendLine appends the runs of the line text[start:end] in display order, left to
// right, after L1 and L2. Neighbouring runs have different levels, and together
// they cover the line once. AppendLine panics where start and end are no range of the
// text; they should not divide a character. L2 walks the runs once for each
// level above the lowest odd one: once or twice in written texts, never more
// than 126 times.
func (p *Paragraph) AppendLine(runs []Run, start, end int) []Run {
	_ = p.text[start:end]
	if start < end && p.plain(start, end) {
		return append(runs, Run{start, end, p.base})
	}
	first := len(runs)
	for at := start; at < end; {
		from, to := p.nextReset(at, end)
		runs = p.appendLevels(runs, first, at, from)
		if from < to {
			runs = appendRun(runs, first, Run{from, to, p.base})
		}
		at = to
	}
	reorder(runs[first:])
	return runs
}

// plain reports whether all of text[start:end] has the paragraph's level, to
// which L1 can change nothing. An empty line is plain.
func (p *Paragraph) plain(start, end int) bool {
	if start == end {
		return true
	}
	r := &p.runs[0]
	if len(p.runs) > 1 {
		r = &p.runs[p.runAt(start)]
	}
	return r.Level == p.base && end <= r.End
}

// whiteSpace are the original classes that L1 sets back before a separator and
// at the end of a line, with those that X9 removed as section 5.2 asks.
const whiteSpace = isolates | removed | 1<<ucd.WS

// nextReset is the next stretch of text[at:end], part of a line to its end, whose
// level L1 sets back to the paragraph's. There is always one, and from == to ==
// end where nothing is left to set back.
func (p *Paragraph) nextReset(at, end int) (from, to int) {
	if p.work.classes.meets(separators) {
		from = at // where the white space before i begins
		for i := at; i < end; {
			properties, size := propertiesAt(p.text, i)
			i += size
			switch class := properties.Class(); {
			case separators.has(class):
				return from, p.skipRemoved(min(i, end), end) // L1, 1 to 3
			case !whiteSpace.has(class):
				from = i
			}
		}
		return min(from, end), end // L1, 4
	}
	for from = end; from > at; { // the same, from behind
		class, size := ucd.PropertiesOfASCII(p.text[from-1]).Class(), 1
		if p.text[from-1] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeLastRuneInString(p.text[at:from])
			class = ucd.ClassOf(r)
		}
		if !whiteSpace.has(class) {
			break
		}
		from -= size
	}
	return from, end
}

// skipRemoved is the end of the characters of text[at:end] from at on that X9
// removes: they go with the character before them.
func (p *Paragraph) skipRemoved(at, end int) int {
	for at < end {
		properties, size := propertiesAt(p.text, at)
		if !removed.has(properties.Class()) {
			break
		}
		at += size
	}
	return min(at, end)
}

// appendLevels appends the level runs of text[start:end] to those of a line,
// which begin at runs[first].
func (p *Paragraph) appendLevels(runs []Run, first, start, end int) []Run {
	if start == end {
		return runs
	}
	for _, r := range p.runs[p.runAt(start):] {
		if r.Start >= end {
			break
		}
		runs = appendRun(runs, first, Run{max(r.Start, start), min(r.End, end), r.Level})
	}
	return runs
}

// appendRun appends a run to those of a line, which begin at runs[first], or
// makes the last one longer where it has the same level.
func appendRun(runs []Run, first int, r Run) []Run {
	if n := len(runs); n > first && runs[n-1].Level == r.Level {
		runs[n-1].End = r.End
		return runs
	}
	return append(runs, r)
}

// reorder applies L2: from the highest level down to the lowest odd one, every
// sequence of runs at that level or above is reversed. At the highest level these
// are single runs, since neighbours have different levels.
func reorder(runs []Run) {
	highest, lowestOdd := Level(0), Level(maxDepth+2)
	for _, r := range runs {
		highest = max(highest, r.Level)
		if r.Level.RightToLeft() {
			lowestOdd = min(lowestOdd, r.Level)
		}
	}
	for above := highest; above > lowestOdd; above-- {
		for i := 0; i < len(runs); {
			end := i
			for end < len(runs) && runs[end].Level >= above-1 {
				end++
			}
			slices.Reverse(runs[i:end])
			i = end + 1
		}
	}
}
