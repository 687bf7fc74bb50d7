package bidi

import (
	"sort"

	"rawi/bidi/internal/ucd"
)

// Paragraph is one paragraph with resolved embedding levels. The zero value is
// an empty paragraph; Set may be called again and reuses its memory. After Set
// its other methods may be called by several goroutines at once.
type Paragraph struct {
	text    string
	base    Level
	classes classSet // of the characters of text
	runs    []Run    // of one level each before L1, in text order, covering text
	work    resolver
}

// Set resolves text, one paragraph without its separator or with it at the end.
// A separator (class B) elsewhere ends embeddings and isolates (X8) but begins
// no paragraph.
func (p *Paragraph) Set(text string, base Direction) {
	p.text = text
	p.classes = classesOf(text)
	p.base = p.baseLevel(base)
	p.runs = p.runs[:0]
	switch {
	case text == "":
	case p.classes.without(oneWay[p.base]) == 0:
		p.runs = append(p.runs, Run{0, len(text), p.base})
	default:
		p.runs = p.work.resolve(p.runs, text, p.base, p.classes)
	}
}

// baseLevel applies P2 and P3 where no direction is asked for.
func (p *Paragraph) baseLevel(asked Direction) Level {
	switch {
	case asked == RightToLeft:
		return 1
	case asked == LeftToRight || !p.classes.meets(rightToLeft):
		return 0
	}
	return firstStrong(p.text)
}

// firstStrong is the level that P2 and P3 give: that of the first strong
// character outside of isolates, 0 without one.
func firstStrong(text string) Level {
	depth := 0 // open isolates; one that is never closed hides all that follows
	for _, r := range text {
		switch c := ucd.ClassOf(r); c {
		case ucd.L, ucd.R, ucd.AL:
			if depth == 0 {
				return levelOf(c)
			}
		case ucd.LRI, ucd.RLI, ucd.FSI:
			depth++
		case ucd.PDI:
			depth = max(depth-1, 0)
		}
	}
	return 0
}

// levelOf is the level P3 gives for a strong class.
func levelOf(strong ucd.Class) Level {
	if strong == ucd.L {
		return 0
	}
	return 1
}

// Base is the paragraph's embedding level (P3): 0 or 1.
func (p *Paragraph) Base() Level { return p.base }

// LevelAt is the level, before L1, of the character that holds offset; outside
// of the text it is the paragraph's.
func (p *Paragraph) LevelAt(offset int) Level {
	if offset < 0 || offset >= len(p.text) {
		return p.base
	}
	return p.runs[p.runAt(offset)].Level
}

// runAt is the index of the level run that holds offset, which lies in text.
func (p *Paragraph) runAt(offset int) int {
	return sort.Search(len(p.runs), func(i int) bool { return p.runs[i].End > offset })
}
