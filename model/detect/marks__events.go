package detect

import (
	"unicode"
	"unicode/utf8"
)

// event is a mark, or a paragraph's end.
type event struct {
	token int // -1 - block at a paragraph's end
	shape shape
	// costs of opening and closing here by what stands around
	opening, closing int
	start            bool // first in its paragraph
	goesOn           bool // at a paragraph's end: the next begins with an opening mark
}

// markEvents lists the marks and paragraph ends. After the last paragraph no
// quotation can go on.
func (p *stream) markEvents() []event {
	var events []event
	for b, blk := range p.blocks {
		for i := blk.from; i < blk.to; i++ {
			if p.tokens[i].sign == mark {
				e := event{token: i, shape: p.shapeAt(i), start: i == blk.from}
				e.opening, e.closing = p.context(i, e.shape)
				events = append(events, e)
			}
		}
		next := b+1 < len(p.blocks) && blk.to < len(p.tokens) && p.tokens[blk.to].sign == mark && p.shapeAt(blk.to).side == opens
		events = append(events, event{token: -1 - b, goesOn: next})
	}
	return events
}

// context prices the two uses of a mark by what stands around it.
func (p *stream) context(i int, s shape) (opening, closing int) {
	at := p.tokens[i].span()
	before, _ := utf8.DecodeLastRuneInString(p.text[:at.Start])
	after, _ := utf8.DecodeRuneInString(p.text[at.End:])
	first := at.Start == 0 || unicode.IsSpace(before)
	last := at.End == len(p.text) || unicode.IsSpace(after)
	if last {
		opening += costLoose
	}
	if first {
		closing += costLoose
	}
	if isWordRune(before) && !first && !p.isProclitic(i-1) {
		opening += costTight
	}
	if isWordRune(after) && !last {
		closing += costTight
	}
	switch s.side {
	case opens:
		closing += costWrongSide
	case closes:
		opening += costWrongSide
	}
	return opening, closing
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == 'ـ'
}
