package rows

import (
	"slices"
	"strconv"
	"strings"

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
	var name, counts, also paint.Text
	name.Add(strconv.Itoa(i+1)+"  ", theme.Dim).Add(p.Name, theme.Party(i+1))
	counts.Add("    "+r.Language.PartyKind(p.Kind)+" · "+say(l10n.Mentions, len(p.Mentions))+
		" · "+say(l10n.Spoke, r.Reading.SpokenBy(p.ID)), theme.Dim)
	if r.NotSaved.Party(p.ID) {
		counts.Add(" · "+say(l10n.Unsaved), theme.Unsaved)
	}
	others := slices.DeleteFunc(slices.Concat(p.Aliases, p.Roles), func(s string) bool { return s == p.Name })
	if len(others) > 0 {
		also.Add("    "+say(l10n.AlsoWritten, room.OneLine(strings.Join(others, "، "))), theme.Dim)
	}
	return roster.Item{row(&name), row(&counts), row(&also)}
}
