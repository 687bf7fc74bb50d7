package bidi

import (
	"math"
	"unsafe"

	"rawi/bidi/internal/ucd"
)

// Paragraph is one paragraph with resolved embedding levels. The zero value is
// an empty paragraph; Set may be called again and reuses its memory. After Set
// its other methods may be called by several goroutines at once.
type Paragraph struct {
	text string
	base Level
	runs []Run // of one level each before L1, in text order, covering text
	work resolver
}

// Set resolves text, one paragraph without its separator or with it at the end.
// A separator (class B) elsewhere ends embeddings and isolates (X8) but begins
// no paragraph: see [Paragraphs].
//
// Offsets are kept in 32 bits: of a longer text what follows the first
// 4 GiB - 1 is not resolved and has the paragraph's level.
func (p *Paragraph) Set(text string, base Direction) { p.set(text, base, math.MaxUint32) }

// set resolves at most limit bytes of text.
func (p *Paragraph) set(text string, base Direction, limit uint64) {
	if uint64(len(text)) > limit {
		p.set(text[:limit], base, limit)
		p.text = text
		p.runs = appendRun(p.runs, 0, Run{int(limit), len(text), p.base})
		return
	}
	p.text, p.base, p.runs = text, 0, p.runs[:0]
	switch {
	case text == "":
		p.base = askedLevel(base)
	case base != RightToLeft && onlyLeftToRight(text):
		p.runs = append(p.runs, Run{0, len(text), 0})
	default:
		p.work.scan(text)
		p.base = askedLevel(base)
		if base == Auto {
			p.base = p.work.firstStrong()
		}
		p.runs = p.work.resolve(p.runs, text, p.base)
	}
}

// SetBytes is Set without a copy of text, which must not change as long as the
// paragraph is used.
func (p *Paragraph) SetBytes(text []byte, base Direction) {
	p.Set(unsafe.String(unsafe.SliceData(text), len(text)), base)
}

// onlyLeftToRight reports whether all of text has level 0 in a paragraph of that
// level, which is then also what P2 and P3 give.
func onlyLeftToRight(text string) bool {
	for i := skipASCII(text, 0); i < len(text); {
		p, size := propertiesAt(text, i)
		if !leftToRight.has(p.Class()) {
			return false
		}
		if i += size; size > 1 {
			i = skipASCII(text, i)
		}
	}
	return true
}

// askedLevel is the paragraph's level where one is asked for, else 0.
func askedLevel(asked Direction) Level {
	if asked == RightToLeft {
		return 1
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

// Runs are the level runs before L1, in text order. They cover the text; no two
// neighbours have the same level. The slice is the paragraph's own: it holds until
// the next Set and must not be written to.
func (p *Paragraph) Runs() []Run { return p.runs }

// LevelAt is the level, before L1, of the character that holds offset; outside
// of the text it is the paragraph's.
func (p *Paragraph) LevelAt(offset int) Level {
	if offset < 0 || offset >= len(p.text) {
		return p.base
	}
	return p.runs[p.runAt(offset)].Level
}

// runAt is the index of the level run that holds offset, which lies in text.
func (p *Paragraph) runAt(offset int) (at int) {
	for n := len(p.runs); n > 1; { // at is one of these n; without a branch, which would be taken at random
		half := n / 2
		if p.runs[at+half].Start <= offset {
			at += half
		}
		n -= half
	}
	return at
}
