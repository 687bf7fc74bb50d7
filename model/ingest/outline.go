package ingest

import (
	"iter"
	"strings"
	"unicode"

	"rawi/model"
)

// Outline divides a text into blocks: the lines that are not blank, trimmed of
// white space. It finds the title, the headings and the boilerplate; all other
// blocks are paragraphs. title is the title where it is known, as in an HTML page,
// else "".
//
// It judges by position, length, punctuation, repetition of the title and the
// words in boilerplate.txt, never by the meaning of a sentence, and marks nothing
// as boilerplate that may be a sentence of the article. Its time is linear.
func Outline(text, title string) []model.Block {
	return outlineOf(text, lines(text), title)
}

// outlineOf is the outline of a text with the given lines.
func outlineOf(text string, lines []model.Block, title string) []model.Block {
	o := outline{text: text, blocks: lines, title: -1}
	o.markHead(title)
	o.markLinks()
	o.markTail()
	o.markRepeats()
	o.markHeadings()
	return o.blocks
}

type outline struct {
	text   string
	blocks []model.Block
	title  int // which block is the title, -1 for none
}

// line returns the text of block i.
func (o *outline) line(i int) string { return o.blocks[i].In(o.text) }

func (o *outline) mark(i int, kind model.BlockKind) { o.blocks[i].Kind = kind }

// is reports whether there is a block i and it is of the kind.
func (o *outline) is(i int, kind model.BlockKind) bool {
	return 0 <= i && i < len(o.blocks) && o.blocks[i].Kind == kind
}

// gap reports whether there is an empty line between block i and the next.
func (o *outline) gap(i int) bool {
	if i < 0 || i+1 >= len(o.blocks) {
		return true
	}
	between := o.text[o.blocks[i].End:o.blocks[i+1].Start]
	return strings.Count(between, "\n") > 1 || strings.Count(between, "\r") > 1
}

// lines returns the blocks of a text, all of them paragraphs. It counts them
// first, so that those of a large text are allocated once.
func lines(text string) []model.Block {
	n, ends := 0, firstEnds(text)
	for range spans(text, ends) {
		n++
	}
	blocks := make([]model.Block, 0, n)
	for span := range spans(text, ends) {
		blocks = append(blocks, model.Block{Span: span})
	}
	return blocks
}

// spans yields the lines that are not blank, trimmed of white space.
func spans(text string, ends lineEnds) iter.Seq[model.Span] {
	return func(yield func(model.Span) bool) {
		ends := ends
		for at := 0; at < len(text); {
			end, size := ends.next(text, at)
			line := strings.TrimLeftFunc(text[at:end], unicode.IsSpace)
			start := end - len(line)
			line = strings.TrimRightFunc(line, unicode.IsSpace)
			if line != "" && !yield(model.Span{Start: start, End: start + len(line)}) {
				return
			}
			at = end + size
		}
	}
}

// mandatory are the characters after which a line always ends (UAX #14, LB4 and
// LB5).
var mandatory = [...]string{"\n", "\v", "\f", "\r", "\u0085", "\u2028", "\u2029"}

// lineEnds holds the byte offset of the next one of each mandatory character, the
// text's length where there is none, so that each is searched for only once.
type lineEnds [len(mandatory)]int

// firstEnds returns the first place of each mandatory character.
func firstEnds(text string) (e lineEnds) {
	for i, sign := range mandatory {
		e[i] = indexFrom(text, sign, 0)
	}
	return e
}

// next returns the byte offset of the first line end from at on and its size in
// bytes; the text's length and 0 when there is none.
func (e *lineEnds) next(text string, at int) (end, size int) {
	end = len(text)
	for i, sign := range mandatory {
		if e[i] < at {
			e[i] = indexFrom(text, sign, at)
		}
		if e[i] < end {
			end, size = e[i], len(sign)
		}
	}
	return end, size
}

// indexFrom returns the byte offset of the first sign from at on, the text's
// length when there is none.
func indexFrom(text, sign string, at int) int {
	if i := strings.Index(text[at:], sign); i >= 0 {
		return at + i
	}
	return len(text)
}
