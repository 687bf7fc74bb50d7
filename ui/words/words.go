// Package words is the marking of words in the article: a cursor that stands on a
// word, an anchor from which words are marked, and what the reader makes of them.
package words

import (
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/parties"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// Words is the room. While words are being marked, those from the anchor to the
// cursor are, or the cursor's word alone.
type Words struct {
	*room.Scene
	Parties *parties.Parties                            // for picking or typing a name
	WordAt  func(offset int) (word model.Span, ok bool) // the word at an offset, or the next one

	marking        bool
	cursor, anchor model.Span // a word each
	anchored       bool
	quote, mention model.Span   // whose ends are moved; empty while new words are marked
	grown          []model.Span // what was marked before it grew, the smallest first
}

// Marking reports whether words are being marked.
func (w *Words) Marking() bool { return w.marking }

// Dragged reports whether words are marked from an anchor on.
func (w *Words) Dragged() bool { return w.anchored }

// Span is the words that are marked, empty while none are.
func (w *Words) Span() model.Span {
	if !w.anchored {
		return w.cursor
	}
	return model.Span{Start: min(w.cursor.Start, w.anchor.Start), End: max(w.cursor.End, w.anchor.End)}
}

// Start puts the cursor on the current quotation if that is on the screen, else
// on the first word there.
func (w *Words) Start(visible model.Span) room.Effect {
	if q, ok := w.Quote(); ok && q.Overlaps(visible) {
		visible = q.Span
	}
	return w.StartAt(visible.Start)
}

// StartAt puts the cursor on the word at an offset.
func (w *Words) StartAt(offset int) room.Effect {
	word, ok := w.WordAt(offset)
	if !ok {
		return room.Effect{}
	}
	w.cursor, w.anchored = word, false
	return w.begin(model.Span{}, model.Span{})
}

// StartQuote marks the current quotation, to move its end, or its beginning.
func (w *Words) StartQuote(end bool) room.Effect {
	q, ok := w.Quote()
	if !ok {
		return room.Effect{}
	}
	w.mark(q.Span)
	if !end {
		w.cursor, w.anchor = w.anchor, w.cursor
	}
	return w.begin(q.Span, model.Span{})
}

// StartMention marks the mention under the cursor, to move its ends.
func (w *Words) StartMention() room.Effect {
	at, ok := w.mentionHere()
	if !ok {
		return room.Say(w.Language.Say(l10n.NobodyHere))
	}
	w.mark(at)
	return w.begin(model.Span{}, at)
}

// mark marks all words that begin in a span; the cursor is on the last one.
func (w *Words) mark(span model.Span) {
	first, _ := w.WordAt(span.Start)
	w.cursor, w.anchor, w.anchored = first, first, true
	for next, ok := first, true; ok && next.Start < span.End; next, ok = w.WordAt(next.End) {
		w.cursor = next
	}
}

// begin begins marking words, in the article, to move the ends of a quotation or
// a mention if they are not empty.
func (w *Words) begin(quote, mention model.Span) room.Effect {
	w.marking, w.quote, w.mention, w.grown = true, quote, mention, nil
	return room.Effect{Article: true, Show: w.cursor, Say: w.Language.Say(l10n.Marking)}
}

// Leave ends marking.
func (w *Words) Leave() room.Effect {
	w.marking, w.cursor, w.anchored = false, model.Span{}, false
	return room.Effect{}
}

// Move moves the cursor to the word that lies where to says.
func (w *Words) Move(to func(model.Span) model.Span) room.Effect {
	w.cursor = to(w.cursor)
	return room.Effect{Show: w.cursor}
}

// DragTo marks the words up to the one at an offset.
func (w *Words) DragTo(offset int) {
	word, ok := w.WordAt(offset)
	if !w.marking || !ok {
		return
	}
	if !w.anchored {
		w.anchor, w.anchored = w.cursor, true
	}
	w.cursor = word
}

// ToggleAnchor begins the marked words at the cursor, or drops them.
func (w *Words) ToggleAnchor() room.Effect {
	w.anchor, w.anchored = w.cursor, !w.anchored
	w.quote, w.mention = model.Span{}, model.Span{}
	return room.Effect{}
}

// Grow marks the next larger whole around the marked words: see [model.Around].
func (w *Words) Grow() room.Effect {
	words := w.Span()
	if around := model.Around(w.Article, words); around != words {
		w.grown = append(w.grown, words)
		w.mark(around)
	}
	return room.Effect{Show: w.cursor}
}

// Shrink marks what was marked before it grew.
func (w *Words) Shrink() room.Effect {
	if last := len(w.grown) - 1; last >= 0 {
		w.mark(w.grown[last])
		w.grown = w.grown[:last]
	}
	return room.Effect{Show: w.cursor}
}

// OtherEnd lets the cursor move the other end of the marked words.
func (w *Words) OtherEnd() room.Effect {
	if !w.anchored {
		return room.Effect{}
	}
	w.cursor, w.anchor = w.anchor, w.cursor
	return room.Effect{Show: w.cursor}
}

// Marks is how the marked words look.
func (w *Words) Marks(mark func(model.Span, theme.Role)) {
	if w.marking {
		mark(w.Span(), theme.Selected)
	}
	if w.marking && w.anchored {
		mark(w.cursor, theme.Input)
	}
}
