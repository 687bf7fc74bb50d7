// Package picker is the overlay in which the reader picks one of a list: a
// party, a command, a decision. It is a line to type in and the list, which the
// typing narrows; where the list allows it, what was typed can be picked too.
package picker

import (
	"slices"
	"strings"

	"rawi/model/arabic"
	"rawi/ui/paint"
)

// Item is what can be picked.
type Item struct {
	Names    []string // by which typing finds it; one typed in full means this item
	Also     []string // words by which typing finds it too
	Text     string   // what stands in the list
	Marks    []paint.Mark
	Argument bool // what is typed after a name and a blank is the item's argument
}

// Picker is an open picker.
type Picker struct {
	Line
	items    []Item
	rows     []row
	selected int // of rows; -1 nothing
	typing   Typing
	meaning  func(typed string) (item int) // nil: what was typed means the closest
	source   source

	width, height int
}

// row is an item that matches what was typed, or, with item -1, a name that no item
// has: what was typed, or what it is the beginning of in the text.
type row struct {
	item int
	name string
}

// Typing says what typing is for.
type Typing uint8

const (
	Narrowing Typing = iota // only to narrow the list
	Name                    // a name can be picked that no item has
	Text                    // any text can be picked; the items are for when none is typed
)

// New is a picker of items in their order.
func New(items []Item, typing Typing) Picker {
	p := Picker{items: items, typing: typing, width: 1, height: 1}
	p.narrow()
	return p
}

// SetTyping changes what typing is for.
func (p *Picker) SetTyping(t Typing) { p.typing = t }

// SetMeaning lets the list be one to look at: no row is selected but the item
// that meaning says was typed, or that the reader moves to. It is -1 for none.
func (p *Picker) SetMeaning(meaning func(typed string) (item int)) {
	p.meaning = meaning
	p.narrow()
}

// SetItems replaces the items by others, which look otherwise but are found by the
// same words; the selection stays.
func (p *Picker) SetItems(items []Item) { p.items = items }

// Resize sets the picker's size in cells.
func (p *Picker) Resize(width, height int) { p.width, p.height = width, height }

// Set is [Line.Set]; the list follows, as it does below.
func (p *Picker) Set(text string) { p.Line.Set(text); p.narrow() }

// Type is [Line.Type].
func (p *Picker) Type(text string) { p.Line.Type(text); p.narrow() }

// Erase is [Line.Erase].
func (p *Picker) Erase() { p.Line.Erase(); p.narrow() }

// Clear is [Line.Clear].
func (p *Picker) Clear() { p.Line.Clear(); p.narrow() }

// Next moves the selection down the list, or up if step is negative.
func (p *Picker) Next(step int) { p.selected = max(0, min(p.selected+step, len(p.rows)-1)) }

// Page is the number of rows of the list.
func (p *Picker) Page() int { return max(1, p.height-2) }

// Typed is what was typed, with single blanks between the words.
func (p *Picker) Typed() string { return strings.Join(strings.Fields(p.String()), " ") }

// Choice is what was picked: an item, or, where Item is -1, what was typed or a name
// that begins so.
type Choice struct {
	Item  int
	Typed string // the name, or an item's argument
}

// Chosen is the selected row; ok is false where there is none.
func (p *Picker) Chosen() (c Choice, ok bool) { return p.Choice(p.selected) }

// Choice is the n-th row, from 0.
func (p *Picker) Choice(n int) (c Choice, ok bool) {
	if n < 0 || n >= len(p.rows) {
		return Choice{}, false
	}
	r := p.rows[n]
	if r.item >= 0 {
		_, r.name, _ = p.items[r.item].match(p.Typed())
	}
	return Choice{Item: r.item, Typed: r.name}, true
}

// offered is the names that can be picked besides the items: what was typed, and
// where names are asked for, what it is the beginning of in the text. What is only
// another name of an item may be somebody's own.
func (p *Picker) offered() (names []string) {
	switch p.typing {
	case Text:
		if p.Typed() != "" {
			names = append(names, p.Typed())
		}
	case Name:
		for _, name := range append([]string{p.Typed()}, p.continuations()...) {
			key := arabic.Key(name)
			if key != "" && !slices.ContainsFunc(p.items, func(i Item) bool { return arabic.HasKey(i.Names[0], key) }) {
				names = append(names, name)
			}
		}
	}
	return names
}

// called reports whether a name of the item has the key.
func (i *Item) called(key string) bool {
	return slices.ContainsFunc(i.Names, func(name string) bool { return arabic.Key(name) == key })
}

// narrow keeps the items that what was typed may mean, the closest first and the
// earlier of two that are as close. What else is offered stands behind the close
// ones, but never first where any item matches.
func (p *Picker) narrow() {
	shown, scores := p.matches()
	near := 0
	for near < len(shown) && (near == 0 || scores[shown[near]] > inside) {
		near++
	}
	p.selected, p.rows = 0, p.rows[:0]
	for _, item := range shown[:near] {
		p.rows = append(p.rows, row{item: item})
	}
	for _, name := range p.offered() {
		p.rows = append(p.rows, row{item: -1, name: name})
	}
	for _, item := range shown[near:] {
		p.rows = append(p.rows, row{item: item})
	}
	if p.meaning != nil {
		meant := p.meaning(p.Typed())
		p.selected = slices.IndexFunc(p.rows, func(r row) bool { return r.item == meant && meant >= 0 })
	}
}

// matches is the items that what was typed may mean, the closest first, and how
// close each item is.
func (p *Picker) matches() (shown, scores []int) {
	scores = make([]int, len(p.items))
	onlyTyped := p.Typed() != "" && (p.typing == Text || arabic.Key(p.Typed()) == "") // signs alone find nobody
	for i := range p.items {
		score, _, ok := p.items[i].match(p.Typed())
		if ok && !onlyTyped {
			shown = append(shown, i)
			scores[i] = score
		}
	}
	slices.SortStableFunc(shown, func(a, b int) int { return scores[b] - scores[a] })
	if p.typing == Narrowing && len(shown) > 0 && scores[shown[0]] > loose {
		shown = slices.DeleteFunc(shown, func(i int) bool { return scores[i] <= loose })
	}
	return shown, scores
}

// match is the best match of what was typed with any name. A name and a blank
// before an argument match best.
func (i *Item) match(typed string) (best int, argument string, ok bool) {
	for _, name := range slices.Concat(i.Names, i.Also) {
		if score, hit := arabic.Match(typed, name); hit && (!ok || score > best) {
			best, ok = score, true
		}
	}
	if !i.Argument {
		return best, "", ok
	}
	words := strings.Fields(typed)
	for n := len(words) - 1; n > 0; n-- {
		if i.called(arabic.Key(strings.Join(words[:n], " "))) {
			return sure, strings.Join(words[n:], " "), true
		}
	}
	return best, "", ok
}

// loose is the score of [arabic.Match] where only consonants agree. Such items are
// left out of a list, unless of names, when there are closer ones.
const loose = 20

// inside is the score of [arabic.Match] where what was typed stands inside a word.
const inside = 40

// sure is more than any score of [arabic.Match].
const sure = 1000
