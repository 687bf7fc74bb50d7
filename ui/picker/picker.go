// Package picker is the overlay in which the reader says who spoke: a line to
// type in and a list of parties, likeliest first, which the typing narrows.
package picker

import (
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/arabic"
)

// Picker is an open picker.
type Picker struct {
	candidates []model.Party
	shown      []model.Party // those that match what was typed
	input      []rune
	cursor     int // runes of input before it
	selected   int // in shown; len(shown) is the new party
	newKind    model.PartyKind

	width, height int
}

// New is a picker of candidates, likeliest first.
func New(candidates []model.Party) Picker {
	return Picker{candidates: candidates, shown: candidates, width: 1, height: 1}
}

// Resize sets the picker's size in cells.
func (p *Picker) Resize(width, height int) { p.width, p.height = width, height }

// Type puts text in at the cursor; control characters in it are dropped.
func (p *Picker) Type(text string) {
	for _, r := range text {
		if r >= ' ' && r != 0x7f && (r < 0x80 || r > 0x9f) {
			p.input = slices.Insert(p.input, p.cursor, r)
			p.cursor++
		}
	}
	p.narrow()
}

// Erase deletes the character before the cursor.
func (p *Picker) Erase() {
	if p.cursor > 0 {
		p.cursor--
		p.input = slices.Delete(p.input, p.cursor, p.cursor+1)
		p.narrow()
	}
}

// Clear deletes all that was typed.
func (p *Picker) Clear() {
	p.input, p.cursor = nil, 0
	p.narrow()
}

// Move moves the cursor: forward in the text if positive.
func (p *Picker) Move(step int) { p.cursor = max(0, min(p.cursor+step, len(p.input))) }

// Next moves the selection down the list, or up if step is negative.
func (p *Picker) Next(step int) { p.selected = max(0, min(p.selected+step, p.rows()-1)) }

// NextKind changes the kind that a new party will have.
func (p *Picker) NextKind() { p.newKind = (p.newKind + 1) % (model.RoleOnly + 1) }

// Chosen is the selected party. It is new to the article where the reader typed
// a name that nobody has; ok is false where nothing is selected.
func (p *Picker) Chosen() (party model.Party, ok bool) { return p.Choice(p.selected) }

// Choice is the n-th party of the list, from 0.
func (p *Picker) Choice(n int) (party model.Party, ok bool) {
	switch {
	case n < len(p.shown):
		return p.shown[n], true
	case n < p.rows():
		name := p.name()
		return model.Party{ID: model.PartyID(arabic.Key(name)), Name: name, Kind: p.newKind}, true
	}
	return model.Party{}, false
}

// name is what was typed, as the name of a party.
func (p *Picker) name() string { return strings.Join(strings.Fields(string(p.input)), " ") }

// offersNew reports whether the list ends with what was typed as a new party.
func (p *Picker) offersNew() bool {
	key := model.PartyID(arabic.Key(p.name()))
	return key != "" && !slices.ContainsFunc(p.candidates, func(c model.Party) bool { return c.ID == key })
}

func (p *Picker) rows() int {
	if p.offersNew() {
		return len(p.shown) + 1
	}
	return len(p.shown)
}

// narrow keeps the candidates that what was typed may mean, the closest first
// and the likelier of two that are as close.
func (p *Picker) narrow() {
	p.selected = 0
	if p.name() == "" {
		p.shown = p.candidates
		return
	}
	type hit struct {
		party model.Party
		score int
	}
	var hits []hit
	for _, c := range p.candidates {
		if score, ok := match(p.name(), c); ok {
			hits = append(hits, hit{c, score})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return b.score - a.score })
	p.shown = make([]model.Party, len(hits))
	for i, h := range hits {
		p.shown[i] = h.party
	}
}

// match is the best match of what was typed with any spelling or role.
func match(typed string, c model.Party) (best int, ok bool) {
	for _, name := range slices.Concat([]string{c.Name}, c.Aliases, c.Roles) {
		if score, hit := arabic.Match(typed, name); hit && (!ok || score > best) {
			best, ok = score, true
		}
	}
	return best, ok
}
