package export

import (
	"fmt"

	"rawi/model"
)

// check is an error unless all that the table gives is in the reading.
func (t *Table) check() error {
	for i := range t.reading.Quotes() {
		if err := t.checkQuote(&t.reading.Quotes()[i]); err != nil {
			return err
		}
	}
	for _, p := range t.reading.Parties() {
		for _, m := range p.Mentions {
			if err := t.checkSpans(m.Span); err != nil {
				return err
			}
		}
	}
	for _, b := range t.reading.Article.Blocks {
		if err := t.checkSpans(b.Span); err != nil {
			return err
		}
	}
	for _, l := range t.reading.Article.Links {
		if err := t.checkSpans(l.Span); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) checkQuote(q *model.Quote) error {
	for _, id := range []model.PartyID{q.Speaker, q.Addressee} {
		if _, _, ok := t.reading.Party(id); !ok && id != "" {
			return fmt.Errorf("the quotation at bytes %d-%d has the speaker or addressee %q, who is not among the parties", q.Start, q.End, id)
		}
	}
	if q.Decision != "" && t.decisions[q.Decision] == nil {
		return fmt.Errorf("the quotation at bytes %d-%d is decided by %q, which is no decision of the reading", q.Start, q.End, q.Decision)
	}
	return t.checkSpans(q.Span, q.Cue, q.Mention, q.Reason.Words)
}

func (t *Table) checkSpans(spans ...model.Span) error {
	text := t.reading.Article.Text
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			return fmt.Errorf("the span %d-%d lies outside the text of %d bytes", s.Start, s.End, len(text))
		}
	}
	return nil
}
