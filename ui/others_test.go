package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
)

// hears has a window hear of decisions of others.
func (d *driver) hears(as ...model.Annotation) {
	d.stored = append(d.stored, as...)
	d.send(othersMsg{reloadedMsg{article: d.Article, history: d.stored}})
}

// decideAs is decisions of another reader on the same article.
func (d *driver) decideAs(author string, decide func(*model.Reading) (model.Annotation, bool)) model.Annotation {
	found, _ := findings(d.Article)
	a, ok := decide(model.NewReading(d.Article, found, nil, author))
	if !ok {
		d.t.Fatal("nothing was decided")
	}
	return a
}

// What others decide is shown at once, and the reader stays at the quotation and the text where he
// was, also when a quotation before it comes in or goes.
func TestOthersDecide(t *testing.T) {
	d := drive(t, page, 120, 30)
	d.press("j")
	at, place, quotes := d.quote(d.Current).Span, d.Place(), len(d.Reading.Quotes())
	title := d.decideAs("سعاد", func(r *model.Reading) (model.Annotation, bool) {
		return r.MakeQuote(model.Span{End: len("عنوان")}, model.WorkTitle)
	})
	for name, a := range map[string]model.Annotation{
		"a quotation more": title,
		"a kind":           d.decideAs("سعاد", func(r *model.Reading) (model.Annotation, bool) { return r.SetKind(2, model.Scare), true }),
	} {
		before := d.Reading.Log().Len()
		d.hears(a)
		if d.Reading.Log().Len() != before+1 || !strings.Contains(d.View().Content, "1") {
			t.Errorf("%s is not there", name)
		}
		if d.quote(d.Current).Span != at || d.Place() != place || d.quotes.Selected() != d.Current {
			t.Errorf("%s: the reader is at %v, was at %v", name, d.quote(d.Current).Span, at)
		}
	}
	if n := len(d.Reading.Quotes()); n != quotes+1 {
		t.Errorf("%d quotations, want %d", n, quotes+1)
	}
	text := d.message.text
	d.hears() // what the window knows
	if d.message.text != text {
		t.Errorf("told of nothing: %q", d.message.text)
	}
}

// While the reader picks from a list, it stays as it was opened.
func TestOthersDecideWhileAListIsOpen(t *testing.T) {
	d := drive(t, page, 120, 30)
	d.press("s")
	if d.overlay == nil {
		t.Fatal("no list")
	}
	d.hears(d.decideAs("سعاد", func(r *model.Reading) (model.Annotation, bool) { return r.DropQuote(0), true }))
	if d.Reading.Log().Len() != 0 {
		t.Error("a decision came in behind an open list")
	}
	d.press("esc")
	d.later()
	if d.Reading.Log().Len() != 1 {
		t.Error("the decision did not come in when the list was closed")
	}
}

// The screen waits for others again and again, until the library tells nothing any more.
func TestAwait(t *testing.T) {
	d := drive(t, page, 120, 30)
	waits := 0
	d.session.Await = func() error {
		if waits++; waits > 3 {
			return tea.ErrProgramKilled
		}
		return nil
	}
	d.run(d.session.await())
	if waits != 4 {
		t.Errorf("waited %d times", waits)
	}
}
