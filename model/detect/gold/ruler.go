package gold

import (
	"fmt"

	"rawi/model"
)

// ruler turns code points of a text into bytes, and collects what is wrong.
type ruler struct {
	of     *model.Article
	text   string // as it was written, in which annotations count
	bytes  []int  // the byte at which each code point begins, and the text's end
	failed []error
}

func newRuler(of *model.Article) *ruler {
	text := of.InputText()
	r := &ruler{of: of, text: text, bytes: make([]int, 0, len(text)/2+1)}
	for at := range text {
		r.bytes = append(r.bytes, at)
	}
	r.bytes = append(r.bytes, len(text))
	return r
}

func (r *ruler) fail(err error) {
	if err != nil {
		r.failed = append(r.failed, err)
	}
}

// span is the bytes of code points, which must lie in the text.
func (r *ruler) span(what string, start, end int) model.Span {
	if start < 0 || end <= start || end >= len(r.bytes) {
		r.fail(fmt.Errorf("the %s at %d-%d does not lie in the text of %d code points", what, start, end, len(r.bytes)-1))
		return model.Span{}
	}
	return r.of.FromInput(model.Span{Start: r.bytes[start], End: r.bytes[end]})
}

// extent is the bytes of an extent that may be missing.
func (r *ruler) extent(what string, e extent) model.Span {
	if e == nil {
		return model.Span{}
	}
	return r.span(what, e[0], e[1])
}

// place is the bytes of a place, which must have its words if it says any.
func (r *ruler) place(what string, p place) model.Span {
	s := r.span(what, p.Start, p.End)
	if words := r.of.InInput(s).In(r.text); p.Text != "" && p.Text != words && !s.Empty() {
		r.fail(fmt.Errorf("the %s at %d-%d is %q, not %q as annotated", what, p.Start, p.End, words, p.Text))
	}
	return s
}
