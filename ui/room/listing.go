package room

import (
	"slices"
	"strings"

	"rawi/model/arabic"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/picker"
	"rawi/ui/theme"
)

// Listing is a list over the whole screen: articles, places in articles. Typing narrows
// it, folded as search folds; the keys that type nothing do something with the selected
// line. However long it is, only lines on the screen are looked at.
type Listing struct {
	Title  func(shown int) string // heads it: what is listed, how many, in which order
	Prompt l10n.Word              // while nothing is typed
	Keys   l10n.Word              // what keys do
	Empty  string                 // where there is no line
	Lines  Lines
	Choose func(line int) Effect            // Enter; the listing closes if that goes somewhere
	Do     map[string]func(line int) Effect // other keys, by name; the listing stays open
	Search func(words string) Effect        // Enter behind / and words; may be nil
	Back   *Listing                         // opens when it closes without a choice; may be nil
	Coming bool                             // the lines are still fetched: Enter waits for them

	typed         picker.Line
	shown         []int // lines, as far as they have what was typed
	selected, top int   // of those
	width, height int
	early         bool   // Enter waits for the lines
	asked         string // a question about a line that Enter answers
	answer        func() Effect
}

// Lines are what is listed.
type Lines struct {
	Keys []string                                       // of each line, what typing is compared with, folded
	Head func(to paint.Area)                            // paints what stands above the lines; nil for nothing
	Line func(to paint.Area, line int, role theme.Role) // paints one row
}

// Fill replaces the lines. What was typed narrows the new ones; the selected line is the
// one of the same number.
func (l *Listing) Fill(lines Lines) {
	at := l.Selected()
	l.Lines = lines
	l.narrow()
	l.Select(at)
}

// Select selects a line, if it is shown.
func (l *Listing) Select(line int) {
	l.selected = max(0, slices.Index(l.shown, line))
	l.scroll()
}

// Selected is the selected line, -1 for none.
func (l *Listing) Selected() int {
	if l.selected >= len(l.shown) {
		return -1
	}
	return l.shown[l.selected]
}

// Shown is how many lines are shown.
func (l *Listing) Shown() int { return len(l.shown) }

// Text is what was typed.
func (l *Listing) Text() string { return strings.Join(strings.Fields(l.typed.String()), " ") }

// Ask asks about the selected line; Enter answers it, any other key takes it back.
func (l *Listing) Ask(question string, then func() Effect) { l.asked, l.answer = question, then }

// Resize sets its size in cells.
func (l *Listing) Resize(width, height int) {
	l.width, l.height = width, height
	l.scroll()
}

// narrow keeps the lines that have every word that was typed.
func (l *Listing) narrow() {
	words := strings.Fields(arabic.Fold(l.typed.String()))
	if _, ok := l.searched(); ok {
		words = nil
	}
	l.shown, l.selected, l.top = l.shown[:0], 0, 0
	for i, key := range l.Lines.Keys {
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(key, word) }) {
			l.shown = append(l.shown, i)
		}
	}
}

// searched is what was typed behind a slash, where that is looked for elsewhere.
func (l *Listing) searched() (words string, ok bool) {
	if l.Search == nil {
		return "", false
	}
	return strings.CutPrefix(l.Text(), "/")
}

// above is how many rows stand above the lines.
func (l *Listing) above() int {
	if l.Lines.Head == nil || l.height < 5 {
		return 1
	}
	return 2
}

func (l *Listing) page() int { return max(1, l.height-l.above()) }

// scroll keeps the selected line on the screen.
func (l *Listing) scroll() {
	l.selected = max(0, min(l.selected, len(l.shown)-1))
	l.top = max(l.selected-l.page()+1, min(l.top, l.selected))
}

// Move goes down by some lines, or up.
func (l *Listing) Move(lines int) {
	l.selected += lines
	l.scroll()
}

// moves is what keys do that go through the lines, by how far in lines and screens.
var moves = map[string][2]int{
	"up": {-1, 0}, "down": {1, 0}, "ctrl+p": {-1, 0}, "ctrl+n": {1, 0}, "pgup": {0, -1}, "pgdown": {0, 1},
	"home": {-1 << 30, 0}, "end": {1 << 30, 0},
}

// Press does what a key does, by its name and the text that it gives. It reports whether
// the listing closes; the effect comes after that.
func (l *Listing) Press(name, text string) (s Effect, closes bool) {
	if answer := l.answer; answer != nil {
		l.asked, l.answer = "", nil
		if name == "enter" {
			return answer(), false
		}
		return Effect{}, false
	}
	if by, ok := moves[name]; ok {
		l.Move(by[0] + by[1]*l.page())
		return Effect{}, false
	}
	if do, ok := l.Do[name]; ok {
		return do(l.Selected()), false
	}
	switch name {
	case "enter":
		return l.enter()
	case "esc":
		if l.typed.String() == "" {
			return Effect{}, true
		}
		l.change(l.typed.Clear)
	case "backspace":
		l.change(l.typed.Erase)
	case "ctrl+u":
		l.change(l.typed.Clear)
	default:
		l.TypeText(text)
	}
	return Effect{}, false
}

// TypeText narrows the lines by a text more.
func (l *Listing) TypeText(text string) {
	if text != "" {
		l.change(func() { l.typed.Type(text) })
	}
}

func (l *Listing) change(typed func()) {
	typed()
	l.narrow()
}

func (l *Listing) enter() (s Effect, closes bool) {
	if words, ok := l.searched(); ok {
		return l.Search(words), false
	}
	if at := l.Selected(); at >= 0 {
		return l.Choose(at), true
	}
	l.early = l.Coming
	return Effect{}, false
}

// Arrived says that the lines are there, and does what Enter waited for.
func (l *Listing) Arrived() Effect {
	early := l.early
	l.Coming, l.early = false, false
	if at := l.Selected(); early && at >= 0 {
		return l.Choose(at)
	}
	return Effect{}
}

// At is whether a row of the listing is a line, which then is selected; again reports
// whether it was before.
func (l *Listing) At(row int) (again, ok bool) {
	at := l.top + row - l.above()
	if row < l.above() || at >= len(l.shown) {
		return false, false
	}
	again = at == l.selected
	l.selected = at
	return again, true
}

// View paints the listing on an area of its size.
func (l *Listing) View(to paint.Area, say func(l10n.Word, ...any) string) {
	switch {
	case l.asked != "":
		to.Row(0, l.asked, theme.StatusWarning, nil)
	case l.typed.String() == "":
		to.Row(0, picker.Caret+" "+say(l.Prompt), theme.Dim, nil)
	default:
		to.Row(0, l.typed.Shown(to.Width-2, to.Measure), theme.Input, nil)
	}
	above := l.above()
	if above > 1 {
		l.Lines.Head(to.Part(0, 1, to.Width, 1))
	}
	if len(l.shown) == 0 {
		empty := l.Empty
		if len(l.Lines.Keys) > 0 {
			empty = say(l10n.NothingListed)
		}
		to.Part(0, above, to.Width, to.Height-above).Row(0, empty, theme.Dim, nil)
		return
	}
	for y := above; y < to.Height && l.top+y-above < len(l.shown); y++ {
		role, at := theme.Text, l.top+y-above
		if at == l.selected {
			role = theme.Selected
		}
		l.Lines.Line(to.Part(0, y, to.Width, 1), l.shown[at], role)
	}
}

// Position is the place of the selected line among those that are shown, from 0.
func (l *Listing) Position() int { return l.selected }

// SetPosition selects the line at a place, or the nearest.
func (l *Listing) SetPosition(n int) {
	l.selected = n
	l.scroll()
}
