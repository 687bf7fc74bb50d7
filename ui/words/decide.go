package words

import (
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// MakeQuote makes a quotation of the marked words, or gives the quotation or
// mention whose ends are moved its new ends.
func (w *Words) MakeQuote() room.Effect {
	words := w.Span()
	if !w.mention.Empty() {
		a, ok := w.Reading.MoveMention(w.mention, words)
		return w.decided(a, ok, l10n.NotPossible)
	}
	if at := w.Find(w.quote); at >= 0 {
		if w.quote == words {
			return w.Leave()
		}
		a, ok := w.Reading.MoveQuote(at, words)
		return w.decided(a, ok, l10n.AlreadyQuote)
	}
	kind := model.Indirect
	if model.Marked(w.Article.Text, words) {
		kind = model.Speech
	}
	a, ok := w.Reading.MakeQuote(words, kind)
	return w.decided(a, ok, l10n.AlreadyQuote)
}

// NameSpeaker decides that the marked words name the speaker of the current
// quotation: the party that is called so, or a new one.
func (w *Words) NameSpeaker() room.Effect {
	if _, ok := w.Quote(); !ok {
		return room.Say(w.Language.Say(l10n.NoQuotes))
	}
	p, ok := w.Reading.Named(w.Span())
	if !ok {
		return room.Say(w.Language.Say(l10n.NotPossible))
	}
	return w.Parties.Noticing(func(p model.Party) room.Effect {
		return w.decided(w.Reading.Assign(w.Current, p), true, l10n.NotPossible)
	})(p)
}

// MakeMention asks whom the marked words name.
func (w *Words) MakeMention() room.Effect {
	words := w.Span()
	return w.Parties.PickOrName(l10n.WhoIsNamed, w.Everybody(), func(p model.Party) room.Effect {
		a, ok := w.Reading.MakeMention(words, p)
		return w.decided(a, ok, l10n.NotPossible)
	})
}

// DropMention decides that the words under the cursor name nobody.
func (w *Words) DropMention() room.Effect {
	at, ok := w.mentionHere()
	if !ok {
		return room.Say(w.Language.Say(l10n.NobodyHere))
	}
	return w.decided(w.Reading.DropMention(at), true, l10n.NotPossible)
}

// SplitQuote makes two quotations of the one under the cursor.
func (w *Words) SplitQuote() room.Effect {
	return w.atCursor(func(quote int) (model.Annotation, bool) { return w.Reading.SplitQuote(quote, w.cursor.Start) })
}

// JoinQuotes makes one quotation of the one under the cursor and the next.
func (w *Words) JoinQuotes() room.Effect { return w.atCursor(w.Reading.JoinNext) }

// DropQuote decides that the quotation under the cursor is none.
func (w *Words) DropQuote() room.Effect {
	return w.atCursor(func(quote int) (model.Annotation, bool) { return w.Reading.DropQuote(quote), true })
}

// atCursor does something to the smallest quotation around the cursor.
func (w *Words) atCursor(do func(quote int) (model.Annotation, bool)) room.Effect {
	found, least := -1, 0
	for i, q := range w.Reading.Quotes() {
		if q.Covers(w.cursor) && (found < 0 || q.Len() < least) {
			found, least = i, q.Len()
		}
	}
	if found < 0 {
		return room.Say(w.Language.Say(l10n.NoQuoteHere))
	}
	a, ok := do(found)
	return w.decided(a, ok, l10n.NotPossible)
}

// mentionHere is the mention under the cursor.
func (w *Words) mentionHere() (at model.Span, ok bool) {
	for _, p := range w.Reading.Parties() {
		for _, mention := range p.Mentions {
			if mention.Covers(w.cursor) {
				return mention.Span, true
			}
		}
	}
	return at, false
}

// decided is the effect after a decision on marked words: marking ends, and what
// became of them is gone to.
func (w *Words) decided(a model.Annotation, ok bool, otherwise l10n.Word) room.Effect {
	if !ok {
		return room.Say(w.Language.Say(otherwise))
	}
	w.Leave()
	effect := room.Decide(a)
	effect.Claim = w.Language.Say(l10n.Done)
	if at, ok := w.Reading.Subject(a); ok {
		effect.Quote = at + 1
	}
	return effect
}
