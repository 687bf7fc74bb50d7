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
				if isBullet(p, e) || isInch(p, i) {
					e.opening += costSign
				}
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
	before, after := around(p, i)
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

// isBullet reports whether a mark that is made to close stands first in a paragraph with
// a blank behind it: «» خفض ثمن التذاكر».
func isBullet(p *token.Stream, e event) bool {
	_, after := around(p, e.token)
	return e.start && e.shape.Side == token.Closes && unicode.IsSpace(after)
}

// isInch reports whether a straight mark stands between a digit and a blank: «شاشة 15"».
func isInch(p *token.Stream, i int) bool {
	before, after := around(p, i)
	return p.Written(p.At(i)) == `"` && unicode.IsDigit(before) && unicode.IsSpace(after)
}

// around are the runes beside a token; U+FFFD where there is none.
func around(p *token.Stream, i int) (before, after rune) {
	at := p.SpanAt(i)
	before, _ = utf8.DecodeLastRuneInString(p.Text()[:at.Start])
	after, _ = utf8.DecodeRuneInString(p.Text()[at.End:])
	return before, after
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == 'ـ'
}
