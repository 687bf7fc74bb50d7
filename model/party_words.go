package model

import "slices"

// partyWords is the last words of authors on an aspect of a party.
type partyWords struct {
	party PartyID
	words []*Annotation
	shown int // -1 where they differ and the reader is silent
}

// partyAspect is what of a party authors may differ on.
type partyAspect struct {
	party  PartyID
	aspect aspect
}

// decideParties is what the decisions that stand say on parties in the whole library,
// as the reader sees it, and the words of all on what they may differ on.
func decideParties(log *Log, stands []bool, reader who) (o partyOverrides, words []partyWords) {
	at := make(map[partyAspect]int)
	on := func(a *Annotation) partyAspect { return partyAspect{a.Party, deeds[a.Deed].aspect} }
	each := func(do func(a *Annotation)) { // the reader's own first: what would make them a circle is refused
		for _, own := range []bool{true, false} {
			for i := range log.entries {
				if a := &log.entries[i]; stands[i] && deeds[a.Deed].subject == aboutParty && (a.Author == reader.author) == own {
					do(a)
				}
			}
		}
	}
	each(func(a *Annotation) {
		key := on(a)
		if key.aspect == noAspect {
			return
		}
		n, known := at[key]
		if !known {
			n, at[key] = len(words), len(words)
			words = append(words, partyWords{party: a.Party})
		}
		words[n].say(a)
	})
	for i := range words {
		words[i].close(reader)
	}
	each(func(a *Annotation) {
		n, contested := at[on(a)]
		if !contested || words[n].shown >= 0 && words[n].words[words[n].shown].by() == a.by() {
			deeds[a.Deed].party(&o, a)
		}
	})
	return o, words
}

// say puts a decision in the place of the same author's earlier one.
func (w *partyWords) say(a *Annotation) {
	i := slices.IndexFunc(w.words, func(b *Annotation) bool { return b.by() == a.by() })
	if i < 0 {
		w.words = append(w.words, a)
		return
	}
	w.words[i] = a
}

// close finds out whose word is shown.
func (w *partyWords) close(reader who) {
	by := make([]who, len(w.words))
	for i, a := range w.words {
		by[i] = a.by()
	}
	shown, ok := prevailing(reader, by, w.agree)
	if w.shown = shown; !ok {
		w.shown = -1
	}
}

func (w *partyWords) agree(i, j int) bool {
	a, b := w.words[i], w.words[j]
	return a.Deed == b.Deed && a.Says() == b.Says() && a.Target == b.Target
}

// differ reports whether two of the words differ.
func (w *partyWords) differ() bool {
	for i := 1; i < len(w.words); i++ {
		if !w.agree(0, i) {
			return true
		}
	}
	return false
}
