package ui

import (
	"slices"

	"rawi/ui/reader"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/rows"
)

// panes is the article and the lists beside it, which move together: where each
// is, what is selected, and which has the focus.
type panes struct {
	*room.Scene
	focus    pane
	left     pane // had the focus before words were marked
	away     bool // they are, or a question about them is open
	zen      bool // the article alone is shown
	geometry geometry
	reader   reader.Reader
	quotes   roster.Roster
	parties  roster.Roster
	mention  int          // of the selected party, the one shown last
	listed   func() []int // the quotations as they are listed
	placeIn  func(quote int) int
	order    func() []int // the parties as they are listed
}

// placeOf is where a question stands, nil for none.
func placeOf(q *room.Question) asked {
	switch {
	case q == nil:
		return notAsked
	case q.Line:
		return inLine
	}
	return inPanel
}

// place is all that going somewhere changes: the byte offset of the text in the
// top row, the current quotation, the selected party.
func (p *panes) place() [3]int {
	return [3]int{p.reader.Offset(), p.Current, p.parties.Selected()}
}

// resize lays everything out again.
func (p *panes) resize(width, height int, overlay *room.Question) {
	p.geometry = arrange(width, height, p.focus, placeOf(overlay), p.zen)
	if p.Language.LeftToRight() {
		p.geometry.mirror()
	}
	g := &p.geometry
	if a := g.panes[articlePane]; !a.empty() {
		p.reader.Resize(a.w, a.h)
	}
	p.quotes.Resize(g.panes[quotesPane].w, g.panes[quotesPane].h-rows.BarHeight(g.panes[quotesPane].h))
	p.parties.Resize(g.panes[partiesPane].w, g.panes[partiesPane].h)
	if overlay != nil {
		overlay.Resize(g.overlay.w, g.overlay.h)
	}
}

// fit scrolls the lists to what is selected, before they are shown.
func (p *panes) fit(r *rows.Rows) {
	listed, selected := p.listed(), 0
	if n := len(listed); n > 0 {
		selected = len(r.Quotation(listed[min(p.quotes.Selected(), n-1)]))
	}
	p.quotes.Fit(len(listed), selected)
	p.parties.Fit(len(p.Reading.Parties()), rows.Height)
}

// goTo makes a quotation the current one and shows it.
func (p *panes) goTo(quote int) {
	quotes := p.Reading.Quotes()
	if len(quotes) == 0 {
		return
	}
	p.Current = max(0, min(quote, len(quotes)-1))
	p.selectCurrent()
	p.reader.Show(quotes[p.Current].Span)
}

// selectCurrent selects the current quotation in its list.
func (p *panes) selectCurrent() { p.quotes.Select(p.placeIn(p.Current), len(p.listed())) }

// goBy goes on by some of the quotations that are listed, back where n is negative.
func (p *panes) goBy(n int) {
	listed := p.listed()
	if p.Filter == room.All || len(listed) == 0 {
		p.goTo(p.Current + n)
		return
	}
	at := p.placeIn(p.Current)
	if n > 0 && (at == len(listed) || listed[at] != p.Current) {
		n-- // the next one is there already
	}
	p.goTo(listed[max(0, min(at+n, len(listed)-1))])
}

// listOnly lists those quotations that a filter lets through, and goes to the nearest.
func (p *panes) listOnly(f room.Filter) (any bool) {
	p.Filter = f
	if len(p.listed()) == 0 {
		p.selectCurrent()
		return false
	}
	p.goTo(p.listed()[min(p.placeIn(p.Current), len(p.listed())-1)])
	return true
}

// selected is the index of the selected party; -1 where there is none.
func (p *panes) selected() int {
	if order, at := p.order(), p.parties.Selected(); at < len(order) {
		return order[at]
	}
	return -1
}

// choose selects a party by its index.
func (p *panes) choose(party int) {
	p.parties.Select(slices.Index(p.order(), party), len(p.order()))
}

// selectParty selects a party by its place in the list and shows where the text names it next (direction 1), or
// last (direction -1), or anywhere near (direction 0).
func (p *panes) selectParty(at, direction int) {
	parties := p.Reading.Parties()
	if len(parties) == 0 {
		return
	}
	p.parties.Select(at, len(parties))
	mentions := parties[p.selected()].Mentions
	if len(mentions) == 0 {
		return
	}
	p.mention = max(0, min(p.mention+direction, len(mentions)-1))
	if direction == 0 {
		p.mention = 0
	}
	p.reader.Show(mentions[p.mention].Span)
	p.followText()
}

// nextMention shows where the text names the selected party next; after the last place
// comes the first.
func (p *panes) nextMention(step int) {
	before := p.mention
	p.selectParty(p.parties.Selected(), step)
	if party := p.selected(); p.mention == before && party >= 0 && len(p.Reading.Parties()[party].Mentions) > 1 {
		p.selectParty(p.parties.Selected(), -p.mention)
	}
}

// move goes forward or back by one: a paragraph, a quotation, or a mention.
func (p *panes) move(n int) {
	switch p.focus {
	case quotesPane:
		p.goBy(n)
	case partiesPane:
		p.selectParty(p.parties.Selected(), n)
	default:
		p.reader.Paragraph(n)
		p.followText()
	}
}

// scroll goes down or up by one row, quotation or party.
func (p *panes) scroll(n int) { p.scrollIn(p.focus, n, n) }

// page is scroll by a screen; of text one row stays.
func (p *panes) page(n int) { p.scrollBy(n, 1, p.reader.Height()-1) }

// half is scroll by half a screen.
func (p *panes) half(n int) { p.scrollBy(n, 2, p.reader.Height()/2) }

// scrollBy is scroll by a part of a screen of a list, the n-th, or by rows of text.
func (p *panes) scrollBy(direction, part, rows int) {
	items := map[pane]int{quotesPane: p.quotes.Page(), partiesPane: p.parties.Page()}
	p.scrollIn(p.focus, direction*max(1, items[p.focus]/part), direction*max(1, rows))
}

// scrollIn goes down or up in a pane, by items in a list and by rows in the text.
func (p *panes) scrollIn(in pane, items, rows int) {
	switch in {
	case quotesPane:
		p.goBy(items)
	case partiesPane:
		p.selectParty(p.parties.Selected()+items, 0)
	case articlePane:
		p.reader.Scroll(rows)
		p.followText()
	}
}

// end goes to the first or the last of what the focus is on.
func (p *panes) end(last bool) {
	to := 0
	if last {
		to = len(p.Article.Text) // more than there are of anything
	}
	switch p.focus {
	case quotesPane:
		p.goBy(2*to - len(p.Article.Text)) // further than there are, either way
	case partiesPane:
		p.selectParty(to, 0)
	default:
		p.reader.Top()
		if last {
			p.reader.Bottom()
		}
		p.followText()
	}
}

// followText makes the first quotation on the screen the current one, unless
// the current one is on the screen.
func (p *panes) followText() {
	quotes, visible := p.Reading.Quotes(), p.reader.Visible()
	if p.Current < len(quotes) && !quotes[p.Current].Overlaps(visible) {
		first, last := p.Reading.QuotesIn(visible)
		for i := first; i < last; i++ {
			if quotes[i].Overlaps(visible) {
				p.Current = i
				break
			}
		}
	}
	p.selectCurrent()
}

// toggleFolds shows folded boilerplate, or folds it again.
func (p *panes) toggleFolds() {
	p.reader.ToggleFolds()
	p.followText()
}

// point goes to what is in a cell of a pane: a quotation or party in its list, or
// the smallest quotation around a place in the text, whose offset it returns.
func (p *panes) point(in pane, x, y int) (offset int, inText bool) {
	switch in {
	case quotesPane:
		if i, ok := p.quotes.At(y); ok {
			p.goTo(p.listed()[i])
		}
	case partiesPane:
		if i, ok := p.parties.At(y); ok {
			p.selectParty(i, 0)
		}
	case articlePane:
		if offset, inText = p.reader.OffsetAt(x, y); inText {
			p.selectAround(offset)
		}
	}
	return offset, inText
}

// selectAround makes the smallest quotation around an offset the current one.
func (p *panes) selectAround(offset int) {
	least := -1
	for i, q := range p.Reading.Quotes() {
		if q.Contains(offset) && (least < 0 || q.Len() < least) {
			p.Current, least = i, q.Len()
		}
	}
	p.selectCurrent()
}
