package store

import (
	"slices"

	"rawi/model"
)

// outdateSaid notes of which articles the stored quotations may not be what the new
// decisions make of them: those decided on, other texts of their sources, and for what
// holds in the whole library those in which a party that it concerns speaks or is spoken
// to.
func (b *batch) outdateSaid() error {
	for article := range b.added {
		if article == "" {
			continue
		}
		_, err := b.exec(`UPDATE card SET fresh = 0 WHERE article IN (SELECT ?1 UNION
			SELECT other.article FROM origin JOIN origin AS other USING (source) WHERE origin.article = ?1 AND source <> '')`, article)
		if err != nil {
			return err
		}
	}
	if len(b.added[""]) == 0 {
		return nil
	}
	wide, err := b.decisionsOn(b.prepared, "")
	if err != nil {
		return err
	}
	for party := range partiesOf(b.added[""], wide) {
		_, err := b.exec("UPDATE card SET fresh = 0 WHERE number IN (SELECT card FROM said WHERE party = ?1 OR addressee = ?1)", string(party))
		if err != nil {
			return err
		}
	}
	return nil
}

// partiesOf is the parties whom decisions for the whole library concern, among all of
// those that were ever made: the party that one is about or that one revokes, and whoever
// it was merged with, whether that stands or not.
func partiesOf(added, wide []model.Annotation) map[model.PartyID]bool {
	about := make(map[string][]*model.Annotation) // by what a revocation has as its target
	merged := make(map[model.PartyID][]model.PartyID)
	for i := range wide {
		a := &wide[i]
		about[a.ID] = append(about[a.ID], a)
		if a.Group != "" {
			about[a.Group] = append(about[a.Group], a)
		}
		if a.Deed == model.MergeParties {
			target := model.PartyID(a.Target)
			merged[a.Party] = append(merged[a.Party], target)
			merged[target] = append(merged[target], a.Party)
		}
	}
	concerned, followed := make(map[model.PartyID]bool), make(map[string]bool)
	for next := pointers(added); len(next) > 0; {
		a := next[0]
		next = next[1:]
		if a.Deed.LibraryWide() {
			addMerged(concerned, merged, a.Party)
		} else if !followed[a.Target] {
			followed[a.Target] = true
			next = append(next, about[a.Target]...)
		}
	}
	return concerned
}

func pointers(as []model.Annotation) (all []*model.Annotation) {
	for i := range as {
		all = append(all, &as[i])
	}
	return all
}

// addMerged adds a party and all that it was merged with.
func addMerged(to map[model.PartyID]bool, merged map[model.PartyID][]model.PartyID, party model.PartyID) {
	for next := []model.PartyID{party}; len(next) > 0; {
		id := next[len(next)-1]
		next = slices.Delete(next, len(next)-1, len(next))
		if !to[id] {
			to[id] = true
			next = append(next, merged[id]...)
		}
	}
}
