package model

import (
	"time"
	"unicode/utf8"
)

// record is recordAll for one decision.
func (r *Reading) record(a Annotation) Annotation { return r.recordAll(a)[0] }

// recordAll stamps decisions and appends them to the log, as one group if they are
// several. Each is later than all that the reader has seen, whatever the clock
// says, so that every log has the same order.
func (r *Reading) recordAll(as ...Annotation) []Annotation {
	if len(as) == 0 {
		return nil
	}
	var group string
	if len(as) > 1 {
		group = r.stamp.newID()
	}
	now := r.log.next(r.stamp.now())
	for i := range as {
		a := &as[i]
		a.ID, a.Format, a.Group, a.Author, a.Capacity, a.Time = r.stamp.newID(), Format, group, r.Author, r.Capacity, now.Add(time.Duration(i))
		if a.Deed.OfArticle() {
			a.Article = r.Article.ID
		}
	}
	r.log.Append(as...)
	r.derive()
	return as
}

// Undo revokes the reader's last decision that stands, or group of them.
func (r *Reading) Undo() (a Annotation, ok bool) { return r.revoke(Revoke, r.log.Undoable(r.Author)) }

// Redo restores what was undone last, until a new decision is made.
func (r *Reading) Redo() (a Annotation, ok bool) { return r.revoke(Revoke, r.log.Redoable(r.Author)) }

// Retract revokes a decision that stands, no matter who made it and what came after
// it. It is a decision itself, and can be undone.
func (r *Reading) Retract(id string) (Annotation, bool) { return r.revoke(Retract, id) }

// revoke records a decision on another one, in the article of that one or in the
// library.
func (r *Reading) revoke(deed Deed, target string) (Annotation, bool) {
	a := r.log.find(target)
	if target == "" || a == nil {
		return Annotation{}, false
	}
	return r.recordAll(Annotation{Deed: deed, Article: a.Article, Target: target})[0], true
}

func (r *Reading) anchor(quote int) Anchor {
	return NewAnchor(r.Article.Text, r.quotes[quote].Span)
}

// fit is the words of a span, between whole characters of the text.
func (r *Reading) fit(s Span) Span {
	text := r.Article.Text
	s.Start, s.End = runeStart(text, s.Start), runeStart(text, s.End)
	if s.Empty() {
		return Span{}
	}
	return trim(text, s)
}

// runeStart is the start of the character in which an offset lies, within the
// text.
func runeStart(text string, offset int) int {
	offset = max(0, min(offset, len(text)))
	for offset < len(text) && offset > 0 && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}
