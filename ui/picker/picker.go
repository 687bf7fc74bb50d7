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
	shown    []int // items that match what was typed
	selected int   // in shown; len(shown) is what was typed, -1 nothing
	typing   Typing
	meaning  func(typed string) (item int) // nil: what was typed means the closest
	source   source

	width, height int
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
func (p *Picker) Next(step int) { p.selected = max(0, min(p.selected+step, p.rows()-1)) }

// Page is the number of rows of the list.
func (p *Picker) Page() int { return max(1, p.height-2) }

// Typed is what was typed, with single blanks between the words.
func (p *Picker) Typed() string { return strings.Join(strings.Fields(p.String()), " ") }

// Choice is what was picked: an item, or, where Item is -1, what was typed.
type Choice struct {
	Item  int
	Typed string // all that was typed, or an item's argument
}

// Chosen is the selected row; ok is false where there is none.
func (p *Picker) Chosen() (c Choice, ok bool) { return p.Choice(p.selected) }

// Choice is the n-th row, from 0.
func (p *Picker) Choice(n int) (c Choice, ok bool) {
	switch {
	case n < 0:
		return Choice{}, false
	case n < len(p.shown):
		item := p.shown[n]
		_, argument, _ := p.items[item].match(p.Typed())
		return Choice{Item: item, Typed: argument}, true
	case n < p.rows():
		return Choice{-1, p.Typed()}, true
	}
	return Choice{}, false
}

// offersTyped reports whether the list ends with what was typed.
func (p *Picker) offersTyped() bool {
	switch p.typing {
	case Name:
		key := arabic.Key(p.Typed())
		return key != "" && !slices.ContainsFunc(p.items, func(i Item) bool { return i.called(key) })
	case Text:
		return p.Typed() != ""
	}
	return false
}

// called reports whether a name of the item has the key.
func (i *Item) called(key string) bool {
	return slices.ContainsFunc(i.Names, func(name string) bool { return arabic.Key(name) == key })
}

func (p *Picker) rows() int {
	if p.offersTyped() {
		return len(p.shown) + 1
	}
	return len(p.shown)
}

// narrow keeps the items that what was typed may mean, the closest first and
// the earlier of two that are as close.
func (p *Picker) narrow() {
	p.selected = 0
	p.shown = p.shown[:0]
	scores := make([]int, len(p.items))
	onlyTyped := p.Typed() != "" && (p.typing == Text || arabic.Key(p.Typed()) == "") // signs alone find nobody
	for i := range p.items {
		score, _, ok := p.items[i].match(p.Typed())
		if ok && !onlyTyped {
			p.shown = append(p.shown, i)
			scores[i] = score
		}
	}
	slices.SortStableFunc(p.shown, func(a, b int) int { return scores[b] - scores[a] })
	if p.typing == Narrowing && len(p.shown) > 0 && scores[p.shown[0]] > loose {
		p.shown = slices.DeleteFunc(p.shown, func(i int) bool { return scores[i] <= loose })
	}
	if p.meaning != nil {
		p.selected = slices.Index(p.shown, p.meaning(p.Typed()))
	}
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

// sure is more than any score of [arabic.Match].
const sure = 1000
