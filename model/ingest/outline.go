package ingest

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/model"
)

// Outline divides a text into blocks: every line that is not only white space,
// without the white space around it. It says which of them is the title, which
// are headings and which are furniture; all others are paragraphs. The title
// may be known, as of an HTML page, else title is "".
//
// It looks at position, length, punctuation, repetition of the title and the
// words in furniture.txt, never at the meaning of a sentence, and calls nothing
// furniture that may be a sentence of the article. Time is linear.
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
	n := 0
	for range spans(text) {
		n++
	}
	blocks := make([]model.Block, 0, n)
	for span := range spans(text) {
		blocks = append(blocks, model.Block{Span: span})
	}
	return blocks
}

// spans are the lines that are not only white space, without the white space
// around them.
func spans(text string) iter.Seq[model.Span] {
	return func(yield func(model.Span) bool) {
		for at := 0; at < len(text); {
			end := len(text)
			if n := strings.IndexFunc(text[at:], lineEnd); n >= 0 {
				end = at + n
			}
			line := strings.TrimLeftFunc(text[at:end], unicode.IsSpace)
			start := end - len(line)
			line = strings.TrimRightFunc(line, unicode.IsSpace)
			if line != "" && !yield(model.Span{Start: start, End: start + len(line)}) {
				return
			}
			_, size := utf8.DecodeRuneInString(text[end:])
			at = end + size
		}
	}
}

// lineEnd reports whether a line always ends after r (UAX #14, LB4 and LB5).
func lineEnd(r rune) bool {
	return '\n' <= r && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}
