package room

import (
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/picker"
)

// Question is an open list or line: what is picked or typed, and what becomes of
// it.
type Question struct {
	picker.Picker
	Title, Prompt, Keys l10n.Word
	Of                  []any                     // what the title speaks of
	Digits              bool                      // a digit picks a row
	Items               func() []picker.Item      // rebuilds the rows; nil where saving changes none
	Offer               func(typed string) string // how what was typed is offered
	Tab                 func() Effect             // the question stays open
	Choose              func(picker.Choice) Effect
	ChooseTyped         func(typed string) Effect // where no row is selected; nil stays open

	Line    bool                      // one row below the panes, which stay as they are
	Lead    string                    // stands before what is typed
	Changed func(typed string) Effect // after each change of what is typed; may be nil
	Recall  func(step int) string     // what was typed before: it takes the place of what is; nil to move in the list
	Leave   func() Effect             // when it closes without an answer; may be nil
}

// keys is what keys do in a question that stays open.
var keys = map[string]func(*Question){
	"up":        func(q *Question) { q.step(-1) },
	"down":      func(q *Question) { q.step(1) },
	"pgup":      func(q *Question) { q.Next(-q.Page()) },
	"pgdown":    func(q *Question) { q.Next(q.Page()) },
	"left":      func(q *Question) { q.Forward() }, // the line runs right to left
	"right":     func(q *Question) { q.Move(-1) },
	"backspace": func(q *Question) { q.Erase() },
	"ctrl+u":    func(q *Question) { q.Clear() },
}

// Press does what a key does, by its name, the text that it gives and the digit
// that it is, 0 for none: any key without a meaning of its own is typed. It
// reports whether the question is answered or left, and closes; the effect comes
// after that.
func (q *Question) Press(name, text string, digit int) (s Effect, closes bool) {
	if do, ok := keys[name]; ok {
		return q.change(func() { do(q) }), false
	}
	switch name {
	case "esc":
		if q.Leave != nil {
			s = q.Leave()
		}
		return s, true
	case "enter":
		return q.enter()
	case "tab":
		if q.Tab != nil {
			s = q.Tab()
		}
		return s, false
	}
	if digit > 0 && q.Digits {
		c, ok := q.Choice(digit - 1)
		return q.answer(c, ok)
	}
	return q.TypeText(text), false
}

// TypeText types a text at the cursor.
func (q *Question) TypeText(text string) Effect { return q.change(func() { q.Type(text) }) }

// change does something to what is typed, and what follows from that.
func (q *Question) change(do func()) (s Effect) {
	before := q.String()
	if do(); q.Changed != nil && q.String() != before {
		s = q.Changed(q.Typed())
	}
	return s
}

// step moves in the list, or recalls what was typed before.
func (q *Question) step(n int) {
	if q.Recall == nil {
		q.Next(n)
		return
	}
	q.Set(q.Recall(n))
}

// enter takes the selected row, or what was typed where there is none.
func (q *Question) enter() (s Effect, closes bool) {
	c, ok := q.Chosen()
	if !ok && q.ChooseTyped != nil {
		return q.ChooseTyped(q.Typed()), true
	}
	return q.answer(c, ok)
}

func (q *Question) answer(c picker.Choice, ok bool) (s Effect, closes bool) {
	if !ok {
		return s, false
	}
	return q.Choose(c), true
}

// Refresh rebuilds the rows after something was saved.
func (q *Question) Refresh() {
	if q.Items != nil {
		q.SetItems(q.Items())
	}
}

// View paints the question.
func (q *Question) View(to paint.Area, l l10n.Language) {
	q.Picker.View(to, picker.Words{Lead: q.Lead, Prompt: l.Say(q.Prompt), Keys: l.Say(q.Keys), Digits: q.Digits, Typed: q.Offer})
}

// Pick lets the reader pick one of some parties.
func (s *Scene) Pick(title l10n.Word, parties []model.Party, then func(model.Party) Effect) *Question {
	items := make([]picker.Item, len(parties))
	for i := range parties {
		items[i] = s.Choice(&parties[i])
	}
	return &Question{
		Picker: picker.New(items, picker.Narrowing), Title: title, Prompt: l10n.TypeName, Keys: l10n.ListKeys, Digits: true,
		Choose: func(c picker.Choice) Effect { return then(parties[c.Item]) },
	}
}

// Type lets the reader type a text, which begins as what is there; empty, it
// takes that away.
func (s *Scene) Type(title, prompt l10n.Word, text string, then func(string) Effect) Effect {
	var items []picker.Item
	if text != "" {
		away := s.Language.Say(l10n.TakeAway)
		items = []picker.Item{{Names: []string{away}, Text: away}}
	}
	q := &Question{
		Picker: picker.New(items, picker.Text), Title: title, Prompt: prompt, Keys: l10n.TextKeys,
		Offer: func(typed string) string { return typed },
		Choose: func(c picker.Choice) Effect {
			if c.Item >= 0 {
				return then("")
			}
			return then(c.Typed)
		},
	}
	q.Set(text)
	return Effect{Ask: q}
}
