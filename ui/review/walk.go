// Package review is the way through the quotations, and what the reader decides on
// the current one: accepted, said by somebody else, of another kind, remarked on.
// Where a decision leaves nothing open it leads on to the next quotation.
package review

import (
	"rawi/model"
	"rawi/ui/cmdline"
	"rawi/ui/l10n"
	"rawi/ui/parties"
	"rawi/ui/room"
)

// Review is the room.
type Review struct {
	*room.Scene
	Parties *parties.Parties // for picking or typing a name

	inText    bool // in the order of the text, not from doubtful to sure
	led       int  // the quotation that the review led to last
	corrected correction
}

// NextUndecided goes to the next quotation in the order of review, and from the
// last one to the first; for who adjudicates, to the next on which authors differ.
// Who went elsewhere begins with the most doubtful.
func (r *Review) NextUndecided() room.Effect {
	if q, ok := r.Quote(); ok && r.Reading.Capacity == model.Adjudicator {
		return r.settled(room.Effect{}, q.Start)
	}
	next, ok := r.Reading.NextUndecided(-1, !r.inText)
	if !ok {
		return room.Say(r.Language.Say(l10n.AllDecided))
	}
	if r.inText || r.Current == r.led || next == r.Current {
		if after, ok := r.Reading.NextUndecided(r.Current, !r.inText); ok {
			next = after
		}
	}
	r.led = next
	return room.Effect{Quote: next + 1}
}

// ChangeOrder changes the order of review.
func (r *Review) ChangeOrder() room.Effect {
	r.inText = !r.inText
	if r.inText {
		return room.Say(r.Language.Say(l10n.TextOrder))
	}
	return room.Say(r.Language.Say(l10n.DoubtfulFirst))
}

// GoTo goes to the quotation of a number, from 1, in any script's digits.
func (r *Review) GoTo(number string) room.Effect {
	n, ok := cmdline.Number(number)
	if !ok {
		return r.notANumber(number)
	}
	if n < 1 || n > len(r.Reading.Quotes()) {
		return room.Say(r.Language.Say(l10n.NoSuchQuote, number))
	}
	return room.Effect{Quote: n}
}

func (r *Review) notANumber(text string) room.Effect {
	return room.Say(r.Language.Say(l10n.NotANumber, room.OneLine(text)))
}

// Undo takes back the reader's last decision and goes to its quotation.
func (r *Review) Undo() room.Effect { return r.revoke(r.Reading.Undo, l10n.Undone, l10n.NothingToUndo) }

// Redo makes the decision again that was taken back last.
func (r *Review) Redo() room.Effect { return r.revoke(r.Reading.Redo, l10n.Redone, l10n.NothingToRedo) }

// deed names what an annotation takes back or makes again: the decision behind any
// number of those.
func (r *Review) deed(a model.Annotation) string {
	for a.Deed == model.Revoke {
		of, ok := r.Reading.Log().Decision(a.Target)
		if !ok {
			break
		}
		a = of
	}
	return r.Language.Deed(a.Deed)
}

func (r *Review) revoke(do func() (model.Annotation, bool), done, nothing l10n.Word) room.Effect {
	a, ok := do()
	if !ok {
		return room.Say(r.Language.Say(nothing))
	}
	effect := room.Decide(a)
	effect.Claim = r.Language.Say(done, r.deed(a))
	if at, ok := r.Reading.Subject(a); ok {
		effect.Quote = at + 1
	}
	return effect
}
