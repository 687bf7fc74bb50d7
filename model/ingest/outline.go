package ingest

import (
	"iter"
	"strings"
	"unicode"

	"rawi/model"
)

// Outline divides a text into blocks: every line that is not only white space,
// without the white space around it. It says which of them is the title, which
// are headings and which are boilerplate; all others are paragraphs. The title
// may be known, as of an HTML page, else title is "".
//
// It looks at position, length, punctuation, repetition of the title and the
// words in boilerplate.txt, never at the meaning of a sentence, and calls nothing
// boilerplate that may be a sentence of the article. Time is linear.
func Outline(text, title string) []model.Block {
	o := outline{text: text, blocks: lines(text), title: -1}
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

// line is the text of a block.
func (o *outline) line(i int) string { return o.blocks[i].In(o.text) }

func (o *outline) mark(i int, kind model.BlockKind) { o.blocks[i].Kind = kind }

// is reports whether there is a block i and it is of the kind.
func (o *outline) is(i int, kind model.BlockKind) bool {
	return 0 <= i && i < len(o.blocks) && o.blocks[i].Kind == kind
}

// gap reports whether an empty line stands between block i and the next.
func (o *outline) gap(i int) bool {
	if i < 0 || i+1 >= len(o.blocks) {
		return true
	}
	between := o.text[o.blocks[i].End:o.blocks[i+1].Start]
	return strings.Count(between, "\n") > 1 || strings.Count(between, "\r") > 1
}

// lines are the blocks of a text, all of them paragraphs. They are counted
// first: a large text is all lines.
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

// spans are the lines that are not only white space, without the white space
// around them.
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

// mandatory are the characters behind which a line always ends (UAX #14, LB4
// and LB5).
var mandatory = [...]string{"\n", "\v", "\f", "\r", "\u0085", "\u2028", "\u2029"}

// lineEnds is where each of the mandatory characters comes next, by its byte
// offset; the text's length for one that comes no more, so that it is looked
// for once.
type lineEnds [len(mandatory)]int

// firstEnds are the first places of the mandatory characters.
func firstEnds(text string) (e lineEnds) {
	for i, sign := range mandatory {
		e[i] = indexFrom(text, sign, 0)
	}
	return e
}

// next is the byte offset of the first line end from at on and its size; the
// text's length and 0 when none follows.
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

// indexFrom is the byte offset of the first sign from at on, the text's length
// when there is none.
func indexFrom(text, sign string, at int) int {
	if i := strings.Index(text[at:], sign); i >= 0 {
		return at + i
	}
	return len(text)
}
