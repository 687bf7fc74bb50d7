package rows

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/theme"
)

// Party is a party in its list: name, kind and counts, other spellings and
// roles.
func (r *Rows) Party(i int) roster.Item {
	rows := r.keep().parties
	item, ok := rows[i]
	if !ok {
		item = r.partyRows(i)
		rows[i] = item
	}
	return item
}

func (r *Rows) partyRows(i int) roster.Item {
	say, p := r.Language.Say, &r.Reading.Parties()[i]
	spoken, look := r.Reading.SpokenBy(p.ID), theme.Party(i+1)
	if p.Kind == model.Place && spoken == 0 {
		look = theme.Dim
	}
	var name paint.Text
	var counts, also list
	name.Add("["+strconv.Itoa(i+1)+"] "+p.Name, look)
	if spoken > 0 {
		counts.add(r.share(p.ID), look).text.Add(" "+say(l10n.Spoke, spoken), theme.Dim)
	}
	if r.NotSaved.Party(p.ID) {
		counts.add(say(l10n.Unsaved), theme.Unsaved)
	}
	also.add(r.Language.PartyKind(p.Kind), theme.Dim)
	if named := &counts; len(p.Mentions) > 0 {
		if spoken > 0 {
			named = &also
		}
		named.add(say(l10n.Mentions, len(p.Mentions)), theme.Dim)
	}
	others := slices.DeleteFunc(slices.Concat(p.Aliases, p.Roles), func(s string) bool { return s == p.Name })
	if len(others) > 0 {
		also.add(say(l10n.AlsoWritten, room.OneLine(strings.Join(others, "، "))), theme.Dim)
	}
	return roster.Item{row(&name), counts.row(), also.row()}
}

// shareColumns is how long the bar of all words quoted is.
const shareColumns = 8

// share is a party's share of the words quoted, as a bar.
func (r *Rows) share(id model.PartyID) string {
	words := r.spokenWords()
	part := words[id] * 100 / max(1, words[""])
	return strings.Repeat("━", max(1, (part*shareColumns+50)/100))
}

// spokenWords is how many of the words quoted each party said, and "" all together.
func (r *Rows) spokenWords() map[model.PartyID]int {
	k := r.keep()
	if k.words == nil {
		k.words = map[model.PartyID]int{}
		for i := range r.Reading.Quotes() {
			if q := r.Reading.Quotes()[i]; q.Kind.Spoken() {
				n := 0
				for range strings.FieldsSeq(q.In(r.Article.Text)) {
					n++
				}
				k.words[""] += n
				if q.Speaker != "" {
					k.words[q.Speaker] += n
				}
			}
		}
	}
	return k.words
}

// Order is the parties as they are listed, by their indexes: those who speak, by how
// often they do; then by how often they are named; places last.
func (r *Rows) Order() []int {
	k, parties := r.keep(), r.Reading.Parties()
	if len(k.order) == len(parties) {
		return k.order
	}
	k.order = make([]int, len(parties))
	for i := range k.order {
		k.order[i] = i
	}
	rank := func(i int) (place, spoken, named int) {
		p := &parties[i]
		if spoken = r.Reading.SpokenBy(p.ID); spoken == 0 && p.Kind == model.Place {
			place = 1
		}
		return place, spoken, len(p.Mentions)
	}
	slices.SortStableFunc(k.order, func(a, b int) int {
		placeA, spokenA, namedA := rank(a)
		placeB, spokenB, namedB := rank(b)
		return cmp.Or(placeA-placeB, spokenB-spokenA, namedB-namedA)
	})
	return k.order
}
