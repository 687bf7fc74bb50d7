package marks

import (
	"unicode"
	"unicode/utf8"

	"rawi/model/detect/token"
)

// event is a mark, or a paragraph's end.
type event struct {
	token int // -1 - block at a paragraph's end
	shape token.MarkShape
	// costs of opening and closing here by what stands around
	opening, closing int
	start            bool // first in its paragraph
	goesOn           bool // at a paragraph's end: the next begins with an opening mark
}

// markEvents lists the marks and paragraph ends. After the last paragraph no
// quotation can go on.
func markEvents(p *token.Stream) []event {
	var events []event
	for b, blk := range p.Blocks() {
		for i := blk.From; i < blk.To; i++ {
			if p.At(i).Sign() == token.Mark {
				e := event{token: i, shape: p.MarkAt(i), start: i == blk.From}
				e.opening, e.closing = context(p, i, e.shape)
				events = append(events, e)
			}
		}
		next := blk.To < p.Len() && p.At(blk.To).Sign() == token.Mark && p.MarkAt(blk.To).Side == token.Opens
		events = append(events, event{token: -1 - b, goesOn: next})
	}
	return events
}

// context prices the two uses of a mark by what stands around it.
func context(p *token.Stream, i int, s token.MarkShape) (opening, closing int) {
	at := p.SpanAt(i)
	before, _ := utf8.DecodeLastRuneInString(p.Text()[:at.Start])
	after, _ := utf8.DecodeRuneInString(p.Text()[at.End:])
	first := at.Start == 0 || unicode.IsSpace(before)
	last := at.End == len(p.Text()) || unicode.IsSpace(after)
	if last {
		opening += costLoose
	}
	if first {
		closing += costLoose
	}
	if isWordRune(before) && !first && !p.IsProclitic(i-1) {
		opening += costTight
	}
	if isWordRune(after) && !last {
		closing += costTight
	}
	switch s.Side {
	case token.Opens:
		closing += costWrongSide
	case token.Closes:
		opening += costWrongSide
	}
	return opening, closing
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == 'ـ'
}
