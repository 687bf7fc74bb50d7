// Package rows is what the panes show of a reading: an item for each quotation
// and each party, the candidates, the bar of all quotations, the counts, and what
// is marked in the text. It changes nothing of what it shows.
package rows

import (
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/theme"
)

// Height is how many rows an item of a list has, except for the current quotation.
const Height = 3

// Rows makes the rows. It remembers those that follow from the decisions alone.
type Rows struct {
	*room.Scene
	Lit        int                   // the party whose mentions are lit, counted from 1; 0 for none
	Measure    func(text string) int // width in columns
	Candidates int                   // shown of a quotation at most
	Width      int                   // of the list of quotations, in columns
	PaneHeight int                   // of its pane, in rows

	kept kept
}

// kept is what follows from the decisions alone, and from which of them are on
// disk. It is rebuilt when there are more of them, or another reading.
type kept struct {
	reading   *model.Reading
	decisions int

	quotes  map[int]roster.Item
	parties map[int]roster.Item
	order   []int // see [Rows.Order]
	listed  []int // see [Rows.Listed]
	filter  room.Filter
	words   map[model.PartyID]int
	decided int // quotations
	unknown int

	bar        paint.Text
	barFor     [2]int      // the width and the current quotation for which it is
	current    roster.Item // see [Rows.current]
	currentFor [3]int      // the same, and the height
}

// Forget drops what is remembered, after decisions came to disk.
func (r *Rows) Forget() { r.kept = kept{} }

// keep is what is remembered of the reading as it is.
func (r *Rows) keep() *kept {
	k := &r.kept
	if k.reading == r.Reading && k.decisions == r.Reading.Log().Len() {
		return k
	}
	*k = kept{
		reading: r.Reading, decisions: r.Reading.Log().Len(),
		quotes: map[int]roster.Item{}, parties: map[int]roster.Item{},
		barFor: [2]int{0, -1}, currentFor: [3]int{0, -1}, // neither is made
	}
	quotes := r.Reading.Quotes()
	for i, state := range r.Reading.States() {
		switch {
		case state == model.StateUnknown:
			k.unknown++
		case state == model.StateDecided && !r.NotSaved.Quote(&quotes[i]):
			k.decided++
		}
	}
	return k
}

// State says whether a quotation is decided, guessed or open.
func (r *Rows) State(q *model.Quote) (l10n.Word, theme.Role) {
	switch {
	case r.NotSaved.Quote(q):
		return l10n.Unsaved, theme.Unsaved
	case q.Moved != nil:
		return l10n.MovedWords, theme.Unknown
	case q.Contested:
		return l10n.Contested, theme.Differ
	case q.Decided():
		return l10n.Decided, theme.Decided
	case room.Unknown(q):
		return l10n.Unknown, theme.Unknown
	}
	return Guess(q)
}

// Guess is how a guess is shown.
func Guess(q *model.Quote) (l10n.Word, theme.Role) {
	if q.Doubtful() {
		return l10n.DoubtfulGuess, theme.Doubt
	}
	return l10n.Guess, theme.Guess
}

// Counts is how many quotations there are and how they stand, how many decisions
// are not on disk, and what of the text is not shown.
func (r *Rows) Counts(unsaved, hidden int) string {
	say := r.Language.Say
	if !r.Detected {
		return say(l10n.Searching)
	}
	text := say(l10n.QuoteCount, len(r.Reading.Quotes()))
	for _, count := range []struct {
		of l10n.Word
		n  int
	}{
		{l10n.DecidedCount, r.keep().decided}, {l10n.UnknownCount, r.keep().unknown}, {l10n.UnsavedCount, unsaved},
		{l10n.BrokenCount, r.Article.Broken}, {l10n.HiddenCount, hidden},
	} {
		if count.n > 0 {
			text += " · " + say(count.of, count.n)
		}
	}
	return text
}

func row(t *paint.Text) roster.Row { return roster.Row{Text: t.Plain, Marks: t.Marks} }
