package speech

import (
	"cmp"
	"slices"
	"sort"

	"rawi/model/detect/learn"
)

// contender is somebody who may have said a quotation; the party -1 is nobody
// known.
type contender struct {
	party  int
	where  where // of the mention that stands best for a subject
	place  int   // that mention, -1 for none
	phrase bool  // no party yet
	rank   int   // how many others are nearer
}

// near is the first place from token i on.
func (s *Stage) near(i int) int {
	return sort.Search(len(s.places), func(k int) bool { return s.places[k].from >= i })
}

// contenders are those who may have said quotation i, nobody first.
func (s *Stage) contenders(i int, h *history) contenders {
	sc, ruled := &s.scenes[i], s.quotes[i].Source
	all := append(s.room.contenders[:0], contender{party: -1, where: nobodyKnown, place: -1})
	defer func() { s.room.contenders = all }()
	for _, k := range s.around(sc) {
		if p := &s.places[k]; !sc.holds(p) {
			all.add(contender{party: p.party, where: s.whereIs(sc, k), place: k, phrase: p.mention < 0})
		}
	}
	if s.isInside(sc, ruled.Mention) {
		ruled.Party = -1
	}
	for _, party := range slices.Concat(reversed(h.order), s.headline, []int{ruled.Party}) {
		if party >= 0 {
			all.add(contender{party: party, where: nowhere, place: -1, phrase: party >= s.parties.Len()})
		}
	}
	return all.fewer(ruled.Party)
}

// around are the places that are looked at: those before the verb, the nearest
// first, and those behind it in its paragraph.
func (s *Stage) around(sc *scene) []int {
	const mostBefore, mostAfter = 36, 14
	places := s.room.places[:0]
	mid := s.near(sc.at)
	for k := mid - 1; k >= max(0, mid-mostBefore); k-- {
		places = append(places, k)
	}
	for k := mid; k < min(len(s.places), mid+mostAfter) && s.page.SameBlock(s.places[k].from, sc.at); k++ {
		places = append(places, k)
	}
	s.room.places = places
	return places
}

func reversed(list []int) []int {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

type contenders []contender

// add takes in a party, or a better place of one.
func (cs *contenders) add(c contender) {
	for k := range *cs {
		old := &(*cs)[k]
		if old.party == c.party {
			if c.where < old.where {
				old.where, old.place = c.where, c.place
			}
			return
		}
	}
	c.rank = len(*cs)
	*cs = append(*cs, c)
}

// fewer keeps the likelier of too many: nobody, whom the rules say, then by where
// they stand, then those named last.
func (cs contenders) fewer(ruled int) contenders {
	const most = 16
	if len(cs) <= most {
		return cs
	}
	first := func(c contender) int { return learn.Bit(c.party >= 0 && c.party != ruled) }
	slices.SortStableFunc(cs, func(a, b contender) int {
		return cmp.Or(first(a)-first(b), int(a.where)-int(b.where), a.rank-b.rank)
	})
	return cs[:most]
}

// holds reports whether a mention lies in the quotation.
func (sc *scene) holds(p *place) bool { return p.from <= sc.last && p.to > sc.first }

// isInside reports whether a mention stands in the quotation.
func (s *Stage) isInside(sc *scene, mention int) bool {
	if mention < 0 {
		return false
	}
	m := s.found.Mention(mention)
	return sc.holds(&place{from: m.From, to: m.To})
}
