// Package links is the list of an article's links, from which one is opened in the
// browser or as an article.
package links

import (
	"strconv"

	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/picker"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// Links is the room.
type Links struct {
	*room.Scene
	CanRead bool // links can be opened as articles
}

// Open lists the links in text order, numbered, the first on the screen first. Choosing
// one opens it in the browser; the tab key opens it as an article. «رقم» on the command
// line opens the link of that number at once.
func (l Links) Open(number string) room.Effect {
	all := l.Article.Links
	if len(all) == 0 {
		return room.Say(l.Language.Say(l10n.NoLinks))
	}
	if n, err := strconv.Atoi(number); err == nil && 1 <= n && n <= len(all) {
		return room.Effect{Browse: all[n-1].Address, Show: all[n-1].Span}
	}
	items := make([]picker.Item, len(all))
	for i := range all {
		items[i] = l.item(i)
	}
	q := &room.Question{
		Picker: picker.New(items, picker.Narrowing), Title: l10n.Links, Prompt: l10n.TypeToSearch, Keys: l10n.LinkKeys, Digits: true,
		Choose: func(c picker.Choice) room.Effect {
			return room.Effect{Browse: all[c.Item].Address, Show: all[c.Item].Span}
		},
	}
	if !l.CanRead {
		q.Keys = l10n.LinkKeysAlone
		return room.Effect{Ask: q}
	}
	q.Tab = func() room.Effect {
		c, ok := q.Chosen()
		if !ok {
			return room.Effect{}
		}
		return room.Open(room.Request{Name: all[c.Item].Address, Named: true})
	}
	return room.Effect{Ask: q}
}

// item is a link in the list: its number, its words, its address.
func (l Links) item(i int) picker.Item {
	link := &l.Article.Links[i]
	words := room.OneLine(link.In(l.Article.Text))
	var t paint.Text
	t.Add(strconv.Itoa(i+1)+". ", theme.Dim).Add(words, theme.Text)
	if words != link.Address {
		t.Add(" · "+link.Address, theme.Dim)
	}
	return picker.Item{Names: []string{words}, Also: []string{link.Address}, Text: t.Plain, Marks: t.Marks}
}
