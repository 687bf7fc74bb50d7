package model

import "slices"

// HistoryEntry is one decision of the history.
type HistoryEntry struct {
	Annotation
	Stands bool // not revoked
	Quote  int  // the quotation that it is about; -1 for none
}

// History is all decisions that concern the article, oldest first, without
// the undoing and redoing.
func (r *Reading) History() []HistoryEntry {
	var history []HistoryEntry
	for i, stands := range r.log.stand() {
		a := r.log.entries[i]
		if a.Deed == Revoke {
			continue
		}
		quote, ok := r.Subject(a)
		if !ok {
			quote = -1
		}
		history = append(history, HistoryEntry{a, stands, quote})
	}
	return history
}

// Subject is the quotation that an annotation is about: for one that revokes
// others, the first that those were about.
func (r *Reading) Subject(a Annotation) (quote int, ok bool) {
	for range r.log.entries {
		if a.Deed != Revoke && a.Deed != Retract {
			break
		}
		target := r.log.find(a.Target)
		if target == nil {
			return 0, false
		}
		a = *target
	}
	if s := deeds[a.Deed].subject; s != aboutQuote && s != aboutWords && a.Deed != Confirm {
		return 0, false
	}
	for _, anchor := range []Anchor{a.Anchor, a.To} {
		at, status := r.locate(a.Article, anchor, maxConfirms)
		if quote, ok = r.QuoteAt(at); ok && status != Lost {
			return quote, true
		}
	}
	return 0, false
}

// Reinstate makes a decision of the history once more, as a new one; ok is false
// when there is none of that ID, or its words are not found in this text.
func (r *Reading) Reinstate(id string) (a Annotation, ok bool) {
	i := slices.IndexFunc(r.log.entries, func(e Annotation) bool { return e.ID == id })
	if i < 0 || r.log.entries[i].Deed == Revoke {
		return a, false
	}
	a = r.log.entries[i]
	if a.Deed.OfArticle() && a.Article != r.Article.ID {
		here, unresolved := r.locateDecision(&a)
		if unresolved.Status != Found {
			return a, false
		}
		a = *here
		a.Anchor = NewAnchor(r.Article.Text, a.Anchor.Span)
		if a.To != (Anchor{}) {
			a.To = NewAnchor(r.Article.Text, a.To.Span)
		}
	}
	return r.record(a), true
}
